package redflag.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.task.TaskDecorator;
import redflag.basics.AccountId;
import redflag.delivery.Delivered;
import redflag.history.NightKey;
import redflag.report.AccountOutcome;
import redflag.report.FileRead;
import redflag.report.Portfolio;
import redflag.report.QuarantinedFile;
import redflag.report.ReportWords;
import redflag.words.Messages;

/**
 * The log file of a run, {@code <job>-<as-of>-<attempt>.log}: what the night tells of itself, and what libraries warn of
 * meanwhile. A run that goes on with a night goes on with its file. Each line bears the name of the run.
 */
final class RunLog implements NightProgress, Closeable {

    private static final String RUN = "run";

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%X{run}] %logger{0}: %replace(%msg){'[\\r\\n]+', ' '}%n%ex";

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger night = context.getLogger("redflag.night");
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final FileAppender<ILoggingEvent> file = new FileAppender<>();
    private final ReportWords words = new ReportWords(Messages.english());

    private RunLog() {}

    /**
     * @param run its name
     * @throws IOException if the file can't be written
     */
    static RunLog open(Operation operation, String run) throws IOException {
        Path path = operation.logs().resolve(run + ".log");
        Files.createDirectories(operation.logs());
        Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        RunLog log = new RunLog();
        log.attach(path, operation.logFormat());
        MDC.put(RUN, run);
        return log;
    }

    private void attach(Path path, Operation.LogFormat format) {
        Encoder<ILoggingEvent> encoder = format == Operation.LogFormat.JSON ? json() : text();
        encoder.setContext(context);
        encoder.start();
        file.setContext(context);
        file.setFile(path.toString());
        file.setEncoder(encoder);
        file.start();
        night.setLevel(Level.INFO);
        // the terminal hears of it by other means
        night.setAdditive(false);
        night.addAppender(file);
        root.addAppender(file);
    }

    private static Encoder<ILoggingEvent> text() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(PATTERN);
        return encoder;
    }

    /** Spring puts its settings there as it starts; a night that breaks before has none. */
    private Encoder<ILoggingEvent> json() {
        if (context.getObject(Environment.class.getName()) == null) {
            context.putObject(Environment.class.getName(), new StandardEnvironment());
        }
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setFormat("ecs");
        return encoder;
    }

    /** The name of a night's run. */
    static String nameOf(NightKey night) {
        return night.job() + "-" + night.asOf() + "-" + (night.isWhole() ? "" : "only-some-stores-") + night.attempt();
    }

    /** Gives threads of a pool the name of the run that uses them. */
    static TaskDecorator named() {
        return task -> {
            Map<String, String> names = MDC.getCopyOfContextMap();
            return () -> {
                MDC.setContextMap(names == null ? Map.of() : names);
                try {
                    task.run();
                } finally {
                    MDC.clear();
                }
            };
        };
    }

    @Override
    public void planned(NightKey key, List<AccountId> left, int accounts) {
        night.info(
                "night of {}, job {}, attempt {}: {} of {} accounts to work on",
                key.asOf(),
                key.job(),
                key.attempt(),
                left.size(),
                accounts);
    }

    @Override
    public void started(AccountId account) {
        night.info("account {} started", account);
    }

    @Override
    public void done(AccountOutcome outcome) {
        night.info("account {} ended: {}", outcome.account(), AccountLine.of(outcome));
    }

    @Override
    public void failed(AccountId account, Exception why) {
        night.error("account " + account + " failed: " + Failures.describe(why), why);
    }

    @Override
    public void warned(String what) {
        night.warn(what);
    }

    @Override
    public void broken(Exception why) {
        night.error("the night broke", why);
        night.error(Verdict.of(why));
    }

    @Override
    public void ended(NightResult result) {
        Portfolio portfolio = result.portfolio();
        portfolio.files().stream().filter(read -> read.rejected() > 0).forEach(this::rejected);
        portfolio.quarantined().forEach(this::quarantined);
        portfolio.warnings().forEach(warning -> night.warn(words.remark(warning)));
        night.info(
                "{} files, {} of them unchanged and not read again, {} rows, {} rejected; reports: {}",
                portfolio.files().size(),
                result.unchanged(),
                portfolio.rows(),
                portfolio.rejected(),
                result.folder());
        mail(result.mail());
        result.earlierMail().forEach(earlier -> mail("mail of " + earlier.asOf() + " to ", earlier.message()));
        if (result.exitCode() == 0) {
            night.info(Verdict.of(result));
        } else {
            night.warn(Verdict.of(result));
        }
    }

    private void rejected(FileRead read) {
        night.warn("rejected: {} of {} rows of {}", read.rejected(), read.rows(), read.file());
    }

    private void quarantined(QuarantinedFile broken) {
        if (broken.expected()) {
            night.info("quarantined, as the job expects: {}: {}", broken.file(), words.remark(broken.why()));
        } else {
            night.warn("quarantined: {}: {}", broken.file(), words.remark(broken.why()));
        }
    }

    void mail(List<Delivered> messages) {
        messages.forEach(message -> mail("mail to ", message));
    }

    private void mail(String to, Delivered message) {
        if (message.isSettled()) {
            night.info("{}{}", to, MailLine.of(message));
        } else {
            night.warn("{}{}", to, MailLine.of(message));
        }
    }

    @Override
    public void close() {
        night.detachAppender(file);
        root.detachAppender(file);
        file.stop();
        MDC.remove(RUN);
    }
}
