package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.rules.Reading;
import redflag.words.Messages;

/** Every defect on a row of its own, with the rows that say so: what the column of counts adds up to is what counts. */
final class OrdersSheet {

    static final String NAME = "sheet.orders";

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>("orders.metric", 28, (row, words) -> Content.of(words.metric(row.reading()))),
            new Column<>(
                    "orders.order", 22, (row, words) -> Content.of(row.defect().orderId())),
            new Column<>(
                    "orders.date", 12, (row, words) -> Content.of(row.defect().axisDate())),
            new Column<>("orders.kinds", 22, (row, words) -> Content.of(kinds(row.defect(), words.messages()))),
            new Column<>(
                    "orders.sku", 16, (row, words) -> Content.text(row.defect().sku())),
            new Column<>(
                    "orders.carrier",
                    12,
                    (row, words) -> Content.text(row.defect().carrier())),
            Column.number(
                    "orders.count", 8, (row, words) -> Content.of(row.defect().count())),
            new Column<>(
                    "orders.enters",
                    11,
                    (row, words) -> Content.of(
                            row.reading().target().entersOn(row.defect().axisDate()))),
            new Column<>(
                    "orders.leaves", 11, (row, words) -> Content.of(row.defect().leavesOn())),
            new Column<>(
                    "orders.file",
                    28,
                    (row, words) -> Content.text(
                            row.defect().from().stream().map(Source::file).findFirst())),
            Column.number(
                    "orders.row",
                    7,
                    (row, words) -> row.defect().from().stream()
                            .findFirst()
                            .<Content>map(source -> new Content.Ordinal(source.row()))
                            .orElseGet(Content::nothing)),
            new Column<>(
                    "orders.also",
                    30,
                    (row, words) -> Content.of(
                            Phrases.sources(row.defect().from().stream().skip(1).toList(), words.messages()))));

    private OrdersSheet() {}

    record Row(Reading reading, Defect defect) {}

    /**
     * @param most rows that are listed; past them the sheet says how many there are
     * @param whole the file with all of them where they are more
     */
    static void write(Book book, RiskReport report, int most, String whole) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        long all = count(report);
        if (all == 0) {
            page.line(page.text("sheet.orders.empty"));
            return;
        }
        page.line(page.text("sheet.orders.about"));
        if (all > most) {
            page.line(page.words()
                    .messages()
                    .text("sheet.orders.cut", Map.of("shown", (long) most, "all", all, "file", whole)));
        }
        page.keepNextRowInSight(0);
        page.filteredTable(
                "OrderDefects", COLUMNS, () -> rows(report).limit(most).iterator());
    }

    static long count(RiskReport report) {
        return report.findings().stream()
                .mapToLong(
                        finding -> finding.defects().size() + finding.inPipe().size())
                .sum();
    }

    static Stream<Row> rows(RiskReport report) {
        return report.findings().stream().flatMap(OrdersSheet::rows);
    }

    private static Stream<Row> rows(Finding finding) {
        return Stream.concat(finding.defects().stream(), finding.inPipe().stream())
                .map(defect -> new Row(finding.reading(), defect));
    }

    /** What is wrong with it, and in brackets why, as Amazon's list words it. */
    static String kinds(Defect defect, Messages messages) {
        String kinds = defect.kinds().stream()
                .map(kind -> Phrases.known("defect." + kind, kind, messages))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return defect.reason()
                .map(reason -> messages.text("defect.with-reason", Map.of("kinds", kinds, "reason", reason)))
                .orElse(kinds);
    }
}
