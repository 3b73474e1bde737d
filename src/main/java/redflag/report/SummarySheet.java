package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Store;
import redflag.metrics.Finding;
import redflag.past.PastReading;
import redflag.risk.AmazonState;
import redflag.rules.Reading;
import redflag.words.Messages;

/** The first page: how the store stands, by which metrics, and what follows from it. */
final class SummarySheet {

    static final String NAME = "sheet.summary";

    static final List<Column<SummaryRow>> COLUMNS = List.of(
            new Column<>("summary.metric", 38, (row, words) -> Content.of(row.metric(words))),
            new Column<>("summary.value", 25, (row, words) -> Content.of(row.value(words))),
            new Column<>(
                    "summary.target",
                    20,
                    (row, words) -> Content.of(words.target(row.first().target()))),
            new Column<>(
                    "summary.status", 15, (row, words) -> Content.of(row.first().status(), words)),
            new Column<>("summary.headroom", 30, (row, words) -> Content.of(words.headroom(row.first()))),
            new Column<>(
                    "summary.previous",
                    15,
                    (row, words) -> Content.text(row.previous().map(past -> words.status(past.status())))),
            new Column<>("summary.why", 50, (row, words) -> Content.of(row.why(words))));

    private SummarySheet() {}

    static void write(Book book, RiskReport report) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.fitOnOnePage();
        page.title(report.store().name());
        page.line(store(report, book.messages()));
        page.verdict(
                new Content.Marked(
                        book.words().risk(report.verdict().level()),
                        Tone.of(report.verdict().level())),
                book.words().headline(report));
        facts(page, report);
        List<SummaryRow> rows = SummaryRow.of(report);
        List<SummaryRow> enforced =
                rows.stream().filter(row -> row.first().decides()).toList();
        List<SummaryRow> shownOnly =
                rows.stream().filter(row -> !row.first().decides()).toList();
        table(page, "summary.section.enforced", "EnforcedMetrics", enforced);
        nextSteps(page, report);
        table(page, "summary.section.shown-only", "OtherMetrics", shownOnly);
    }

    private static String store(RiskReport report, Messages messages) {
        Store store = report.store();
        return messages.text(
                "summary.store",
                Map.of(
                        "channel", store.marketplace().salesChannel(),
                        "country", store.marketplace().country(),
                        "store", store.id().value(),
                        "asOf", report.asOf()));
    }

    private static void facts(Page page, RiskReport report) {
        Messages messages = page.words().messages();
        DataQuality quality = report.dataQuality();
        page.labelled(page.text("summary.label.amazon"), amazon(report.amazon(), messages));
        page.labelled(
                page.text("summary.label.data"),
                messages.text(
                        "summary.data",
                        Map.of(
                                "files", (long) quality.files().size(),
                                "rejected", quality.rowsRejected(),
                                "quarantined", (long) quality.quarantined().size(),
                                "missing", (long) quality.missing().size())));
        page.labelled(
                page.text("summary.label.previous"),
                report.previous()
                        .map(night -> messages.text("summary.previous", Map.of("on", night.asOf())))
                        .orElse(messages.text("summary.no-previous")));
    }

    private static String amazon(Optional<AmazonState> amazon, Messages messages) {
        if (amazon.isEmpty()) {
            return messages.text("summary.amazon-silent");
        }
        String stated = amazon.get().asStated();
        return amazon.get()
                .on()
                .map(on -> messages.text("summary.amazon-on", Map.of("stated", stated, "on", on)))
                .orElseGet(() -> messages.text("summary.amazon", Map.of("stated", stated)));
    }

    private static void table(Page page, String section, String name, List<SummaryRow> rows) {
        if (!rows.isEmpty()) {
            page.gap();
            page.section(page.text(section));
            page.table(name, COLUMNS, rows);
        }
    }

    private static void nextSteps(Page page, RiskReport report) {
        page.gap();
        page.section(page.text("summary.section.next"));
        List<String> steps = NextSteps.of(report, page.words());
        long number = 1;
        for (String step : steps) {
            page.line(page.words().messages().text("summary.step", Map.of("number", number++, "step", step)));
        }
        if (steps.isEmpty()) {
            page.line(page.text("summary.no-steps"));
        }
    }

    /**
     * A line of the summary: one metric, or several counts of which the same is to be said.
     *
     * @param members one at least, in the order of the metrics
     * @param previous of the only member; missing for several, which are as they were
     */
    record SummaryRow(List<Reading> members, Optional<PastReading> previous) {

        static List<SummaryRow> of(RiskReport report) {
            List<SummaryRow> rows = new ArrayList<>();
            Map<String, SummaryRow> groups = new java.util.HashMap<>();
            for (Finding finding : report.findings()) {
                Reading reading = finding.reading();
                Optional<PastReading> previous = report.previous().flatMap(night -> night.of(reading));
                SummaryRow row = new SummaryRow(new ArrayList<>(List.of(reading)), previous);
                SummaryRow group =
                        QuietCounts.isQuiet(reading, previous) ? groups.get(QuietCounts.groupOf(reading)) : null;
                if (group != null) {
                    group.members.add(reading);
                    continue;
                }
                if (QuietCounts.isQuiet(reading, previous)) {
                    groups.put(QuietCounts.groupOf(reading), row);
                }
                rows.add(row);
            }
            return rows;
        }

        Reading first() {
            return members.get(0);
        }

        String metric(ReportWords words) {
            return members.size() == 1
                    ? words.metric(first())
                    : words.messages().text("summary.counts", Map.of("counts", (long) members.size()));
        }

        String value(ReportWords words) {
            return words.value(first().measured(), first().target());
        }

        String why(ReportWords words) {
            String why = words.why(first());
            if (members.size() == 1) {
                return first().fragile() && first().decides()
                        ? words.messages()
                                .text("summary.why-fragile", Map.of("why", why))
                                .strip()
                        : why;
            }
            String names = members.stream()
                    .map(words::metric)
                    .collect(
                            java.util.stream.Collectors.joining(words.messages().text("sheet.list-separator")));
            return words.messages()
                    .text("summary.why-counts", Map.of("why", why, "names", names))
                    .strip();
        }
    }
}
