package redflag.report;

import java.util.List;

/** Every file of the night that could not be used. */
final class QuarantinedSheet {

    static final String NAME = "sheet.quarantined";

    private QuarantinedSheet() {}

    static void write(Book book, Portfolio portfolio) {
        Page page = book.page(NAME, List.of(DataQualitySheet.QUARANTINED));
        page.title(page.text(NAME));
        if (portfolio.quarantined().isEmpty()) {
            page.line(page.text("sheet.quarantined.empty"));
            return;
        }
        page.line(page.text("sheet.quarantined.about"));
        page.table("QuarantinedFiles", DataQualitySheet.QUARANTINED, portfolio.quarantined());
    }
}
