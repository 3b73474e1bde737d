package redflag.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.risk.AmazonState;
import redflag.words.Messages;

/** The first page: how the store stands, by which metrics, and what follows from it. */
final class SummarySheet {

    static final String NAME = "sheet.summary";

    private static final int WHY_WIDTH = 50;
    /** What the cell's margins take of it. */
    private static final double MARGINS = 2;
    /** So many lines what is to be said of a metric may take. */
    private static final int MOST_LINES = 4;

    /** The same on a full page. */
    private static final int FEWEST_LINES = 2;

    static final List<Column<SummaryRow>> COLUMNS = columns(MOST_LINES);

    private static final int STEPS = 3;
    private static final int MOST_ALERTS = 2;
    private static final int MOST_LATE = 2;
    /** Between tables, with the heading of the second. */
    private static final double POINTS_OF_A_SECTION = 36;

    private SummarySheet() {}

    /** @param lines that the last column takes at most in a row */
    private static List<Column<SummaryRow>> columns(int lines) {
        return List.of(
                new Column<>("summary.metric", 33, (row, words) -> Content.of(row.metric(words))),
                new Column<>("summary.value", 24, (row, words) -> Content.of(row.value(words))),
                new Column<>(
                        "summary.target",
                        17,
                        (row, words) -> Content.of(words.target(row.first().target()))),
                new Column<>("summary.status", 15, (row, words) -> Content.status(row.first(), words)),
                new Column<>(
                        "summary.headroom", 30, (row, words) -> Content.of(words.headroom(row.first(), row.outlook()))),
                new Column<>(
                        "summary.trend",
                        12,
                        (row, words) ->
                                row.figures().<Content>map(Content.Line::new).orElseGet(Content::nothing)),
                new Column<>("summary.previous", 18, (row, words) -> Content.of(row.change(words))),
                new Column<>(
                        "summary.why",
                        WHY_WIDTH,
                        (row, words) -> Content.of(row.why(words, lines, WHY_WIDTH - MARGINS))));
    }

    /** @param trend where lines of the metrics find their figures */
    static void write(Book book, RiskReport report, TrendFigures trend) {
        Page page = book.page(0, NAME, List.of(COLUMNS));
        page.fitOnOnePage();
        page.title(page.words()
                .messages()
                .text("summary.title", Map.of("name", report.store().name(), "store", store(report, book.messages()))));
        page.verdict(
                new Content.Marked(
                        book.words().risk(report.verdict().level()),
                        Tone.of(report.verdict().level())),
                book.words().verdict(report));
        facts(page, report);
        nextSteps(page, report);
        metrics(page, report, SummaryRow.of(report, trend));
    }

    /** As much is said of the metrics as leaves the page legible; what has no room is on the sheet Metrics. */
    private static void metrics(Page page, RiskReport report, List<SummaryRow> rows) {
        List<SummaryRow> enforced =
                rows.stream().filter(row -> row.first().decides()).toList();
        List<SummaryRow> shownOnly =
                rows.stream().filter(row -> !row.first().decides()).toList();
        List<String> caveats = page.words()
                .headroomCaveats(enforced.stream().map(SummaryRow::first).toList());
        double room =
                Page.LEGIBLE_PAGE - page.pointsWritten() - POINTS_OF_A_SECTION - caveats.size() * page.pointsOfALine();
        double others = shownOnly.isEmpty() ? 0 : POINTS_OF_A_SECTION + page.pointsOf(columns(FEWEST_LINES), shownOnly);
        int lines = MOST_LINES;
        while (lines > FEWEST_LINES && page.pointsOf(columns(lines), enforced) + others > room) {
            lines--;
        }
        boolean amazons = report.store().marketplace().isAmazons();
        table(
                page,
                amazons ? "summary.section.enforced" : "summary.section.enforced-elsewhere",
                "EnforcedMetrics",
                columns(lines),
                enforced);
        caveats.forEach(page::line);
        if (page.pointsWritten() + others > Page.LEGIBLE_PAGE) {
            page.line(page.words().messages().text("summary.shown-elsewhere", Map.of("metrics", (long)
                    shownOnly.size())));
            return;
        }
        table(
                page,
                amazons ? "summary.section.shown-only" : "summary.section.shown-only-elsewhere",
                "OtherMetrics",
                columns(FEWEST_LINES),
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
        if (!report.notices().all().isEmpty()) {
            page.labelled(page.text("summary.label.notices"), NoticeWords.brief(report, messages));
        }
        page.labelled(
                page.text("summary.label.data"),
                messages.text(
                        "summary.data",
                        Map.of(
                                "files", (long) quality.files().size(),
                                "rejected", quality.rowsRejected(),
                                "quarantined", (long) quality.quarantined().size(),
                                "missing", (long) quality.missing().size())));
        late(page, quality.late());
        alerts(page, quality.alerts());
        page.labelled(
                page.text("summary.label.previous"),
                page.words().changes(report.history().changes()));
        report.history()
                .assurance()
                .ifPresent(clock ->
                        page.labelled(page.text("summary.label.assurance"), TrendSheet.assurance(clock, messages)));
    }

    private static void late(Page page, List<ExportAge> late) {
        Messages messages = page.words().messages();
        List<String> said = new ArrayList<>();
        late.stream()
                .limit(MOST_LATE)
                .map(age -> messages.text(
                        "summary.late",
                        Map.of(
                                "export",
                                messages.said(age.name()),
                                "newest",
                                age.newest(),
                                "level",
                                age.level().name())))
                .forEach(said::add);
        more(late.size() - MOST_LATE, messages).ifPresent(said::add);
        if (!said.isEmpty()) {
            page.labelled(page.text("summary.label.late"), page.words().sentences(said));
        }
    }

    private static void alerts(Page page, List<Remark> alerts) {
        List<String> said = new ArrayList<>();
        alerts.stream().limit(MOST_ALERTS).map(page.words()::remark).forEach(said::add);
        more(alerts.size() - MOST_ALERTS, page.words().messages()).ifPresent(said::add);
        said.forEach(alert -> page.labelled(page.text("summary.label.alert"), alert));
    }

    private static Optional<String> more(int count, Messages messages) {
        return count <= 0
                ? Optional.empty()
                : Optional.of(messages.text(
                        "summary.step.more",
                        Map.of("count", (long) count, "sheets", messages.text(DataQualitySheet.NAME))));
    }

    /** What Amazon says of the account itself. */
    static String amazon(Optional<AmazonState> amazon, Messages messages) {
        if (amazon.isEmpty()) {
            return messages.text("summary.amazon-silent");
        }
        String stated = amazon.get().asStated();
        return amazon.get()
                .on()
                .map(on -> messages.text("summary.amazon-on", Map.of("stated", stated, "on", on)))
                .orElseGet(() -> messages.text("summary.amazon", Map.of("stated", stated)));
    }

    private static void table(
            Page page, String section, String name, List<Column<SummaryRow>> columns, List<SummaryRow> rows) {
        if (!rows.isEmpty()) {
            page.gap();
            page.section(page.text(section));
            page.table(name, columns, rows);
        }
    }

    private static void nextSteps(Page page, RiskReport report) {
        Messages messages = page.words().messages();
        page.gap();
        page.section(page.text("summary.section.next"));
        List<Step> steps = NextSteps.of(report, page.words());
        for (int i = 0; i < Math.min(STEPS, steps.size()); i++) {
            Step step = steps.get(i);
            Map<String, Object> facts = new HashMap<>(Map.of("number", i + 1L));
            step.due().ifPresent(day -> facts.put("day", day));
            page.labelled(
                    messages.text(step.due().isPresent() ? "summary.step.by" : "summary.step", facts), step.text());
        }
        NextSteps.more(steps, STEPS, messages).ifPresent(more -> page.labelled("", more));
        if (steps.isEmpty()) {
            page.line(page.text("summary.no-steps"));
        }
        String deadlines = Deadlines.told(report, page.words());
        page.labelled(
                page.text("summary.label.deadlines"),
                deadlines.isEmpty() ? page.text("summary.no-deadlines") : deadlines);
    }
}
