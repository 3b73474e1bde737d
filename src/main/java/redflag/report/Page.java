package redflag.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import redflag.report.Styles.Look;

/** A sheet being written from the top down. */
final class Page {

    private static final double POINTS_PER_LINE = 13;
    private static final double POINTS_AROUND = 4;
    /** Excel's tallest row. */
    private static final double MOST_POINTS = 409;
    /** Some way below Excel's limit of 32,767. */
    private static final int LONGEST_TEXT = 32_000;

    private final SXSSFSheet sheet;
    private final Styles styles;
    private final ReportWords words;
    private final int[] widths;
    private int next;
    private int columnsUsed = 1;

    /** @param widths of the columns in digits of the normal font */
    Page(SXSSFSheet sheet, Styles styles, ReportWords words, List<Integer> widths) {
        this.sheet = sheet;
        this.styles = styles;
        this.words = words;
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
        paint();
    }

    private void paint() {
        for (int i = 0; i < widths.length; i++) {
            sheet.setColumnWidth(i, widths[i] * 256 + 184);
        }
    }

    ReportWords words() {
        return words;
    }

    String text(String key) {
        return words.messages().text(key);
    }

    void title(String text) {
        line(Look.TITLE, text);
    }

    void section(String text) {
        line(Look.SECTION, text);
    }

    /** Plain words across the columns; on several rows where they are wider than the sheet. */
    void line(String text) {
        line(Look.LINE, text);
    }

    private void line(Look look, String text) {
        int width = Arrays.stream(widths).sum();
        for (String part : LineBreaks.in(text, width * Styles.FONT_POINTS / (double) Styles.points(look))) {
            put(row(look), 0, part, look, Tone.PLAIN);
        }
    }

    /** A word in the first column and what there is to say of it, across the others. */
    void labelled(String label, String text) {
        labelled(label, Look.LABEL, Tone.PLAIN, text, Look.LINE);
    }

    /** A level in its colour, and the sentence to it. */
    void verdict(Content.Marked level, String headline) {
        labelled(level.text(), Look.VERDICT, level.tone(), headline, Look.LEAD);
    }

    private void labelled(String label, Look labelLook, Tone tone, String text, Look look) {
        int width = Arrays.stream(widths).skip(1).sum();
        boolean first = true;
        for (String part : LineBreaks.in(text, width * Styles.FONT_POINTS / (double) Styles.points(look))) {
            Row row = row(look);
            if (first) {
                put(row, 0, label, labelLook, tone);
            }
            put(row, 1, part, look, Tone.PLAIN);
            first = false;
        }
    }

    private Row row(Look look) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints((float) (Styles.points(look) * 1.3 + POINTS_AROUND));
        return row;
    }

    void gap() {
        next++;
    }

    /** What is above and the header of the table that comes next stay in sight, and the header is printed on each page. */
    void keepNextRowInSight(int columns) {
        sheet.createFreezePane(columns, next + 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf((next + 1) + ":" + (next + 1)));
    }

    void fitOnOnePage() {
        sheet.getPrintSetup().setFitHeight((short) 1);
    }

    /**
     * A table without filter buttons.
     *
     * @param name unique in the workbook, a word
     * @param rows one at least, for Excel knows no table without
     */
    <R> void table(String name, List<Column<R>> columns, Iterable<R> rows) {
        table(name, columns, rows, false);
    }

    /** A table with filter buttons. */
    <R> void filteredTable(String name, List<Column<R>> columns, Iterable<R> rows) {
        table(name, columns, rows, true);
    }

    private <R> void table(String name, List<Column<R>> columns, Iterable<R> rows, boolean filter) {
        List<String> headings =
                columns.stream().map(c -> c.heading(words.messages())).toList();
        Function<R, List<Content>> cells =
                row -> columns.stream().map(c -> c.cell().apply(row, words)).toList();
        table(name, headings, rows, cells, filter);
    }

    /** A table whose columns are found only as it is written. */
    <R> void table(String name, List<String> headings, Iterable<R> rows, Function<R, List<Content>> cells) {
        table(name, headings, rows, cells, false);
    }

    private <R> void table(
            String name, List<String> headings, Iterable<R> rows, Function<R, List<Content>> cells, boolean filter) {
        int top = next;
        write(headings.stream().map(Content::of).toList(), Look.HEADER);
        for (R row : rows) {
            write(cells.apply(row), Look.TEXT);
        }
        declare(name, headings, top, filter);
    }

    private void declare(String name, List<String> headings, int top, boolean filter) {
        XSSFSheet plain = sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
        AreaReference area = new AreaReference(
                new CellReference(top, 0),
                new CellReference(next - 1, headings.size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = plain.createTable(area);
        table.setName(name);
        table.setDisplayName(name);
        CTTable inside = table.getCTTable();
        for (int i = 0; i < headings.size(); i++) {
            // by hand, because POI looks for them in rows that have left the memory
            inside.getTableColumns().getTableColumnArray(i).setName(headings.get(i));
        }
        if (filter) {
            inside.addNewAutoFilter().setRef(area.formatAsString());
        }
    }

    private void write(List<Content> cells, Look look) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            lines = Math.max(lines, write(row, i, cells.get(i), look));
        }
        row.setHeightInPoints((float) Math.min(MOST_POINTS, lines * POINTS_PER_LINE + POINTS_AROUND));
    }

    /** @return how many lines it takes */
    private int write(Row row, int column, Content content, Look look) {
        if (content instanceof Content.Text text) {
            put(row, column, text.text(), look, Tone.PLAIN);
            return lines(text.text(), column, look);
        }
        if (content instanceof Content.Marked marked) {
            Look marks = marked.tone() == Tone.CONFIRM || marked.tone() == Tone.PLAIN ? Look.TEXT : Look.WORD;
            put(row, column, marked.text(), marks, marked.tone());
            return lines(marked.text(), column, marks);
        }
        if (content instanceof Content.Link link) {
            Cell cell = put(row, column, link.text(), Look.LINK, Tone.PLAIN);
            Hyperlink target = sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
            target.setAddress(link.address());
            cell.setHyperlink(target);
            return lines(link.text(), column, look);
        }
        if (content instanceof Content.Count count) {
            styled(row, column, Look.COUNT).setCellValue(count.value());
        } else if (content instanceof Content.Share share) {
            styled(row, column, Look.SHARE).setCellValue(share.fraction().doubleValue());
        } else if (content instanceof Content.Day day) {
            styled(row, column, Look.DAY).setCellValue(day.day());
        } else {
            styled(row, column, Look.TEXT);
        }
        return 1;
    }

    private int lines(String text, int column, Look look) {
        double room = look == Look.TEXT || look == Look.LINK ? widths[column] - 0.5 : widths[column] * 0.92 - 0.5;
        return LineBreaks.in(text, room).size();
    }

    private Cell styled(Row row, int column, Look look) {
        Cell cell = row.createCell(column);
        cell.setCellStyle(styles.of(look));
        columnsUsed = Math.max(columnsUsed, column + 1);
        return cell;
    }

    private Cell put(Row row, int column, String text, Look look, Tone tone) {
        String fitting = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        Cell cell = styled(row, column, look);
        cell.setCellStyle(styles.of(look, tone, looksLikeFormula(fitting)));
        cell.setCellValue(fitting);
        return cell;
    }

    private static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    }

    /** Says which cells are used: POI does not know the rows that have left the memory. */
    void finish() {
        String corner = new CellReference(Math.max(0, next - 1), columnsUsed - 1).formatAsString(false);
        sheet.getWorkbook()
                .getXSSFWorkbook()
                .getSheet(sheet.getSheetName())
                .getCTWorksheet()
                .getDimension()
                .setRef(String.join(":", "A1", corner).toUpperCase(Locale.ROOT));
    }
}
