package redflag.job;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import redflag.basics.AccountId;
import redflag.delivery.Delivered;
import redflag.history.MailState;
import redflag.history.NightKey;
import redflag.metrics.Freshness;
import redflag.report.AccountOutcome;
import redflag.report.Portfolio;
import redflag.signals.MetricsFile;
import redflag.signals.NightFigures;
import redflag.signals.Pings;

/**
 * Looks after what a run leaves for whoever operates the program: tells its listener, keeps the log, writes the figures and
 * pings. None of it can fail a night; what goes wrong is warned of.
 */
final class NightWatch implements NightProgress {

    private final JobDefinition job;
    private final Clock clock;
    private final NightProgress listener;
    private final Consumer<NightFigures> figures;
    private final Pings pings;
    private Optional<RunLog> log = Optional.empty();
    private boolean isPast;

    NightWatch(JobDefinition job, Clock clock, NightProgress listener, Consumer<NightFigures> figures) {
        this.job = job;
        this.clock = clock;
        this.listener = listener;
        this.figures = figures;
        this.pings = new Pings(job.operation().ping());
    }

    /**
     * A night is about to begin, or to go on.
     *
     * @param isNewest nobody outside is told of a night of the past, which would pass for last night's
     */
    void begin(NightKey night, boolean isNewest) {
        open(RunLog.nameOf(night));
        isPast = !isNewest;
        if (night.isWhole() && isNewest) {
            pings.start().ifPresent(this::warned);
        }
    }

    private void open(String run) {
        try {
            log = Optional.of(RunLog.open(job.operation(), run));
        } catch (IOException e) {
            listener.warned("no log is kept: can't write to " + job.operation().logs() + ": " + Failures.describe(e));
        }
    }

    @Override
    public void planned(NightKey night, List<AccountId> left, int accounts) {
        log.ifPresent(of -> of.planned(night, left, accounts));
        listener.planned(night, left, accounts);
    }

    @Override
    public void started(AccountId account) {
        log.ifPresent(of -> of.started(account));
        listener.started(account);
    }

    @Override
    public void done(AccountOutcome outcome) {
        log.ifPresent(of -> of.done(outcome));
        listener.done(outcome);
    }

    @Override
    public void failed(AccountId account, Exception why) {
        log.ifPresent(of -> of.failed(account, why));
        listener.failed(account, why);
    }

    @Override
    public void warned(String what) {
        log.ifPresent(of -> of.warned(what));
        listener.warned(what);
    }

    @Override
    public void broken(Exception why) {
        log.ifPresent(of -> of.broken(why));
        listener.broken(why);
    }

    /** Whoever is told of the end is told last, and nothing is said after it. */
    @Override
    public void ended(NightResult result) {
        log.ifPresent(of -> of.ended(result));
        listener.ended(result);
    }

    /**
     * A night was brought to its end, or was stopped; of one that was stopped there is nothing to tell before it goes on.
     *
     * @param startedAt its first start
     * @param lastSuccess of a night of the job before or by this one
     */
    void end(NightKey night, NightResult result, Instant startedAt, Optional<Instant> lastSuccess) {
        if (night.isWhole() && !isPast && !result.stopped()) {
            Instant now = clock.instant();
            publish(new NightFigures(
                    job.name(),
                    night.asOf(),
                    result.exitCode(),
                    now,
                    lastSuccess,
                    Optional.of(counts(result, Duration.between(startedAt, now)))));
            pings.end(result.exitCode()).ifPresent(this::warned);
        }
        ended(result);
    }

    /**
     * A night broke, or could not even begin.
     *
     * @param isWhole whether it was to be a whole one
     */
    void broken(LocalDate asOf, boolean isWhole, Exception why) {
        if (log.isEmpty()) {
            open(job.name() + "-" + asOf + "-not-begun");
        }
        if (isWhole && !isPast) {
            Optional<Instant> lastSuccess =
                    job.operation().metricsFile().map(MetricsFile::new).flatMap(file -> file.lastSuccess(job.name()));
            publish(new NightFigures(job.name(), asOf, 1, clock.instant(), lastSuccess, Optional.empty()));
            pings.end(1).ifPresent(this::warned);
        }
        broken(why);
    }

    /** Messages of a night were sent on purpose. */
    void resent(NightKey night, List<Delivered> messages) {
        open(RunLog.nameOf(night));
        log.ifPresent(of -> of.mail(messages));
        closeLog();
    }

    private void publish(NightFigures night) {
        figures.accept(night);
        job.operation().metricsFile().ifPresent(path -> {
            try {
                new MetricsFile(path).write(night);
            } catch (IOException e) {
                warned("the figures can't be written to " + path + ": " + Failures.describe(e));
            }
        });
    }

    private static NightFigures.Counts counts(NightResult result, Duration took) {
        Portfolio portfolio = result.portfolio();
        long reported =
                portfolio.accounts().stream().filter(AccountOutcome::isReported).count();
        Map<String, Long> mails =
                result.mail().stream().collect(Collectors.groupingBy(NightWatch::stateOf, Collectors.counting()));
        long stale = portfolio.stores().stream()
                .flatMap(store -> store.old().stream())
                .filter(age -> age.level() == Freshness.Level.STALE)
                .count();
        return new NightFigures.Counts(
                took,
                reported,
                portfolio.accounts().size() - reported,
                portfolio.rows() - portfolio.rejected(),
                portfolio.rejected(),
                mails,
                OptionalLong.of(stale));
    }

    private static String stateOf(Delivered message) {
        return message.state().map(MailState::figure).orElse("not_due");
    }

    /** Not {@code close}: Spring would call it with its context, and a night that broke is told of after that. */
    void closeLog() {
        log.ifPresent(RunLog::close);
        log = Optional.empty();
    }
}
