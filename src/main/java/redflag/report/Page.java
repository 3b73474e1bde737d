package redflag.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import redflag.report.Styles.Look;
import redflag.xlsx.Area;
import redflag.xlsx.Chart;
import redflag.xlsx.Highlight;
import redflag.xlsx.Rule;
import redflag.xlsx.SheetWriter;
import redflag.xlsx.Table;

/** A sheet being written from the top down. */
final class Page {

    private static final double POINTS_AROUND = 4;
    /** Plain lines may run on past the last column as far as this, in digits. */
    private static final int LINE_WIDTH = 120;
    /** So many digits a chart is wide at least, where there are columns enough. */
    private static final int CHART_WIDTH = 110;

    private static final int CHART_ROWS = 17;
    private static final int LEGENDS_A_ROW = 3;
    private static final int ROWS_AROUND_BARS = 7;
    private static final int ROWS_OF_BARS = 3;

    /** A row that nobody gave a height. */
    private static final double POINTS_OF_A_GAP = 15;
    /** So tall a sheet on one landscape page of A4 may be before its letters are printed smaller than 7 points. */
    static final double LEGIBLE_PAGE = 720;

    /** Excel's tallest row. */
    private static final double MOST_POINTS = 409;

    private final SheetWriter sheet;
    private final CellWriter cells;
    private final double pointsPerLine;
    private final ReportWords words;
    private final int[] widths;
    private int next;
    private double written;

    /** @param widths of the columns in digits of the normal font */
    Page(SheetWriter sheet, Styles styles, ReportWords words, List<Integer> widths) {
        this.sheet = sheet;
        this.words = words;
        this.pointsPerLine = Styles.pointsPerLine(words.messages().locale());
        this.widths = widths.stream().mapToInt(Integer::intValue).toArray();
        this.cells = new CellWriter(sheet, styles, this.widths);
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
            row(look);
            cells.put(0, part, look, Tone.PLAIN);
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
            row(look);
            if (first) {
                cells.put(0, label, labelLook, tone);
            }
            cells.put(1, part, look, Tone.PLAIN);
            first = false;
        }
    }

    private void row(Look look) {
        row(points(look));
    }

    private double points(Look look) {
        return Styles.points(look) * pointsPerLine / Styles.FONT_POINTS + POINTS_AROUND;
    }

    private void row(double points) {
        sheet.row(next++, points);
        written += points;
    }

    void gap() {
        next++;
        written += POINTS_OF_A_GAP;
    }

    /** How tall what is written is, without charts; a sheet on one page has {@link #LEGIBLE_PAGE} of it. */
    double pointsWritten() {
        return written;
    }

    /** How tall a table will be. */
    <R> double pointsOf(List<Column<R>> columns, List<R> rows) {
        double points = headerPoints(headings(columns), looks(columns));
        for (R row : rows) {
            points +=
                    points(columns.stream().map(c -> c.cell().apply(row, words)).toList());
        }
        return points;
    }

    /** How tall a plain line is. */
    double pointsOfALine() {
        return points(Look.LINE);
    }

    /** A chart across the columns, on rows of its own. */
    void chart(Chart chart) {
        next++;
        int last = 0;
        for (int width = 0; last < widths.length && width < CHART_WIDTH; last++) {
            width += widths[last];
        }
        int rows = chart.kind() == Chart.Kind.BARS
                ? Math.min(
                        CHART_ROWS,
                        ROWS_AROUND_BARS + ROWS_OF_BARS * chart.labels().count())
                : CHART_ROWS + chart.series().size() / LEGENDS_A_ROW;
        sheet.chart(chart, new Area(0, next, last - 1, next + rows - 1));
        next += rows + 1;
    }

    /** What is above and the header of the table that comes next stay in sight, and the header is printed on each page. */
    void keepNextRowInSight(int columns) {
        sheet.freeze(columns, next + 1);
        sheet.repeat(next);
    }

    void fitOnOnePage() {
        sheet.printOnOnePage();
    }

    /**
     * A table without filter buttons.
     *
     * @param name unique in the workbook, a word
     * @param rows one at least, for Excel knows no table without
     * @return its cells below the header
     */
    <R> Area table(String name, List<Column<R>> columns, Iterable<R> rows) {
        return table(name, columns, rows, false);
    }

    /**
     * A table with filter buttons.
     *
     * @return its cells below the header
     */
    <R> Area filteredTable(String name, List<Column<R>> columns, Iterable<R> rows) {
        return table(name, columns, rows, true);
    }

    /** Only cells to fill in can be changed. */
    void protect() {
        sheet.protect();
    }

    /** What may stand there, or is offered. */
    void restrict(Area cells, Rule rule) {
        sheet.restrict(cells, rule);
    }

    /** @param formula of the first cell, see {@link Highlight} */
    void colour(Area cells, String formula, Tone tone) {
        sheet.highlight(cells, new Highlight(formula, tone.fill(), tone.letters()));
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

    private <R> Area table(String name, List<Column<R>> columns, Iterable<R> rows, boolean filter) {
        int first = next + 1;
        Function<R, List<Content>> contents =
                row -> columns.stream().map(c -> c.cell().apply(row, words)).toList();
        table(name, headings(columns), looks(columns), rows, contents, filter);
        return new Area(0, first, columns.size() - 1, next - 1);
    }

    /**
     * A table whose columns are found only as it is written; without filter buttons.
     *
     * @return the cells of each column below its heading, as other sheets name them
     */
    <R> List<String> table(String name, List<String> headings, Iterable<R> rows, Function<R, List<Content>> contents) {
        int first = next + 1;
        table(name, headings, Collections.nCopies(headings.size(), Look.HEADER), rows, contents, false);
        return IntStream.range(0, headings.size())
                .mapToObj(column -> new Area(column, first, column, next - 1).on(sheet.name()))
                .toList();
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
        sheet.table(new Table(name, headings, new Area(0, top, headings.size() - 1, next - 1), filter));
    }

    private void header(List<String> headings, List<Look> looks) {
        row(headerPoints(headings, looks));
        for (int i = 0; i < headings.size(); i++) {
            cells.put(i, headings.get(i), looks.get(i), Tone.PLAIN);
        }
    }

    private double headerPoints(List<String> headings, List<Look> looks) {
        int lines = 1;
        for (int i = 0; i < headings.size(); i++) {
            lines = Math.max(lines, cells.lines(i, headings.get(i), looks.get(i)));
        }
        return lines * pointsPerLine + 2 * POINTS_AROUND;
    }

    private void write(List<Content> contents) {
        row(points(contents));
        for (int i = 0; i < contents.size(); i++) {
            cells.write(i, contents.get(i));
        }
    }

    private double points(List<Content> contents) {
        int lines = 1;
        for (int i = 0; i < contents.size(); i++) {
            lines = Math.max(lines, cells.lines(i, contents.get(i)));
        }
        return Math.min(MOST_POINTS, lines * pointsPerLine + POINTS_AROUND);
    }
}
