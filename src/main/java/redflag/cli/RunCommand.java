package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.basics.StoreId;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;

/** {@code run JOB.yaml}: one night. */
@Command(name = "run", description = "Runs one night of a job.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayArgument.class,
            description = "The day to look from, such as 2026-11-22, in place of the job's rule.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            split = ",",
            description =
                    "Only this store, or these with commas; never completes a night. Their reports go to a folder of their own.")
    private List<String> stores = List.of();

    @Option(names = "--again", description = "Runs a night that is done once more.")
    private boolean again;

    @Option(
            names = "--read-anew",
            description = "Reads every export, also those that have not changed since an earlier night.")
    private boolean readAnew;

    @Option(names = "--no-mail", description = "Tells nobody. What was not sent, resend sends later.")
    private boolean withoutMail;

    @ArgGroup
    private Loudness loudness = new Loudness();

    RunCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Optional<JobDefinition> job = JobFiles.checked(file, err);
        if (job.isEmpty()) {
            return 2;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), job.get().asOf().zone());
        if (asOf != null && asOf.isAfter(today)) {
            err.println("redflag: --as-of " + asOf + " has not come yet: it is " + today + " in zone "
                    + job.get().asOf().zone() + "; exit 2");
            return 2;
        }
        List<String> unknown = NightRunner.unknownStores(job.get(), Set.copyOf(stores));
        if (!unknown.isEmpty()) {
            err.println("redflag: the job has no store " + String.join(", ", unknown) + "; exit 2");
            return 2;
        }
        Set<StoreId> only = stores.stream().map(StoreId::new).collect(Collectors.toSet());
        return new NightConsole(out, err, loudness)
                .run(
                        readAnew ? job.get().readingAnew() : job.get(),
                        clock,
                        new NightRunner.Request(Optional.ofNullable(asOf), only, again, !withoutMail));
    }
}
