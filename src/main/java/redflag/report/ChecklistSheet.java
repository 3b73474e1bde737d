package redflag.report;

import java.util.Comparator;
import java.util.List;

/** Which export of which store is missing or old and where Seller Central has it, manager by manager. */
final class ChecklistSheet {

    static final String NAME = "sheet.checklist";

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>(
                    "checklist.manager",
                    30,
                    (row, words) -> Content.of(row.store().manager())),
            new Column<>(
                    "checklist.store",
                    22,
                    (row, words) -> Content.of(row.store().store().value())),
            new Column<>(
                    "checklist.export",
                    34,
                    (row, words) ->
                            Content.of(words.messages().said(row.download().name()))),
            new Column<>(
                    "checklist.why",
                    30,
                    (row, words) -> Content.of(PortfolioWords.why(row.download(), words.messages()))),
            new Column<>(
                    "checklist.where",
                    52,
                    (row, words) ->
                            Content.of(words.messages().said(row.download().where()))),
            new Column<>(
                    "checklist.metrics",
                    50,
                    (row, words) -> Content.of(NextSteps.metrics(row.download().metrics(), words))));

    private ChecklistSheet() {}

    record Row(StoreOutcome store, Download download) {}

    static void write(Book book, Portfolio portfolio) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        List<Row> downloads = portfolio.stores().stream()
                .flatMap(store -> Download.of(store).stream().map(download -> new Row(store, download)))
                .sorted(Comparator.comparing(row -> row.store().manager()))
                .toList();
        if (downloads.isEmpty()) {
            page.line(page.text("sheet.checklist.empty"));
            return;
        }
        page.line(page.text("sheet.checklist.about"));
        page.keepNextRowInSight(0);
        page.filteredTable("Downloads", COLUMNS, downloads);
    }
}
