package redflag.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.report.ReportWords;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;
import redflag.words.Messages;

/** Writes messages: subject, bodies, what goes with them. The same news give the same message. */
final class Composer {

    private final News news;
    private final MailSettings settings;

    Composer(News news, MailSettings settings) {
        this.news = news;
        this.settings = settings;
    }

    /**
     * @param corrected whether an earlier message told the recipient of the same night otherwise
     * @throws IOException if a report that goes with it is not there
     */
    Message message(Recipient recipient, boolean corrected) throws IOException {
        Messages messages = recipient.messages();
        Enclosures enclosures = Enclosures.of(news, recipient, settings);
        String subject = recipient.stores().isEmpty() ? troubles(recipient) : stores(recipient);
        Map<String, Object> facts = BodyFacts.of(news, recipient, subject, corrected, enclosures, reportsAt());
        return new Message(
                recipient,
                corrected ? messages.text("mail.subject.corrected", Map.of("subject", subject)) : subject,
                settings.templates().text(facts),
                settings.templates().html(facts),
                enclosures);
    }

    private String reportsAt() {
        String asOf = news.portfolio().asOf().toString();
        return settings.reportsAt()
                .map(place -> place + (place.endsWith("/") || place.endsWith("\\") ? "" : "/") + asOf)
                .orElseGet(() -> {
                    Path folder = news.reports().resolve(asOf);
                    return folder.toAbsolutePath().normalize().toString();
                });
    }

    private String stores(Recipient recipient) {
        ReportWords words = new ReportWords(recipient.messages());
        List<StoreNews> stores = recipient.stores();
        Optional<RiskLevel> worst = stores.stream()
                .flatMap(store -> store.outcome().stream())
                .map(StoreOutcome::risk)
                .min(Comparator.naturalOrder());
        long without =
                stores.stream().filter(store -> store.outcome().isEmpty()).count();
        boolean isCalm = worst.isEmpty() || worst.get() == RiskLevel.HEALTHY || worst.get() == RiskLevel.UNKNOWN;
        boolean isOfTheMissing = without > 0 && isCalm;
        List<StoreNews> those = stores.stream()
                .filter(store -> isOfTheMissing
                        ? store.outcome().isEmpty()
                        : store.outcome().map(StoreOutcome::risk).equals(worst))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put(
                "level",
                isOfTheMissing ? recipient.messages().text("mail.no-report") : words.risk(worst.orElseThrow()));
        facts.put("count", (long) those.size());
        facts.put("stores", (long) stores.size());
        facts.put("store", oneLine(those.get(0).store().name()));
        facts.put("without", isOfTheMissing ? 0L : without);
        facts.put("day", recipient.messages().shortDay(news.portfolio().asOf()));
        return recipient.messages().text("mail.subject", facts);
    }

    private String troubles(Recipient recipient) {
        long accounts = news.portfolio().accounts().stream()
                .filter(account -> !account.isReported())
                .count();
        long files = news.portfolio().quarantined().stream()
                .filter(file -> !file.expected())
                .count();
        return recipient
                .messages()
                .text(
                        "mail.subject.troubles",
                        Map.of(
                                "accounts",
                                accounts,
                                "files",
                                files,
                                "job",
                                news.portfolio().job(),
                                "day",
                                recipient.messages().shortDay(news.portfolio().asOf())));
    }

    /** A header is one line, whatever a name holds. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
