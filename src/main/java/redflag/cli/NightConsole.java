package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redflag.basics.AccountId;
import redflag.delivery.Delivered;
import redflag.history.MailState;
import redflag.job.JobDefinition;
import redflag.job.NightProgress;
import redflag.job.NightResult;
import redflag.job.NightRunner;
import redflag.report.AccountOutcome;
import redflag.report.FileRead;
import redflag.report.Portfolio;
import redflag.report.QuarantinedFile;
import redflag.report.ReportWords;
import redflag.report.StoreOutcome;
import redflag.words.Messages;

/** A night on a terminal: a line a store, what was rejected, where the files are, and the exit code in words. */
final class NightConsole implements NightProgress {

    private static final int STORE_WIDTH = 14;
    private static final int RISK_WIDTH = 12;

    private final PrintWriter out;
    private final PrintWriter err;
    private final ReportWords words = new ReportWords(Messages.english());

    NightConsole(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** @return the exit code */
    int run(JobDefinition job, Clock clock, NightRunner.Request request) throws IOException {
        return tell(job, new NightRunner(job, clock, this).run(request));
    }

    /** What came of a night that was to be run or gone on with. @return the exit code */
    int tell(JobDefinition job, NightRunner.Answer answer) {
        if (answer instanceof NightRunner.Answer.Locked locked) {
            return locked(job, locked);
        }
        if (answer instanceof NightRunner.Answer.AlreadyDone done) {
            out.println("The night of " + done.night().asOf() + " of job "
                    + done.night().job() + " is already done (attempt "
                    + done.night().attempt() + "); --again runs it once more; exit 3");
            return NightRunner.ALREADY_DONE;
        }
        if (answer instanceof NightRunner.Answer.NothingFailed none) {
            out.println("No account failed in the night of " + none.night().asOf() + " of job "
                    + none.night().job() + " (attempt " + none.night().attempt() + "): there is nothing to retry"
                    + (none.messagesLeft() ? ", but messages are left, which resend --failed sends" : "") + "; exit 3");
            return NightRunner.ALREADY_DONE;
        }
        if (answer instanceof NightRunner.Answer.Ran ran) {
            print(ran.result());
            return ran.result().exitCode();
        }
        throw new IllegalStateException("no words for " + answer);
    }

    private int locked(JobDefinition job, NightRunner.Answer.Locked locked) {
        err.println("redflag: another run holds " + job.database().place()
                + (locked.holder().isEmpty() ? "" : " (" + locked.holder() + ")") + "; exit 4");
        return NightRunner.LOCKED;
    }

    /**
     * What came of messages that were sent on purpose.
     *
     * @param to the recipients that were named, if any were
     * @return the exit code
     */
    int resent(JobDefinition job, NightRunner.Answer answer, List<String> to) {
        if (answer instanceof NightRunner.Answer.Locked locked) {
            return locked(job, locked);
        }
        if (!(answer instanceof NightRunner.Answer.Ran ran)) {
            throw new IllegalStateException("no words for " + answer);
        }
        List<Delivered> messages = ran.result().mail();
        List<String> unknown = to.stream()
                .filter(address -> messages.stream()
                        .noneMatch(message -> message.recipient().equalsIgnoreCase(address)))
                .toList();
        if (!unknown.isEmpty()) {
            err.println("redflag: the night of " + ran.result().portfolio().asOf() + " has nothing to tell "
                    + String.join(", ", unknown) + "; exit 2");
            return 2;
        }
        mail(messages);
        boolean isLeft = messages.stream().anyMatch(message -> !message.isSettled());
        out.println(words.messages().text("console.resent", Map.of("left", isLeft ? 1L : 0L)));
        return isLeft ? 1 : 0;
    }

    @Override
    public void done(AccountOutcome outcome) {
        // a line a store follows when the night is over, worst first
    }

    @Override
    public void failed(AccountId account, Exception why) {
        err.println("redflag: account " + account + " failed: " + Failures.describe(why));
    }

    private void print(NightResult result) {
        Portfolio portfolio = result.portfolio();
        out.println("Night of " + portfolio.asOf() + ", job " + portfolio.job() + ", attempt " + result.attempt());
        out.println();
        for (StoreOutcome store : portfolio.stores()) {
            out.println(pad(store.store().value(), STORE_WIDTH)
                    + pad(words.risk(store.risk()), RISK_WIDTH)
                    + store.in(words.messages()).headline());
        }
        out.println();
        portfolio.accounts().stream()
                .filter(account -> !account.isReported())
                .forEach(account -> out.println("FAILED account " + account.account() + ": "
                        + account.error().orElse("")));
        files(portfolio);
        out.println("Reports: " + result.folder());
        mail(result.mail());
        result.earlierMail()
                .forEach(earlier -> out.println("Mail of " + earlier.asOf() + " to " + told(earlier.message())));
        out.println(verdict(result));
    }

    private void files(Portfolio portfolio) {
        for (FileRead file : portfolio.files()) {
            if (file.rejected() > 0) {
                out.println("Rejected: " + file.rejected() + " of " + file.rows() + " rows of " + file.file());
            }
        }
        for (QuarantinedFile file : portfolio.quarantined()) {
            out.println("Quarantined" + (file.expected() ? " (expected): " : ": ") + file.file() + ": "
                    + words.remark(file.why()));
        }
        portfolio.warnings().forEach(warning -> out.println("Warning: " + words.remark(warning)));
        long rows = portfolio.rows();
        long rejected = portfolio.rejected();
        out.println(words.messages()
                .text(
                        "console.rows",
                        Map.of(
                                "files",
                                (long) portfolio.files().size(),
                                "rows",
                                rows,
                                "accepted",
                                rows - rejected,
                                "rejected",
                                rejected)));
    }

    /** How many messages fared how, and each that did not arrive. */
    void mail(List<Delivered> messages) {
        if (messages.isEmpty()) {
            return;
        }
        long taken = messages.stream().filter(Delivered::isNew).count();
        long before = messages.stream()
                .filter(message ->
                        message.state().filter(MailState.HANDED_OVER::equals).isPresent() && !message.isNew())
                .count();
        long notDue =
                messages.stream().filter(message -> message.state().isEmpty()).count();
        long open = messages.stream().filter(message -> !message.isSettled()).count();
        out.println(words.messages()
                .text("console.mail", Map.of("taken", taken, "before", before, "notDue", notDue, "open", open)));
        messages.stream()
                .filter(message -> !message.isSettled())
                .forEach(message -> out.println("NOT DELIVERED to " + told(message)));
    }

    private static String told(Delivered message) {
        String state = message.state()
                .map(of -> of.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("not sent");
        return message.recipient() + " (" + state + "): " + message.detail();
    }

    private String verdict(NightResult result) {
        Portfolio portfolio = result.portfolio();
        long failed = portfolio.accounts().stream()
                .filter(account -> !account.isReported())
                .count();
        long surprises = portfolio.quarantined().stream()
                .filter(file -> !file.expected())
                .count();
        String key = result.stopped()
                ? "console.stopped"
                : result.exitCode() == 0 ? "console.all-reported" : "console.not-all-well";
        return words.messages()
                .text(
                        key,
                        Map.of(
                                "stores",
                                (long) portfolio.stores().size(),
                                "failed",
                                failed,
                                "quarantined",
                                surprises,
                                "undelivered",
                                result.mail().stream()
                                        .filter(message -> !message.isSettled())
                                        .count()));
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
