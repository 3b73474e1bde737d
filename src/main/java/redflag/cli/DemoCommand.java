package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.job.NightRunner;
import redflag.settings.Problems;

/** {@code demo}: the sample night with its own database and reports, made anew each time. */
@Command(
        name = "demo",
        description = "Runs the sample night over sample-data, with its own database and reports under target/demo.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--job", paramLabel = "JOB.yaml", description = "The sample job. Default: ${DEFAULT-VALUE}")
    private Path file = Path.of("jobs/sample.yaml");

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("target/demo");

    @ArgGroup
    private Loudness loudness = new Loudness();

    DemoCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.exists(file)) {
            err.println("redflag: there is no " + file + " here; run this in the project's folder; exit 2");
            return 2;
        }
        Problems problems = new Problems();
        Optional<JobDefinition> job = JobFile.read(file, problems)
                .map(sample -> sample.writingTo(
                        out.resolve("reports").toAbsolutePath(),
                        out.resolve("data").toAbsolutePath()));
        if (job.isEmpty()) {
            problems.list().forEach(err::println);
            return 2;
        }
        // each call is a further attempt, so that it can be run again and again
        return new NightConsole(spec.commandLine().getOut(), err, loudness)
                .run(job.get(), clock, new NightRunner.Request(Optional.empty(), java.util.Set.of(), true, true));
    }
}
