package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status [JOB.yaml …]}: how each job stands. Nothing is written. */
@Command(
        name = "status",
        description = {
            "Tells of each job how its last night went, which exports are late or stale, and when it starts next.",
            "Looks into the database without starting a night: an embedded one not while a run holds it. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:told, however the nights went",
            "1:a database can't be read",
            "2:wrong arguments, or a broken job",
            "4:a run holds the database; the message says which"
        },
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    /** Of several jobs what most needs mending decides. */
    private static final List<Integer> CODES = List.of(2, 1, 4, 0);

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", arity = "0..*", description = "Job files. Default: jobs/*.yaml")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Prints one JSON document: a list with an object a job.")
    private boolean json;

    StatusCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Path> asked =
                files.isEmpty() ? JobFiles.all() : files.stream().distinct().toList();
        if (asked.isEmpty()) {
            spec.commandLine().getErr().println(JobFiles.NONE);
            return 2;
        }
        Instant now = clock.instant();
        List<JobStatus> jobs = new ArrayList<>();
        for (Path file : asked) {
            jobs.add(JobStatus.of(file, now));
        }
        if (json) {
            out.println(StatusJson.of(jobs));
        } else {
            StatusText text = new StatusText(out, now);
            jobs.forEach(text::print);
        }
        out.flush();
        List<Integer> codes = jobs.stream().map(JobStatus::code).toList();
        return CODES.stream().filter(codes::contains).findFirst().orElse(0);
    }
}
