package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.job.Failures;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;
import redflag.schedule.Desk;
import redflag.schedule.Scheduler;
import redflag.signals.NightFigures;
import redflag.signals.SignalServer;

/** {@code schedule [JOBS_DIR]}: nights start by themselves. */
@Command(
        name = "schedule",
        description = {
            "Stays up and starts each job of a folder by its schedule, and at once what was missed in the days of its"
                    + " catch-up. A night that fails is started up to four times, after 10, 20 and 40 minutes.",
            "Job files that are added, changed or removed are taken up as they are; a broken one leaves its job as it was."
                    + " Nights start one after another; between them run, retry, status and history work beside it."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "2:no such folder, no job file in it that is sound and has a schedule, or an address that can't be listened on",
            "130, 143:stopped by Ctrl-C or kill, within seconds; the same command goes on"
        })
final class ScheduleCommand implements Callable<Integer> {

    /** As long as a night is given to stop, and a little. */
    private static final int PATIENCE_SECONDS = 28;

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "JOBS_DIR",
            arity = "0..1",
            description = "The folder of job files. Default: ${DEFAULT-VALUE}")
    private Path folder = Path.of("jobs");

    @Option(
            names = "--listen",
            paramLabel = "[HOST:]PORT",
            description =
                    "Answers GET /metrics (for Prometheus) and GET /health there. Without a host only this machine can"
                            + " ask; 0.0.0.0 is every address of it.")
    private @Nullable String listen;

    @ArgGroup
    private Loudness loudness = new Loudness();

    ScheduleCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isDirectory(folder)) {
            err.println("redflag: there is no folder " + folder);
            return 2;
        }
        Optional<InetSocketAddress> address = Optional.ofNullable(listen).map(this::address);
        Terminal terminal = new Terminal();
        Scheduler scheduler = new Scheduler(folder, clock, terminal);
        if (!scheduler.begin()) {
            err.println("redflag: no job file in " + folder + " is sound and has a schedule");
            return 2;
        }
        if (address.isEmpty()) {
            return runUntilStopped(scheduler);
        }
        try (SignalServer server = SignalServer.open(address.get(), scheduler::figures, scheduler::health)) {
            String at = "http://" + address.get().getHostString() + ":"
                    + server.address().getPort();
            terminal.say("figures are at " + at + "/metrics, health is at " + at + "/health");
            return runUntilStopped(scheduler);
        } catch (IOException e) {
            err.println("redflag: can't listen on " + listen + ": " + Failures.describe(e));
            return 2;
        }
    }

    private InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon <= 0 ? "127.0.0.1" : text.substring(0, colon).replaceAll("^\\[|]$", "");
        try {
            InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1)));
            if (!address.isUnresolved()) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ParameterException(
                spec.commandLine(), "--listen " + text + " is no address; write a port, or host:port, such as 9464");
    }

    private static Integer runUntilStopped(Scheduler scheduler) {
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scheduler, ended), "schedule-stop"));
        try {
            scheduler.run();
        } finally {
            ended.countDown();
        }
        return 0;
    }

    private static void stop(Scheduler scheduler, CountDownLatch ended) {
        scheduler.stop();
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Terminal implements Desk {

        private final PrintWriter out = spec.commandLine().getOut();
        private final PrintWriter err = spec.commandLine().getErr();
        private final NightConsole console = new NightConsole(out, err, loudness);

        @Override
        public Came night(JobDefinition job, LocalDate asOf, Consumer<NightFigures> figures) {
            try {
                NightRunner.Answer answer = new NightRunner(job, clock, console, figures)
                        .run(new NightRunner.Request(Optional.of(asOf), Set.of(), false, true));
                return came(job, answer);
            } catch (IOException | RuntimeException e) {
                String why = Failures.describe(e);
                alarm("job " + job.name() + ": the night of " + asOf + " broke: " + why);
                List.of(e.getSuppressed()).forEach(left -> alarm(Failures.describe(left)));
                return Came.FAILED;
            }
        }

        private Came came(JobDefinition job, NightRunner.Answer answer) {
            if (answer instanceof NightRunner.Answer.Locked) {
                return Came.HELD;
            }
            if (answer instanceof NightRunner.Answer.AlreadyDone) {
                return Came.DONE;
            }
            int code = console.tell(job, answer);
            out.flush();
            if (answer instanceof NightRunner.Answer.Ran ran && ran.result().stopped()) {
                return Came.STOPPED;
            }
            return code == 0 ? Came.DONE : Came.FAILED;
        }

        @Override
        public void say(String line) {
            out.println(stamped(line));
            out.flush();
        }

        @Override
        public void alarm(String line) {
            err.println("redflag: " + stamped(line));
            err.flush();
        }

        private String stamped(String line) {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + line;
        }
    }
}
