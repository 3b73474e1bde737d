package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.job.Failures;
import redflag.sample.LargeAgency;
import redflag.sample.SampleAgency;

/** {@code sample}: a made-up agency in the real file formats. */
@Command(
        name = "sample",
        description = {
            "Writes a made-up agency: stores file, exports, and with --accounts a job file.",
            "Without --accounts: the seven accounts of sample-data, each with its traps."
        },
        mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--accounts", paramLabel = "N", description = "So many accounts, made up by chance.")
    private @Nullable Integer accounts;

    @Option(names = "--orders", paramLabel = "N", description = "So many order rows an account. Default: 1000")
    private int orders = 1_000;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same agency. Default: 1")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() throws IOException {
        try {
            return write();
        } catch (FileSystemException e) {
            spec.commandLine().getErr().println("redflag: can't write to " + out + ": " + Failures.why(e));
            return 2;
        }
    }

    private int write() throws IOException {
        PrintWriter console = spec.commandLine().getOut();
        if (accounts == null) {
            SampleAgency.write(out);
            console.println("The sample agency is in " + out);
            return 0;
        }
        if (accounts < 1 || accounts > 9_999 || orders < 1) {
            spec.commandLine().getErr().println("redflag: --accounts takes 1 to 9999, --orders 1 and more");
            return 2;
        }
        new LargeAgency(accounts, orders, seed).write(out);
        console.println(accounts + " accounts with " + orders + " order rows each are in " + out);
        console.println("Run them:  redflag run " + out.resolve("jobs").resolve("agency.yaml"));
        return 0;
    }
}
