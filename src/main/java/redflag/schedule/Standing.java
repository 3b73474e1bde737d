package redflag.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redflag.signals.Health;
import redflag.signals.NightFigures;

/** How the schedule and its jobs do: kept by the thread that starts nights, read by others. */
final class Standing {

    /** Without a night so long a time between two looks is not meant. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private final Map<JobKey, NightFigures> figures = new ConcurrentHashMap<>();
    private volatile Health health;
    private volatile Set<JobKey> known = Set.of();

    Standing(Instant now) {
        health = new Health("", now, Optional.empty(), List.of());
    }

    /** A night that broke can't ask its history for the last success. */
    void keep(JobKey job, NightFigures night) {
        Optional<Instant> known = Optional.ofNullable(figures.get(job)).flatMap(NightFigures::lastSuccess);
        figures.put(job, night.withLastSuccess(night.lastSuccess().or(() -> known)));
    }

    /**
     * It has looked for what is due.
     *
     * @param failure why that failed; empty where it did not
     * @param keys of the jobs there are
     */
    void looked(Instant now, String failure, List<Health.OfJob> jobs, Set<JobKey> keys) {
        known = Set.copyOf(keys);
        health = new Health(failure, now, Optional.empty(), jobs);
    }

    void running(String night, Instant now) {
        health = new Health("", now, Optional.of(night), health.jobs());
    }

    /** Of the jobs there are. */
    Collection<NightFigures> figures() {
        return known.stream()
                .sorted()
                .flatMap(job -> Optional.ofNullable(figures.get(job)).stream())
                .toList();
    }

    Health health(Instant now) {
        Health last = health;
        boolean isStuck = last.failure().isEmpty()
                && last.night().isEmpty()
                && now.isAfter(last.lookedAt().plus(STUCK));
        return isStuck
                ? new Health("it does not look for what is due any more", last.lookedAt(), last.night(), last.jobs())
                : last;
    }
}
