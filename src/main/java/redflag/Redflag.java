package redflag;

import java.time.Clock;
import redflag.cli.RedflagCommand;

/** The program: {@code redflag COMMAND}. */
public final class Redflag {

    private Redflag() {}

    public static void main(String[] args) {
        System.exit(RedflagCommand.commandLine(Clock.systemUTC()).execute(args));
    }
}
