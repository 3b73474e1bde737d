package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import redflag.basics.AccountId;
import redflag.delivery.Delivered;
import redflag.history.MailState;
import redflag.history.NightKey;
import redflag.job.AccountLine;
import redflag.job.Failures;
import redflag.job.JobDefinition;
import redflag.job.MailLine;
import redflag.job.NightProgress;
import redflag.job.NightResult;
import redflag.job.NightRunner;
import redflag.job.Verdict;
import redflag.report.AccountOutcome;
import redflag.report.FileRead;
import redflag.report.Portfolio;
import redflag.report.QuarantinedFile;
import redflag.report.ReportWords;
import redflag.report.StoreOutcome;
import redflag.words.Messages;

/**
 * A night on a terminal: a bar while accounts are worked on, then a line a store, what was rejected, where the files are, and
 * the exit code in words. In a log or a pipe there is no bar.
 */
final class NightConsole implements NightProgress {

    private static final int STORE_WIDTH = 14;
    private static final int RISK_WIDTH = 12;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Loudness loudness;
    private final ReportWords words = new ReportWords(Messages.english());
    private @Nullable ProgressLine bar;

    NightConsole(PrintWriter out, PrintWriter err) {
        this(out, err, new Loudness());
    }

    NightConsole(PrintWriter out, PrintWriter err, Loudness loudness) {
        this.out = out;
        this.err = err;
        this.loudness = loudness;
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
        mail(messages);
        if (!unknown.isEmpty()) {
            err.println("redflag: the night of " + ran.result().portfolio().asOf() + " has nothing to tell "
                    + String.join(", ", unknown) + "; exit 2");
            return 2;
        }
        boolean isLeft = messages.stream().anyMatch(message -> !message.isSettled());
        out.println(words.messages().text("console.resent", Map.of("left", isLeft ? 1L : 0L)));
        return isLeft ? 1 : 0;
    }

    @Override
    public synchronized void planned(NightKey night, List<AccountId> left, int accounts) {
        if (Terminal.isThere() && !loudness.isQuiet() && !left.isEmpty()) {
            bar = new ProgressLine(System.out, left.size());
        }
    }

    @Override
    public void started(AccountId account) {
        // the bar counts those that are over
    }

    /** A line a store follows when the night is over, worst first. */
    @Override
    public synchronized void done(AccountOutcome outcome) {
        if (loudness.isVerbose()) {
            print(() -> out.println("Account " + outcome.account() + ": " + AccountLine.of(outcome)));
        }
        step(outcome.rows());
    }

    @Override
    public synchronized void failed(AccountId account, Exception why) {
        print(() -> err.println("redflag: account " + account + " failed: " + Failures.describe(why)));
        step(0);
    }

    @Override
    public synchronized void warned(String what) {
        print(() -> err.println("redflag: " + what));
    }

    private void print(Runnable lines) {
        if (bar == null) {
            lines.run();
        } else {
            bar.above(() -> {
                lines.run();
                out.flush();
                err.flush();
            });
        }
    }

    private void step(long rows) {
        if (bar != null) {
            bar.step(rows);
        }
    }

    private synchronized void closeBar() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    /** Whoever handles it says why. */
    @Override
    public void broken(Exception why) {
        closeBar();
    }

    @Override
    public void ended(NightResult result) {
        closeBar();
        Portfolio portfolio = result.portfolio();
        if (!loudness.isQuiet()) {
            stores(portfolio, result.attempt());
        }
        portfolio.accounts().stream()
                .filter(account -> !account.isReported() && !result.stopped())
                .forEach(account -> out.println("FAILED account " + account.account() + ": "
                        + account.error().orElse("")));
        files(portfolio);
        if (!loudness.isQuiet()) {
            out.println("Reports: " + result.folder());
        }
        mail(result.mail());
        if (!loudness.isQuiet()) {
            result.earlierMail()
                    .forEach(earlier ->
                            out.println("Mail of " + earlier.asOf() + " to " + MailLine.of(earlier.message())));
        }
        out.println(Verdict.of(result));
        out.flush();
    }

    private void stores(Portfolio portfolio, int attempt) {
        out.println("Night of " + portfolio.asOf() + ", job " + portfolio.job() + ", attempt " + attempt);
        out.println();
        for (StoreOutcome store : portfolio.stores()) {
            out.println(pad(store.store().value(), STORE_WIDTH)
                    + pad(words.risk(store.risk()), RISK_WIDTH)
                    + store.in(words.messages()).headline());
        }
        out.println();
    }

    private void files(Portfolio portfolio) {
        for (FileRead file : portfolio.files()) {
            if (file.rejected() > 0 && !loudness.isQuiet()) {
                out.println("Rejected: " + file.rejected() + " of " + file.rows() + " rows of " + file.file());
            }
        }
        for (QuarantinedFile file : portfolio.quarantined()) {
            if (!file.expected() || !loudness.isQuiet()) {
                out.println("Quarantined" + (file.expected() ? " (expected): " : ": ") + file.file() + ": "
                        + words.remark(file.why()));
            }
        }
        portfolio.warnings().forEach(warning -> out.println("Warning: " + words.remark(warning)));
        if (loudness.isQuiet()) {
            return;
        }
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
        if (!loudness.isQuiet()) {
            out.println(words.messages()
                    .text("console.mail", Map.of("taken", taken, "before", before, "notDue", notDue, "open", open)));
        }
        if (loudness.isVerbose()) {
            messages.stream()
                    .filter(message -> message.state().isEmpty())
                    .forEach(message -> out.println("No mail to " + MailLine.of(message)));
        }
        messages.stream()
                .filter(message -> !message.isSettled())
                .forEach(message -> out.println("NOT DELIVERED to " + MailLine.of(message)));
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }
}
