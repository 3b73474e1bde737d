package redflag.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import redflag.words.Messages;

/** A workbook being written, sheet by sheet and row by row; rows that are written leave the memory. */
final class Book implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;

    private final ReportWords words;
    private final LocalDate asOf;
    private final String title;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Styles styles;
    private final List<Page> pages = new ArrayList<>();

    /** @param title of the document; its footers say it too */
    Book(ReportWords words, String title, LocalDate asOf) {
        this.words = words;
        this.title = title;
        this.asOf = asOf;
        this.styles = new Styles(workbook.getXSSFWorkbook(), words.messages().locale());
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
        return pageOf(sheet, widths);
    }

    /** @param widths of its columns in digits of the normal font */
    Page pageOf(String sheet, List<Integer> widths) {
        SXSSFSheet made = workbook.createSheet(messages().text(sheet));
        made.setDisplayGridlines(false);
        made.setFitToPage(true);
        PrintSetup print = made.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        made.setMargin(PageMargin.LEFT, 0.4);
        made.setMargin(PageMargin.RIGHT, 0.4);
        made.setMargin(PageMargin.TOP, 0.5);
        made.setMargin(PageMargin.BOTTOM, 0.7);
        made.getFooter().setLeft(title.replace("&", "&&"));
        made.getFooter().setCenter(messages().text("sheet.footer.as-of", Map.of("asOf", asOf)));
        made.getFooter().setRight(messages().text("sheet.footer.page", Map.of("page", "&P", "pages", "&N")));
        Page page = new Page(made, styles, words, widths);
        pages.add(page);
        return page;
    }

    /** Writes it all at once, so that a workbook that fails half-way leaves no file. */
    void save(Sink sink, String name) throws IOException {
        pages.forEach(Page::finish);
        workbook.setActiveSheet(0);
        stamp(workbook.getXSSFWorkbook().getProperties().getCoreProperties());
        Path packed = Files.createTempFile("redflag", ".xlsx");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed))) {
                workbook.write(out);
            }
            try (OutputStream out = sink.open(name)) {
                FixedZip.repack(packed, out);
            }
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    private void stamp(POIXMLProperties.CoreProperties core) {
        Optional<Date> midnight =
                Optional.of(Date.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitle(title);
        core.setCreator("Redflag");
        core.setCreated(midnight);
        core.setModified(midnight);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
