package redflag.report;

import java.util.Comparator;
import java.util.List;

/** Which export of which store is missing and where Seller Central has it, manager by manager. */
final class ChecklistSheet {

    static final String NAME = "sheet.checklist";

    static final List<Column<Download>> COLUMNS = List.of(
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
                    (row, words) -> Content.of(row.missing().name())),
            new Column<>(
                    "checklist.where",
                    52,
                    (row, words) -> Content.of(row.missing().where())),
            new Column<>(
                    "checklist.metrics",
                    50,
                    (row, words) -> Content.of(NextSteps.metrics(row.missing().metrics(), words))));

    private ChecklistSheet() {}

    record Download(StoreOutcome store, MissingExport missing) {}

    static void write(Book book, Portfolio portfolio) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        List<Download> downloads = portfolio.stores().stream()
                .flatMap(store -> store.missing().stream().map(missing -> new Download(store, missing)))
                .sorted(Comparator.comparing(download -> download.store().manager()))
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
