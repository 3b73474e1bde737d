package redflag.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.words.Messages;
import redflag.xlsx.Layout;
import redflag.xlsx.WorkbookFile;

/** A workbook being written, sheet by sheet and row by row. */
final class Book {

    private final ReportWords words;
    private final LocalDate asOf;
    private final String title;
    private final WorkbookFile file;
    private final Styles styles;

    /** @param title of the document; its footers say it too */
    Book(ReportWords words, String title, LocalDate asOf) {
        this.words = words;
        this.title = title;
        this.asOf = asOf;
        this.file = new WorkbookFile(Styles.font(words.messages().locale()), title, asOf);
        this.styles = new Styles(file);
    }

    ReportWords words() {
        return words;
    }

    Messages messages() {
        return words.messages();
    }

    /**
     * A new sheet, landscape and one page wide.
     *
     * @param sheet key of its name
     * @param tables that it will have; where they share a column, the widest sets its width
     */
    Page page(String sheet, List<? extends List<? extends Column<?>>> tables) {
        return page(nextPlace(), sheet, tables);
    }

    /** @param place of its tab from the left, from 0: sheets need not be written in the order of their tabs */
    Page page(int place, String sheet, List<? extends List<? extends Column<?>>> tables) {
        List<Integer> widths = new ArrayList<>();
        for (List<? extends Column<?>> table : tables) {
            for (int i = 0; i < table.size(); i++) {
                int width = table.get(i).width();
                if (i < widths.size()) {
                    widths.set(i, Math.max(widths.get(i), width));
                } else {
                    widths.add(width);
                }
            }
        }
        return pageOf(place, sheet, widths);
    }

    /** Where the tab of the next sheet stands, where those before it are all written. */
    int nextPlace() {
        return file.nextPlace();
    }

    /** @param widths of its columns in digits of the normal font */
    Page pageOf(int place, String sheet, List<Integer> widths) {
        Layout.Footer footer = new Layout.Footer(
                Layout.Footer.plain(title),
                messages().text("sheet.footer.as-of", Map.of("asOf", asOf)),
                messages().text("sheet.footer.page", Map.of("page", "&P", "pages", "&N")));
        return new Page(file.sheet(place, messages().text(sheet), new Layout(widths, footer)), styles, words, widths);
    }

    /** Writes it all at once, so that a workbook that fails half-way leaves no file. */
    void save(Sink sink, String name) throws IOException {
        try (OutputStream out = sink.open(name)) {
            file.finish(out);
        }
    }
}
