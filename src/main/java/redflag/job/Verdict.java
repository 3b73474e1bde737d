package redflag.job;

import java.util.Map;
import redflag.report.AccountOutcome;
import redflag.report.Portfolio;
import redflag.words.Messages;

/** The last line of a night, on a terminal and in its log: what came of it, and the exit code. */
public final class Verdict {

    private Verdict() {}

    public static String of(NightResult result) {
        Portfolio portfolio = result.portfolio();
        long reported =
                portfolio.accounts().stream().filter(AccountOutcome::isReported).count();
        String key = result.stopped()
                ? "console.stopped"
                : result.exitCode() == 0 ? "console.all-reported" : "console.not-all-well";
        return Messages.english()
                .text(
                        key,
                        Map.of(
                                "stores",
                                (long) portfolio.stores().size(),
                                "failed",
                                portfolio.accounts().size() - reported,
                                "quarantined",
                                portfolio.quarantined().stream()
                                        .filter(file -> !file.expected())
                                        .count(),
                                "undelivered",
                                result.mail().stream()
                                        .filter(message -> !message.isSettled())
                                        .count()));
    }

    /** Of a night that could not be brought to its end. */
    public static String of(Exception broken) {
        return "redflag: " + Failures.describe(broken) + "; exit 1";
    }
}
