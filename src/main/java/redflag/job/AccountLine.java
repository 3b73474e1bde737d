package redflag.job;

import java.util.Map;
import redflag.report.AccountOutcome;
import redflag.words.Messages;

/** What came of an account, in a few words: files, rows, seconds. */
public final class AccountLine {

    private AccountLine() {}

    public static String of(AccountOutcome outcome) {
        return Messages.english()
                .text(
                        "console.account",
                        Map.of(
                                "stores",
                                (long) outcome.stores().size(),
                                "files",
                                (long) outcome.files().size(),
                                "rows",
                                outcome.rows(),
                                "rejected",
                                outcome.rejected(),
                                "seconds",
                                outcome.seconds()));
    }
}
