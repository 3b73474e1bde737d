package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Store;
import redflag.risk.AmazonState;
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
            new Column<>("summary.status", 15, (row, words) -> Content.status(row.first(), words)),
            new Column<>(
                    "summary.headroom", 30, (row, words) -> Content.of(words.headroom(row.first(), row.outlook()))),
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
        boolean amazons = report.store().marketplace().isAmazons();
        table(
                page,
                amazons ? "summary.section.enforced" : "summary.section.enforced-elsewhere",
                "EnforcedMetrics",
                enforced);
        page.words()
                .headroomCaveats(enforced.stream().map(SummaryRow::first).toList())
                .forEach(page::line);
        nextSteps(page, report);
        table(
                page,
                amazons ? "summary.section.shown-only" : "summary.section.shown-only-elsewhere",
                "OtherMetrics",
                shownOnly);
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
        page.labelled(
                page.text(report.store().marketplace().isAmazons() ? "summary.label.amazon" : "summary.label.status"),
                amazon(report.amazon(), messages));
        page.labelled(
                page.text("summary.label.data"),
                messages.text(
                        "summary.data",
                        Map.of(
                                "files", (long) quality.files().size(),
                                "rejected", quality.rowsRejected(),
                                "quarantined", (long) quality.quarantined().size(),
                                "missing", (long) quality.missing().size())));
        List<String> late = quality.late().stream()
                .map(age -> messages.text(
                        "summary.late",
                        Map.of(
                                "export",
                                messages.said(age.name()),
                                "newest",
                                age.newest(),
                                "level",
                                age.level().name())))
                .toList();
        if (!late.isEmpty()) {
            page.labelled(page.text("summary.label.late"), page.words().sentences(late));
        }
        quality.alerts()
                .forEach(alert -> page.labelled(
                        page.text("summary.label.alert"), page.words().remark(alert)));
        page.labelled(
                page.text("summary.label.previous"),
                page.words().changes(report.history().changes()));
        report.history()
                .assurance()
                .ifPresent(clock ->
                        page.labelled(page.text("summary.label.assurance"), TrendSheet.assurance(clock, messages)));
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
}
