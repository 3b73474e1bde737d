package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.delivery.Delivery;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;

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

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private NightChoice night = new NightChoice();

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
        Optional<NightChoice.Chosen> chosen = night.read(err);
        if (chosen.isEmpty()) {
            return 2;
        }
        JobDefinition job = chosen.get().job();
        if (job.mail().isEmpty()) {
            err.println("redflag: the job " + job.file() + " sends no mail (mail: transport)");
            return 2;
        }
        return resend(job, chosen.get().asOf(), chosen.get().attempt());
    }

    private int resend(JobDefinition job, Optional<LocalDate> asOf, Optional<Integer> attempt) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        NightConsole console = new NightConsole(out, err);
        Delivery.Request request = new Delivery.Request(!failed, failed, Set.copyOf(to));
        NightRunner.Answer answer = new NightRunner(job, clock, console).resend(asOf, attempt, request);
        if (answer instanceof NightRunner.Answer.NoSuchNight none) {
            String instead = none.newest().isPresent() ? ": its reports are those that can be sent" : "";
            err.println("redflag: " + NightChoice.none(job, none) + instead);
            return 2;
        }
        return console.resent(job, answer, to);
    }
}
