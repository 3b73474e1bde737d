package redflag.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import redflag.delivery.Delivered;
import redflag.report.Portfolio;

/**
 * What came of a night.
 *
 * @param unchanged how many of its files were not read again, for they had not changed since an earlier night
 * @param folder where its reports are
 * @param mail what came of each recipient's message
 * @param earlierMail what came of messages of nights before, that nobody had taken then
 * @param exitCode by product.md §6
 * @param stopped whether it was stopped, and will resume
 */
public record NightResult(
        Portfolio portfolio,
        int attempt,
        int unchanged,
        Path folder,
        List<Delivered> mail,
        List<Earlier> earlierMail,
        int exitCode,
        boolean stopped) {

    /** A message of an earlier night. */
    public record Earlier(LocalDate asOf, Delivered message) {}

    /** The same of a night that was stopped. */
    NightResult ofStopped() {
        return new NightResult(portfolio, attempt, unchanged, folder, mail, earlierMail, 1, true);
    }

    public NightResult {
        mail = List.copyOf(mail);
        earlierMail = List.copyOf(earlierMail);
    }
}
