package redflag.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import redflag.plan.Plan;

/**
 * A Word document being written from the top down, on A4. Its styles and its numbering are {@code plan-styles.xml} and
 * {@code plan-numbering.xml}, as Word keeps them. The same content gives the same bytes, and its properties name no
 * author, company or program.
 */
final class TextDocument implements AutoCloseable {

    private static final String HEAD_FILL = "1F3A4D";
    /** A4, and margins of 2 cm, in twentieths of a point. */
    private static final long PAGE_WIDTH = 11_906;

    private static final long PAGE_HEIGHT = 16_838;
    private static final long MARGIN = 1_134;
    private static final long TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

    private final XWPFDocument document = new XWPFDocument();
    private final XWPFNumbering numbering;

    TextDocument() throws IOException {
        numbering = document.createNumbering();
        try (InputStream styles = resource("plan-styles.xml");
                InputStream numbers = resource("plan-numbering.xml")) {
            document.createStyles()
                    .setStyles(StylesDocument.Factory.parse(styles).getStyles());
            numbering.setNumbering(NumberingDocument.Factory.parse(numbers).getNumbering());
        } catch (XmlException e) {
            throw new IllegalStateException("the program's own styles are broken", e);
        }
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setHeader(BigInteger.valueOf(MARGIN / 2));
        margins.setFooter(BigInteger.valueOf(MARGIN / 2));
        margins.setGutter(BigInteger.ZERO);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(TextDocument.class.getResourceAsStream(name), name);
    }

    /** On every page, above the text. */
    void header(String text) {
        write(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "Header", text);
    }

    /** On every page, below the text, with the number of the page at its right. */
    void footer(String text, String page) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        write(paragraph, "Footer", text);
        XWPFRun label = paragraph.createRun();
        label.addTab();
        label.setText(page + " ");
        paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    /** @param style id of one in {@code plan-styles.xml} */
    void paragraph(String style, String text) {
        write(document.createParagraph(), style, text);
    }

    /** A name in bold, and at the tab what it is. */
    void labelled(String style, String label, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        XWPFRun name = paragraph.createRun();
        name.setBold(true);
        name.setText(label);
        name.addTab();
        runs(paragraph, text);
    }

    /** A new numbered list. @return by which its items are added */
    BigInteger listFrom(int first) {
        BigInteger list = numbering.addNum(BigInteger.ZERO);
        CTNumLvl level = numbering.getNum(list).getCTNum().addNewLvlOverride();
        level.setIlvl(BigInteger.ZERO);
        level.addNewStartOverride().setVal(BigInteger.valueOf(first));
        return list;
    }

    void item(BigInteger list, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        write(paragraph, "ListNumber", text);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.ZERO);
    }

    private static void write(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        runs(paragraph, text);
    }

    private static void runs(XWPFParagraph paragraph, String text) {
        Matcher open = Plan.MARKED.matcher(text);
        int done = 0;
        while (open.find()) {
            run(paragraph, text.substring(done, open.start()));
            run(paragraph, open.group()).setTextHighlightColor("yellow");
            done = open.end();
        }
        run(paragraph, text.substring(done));
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        return run;
    }

    /**
     * A table as wide as the text, whose header stands on every page.
     *
     * @param widths of the columns in hundredths of the width
     */
    void table(List<Integer> widths, List<String> header, List<List<String>> rows) {
        XWPFTable table = document.createTable(rows.size() + 1, header.size());
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        grid.setGridColArray(new CTTblGridCol[0]);
        widths.forEach(width -> grid.addNewGridCol().setW(BigInteger.valueOf(TEXT_WIDTH * width / 100)));
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.setCellMargins(20, 80, 20, 80);
        row(table.getRow(0), widths, header, "TableHead");
        table.getRow(0).setRepeatHeader(true);
        table.getRow(0).getTableCells().forEach(cell -> cell.setColor(HEAD_FILL));
        for (int i = 0; i < rows.size(); i++) {
            row(table.getRow(i + 1), widths, rows.get(i), "TableText");
            table.getRow(i + 1).setCantSplitRow(true);
        }
    }

    private static void row(XWPFTableRow row, List<Integer> widths, List<String> texts, String style) {
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setWidthType(TableWidthType.PCT);
            cell.setWidth(widths.get(i) + "%");
            write(cell.getParagraphs().get(0), style, texts.get(i));
        }
    }

    /** Writes it all at once, so that a document that fails half-way leaves no file. @param day of its properties */
    void save(Sink sink, String name, String title, LocalDate day) throws IOException {
        stamp(title, day);
        Path packed = Files.createTempFile("redflag", ".docx");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed))) {
                document.write(out);
            }
            try (OutputStream out = sink.open(name)) {
                FixedZip.repack(packed, out);
            }
        } finally {
            Files.deleteIfExists(packed);
        }
    }

    private void stamp(String title, LocalDate day) {
        POIXMLProperties properties = document.getProperties();
        PackagePropertiesPart core = properties.getCoreProperties().getUnderlyingProperties();
        Optional<Date> midnight =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitleProperty(title);
        core.setCreatorProperty(Optional.empty());
        core.setLastModifiedByProperty(Optional.empty());
        core.setCreatedProperty(midnight);
        core.setModifiedProperty(midnight);
        properties.getExtendedProperties().getUnderlyingProperties().unsetApplication();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
