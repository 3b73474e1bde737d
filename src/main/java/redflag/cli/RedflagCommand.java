package redflag.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import redflag.job.Verdict;

/** {@code redflag}: arguments are parsed before anything starts, so that help and mistakes cost nothing. */
@Command(
        name = "redflag",
        description = "Sees an Amazon seller account's red flag coming: nightly risk reports from performance exports.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all stores reported, all messages handed over",
            "1:done, but accounts failed, or files were quarantined that the job does not expect, or a report of an earlier"
                    + " attempt was held open and stays, or a message was not delivered; or it broke off, and says why",
            "2:wrong job file or arguments; nothing was written",
            "3:already done for that date",
            "4:another run holds the database; the message says which",
            "130, 143:stopped by Ctrl-C or kill; the same command goes on"
        })
public final class RedflagCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Runs one command line. @return its exit code */
    public static int run(Clock clock, String... arguments) {
        return commandLine(clock).execute(arguments);
    }

    /** The command line with all commands; {@code clock} is read once, when a night starts. */
    public static CommandLine commandLine(Clock clock) {
        CommandLine commands = new CommandLine(new RedflagCommand());
        commands.addSubcommand(new InitCommand(clock));
        commands.addSubcommand(new RunCommand(clock));
        commands.addSubcommand(new ScheduleCommand(clock));
        commands.addSubcommand(new BackfillCommand(clock));
        commands.addSubcommand(new RetryCommand(clock));
        commands.addSubcommand(new ResendCommand(clock));
        commands.addSubcommand(new DemoCommand(clock));
        commands.addSubcommand(new InspectCommand());
        commands.addSubcommand(new TargetsCommand(clock));
        commands.addSubcommand(new AppealCommand(clock));
        commands.addSubcommand(new CheckCommand());
        commands.addSubcommand(new DoctorCommand(clock));
        commands.addSubcommand(new StatusCommand(clock));
        commands.addSubcommand(new HistoryCommand(clock));
        commands.addSubcommand(new SampleCommand());
        commands.setExecutionExceptionHandler((e, command, parsed) -> {
            command.getErr().println(Verdict.of(e));
            return 1;
        });
        return commands;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("redflag: name a command");
        spec.commandLine().usage(err);
        return CommandLine.ExitCode.USAGE;
    }
}
