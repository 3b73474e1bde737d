package redflag.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.report.AccountOutcome;
import redflag.report.QuarantinedFile;
import redflag.report.ReportWords;

/** What went wrong in a night: accounts that failed, files that could not be used though the job does not expect it. */
final class Troubles {

    private Troubles() {}

    static boolean areIn(News news) {
        return news.portfolio().accounts().stream().anyMatch(account -> !account.isReported())
                || news.portfolio().quarantined().stream().anyMatch(file -> !file.expected());
    }

    /** All of them in sentences, for whoever looks after the program. */
    static List<String> ofNight(News news, ReportWords words) {
        List<String> troubles = new ArrayList<>();
        for (AccountOutcome account : news.portfolio().accounts()) {
            if (!account.isReported()) {
                troubles.add(words.messages()
                        .text(
                                "mail.trouble.account",
                                Map.of(
                                        "account", account.account().value(),
                                        "why", account.error().orElse(""))));
            }
        }
        for (QuarantinedFile file : news.portfolio().quarantined()) {
            if (!file.expected()) {
                troubles.add(words.messages()
                        .text("mail.trouble.file", Map.of("file", file.file(), "why", words.remark(file.why()))));
            }
        }
        return troubles;
    }

    /** That a recipient's stores have no report, for whoever waits for it. */
    static List<String> ofStores(List<StoreNews> stores, ReportWords words) {
        return stores.stream()
                .filter(store -> store.outcome().isEmpty())
                .map(store -> words.messages()
                        .text(
                                "mail.trouble.store",
                                Map.of("store", store.store().name(), "why", store.failure())))
                .toList();
    }
}
