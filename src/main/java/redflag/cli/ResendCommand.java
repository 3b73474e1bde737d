package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.delivery.Delivery;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.job.NightRunner;
import redflag.settings.Problems;

/** {@code resend [RUN]}: messages of a night that was run. */
@Command(
        name = "resend",
        description = "Sends messages of a night once more, or those alone that nobody has taken.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every message is handed over",
            "1:some are not",
            "2:wrong job file or arguments, or no such night",
            "4:another run holds the database"
        })
final class ResendCommand implements Callable<Integer> {

    /** A day, with the attempt if there was more than one, with the job's name before it or without. */
    private static final Pattern RUN = Pattern.compile("(?:(.+)-)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,6}))?");

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "The night, such as 2026-11-22, or 2026-11-22-2 for its second attempt. Default: the newest.")
    private @Nullable String run;

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "The job. Default: jobs/nightly.yaml, or the only job in jobs/.")
    private @Nullable Path file;

    @Option(names = "--failed", description = "Only messages that have not been handed over.")
    private boolean failed;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Only to this recipient of the night, or these with commas.")
    private List<String> to = List.of();

    ResendCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Path> jobFile = file == null ? JobFiles.usual() : Optional.of(file);
        if (jobFile.isEmpty()) {
            err.println(
                    "redflag: which job? There is no jobs/nightly.yaml here and not one job alone in jobs/; name it with"
                            + " --job");
            return 2;
        }
        Problems problems = new Problems();
        Optional<JobDefinition> job = JobFile.read(jobFile.get(), problems);
        if (job.isEmpty()) {
            problems.list().forEach(err::println);
            return 2;
        }
        if (job.get().mail().isEmpty()) {
            err.println("redflag: the job " + jobFile.get() + " sends no mail (mail: transport)");
            return 2;
        }
        Optional<LocalDate> asOf = Optional.empty();
        Optional<Integer> attempt = Optional.empty();
        if (run != null) {
            Matcher form = RUN.matcher(run);
            boolean isOfJob = form.matches()
                    && (form.group(1) == null || form.group(1).equals(job.get().name()));
            asOf = isOfJob ? day(form.group(2)) : Optional.empty();
            if (asOf.isEmpty()) {
                err.println("redflag: '" + run + "' is no night of job "
                        + job.get().name() + "; write it as 2026-11-22, or 2026-11-22-2 for its second attempt");
                return 2;
            }
            attempt = Optional.ofNullable(form.group(3)).map(Integer::valueOf);
        }
        return resend(job.get(), asOf, attempt);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private int resend(JobDefinition job, Optional<LocalDate> asOf, Optional<Integer> attempt) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        NightConsole console = new NightConsole(out, err);
        Delivery.Request request = new Delivery.Request(!failed, failed, Set.copyOf(to));
        NightRunner.Answer answer = new NightRunner(job, clock, console).resend(asOf, attempt, request);
        if (answer instanceof NightRunner.Answer.NoSuchNight none) {
            err.println("redflag: " + noSuchNight(job, none));
            return 2;
        }
        return console.resent(job, answer, to);
    }

    private static String noSuchNight(JobDefinition job, NightRunner.Answer.NoSuchNight none) {
        String night = none.asOf().map(day -> "night of " + day).orElse("night");
        return none.newest()
                .map(newest -> "attempt " + newest + " has taken the place of that one in the " + night
                        + ": its reports are those" + " that can be sent")
                .orElse("job " + job.name() + " has run no whole " + night);
    }
}
