package redflag;

import java.time.Clock;
import org.springframework.modulith.Modulithic;
import redflag.cli.RedflagCommand;

/** The program: {@code redflag COMMAND}. */
@Modulithic
public final class Redflag {

    private Redflag() {}

    public static void main(String[] args) {
        System.exit(RedflagCommand.run(Clock.systemUTC(), args));
    }
}
