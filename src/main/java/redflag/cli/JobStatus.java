package redflag.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import redflag.history.NightLog;
import redflag.history.NightRecord;
import redflag.history.OutboxEntry;
import redflag.job.Failures;
import redflag.job.HistoryLook;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.job.NightBroken;
import redflag.job.NightRunner;
import redflag.job.Schedule;
import redflag.settings.Problem;
import redflag.settings.Problems;

/**
 * How a job stands.
 *
 * @param job missing where its file is broken
 * @param problems of the file, or why the database can't be looked into
 * @param looks what its history says; missing where there is none or it can't be looked into
 * @param next when it starts next by its schedule
 * @param missed the first start by its schedule whose night nobody has run, of those after the newest night
 * @param code what it makes of the exit code
 */
record JobStatus(
        Path file,
        Optional<JobDefinition> job,
        List<String> problems,
        Optional<Looks> looks,
        Optional<ZonedDateTime> next,
        Optional<ZonedDateTime> missed,
        int code) {

    /** A start is not missed before it could have come, and may come a moment before its time. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    /**
     * @param newest the newest attempt of the newest whole night
     * @param ended the same of those that have an end
     * @param messages the newest one of that night to each recipient
     */
    record Looks(Optional<NightRecord> newest, Optional<NightRecord> ended, List<OutboxEntry> messages) {

        private static final Looks NONE = new Looks(Optional.empty(), Optional.empty(), List.of());

        static Looks of(NightLog log, String job) {
            Optional<NightRecord> ended = log.newestWithEnd(job);
            List<OutboxEntry> messages = ended.map(
                            night -> log.newestMessages(job, night.key().asOf()))
                    .orElse(List.of());
            return new Looks(log.newest(job), ended, messages);
        }
    }

    static JobStatus of(Path file, Instant now) throws IOException {
        Problems problems = new Problems();
        Optional<JobDefinition> job = JobFile.read(file, problems);
        if (job.isEmpty()) {
            return broken(
                    file, job, problems.list().stream().map(Problem::toString).toList(), now, 2);
        }
        try {
            Seen<Looks> seen = new HistoryLook(job.get(), "status", now)
                    .ask(log -> Looks.of(log, job.get().name()));
            if (seen instanceof Seen.Found<Looks> found) {
                return new JobStatus(
                        file,
                        job,
                        List.of(),
                        Optional.of(found.value()),
                        next(job, now),
                        missed(job.get(), found.value(), now),
                        0);
            }
            if (seen instanceof Seen.NoNights) {
                return new JobStatus(
                        file, job, List.of(), Optional.of(Looks.NONE), next(job, now), Optional.empty(), 0);
            }
            return broken(
                    file,
                    job,
                    List.of(Unseen.why(seen, job.get())),
                    now,
                    seen instanceof Seen.Held ? NightRunner.LOCKED : 1);
        } catch (NightBroken e) {
            return broken(file, job, List.of(Failures.describe(e)), now, 1);
        }
    }

    private static JobStatus broken(
            Path file, Optional<JobDefinition> job, List<String> problems, Instant now, int code) {
        return new JobStatus(file, job, problems, Optional.empty(), next(job, now), Optional.empty(), code);
    }

    private static Optional<ZonedDateTime> next(Optional<JobDefinition> job, Instant now) {
        return job.flatMap(Schedule::of).flatMap(schedule -> schedule.next(now));
    }

    private static Optional<ZonedDateTime> missed(JobDefinition job, Looks looks, Instant now) {
        return Schedule.of(job)
                .flatMap(schedule -> looks.newest().flatMap(newest -> {
                    Instant until = now.minus(GRACE);
                    Instant from =
                            newest.key().asOf().atStartOfDay(schedule.zone()).toInstant();
                    return schedule.firstOfDays(from.isBefore(until) ? from : until, until).stream()
                            .filter(due -> job.asOf()
                                    .asOf(due.toInstant())
                                    .isAfter(newest.key().asOf()))
                            .findFirst();
                }));
    }
}
