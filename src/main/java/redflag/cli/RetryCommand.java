package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.job.NightRunner;

/** {@code retry [RUN]}: the accounts of a night that failed. */
@Command(
        name = "retry",
        description = {
            "Redoes the accounts of a night that failed, and those that it did not come to, and brings it to its end.",
            "What is reported stays as it is; run --again does a whole night anew."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:now all stores are reported",
            "1:accounts failed again, files are quarantined that the job does not expect, or messages are left",
            "2:wrong job file or arguments, or no such night",
            "3:nothing to retry: no account failed",
            "4:another run holds the database; the message says which"
        })
final class RetryCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NightChoice night = new NightChoice();

    @Option(names = "--no-mail", description = "Tells nobody. What was not sent, resend sends later.")
    private boolean withoutMail;

    @ArgGroup
    private Loudness loudness = new Loudness();

    RetryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<NightChoice.Chosen> chosen = night.read(err);
        if (chosen.isEmpty()) {
            return 2;
        }
        NightChoice.Chosen of = chosen.get();
        NightConsole console = new NightConsole(spec.commandLine().getOut(), err, loudness);
        NightRunner.Answer answer =
                new NightRunner(of.job(), clock, console).retry(of.asOf(), of.attempt(), !withoutMail);
        if (answer instanceof NightRunner.Answer.NoSuchNight none) {
            err.println("redflag: " + NightChoice.none(of.job(), none) + "; exit 2");
            return 2;
        }
        return console.tell(of.job(), answer);
    }
}
