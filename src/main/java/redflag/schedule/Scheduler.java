package redflag.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import redflag.history.NightRuns;
import redflag.job.BrokenNight;
import redflag.job.HistoryLook;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;
import redflag.job.NightBroken;
import redflag.job.PastFigures;
import redflag.signals.Health;
import redflag.signals.NightFigures;

/**
 * Starts the nights of the jobs of a folder when they are due, one after another, until it is stopped. What has run the
 * database tells, and it is asked before each night, so that others may run nights meanwhile; between nights nothing is held.
 */
public final class Scheduler {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

    /** @param isFailure rather than that another run holds it */
    private record Unasked(String why, boolean isFailure) {
        private static final Unasked NOT = new Unasked("", false);
    }

    private final Clock clock;
    private final Desk desk;
    private final JobFolder folder;
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** By the databases. */
    private final Map<Night, Tried> recorded = new HashMap<>();
    /** By what was seen here; a night that broke may have left no record. */
    private final Map<Night, Tried> witnessed = new HashMap<>();
    /** Why the database of a job can't be asked, as it was said last. */
    private final Map<JobKey, Unasked> unasked = new HashMap<>();
    /** Nights that wait for another run, which was said. */
    private final Set<Night> held = new HashSet<>();

    private final Standing standing;
    private String lastFailure = "";

    public Scheduler(Path folder, Clock clock, Desk desk) {
        this.clock = clock;
        this.desk = desk;
        this.folder = new JobFolder(folder, desk);
        this.standing = new Standing(clock.instant());
    }

    /** Takes up the job files for the first time. @return whether any of them starts by a schedule */
    public boolean begin() {
        Instant now = clock.instant();
        folder.look(now, true);
        folder.jobs().forEach(job -> recall(job, now));
        looked("");
        return !timed().isEmpty();
    }

    /** What the history tells of a job's newest night; a database that can't be asked now is asked when a night is due. */
    private void recall(JobDefinition job, Instant now) {
        try {
            Seen<Optional<NightFigures>> seen =
                    new HistoryLook(job, "schedule", now).ask(log -> PastFigures.of(log, job.name()));
            if (seen instanceof Seen.Found<Optional<NightFigures>> found) {
                found.value().ifPresent(night -> standing.keep(JobKey.of(job), night));
            }
        } catch (NightBroken | IOException e) {
            // without figures until its next night
        }
    }

    /** The figures of each job's newest night; to be asked from any thread. */
    public Collection<NightFigures> figures() {
        return standing.figures();
    }

    /** To be asked from any thread. */
    public Health health() {
        return standing.health(clock.instant());
    }

    private void looked(String failure) {
        Instant now = clock.instant();
        standing.looked(
                now,
                failure,
                folder.standing(
                        now, job -> unasked.getOrDefault(job, Unasked.NOT).why()),
                folder.jobs().stream().map(JobKey::of).collect(Collectors.toSet()));
    }

    /** Starts nights until {@link #stop}. */
    public void run() {
        while (!isStopped()) {
            try {
                tick();
                lastFailure = "";
            } catch (RuntimeException e) {
                // whatever it is: tomorrow's nights must start
                if (!lastFailure.equals(e.toString())) {
                    lastFailure = e.toString();
                    desk.alarm("the schedule failed, and goes on: " + lastFailure);
                }
                looked(lastFailure);
            }
            await(pause());
        }
    }

    /** From now on no night is started. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void await(Duration pause) {
        try {
            stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
        }
    }

    /** Until something may be due or have changed. */
    private Duration pause() {
        Instant now = clock.instant();
        return due().next(now)
                .map(next -> Duration.between(now, next))
                .filter(wait -> wait.compareTo(BETWEEN_LOOKS) < 0)
                .orElse(BETWEEN_LOOKS);
    }

    /** Takes up what has changed, and runs all that is due. */
    void tick() {
        Set<JobKey> asked = new HashSet<>();
        Set<JobKey> later = new HashSet<>();
        while (!isStopped()) {
            Instant now = clock.instant();
            folder.look(now, false);
            Optional<Night> next = due().at(now).stream()
                    .filter(night -> !later.contains(night.job()))
                    .findFirst();
            if (next.isEmpty()) {
                looked("");
                return;
            }
            Night night = next.get();
            boolean isKnown = !asked.add(night.job());
            if (isKnown) {
                folder.renew(night.job(), now);
            }
            Optional<JobDefinition> job = folder.job(night.job());
            boolean goesOn = job.isPresent() && (isKnown ? start(job.get(), night, asked) : ask(job.get(), now));
            if (!goesOn) {
                later.add(night.job());
            }
        }
    }

    private List<TimedJob> timed() {
        return folder.jobs().stream().flatMap(job -> TimedJob.of(job).stream()).toList();
    }

    private DueNights due() {
        return new DueNights(timed(), this::tried);
    }

    private Tried tried(Night night) {
        return recorded.getOrDefault(night, Tried.NEVER).and(witnessed.getOrDefault(night, Tried.NEVER));
    }

    /** Asks the database what has run. @return whether it could be asked */
    private boolean ask(JobDefinition job, Instant now) {
        JobKey key = JobKey.of(job);
        LocalDate today = LocalDate.ofInstant(now, job.asOf().zone());
        LocalDate from = job.asOf().fixed().orElse(today.minusDays(job.catchUpDays() + 2L));
        LocalDate to = job.asOf().fixed().orElse(today);
        try {
            Seen<Map<LocalDate, NightRuns>> seen =
                    new HistoryLook(job, "schedule", now).ask(log -> log.runs(job.name(), from, to));
            if (seen instanceof Seen.Held<?> other) {
                String line = waits(job, other.holder());
                Unasked waiting = new Unasked(line, false);
                if (!waiting.equals(unasked.put(key, waiting))) {
                    desk.say(line);
                }
                return false;
            }
            recorded.keySet().removeIf(night -> night.job().equals(key));
            if (seen instanceof Seen.Found<Map<LocalDate, NightRuns>> found) {
                found.value().forEach((asOf, runs) -> recorded.put(new Night(key, asOf), Tried.of(runs)));
            }
            unasked.remove(key);
            return true;
        } catch (NightBroken | IOException e) {
            String why = String.valueOf(e.getMessage());
            Unasked before = unasked.put(key, new Unasked("its database can't be asked: " + why, true));
            if (before == null || !before.isFailure()) {
                desk.alarm("job " + job.name() + " can't start the night that is due, and tries on: " + why);
                tell(job, now, why);
            }
            return false;
        }
    }

    private void tell(JobDefinition job, Instant now, String why) {
        LocalDate asOf = due().at(now).stream()
                .filter(night -> night.job().equals(JobKey.of(job)))
                .map(Night::asOf)
                .findFirst()
                .orElseGet(() -> job.asOf().asOf(now));
        BrokenNight.tell(job, asOf, now, why + "; it starts as soon as that is mended")
                .ifPresent(failure -> desk.alarm(String.valueOf(failure.getMessage())));
    }

    private static String waits(JobDefinition job, String holder) {
        return "job " + job.name() + " waits: another run holds "
                + job.database().place() + (holder.isEmpty() ? "" : " (" + holder + ")");
    }

    /** @param asked jobs whose records are as new as can be @return whether the job may go on now */
    private boolean start(JobDefinition job, Night night, Set<JobKey> asked) {
        if (!held.contains(night)) {
            desk.say("job " + job.name() + ": night of " + night.asOf());
        }
        asked.remove(night.job());
        standing.running(job.name() + " " + night.asOf(), clock.instant());
        Desk.Came came = desk.night(job, night.asOf(), of -> standing.keep(night.job(), of));
        looked("");
        if (came == Desk.Came.HELD) {
            if (held.add(night)) {
                desk.say(waits(job, job.database().holder()));
            }
            return false;
        }
        held.remove(night);
        if (came == Desk.Came.DONE) {
            witnessed.put(night, Tried.DONE);
        }
        if (came != Desk.Came.FAILED) {
            return came == Desk.Came.DONE;
        }
        Instant now = clock.instant();
        witnessed.put(night, witnessed.getOrDefault(night, Tried.NEVER).failedAt(now));
        boolean goesOn = ask(job, now);
        if (goesOn && !tried(night).done()) {
            sayWhenAgain(job, night);
        }
        return goesOn;
    }

    private void sayWhenAgain(JobDefinition job, Night night) {
        Tried tried = tried(night);
        String which = "job " + job.name() + ": the night of " + night.asOf();
        DueNights.again(tried)
                .ifPresentOrElse(
                        at -> desk.say(which + " is not all well and starts again at "
                                + at.truncatedTo(ChronoUnit.SECONDS) + " (start " + (tried.failures() + 1) + " of "
                                + DueNights.STARTS + ")"),
                        () -> desk.alarm(which + " was started " + tried.failures()
                                + " times and is not all well; it is left alone now. Mend the cause and call: run "
                                + job.file() + " --as-of " + night.asOf()));
    }
}
