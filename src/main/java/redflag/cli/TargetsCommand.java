package redflag.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.rules.TargetTable;
import redflag.settings.Problems;

/** {@code targets}: the limits in force in a marketplace on a day, with their sources. Nothing is written. */
@Command(
        name = "targets",
        description = {
            "Prints the limits in force, with window, first day and source.",
            "The tags of sources are listed in src/docs/metrics.md. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "2:wrong arguments: an unknown marketplace, no such day, a broken job"},
        mixinStandardHelpOptions = true)
final class TargetsCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--marketplace", paramLabel = "CODE", description = "Such as US, or its id. Default: all.")
    private @Nullable String marketplace;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayArgument.class,
            description = "The day on which they apply, such as 2024-08-01. Default: today.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "With the targets and marketplaces that this job adds or overrides.")
    private @Nullable Path job;

    @Option(names = "--json", description = "Prints one JSON document: a list with an object a target.")
    private boolean json;

    /** @param clock says which day is today, if none is given */
    TargetsCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        TargetTable table = TargetFile.shipped();
        Marketplaces marketplaces = Marketplaces.known();
        if (job != null) {
            Problems problems = new Problems();
            Optional<JobDefinition> definition = JobFile.read(job, problems);
            problems.list().forEach(err::println);
            if (definition.isEmpty()) {
                return 2;
            }
            table = definition.get().targets();
            marketplaces = definition.get().marketplaces();
        }
        List<Marketplace> asked = marketplaces.all();
        if (marketplace != null) {
            asked = marketplaces.find(marketplace).stream().toList();
            if (asked.isEmpty()) {
                err.println("redflag: '" + marketplace + "' is no marketplace that Redflag knows; it knows "
                        + String.join(
                                ", ",
                                marketplaces.all().stream()
                                        .map(Marketplace::country)
                                        .toList()));
                return 2;
            }
        }
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        print(asked, table, day);
        return 0;
    }

    private void print(List<Marketplace> asked, TargetTable table, LocalDate day) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            TargetsJson document = new TargetsJson();
            asked.forEach(of -> table.inForce(of, day).forEach(document::add));
            out.println(document.end());
        } else {
            TargetsText text = new TargetsText(out, spec.commandLine().getColorScheme());
            for (Marketplace of : asked) {
                List<Target> targets = table.inForce(of, day);
                if (!targets.isEmpty() || asked.size() == 1) {
                    text.print(of, day, targets);
                }
            }
        }
        out.flush();
    }
}
