package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redflag.ledger.Rejection;
import redflag.words.Messages;

/** Every rejected row with its reason. */
final class RejectedRowsSheet {

    static final String NAME = "sheet.rejected-rows";

    static final List<Column<Rejection>> COLUMNS = List.of(
            new Column<>("rejected.file", 44, (rejection, words) -> Content.of(rejection.file())),
            Column.number("rejected.row", 9, (rejection, words) -> new Content.Ordinal(rejection.row())),
            new Column<>("rejected.why", 56, (rejection, words) -> Content.of(words.rejection(rejection))),
            new Column<>("rejected.cells", 60, (rejection, words) -> Content.of(cells(rejection, words.messages()))));

    private RejectedRowsSheet() {}

    static void write(Book book, RiskReport report) {
        List<Rejection> rejections = report.dataQuality().rejections();
        long all = report.dataQuality().rowsRejected();
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        if (all > rejections.size()) {
            page.line(page.words()
                    .messages()
                    .text("sheet.rejected-rows.cut", Map.of("shown", (long) rejections.size(), "all", all)));
        }
        if (rejections.isEmpty()) {
            page.line(page.text("sheet.rejected-rows.empty"));
            return;
        }
        page.line(page.text("sheet.rejected-rows.about"));
        page.keepNextRowInSight(0);
        page.filteredTable("RejectedRows", COLUMNS, rejections);
    }

    private static String cells(Rejection rejection, Messages messages) {
        return rejection.columns().entrySet().stream()
                .map(cell -> messages.text(
                        "sheet.rejected-rows.cell", Map.of("column", cell.getKey(), "value", cell.getValue())))
                .collect(Collectors.joining("\n"));
    }
}
