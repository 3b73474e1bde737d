package redflag.cli;

import picocli.CommandLine.Option;

/** How much a night says of itself; one of the two at most. */
final class Loudness {

    @Option(names = "--quiet", description = "Prints only what is wrong, and the last line.")
    private boolean quiet;

    @Option(
            names = "--verbose",
            description = "Prints a line an account as it ends: files, rows, seconds; and who got no mail and why.")
    private boolean verbose;

    boolean isQuiet() {
        return quiet;
    }

    boolean isVerbose() {
        return verbose;
    }
}
