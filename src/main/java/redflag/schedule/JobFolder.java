package redflag.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redflag.job.BrokenNight;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.job.Schedule;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.signals.Health;

/**
 * The job files of a folder as they were last sound. Each look takes up those that are new, changed or gone; a file that is
 * broken, or names something broken, leaves its job as it was before.
 */
final class JobFolder {

    /** A file that was just written may not be whole. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** What a job file names may change though the file does not. */
    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(1);

    private final Path folder;
    private final Desk desk;
    private final Map<Path, Kept> kept = new TreeMap<>();
    private String unreadable = "";

    JobFolder(Path folder, Desk desk) {
        this.folder = folder;
        this.desk = desk;
    }

    /** What is known of a file. */
    private static final class Kept {
        private byte[] content;
        private Instant since;
        private boolean isTakenUp;
        private Instant readAt = Instant.MIN;
        private Optional<JobDefinition> job = Optional.empty();
        private String problems = "";

        private Kept(byte[] content, Instant since) {
            this.content = content;
            this.since = since;
        }
    }

    List<JobDefinition> jobs() {
        return kept.values().stream().flatMap(file -> file.job.stream()).toList();
    }

    Optional<JobDefinition> job(JobKey key) {
        return jobs().stream().filter(job -> JobKey.of(job).equals(key)).findFirst();
    }

    /** At the first look every file is taken up as it is; later on, once it has stayed as it is for a moment. */
    void look(Instant now, boolean isFirst) {
        List<Path> files;
        try {
            files = JobFile.in(folder);
        } catch (IOException e) {
            if (!unreadable.equals(e.toString())) {
                unreadable = e.toString();
                desk.alarm("the folder " + folder + " can't be read, its jobs go on as they were: " + unreadable);
            }
            return;
        }
        unreadable = "";
        forgetAllBut(files);
        for (Path file : files) {
            if (hasSettled(file, now, isFirst) && isToBeRead(file, now)) {
                takeUp(file, now);
            }
        }
    }

    /** How the job of each file does. @param waiting what else keeps its nights from being started; empty for nothing */
    List<Health.OfJob> standing(Instant now, Function<JobKey, String> waiting) {
        return kept.entrySet().stream()
                .map(file -> standing(file.getKey(), file.getValue(), now, waiting))
                .toList();
    }

    private static Health.OfJob standing(Path file, Kept known, Instant now, Function<JobKey, String> waiting) {
        String broken = known.problems.isEmpty() ? "" : "the file is broken; stderr says where";
        return known.job
                .map(job -> new Health.OfJob(
                        job.name(),
                        Schedule.of(job).flatMap(schedule -> schedule.next(now)).map(ZonedDateTime::toInstant),
                        broken.isEmpty() ? waiting.apply(JobKey.of(job)) : broken))
                .orElseGet(() -> new Health.OfJob(String.valueOf(file.getFileName()), Optional.empty(), broken));
    }

    private void forgetAllBut(List<Path> files) {
        List<Path> gone =
                kept.keySet().stream().filter(file -> !files.contains(file)).toList();
        for (Path file : gone) {
            Kept was = kept.remove(file);
            if (was != null) {
                was.job.ifPresent(job ->
                        desk.say("job " + job.name() + " starts no more nights: there is no " + file + " any more"));
            }
        }
    }

    private boolean hasSettled(Path file, Instant now, boolean isFirst) {
        byte @Nullable [] content = contentOf(file);
        Kept known = kept.get(file);
        if (content == null) {
            // the job file's reader says why
            return known != null;
        }
        if (known == null) {
            known = new Kept(content, isFirst ? Instant.MIN : now);
            kept.put(file, known);
        } else if (!Arrays.equals(known.content, content)) {
            known.content = content;
            known.since = now;
            known.isTakenUp = false;
        }
        return !now.isBefore(known.since.equals(Instant.MIN) ? now : known.since.plus(SETTLED));
    }

    private boolean isToBeRead(Path file, Instant now) {
        Kept known = kept.get(file);
        return known != null && (!known.isTakenUp || !now.isBefore(known.readAt.plus(BETWEEN_READINGS)));
    }

    /** Reads a job once more, as a night wants it that starts now. */
    void renew(JobKey job, Instant now) {
        List<Path> files = kept.entrySet().stream()
                .filter(file -> file.getValue()
                        .job
                        .filter(of -> JobKey.of(of).equals(job))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        for (Path file : files) {
            if (Files.exists(file) && hasSettled(file, now, false)) {
                takeUp(file, now);
            }
        }
    }

    private static byte @Nullable [] contentOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return null;
        }
    }

    private void takeUp(Path file, Instant now) {
        Kept known = kept.get(file);
        if (known == null) {
            return;
        }
        known.readAt = now;
        Problems problems = new Problems();
        Optional<JobDefinition> read = JobFile.read(file, problems);
        read.flatMap(job -> sameJobIn(file, job))
                .ifPresent(other -> problems.add(
                        file.toString(),
                        0,
                        "the job has the name and the database of " + other
                                + ": a night of one would be taken for a night of the other"));
        if (!problems.isEmpty()) {
            broken(
                    known,
                    file,
                    problems.list().stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())),
                    now);
            return;
        }
        boolean isNews = !known.isTakenUp || !known.problems.isEmpty();
        known.isTakenUp = true;
        known.problems = "";
        known.job = read;
        if (isNews) {
            read.ifPresent(job -> desk.say("job " + job.name() + " (" + file + "): " + nextStart(job, now)));
        }
    }

    private Optional<Path> sameJobIn(Path file, JobDefinition job) {
        return kept.entrySet().stream()
                .filter(other -> !other.getKey().equals(file))
                .filter(other -> other.getValue()
                        .job
                        .filter(running -> JobKey.of(running).equals(JobKey.of(job)))
                        .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void broken(Kept known, Path file, String problems, Instant now) {
        known.isTakenUp = true;
        if (known.problems.equals(problems)) {
            return;
        }
        known.problems = problems;
        String follows = known.job
                .map(job -> "job " + job.name() + " goes on as it was before")
                .orElse("it starts no night until it is mended");
        desk.alarm(file + " is broken, " + follows + ":" + System.lineSeparator() + problems);
        known.job
                .flatMap(job -> BrokenNight.tellOfJobFile(job, now, problems))
                .ifPresent(e -> desk.alarm(String.valueOf(e.getMessage())));
    }

    private static String nextStart(JobDefinition job, Instant now) {
        if (job.schedule().isEmpty()) {
            return "it has no schedule and is left alone";
        }
        return Schedule.of(job)
                .flatMap(schedule -> schedule.next(now))
                .map(next -> "its next start is " + next.toLocalDateTime() + " " + next.getZone())
                .orElse("by its schedule it never starts again");
    }
}
