package redflag.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumns;
import redflag.report.Styles.Look;

/** A sheet being written from the top down. */
final class Page {

    private static final double POINTS_AROUND = 4;
    /** Plain lines may run on past the last column as far as this, in digits. */
    private static final int LINE_WIDTH = 120;
    /** So many digits a chart is wide at least, where there are columns enough. */
    private static final int CHART_WIDTH = 110;

    private static final int CHART_ROWS = 17;
    private static final int ROWS_AROUND_BARS = 7;
    private static final int ROWS_OF_BARS = 3;

    /** Excel's tallest row. */
    private static final double MOST_POINTS = 409;

    private final SXSSFSheet sheet;
    private final CellWriter cells;
    private final double pointsPerLine;
    private final ReportWords words;
    private final int[] widths;
    private int next;

    /** @param widths of the columns in digits of the normal font */
    Page(SXSSFSheet sheet, Styles styles, ReportWords words, List<Integer> widths) {
        this.sheet = sheet;
        this.words = words;
        this.pointsPerLine = styles.pointsPerLine();
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
        this.cells = new CellWriter(styles, this.widths);
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
        int width = Math.max(LINE_WIDTH, Arrays.stream(widths).sum());
        for (String part : LineBreaks.in(text, width * Styles.FONT_POINTS / (double) Styles.points(look))) {
            cells.put(row(look), 0, part, look, Tone.PLAIN);
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
        int width = Math.max(LINE_WIDTH, Arrays.stream(widths).sum()) - widths[0];
        boolean first = true;
        for (String part : LineBreaks.in(text, width * Styles.FONT_POINTS / (double) Styles.points(look))) {
            Row row = row(look);
            if (first) {
                cells.put(row, 0, label, labelLook, tone);
            }
            cells.put(row, 1, part, look, Tone.PLAIN);
            first = false;
        }
    }

    private Row row(Look look) {
        Row row = sheet.createRow(next++);
        row.setHeightInPoints((float) (Styles.points(look) * pointsPerLine / Styles.FONT_POINTS + POINTS_AROUND));
        return row;
    }

    void gap() {
        next++;
    }

    /** A chart across the columns, on rows of its own. */
    void chart(Chart chart) {
        next++;
        int last = 0;
        for (int width = 0; last < widths.length && width < CHART_WIDTH; last++) {
            width += widths[last];
        }
        XSSFSheet plain = plain();
        int rows = chart.kind() == Chart.Kind.BARS
                ? Math.min(
                        CHART_ROWS,
                        ROWS_AROUND_BARS + ROWS_OF_BARS * chart.labels().size())
                : CHART_ROWS;
        XSSFClientAnchor anchor = new XSSFClientAnchor(0, 0, 0, 0, 0, next, last, next + rows);
        ChartPainter.paint(plain.createDrawingPatriarch(), anchor, chart);
        next += rows + 1;
    }

    private XSSFSheet plain() {
        return sheet.getWorkbook().getXSSFWorkbook().getSheet(sheet.getSheetName());
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

    /** The headings of a table only. */
    <R> void tableWithoutRows(List<Column<R>> columns) {
        header(headings(columns), looks(columns));
    }

    private <R> List<String> headings(List<Column<R>> columns) {
        return columns.stream().map(c -> c.heading(words.messages())).toList();
    }

    private static <R> List<Look> looks(List<Column<R>> columns) {
        return columns.stream()
                .map(c -> c.ofNumbers() ? Look.NUMBER_HEADER : Look.HEADER)
                .toList();
    }

    private <R> void table(String name, List<Column<R>> columns, Iterable<R> rows, boolean filter) {
        Function<R, List<Content>> contents =
                row -> columns.stream().map(c -> c.cell().apply(row, words)).toList();
        table(name, headings(columns), looks(columns), rows, contents, filter);
    }

    /** A table whose columns are found only as it is written; without filter buttons. */
    <R> void table(String name, List<String> headings, Iterable<R> rows, Function<R, List<Content>> contents) {
        table(name, headings, Collections.nCopies(headings.size(), Look.HEADER), rows, contents, false);
    }

    private <R> void table(
            String name,
            List<String> headings,
            List<Look> looks,
            Iterable<R> rows,
            Function<R, List<Content>> contents,
            boolean filter) {
        int top = next;
        header(headings, looks);
        for (R row : rows) {
            write(contents.apply(row));
        }
        declare(name, headings, top, filter);
    }

    private void header(List<String> headings, List<Look> looks) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < headings.size(); i++) {
            lines = Math.max(lines, cells.write(row, i, headings.get(i), looks.get(i), Tone.PLAIN));
        }
        row.setHeightInPoints((float) (lines * pointsPerLine + 2 * POINTS_AROUND));
    }

    private void declare(String name, List<String> headings, int top, boolean filter) {
        XSSFSheet plain = plain();
        AreaReference area = new AreaReference(
                new CellReference(top, 0),
                new CellReference(next - 1, headings.size() - 1),
                SpreadsheetVersion.EXCEL2007);
        XSSFTable table = plain.createTable(null);
        CTTable inside = table.getCTTable();
        CTTableColumns columns = inside.addNewTableColumns();
        columns.setCount(headings.size());
        for (int i = 0; i < headings.size(); i++) {
            // by hand: for each of them POI looks for all of them, in rows that have left the memory
            CTTableColumn column = columns.addNewTableColumn();
            column.setId(i + 1L);
            column.setName(headings.get(i));
        }
        table.setName(name);
        table.setDisplayName(name);
        inside.setRef(area.formatAsString());
        if (filter) {
            inside.addNewAutoFilter().setRef(area.formatAsString());
        }
    }

    private void write(List<Content> contents) {
        Row row = sheet.createRow(next++);
        int lines = 1;
        for (int i = 0; i < contents.size(); i++) {
            lines = Math.max(lines, cells.write(row, i, contents.get(i)));
        }
        row.setHeightInPoints((float) Math.min(MOST_POINTS, lines * pointsPerLine + POINTS_AROUND));
    }

    /** Says which cells are used: POI does not know the rows that have left the memory. */
    void finish() {
        String corner = new CellReference(Math.max(0, next - 1), cells.columnsUsed() - 1).formatAsString(false);
        plain().getCTWorksheet()
                .getDimension()
                .setRef(String.join(":", "A1", corner).toUpperCase(Locale.ROOT));
    }
}
