package redflag.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.metrics.Finding;
import redflag.risk.AmazonState;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

/** The verdict in one sentence. */
final class Headline {

    private final RiskReport report;
    private final ReportWords words;
    private final Messages messages;

    Headline(RiskReport report, ReportWords words) {
        this.report = report;
        this.words = words;
        this.messages = words.messages();
    }

    String brief() {
        return told(false);
    }

    /** With what brings the first metric off target back. */
    String withTheWayBack() {
        return told(true);
    }

    private String told(boolean withWayBack) {
        String stated = report.amazon().map(AmazonState::asStated).orElse("");
        boolean byState = report.verdict().because().contains("accountStatus");
        return switch (report.verdict().level()) {
            case DEACTIVATED -> messages.text("headline.deactivated", Map.of("stated", stated));
            case OFF_TARGET ->
                byState
                        ? messages.text("headline.at-risk", Map.of("stated", stated))
                        : told("headline.off-rate", Status.OFF_TARGET, withWayBack);
            case WATCH ->
                byState
                        ? messages.text(
                                "headline.watch-stated",
                                Map.of(
                                        "stated",
                                        stated,
                                        "known",
                                        String.join(messages.text("sheet.list-separator"), AmazonState.knownWords())))
                        : told("headline.watch", Status.WATCH, false);
            case UNKNOWN ->
                messages.text(
                        report.verdict().because().isEmpty() ? "headline.nothing-measured" : "headline.unknown",
                        Map.of("metrics", (long) report.verdict().because().size()));
            case HEALTHY -> messages.text(report.verdict().fragile() ? "headline.fragile" : "headline.healthy");
        };
    }

    private String told(String key, Status status, boolean withWayBack) {
        List<Finding> deciding = report.findings().stream()
                .filter(finding -> finding.reading().decides())
                .toList();
        List<Finding> those = deciding.stream()
                .filter(finding -> finding.reading().status() == status)
                .toList();
        Reading first = those.get(0).reading();
        Map<String, Object> facts = new HashMap<>();
        facts.put("metric", words.metric(first));
        facts.put("value", words.value(first.measured(), first.target()));
        facts.put("precision", precision(first));
        facts.put("target", words.target(first.target()));
        facts.put("back", withWayBack ? wayBack(those.get(0)) : "");
        facts.put("more", (long) those.size() - 1);
        facts.put(
                "unknown",
                deciding.stream().filter(finding -> finding.reading().missing()).count());
        return messages.text(key, facts);
    }

    private String wayBack(Finding finding) {
        Reading reading = finding.reading();
        Optional<Long> orders = reading.headroom().flatMap(Headroom::cleanOrdersToRecover);
        Optional<LocalDate> heals = ReportWords.heals(reading, finding.outlook());
        if (orders.isEmpty()) {
            return "";
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("orders", orders.get());
        facts.put("lag", (long) reading.target().lagDays());
        facts.put("axis", reading.target().axis().name());
        heals.ifPresent(day -> facts.put("day", day));
        return messages.text(heals.isPresent() ? "headline.back-or-wait" : "headline.back", facts);
    }

    /** Of the value as it is shown: where the good ones are, more defects mean a lower one. */
    private static String precision(Reading reading) {
        Precision precision = reading.measured().map(Measured::precision).orElse(Precision.EXACT);
        if (reading.target().condition().isOfTheGood()) {
            precision = switch (precision) {
                case AT_LEAST -> Precision.AT_MOST;
                case AT_MOST -> Precision.AT_LEAST;
                default -> precision;
            };
        }
        return precision.name();
    }
}
