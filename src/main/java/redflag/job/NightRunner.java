package redflag.job;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import redflag.basics.AccountId;
import redflag.basics.StoreId;
import redflag.delivery.Delivery;
import redflag.history.NightKey;
import redflag.history.Nights;
import redflag.signals.NightFigures;

/**
 * Runs one night: takes the lock, opens the database, starts or resumes the Spring Batch job, and tells what came of it.
 */
public final class NightRunner {

    /** Already done for that date. */
    public static final int ALREADY_DONE = 3;

    /** Another run holds the database. */
    public static final int LOCKED = 4;

    private static final int TRIES = 40;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);

    private final JobDefinition job;
    private final Clock clock;
    private final NightWatch watch;

    public NightRunner(JobDefinition job, Clock clock, NightProgress progress) {
        this(job, clock, progress, night -> {});
    }

    /** @param figures is given those of each whole night that ends, also of one that breaks */
    public NightRunner(JobDefinition job, Clock clock, NightProgress progress, Consumer<NightFigures> figures) {
        this.job = job;
        this.clock = clock;
        this.watch = new NightWatch(job, clock, progress, figures);
    }

    /**
     * What is asked for.
     *
     * @param asOf in place of the job's rule
     * @param stores only these; empty for a whole night
     * @param again a further attempt of a night that is done
     * @param mail whether recipients are told of it
     */
    public record Request(Optional<LocalDate> asOf, Set<StoreId> stores, boolean again, boolean mail) {
        public Request {
            stores = Set.copyOf(stores);
        }

        public static Request wholeNight() {
            return new Request(Optional.empty(), Set.of(), false, true);
        }
    }

    /** What came of the request. */
    public sealed interface Answer {
        record Ran(NightResult result) implements Answer {}

        record AlreadyDone(NightKey night) implements Answer {}

        /**
         * No account of the night is without a report.
         *
         * @param messagesLeft whether messages of it are not delivered
         */
        record NothingFailed(NightKey night, boolean messagesLeft) implements Answer {}

        /** The newest attempt of the night was not brought to its end: it has nothing that could be told. */
        record NotFinished(NightKey night) implements Answer {}

        /**
         * No whole night of this date, or not with this attempt as its newest one.
         *
         * @param newest attempt of the night; missing where there was none
         */
        record NoSuchNight(Optional<LocalDate> asOf, Optional<Integer> newest) implements Answer {}

        /** @param holder what the holder says of itself */
        record Locked(String holder) implements Answer {}
    }

    /**
     * Who looks after the program is told of a night that can't be brought to its end.
     *
     * @throws IOException if the lock file can't be made
     * @throws NightBroken if the database can't be reached, or the night can't be brought to its end
     */
    public Answer run(Request request) throws IOException {
        Instant now = clock.instant();
        LocalDate asOf = request.asOf().orElseGet(() -> job.asOf().asOf(now));
        return telling(
                asOf, request, () -> alone("night of " + asOf, now, request, context -> run(context, asOf, request)));
    }

    private interface Step {
        Answer take() throws IOException;
    }

    /** Whoever looks after the program is told of a whole night that breaks. */
    private Answer telling(LocalDate asOf, Request request, Step step) throws IOException {
        try {
            return step.take();
        } catch (IOException | RuntimeException e) {
            watch.broken(asOf, request.stores().isEmpty(), e);
            if (request.mail() && request.stores().isEmpty()) {
                BrokenNight.tell(job, asOf, clock.instant(), String.valueOf(e.getMessage()))
                        .ifPresent(e::addSuppressed);
            }
            throw e;
        } finally {
            watch.closeLog();
        }
    }

    /**
     * Delivers messages of a whole night that was run, on purpose.
     *
     * @param asOf the night; missing for the newest one
     * @param attempt that is meant; missing for the newest one
     * @throws IOException if the lock file can't be made
     * @throws NightBroken if the database can't be reached
     */
    public Answer resend(Optional<LocalDate> asOf, Optional<Integer> attempt, Delivery.Request request)
            throws IOException {
        return onNight("resend", asOf, attempt, Request.wholeNight(), (context, key) -> {
            NightWork work = context.getBean(NightWork.class);
            Optional<Map<AccountId, String>> errors = work.errorsOf(key);
            if (errors.isEmpty()) {
                return new Answer.NotFinished(key);
            }
            work.deliver(key, errors.get(), request, context.getBean(Cancellation.class));
            NightResult result = work.result(key, errors.get());
            watch.resent(key, result.mail());
            return new Answer.Ran(result);
        });
    }

    /**
     * Works on the accounts of a whole night that failed or that it did not come to, and brings the night to its end.
     *
     * @param asOf the night; missing for the newest one
     * @param attempt that is meant; missing for the newest one
     * @param mail whether recipients are told of it
     * @throws IOException if the lock file can't be made
     * @throws NightBroken if the database can't be reached, or the night can't be brought to its end
     */
    public Answer retry(Optional<LocalDate> asOf, Optional<Integer> attempt, boolean mail) throws IOException {
        Request request = new Request(asOf, Set.of(), false, mail);
        LocalDate about = asOf.orElseGet(() -> job.asOf().asOf(clock.instant()));
        return telling(
                about,
                request,
                () -> onNight("retry", asOf, attempt, request, (context, latest) -> {
                    Nights nights = context.getBean(Nights.class);
                    JobRepository repository = context.getBean(JobRepository.class);
                    NightKey key = key(nights, repository, latest.asOf(), request);
                    boolean done = isDone(repository, key);
                    JobExecution newest = repository.getLastJobExecution(NightlyJob.NAME, NightParameters.of(key));
                    boolean allReported = newest != null
                            && NightlyJob.isClosed(newest)
                            && context.getBean(NightWork.class)
                                    .accountsToDo(key)
                                    .isEmpty();
                    return done || allReported
                            ? new Answer.NothingFailed(key, !done)
                            : bringToEnd(context, repository, nights, key);
                }));
    }

    /** What is done with a whole night that was run: its newest attempt. */
    private Answer onNight(
            String what,
            Optional<LocalDate> asOf,
            Optional<Integer> attempt,
            Request request,
            BiFunction<ConfigurableApplicationContext, NightKey, Answer> work)
            throws IOException {
        if (!job.database().isThere()) {
            return new Answer.NoSuchNight(asOf, Optional.empty());
        }
        String night = asOf.map(day -> "the night of " + day).orElse("the newest night");
        return alone(what + " of " + night, clock.instant(), request, context -> {
            Nights nights = context.getBean(Nights.class);
            Optional<LocalDate> day = asOf.or(() -> nights.newest(job.name()));
            Optional<Integer> newest = day.flatMap(of -> nights.newestAttempt(job.name(), of, ""));
            if (newest.isEmpty()
                    || attempt.filter(asked -> !newest.equals(Optional.of(asked)))
                            .isPresent()) {
                return new Answer.NoSuchNight(day, newest);
            }
            return work.apply(context, new NightKey(job.name(), day.orElseThrow(), newest.get(), ""));
        });
    }

    /** What is done with the database and the lock on it. */
    private interface Work {
        Answer in(ConfigurableApplicationContext context);
    }

    private Answer alone(String what, Instant now, Request request, Work work) throws IOException {
        String holder = "job " + job.name() + ", " + what + ", process "
                + ProcessHandle.current().pid() + ", since " + now;
        Optional<HeldLock> lock = lock(holder);
        if (lock.isEmpty()) {
            return new Answer.Locked(job.database().holder());
        }
        // held until the database is closed
        try (HeldLock held = lock.get();
                ConfigurableApplicationContext context = start(request);
                LockWatch watched = new LockWatch(held, context.getBean(Cancellation.class))) {
            NightStop stop = context.getBean(NightStop.class);
            try {
                Answer answer = work.in(context);
                if (watched.isLost()) {
                    throw new NightBroken("the lock on the database "
                            + job.database().place() + " was lost meanwhile; the same command goes on with the night");
                }
                return answer;
            } catch (DataAccessException | TransactionException e) {
                throw new NightBroken("the database " + job.database().place() + " failed: " + innermost(e), e);
            } finally {
                stop.end();
            }
        }
    }

    /** Somebody who only looks must not cost a night. */
    private Optional<HeldLock> lock(String holder) throws IOException {
        Optional<HeldLock> lock = job.database().lock(holder);
        for (int i = 0; i < TRIES && lock.isEmpty(); i++) {
            if (!HistoryLook.isHeldBy(job.database().holder())) {
                break;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            lock = job.database().lock(holder);
        }
        return lock;
    }

    private ConfigurableApplicationContext start(Request request) throws IOException {
        job.database().making();
        ConfigurableApplicationContext context = open(request);
        try {
            job.database().made();
            return context;
        } catch (IOException e) {
            context.close();
            throw e;
        }
    }

    private ConfigurableApplicationContext open(Request request) {
        try {
            return new SpringApplicationBuilder(NightApplication.class)
                    .web(WebApplicationType.NONE)
                    .initializers(context -> NightApplication.register(
                            context, job, new NightApplication.Asked(request.stores(), request.mail()), clock, watch))
                    .run();
        } catch (RuntimeException e) {
            throw new NightBroken("can't open the database " + job.database().place() + ": " + innermost(e), e);
        }
    }

    /** What the innermost of the causes says that say something. */
    private static String innermost(Throwable e) {
        String words = e.toString();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            words = message == null || message.isBlank() ? words : message;
        }
        return words;
    }

    private Answer run(ConfigurableApplicationContext context, LocalDate asOf, Request request) {
        Nights nights = context.getBean(Nights.class);
        JobRepository repository = context.getBean(JobRepository.class);
        NightKey key = key(nights, repository, asOf, request);
        return isDone(repository, key) ? new Answer.AlreadyDone(key) : bringToEnd(context, repository, nights, key);
    }

    private Answer bringToEnd(
            ConfigurableApplicationContext context, JobRepository repository, Nights nights, NightKey key) {
        watch.begin(key, isNewest(nights, key));
        JobExecution execution = Launch.of(context, key);
        boolean stopped = execution.getStatus() == BatchStatus.STOPPED;
        if (nights.plan(key).isEmpty()) {
            throw new NightBroken("the night could not be planned: " + reason(execution));
        }
        NightResult result = context.getBean(NightWork.class).result(key, NightlyJob.errors(repository, execution));
        boolean broken = !NightlyJob.isClosed(execution)
                || execution.getStatus() != BatchStatus.COMPLETED && result.exitCode() == 0;
        if (broken && !stopped) {
            throw new NightBroken(reason(execution));
        }
        if (stopped) {
            result = result.ofStopped();
        } else {
            prune(context.getBean(NightPruning.class), key, execution);
        }
        watch.end(key, result, nights.startedAt(key).orElseThrow(), nights.lastSuccess(key.job()));
        return new Answer.Ran(result);
    }

    private static boolean isNewest(Nights nights, NightKey key) {
        return nights.newest(key.job()).filter(key.asOf()::isBefore).isEmpty();
    }

    /** What can't be taken out of the history stays for the next night. */
    private void prune(NightPruning pruning, NightKey key, JobExecution execution) {
        try {
            pruning.after(key, execution.getStatus() == BatchStatus.COMPLETED);
        } catch (IOException | DataAccessException | TransactionException e) {
            watch.warned("what is old was not taken out of the history: " + Failures.describe(e));
        }
    }

    private static String reason(JobExecution execution) {
        return Stream.concat(NightlyJob.failuresBesideAccounts(execution), execution.getAllFailureExceptions().stream())
                .map(Failures::describe)
                .findFirst()
                .orElseGet(() -> execution.getExitStatus().getExitDescription());
    }

    /**
     * A whole night resumes its newest attempt, and asks for a new one only when told to. A run of some stores is a new
     * attempt each time, for people run it to see the effect of a file that they have mended.
     */
    private NightKey key(Nights nights, JobRepository repository, LocalDate asOf, Request request) {
        Set<String> stores =
                request.stores().stream().map(StoreId::value).collect(Collectors.toCollection(TreeSet::new));
        String scope = String.join(",", stores);
        int newest = nights.newestAttempt(job.name(), asOf, scope).orElse(0);
        if (newest == 0) {
            return new NightKey(job.name(), asOf, 1, scope);
        }
        NightKey latest = new NightKey(job.name(), asOf, newest, scope);
        NightKey following = new NightKey(job.name(), asOf, newest + 1, scope);
        boolean next =
                request.again() || !scope.isEmpty() && isDone(repository, latest) || wasStarted(repository, following);
        return next ? following : latest;
    }

    /** Of an attempt that was ended before it had a plan Spring Batch knows, and {@link Nights} does not. */
    private static boolean wasStarted(JobRepository repository, NightKey key) {
        return repository.getLastJobExecution(NightlyJob.NAME, NightParameters.of(key)) != null;
    }

    private static boolean isDone(JobRepository repository, NightKey key) {
        JobExecution last = repository.getLastJobExecution(NightlyJob.NAME, NightParameters.of(key));
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /** For messages: the stores that a request names and the job does not have. */
    public static List<String> unknownStores(JobDefinition job, Set<String> names) {
        Set<String> known = job.stores().stream().map(s -> s.id().value()).collect(Collectors.toSet());
        return names.stream().filter(name -> !known.contains(name)).sorted().toList();
    }
}
