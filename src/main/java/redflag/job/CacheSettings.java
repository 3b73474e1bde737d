package redflag.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import redflag.intake.FactsCache;
import redflag.settings.Section;

/**
 * What a job says of the cache of what exports said: {@code cache} (a folder, or {@code none}), {@code cache-check}
 * (days) and {@code cache-mb}.
 *
 * @param folder of this job alone
 * @param checkAfterDays so many days after an export was last hashed it is hashed again
 * @param readsAnew whether every export is read, whatever is known of it
 */
record CacheSettings(Path folder, int checkAfterDays, int mostMegabytes, boolean readsAnew) {

    private static final int CHECK_AFTER_DAYS = 7;
    private static final int MOST_DAYS = 1_000;
    private static final int MEGABYTES = 4_000;
    private static final int MOST_MEGABYTES = 1_000_000;

    /** @param folder of all jobs: the one that the job names, or another; missing where it wants none */
    static Optional<CacheSettings> read(Section job, String name, Optional<Path> folder) {
        int days = job.integer("cache-check", 1, MOST_DAYS).orElse(CHECK_AFTER_DAYS);
        int megabytes = job.integer("cache-mb", 1, MOST_MEGABYTES).orElse(MEGABYTES);
        return folder.map(of -> new CacheSettings(of.resolve(name), days, megabytes, false));
    }

    CacheSettings in(Path otherFolder) {
        return new CacheSettings(otherFolder, checkAfterDays, mostMegabytes, readsAnew);
    }

    CacheSettings readingAnew() {
        return new CacheSettings(folder, checkAfterDays, mostMegabytes, true);
    }

    /** @param program a word for everything in the program that has a say in what a file's facts are */
    FactsCache cache(String program, LocalDate today) {
        return FactsCache.in(
                new FactsCache.Place(folder, program, today, checkAfterDays, mostMegabytes * 1_000_000L, readsAnew));
    }
}
