package redflag.job;

import redflag.cli.RedflagCommand;

/** The program in a process of its own, at the moment that tests take for now. */
final class NightProcess {

    private NightProcess() {}

    public static void main(String[] arguments) {
        System.exit(RedflagCommand.run(TestAgency.MORNING_AFTER, arguments));
    }
}
