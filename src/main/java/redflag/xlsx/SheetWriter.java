package redflag.xlsx;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import redflag.ooxml.Xml;

/** A sheet being written from the top down: cells of a row from left to right, rows downwards. */
public final class SheetWriter {

    /** So much is kept before it goes out; what is frozen must be known by then. */
    private static final int KEPT = 1 << 16;
    /** Day 0 of Excel, counted from 1970-01-01. */
    private static final long DAY_NUMBER_OF_EPOCH = 25_569;

    private final WorkbookFile file;
    private final int place;
    private final String name;
    private final Layout layout;
    private final Xml rows = new Xml();
    private final Map<Area, String> links = new LinkedHashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final Map<Area, Chart> charts = new LinkedHashMap<>();
    private final List<Highlighted> highlights = new ArrayList<>();
    private final Map<Area, Rule> rules = new LinkedHashMap<>();
    private final List<Sparkline> sparklines = new ArrayList<>();
    private int frozenColumns;
    private int frozenRows;
    private OptionalInt repeated = OptionalInt.empty();
    private boolean isOnOnePage;
    private boolean isProtected;
    private boolean hasFormulas;
    private boolean isBegun;
    private int row = -1;

    /** @param place of its tab */
    SheetWriter(WorkbookFile file, int place, String name, Layout layout) {
        this.file = file;
        this.place = place;
        this.name = name;
        this.layout = layout;
    }

    public String name() {
        return name;
    }

    int place() {
        return place;
    }

    /**
     * Keeps the first rows and columns in sight.
     *
     * @throws IllegalStateException if so many rows are written already that the head of the sheet is out
     */
    public void freeze(int columns, int rows) {
        if (isBegun) {
            throw new IllegalStateException("the head of sheet '" + name + "' is written already");
        }
        frozenColumns = columns;
        frozenRows = rows;
    }

    /** This row is printed on top of each page. */
    public void repeat(int row) {
        repeated = OptionalInt.of(row);
    }

    OptionalInt repeated() {
        return repeated;
    }

    public void printOnOnePage() {
        isOnOnePage = true;
    }

    /** Only cells of an input format can be changed; no password. */
    public void protect() {
        isProtected = true;
    }

    boolean hasFormulas() {
        return hasFormulas;
    }

    public void table(Table table) {
        tables.add(table);
    }

    /** @param over the cells that it covers */
    public void chart(Chart chart, Area over) {
        charts.put(over, chart);
    }

    public void highlight(Area area, Highlight highlight) {
        highlights.add(new Highlighted(area, highlight));
    }

    public void restrict(Area area, Rule rule) {
        rules.put(area, rule);
    }

    /** @param points its height */
    public void row(int number, double points) {
        endRow();
        if (rows.size() > KEPT) {
            begin();
            file.parts().move(rows);
        }
        row = number;
        rows.raw("<row")
                .attribute("r", number + 1L)
                .raw(" ht=\"")
                .raw(BigDecimal.valueOf(Math.round(points * 100), 2))
                .raw("\" customHeight=\"1\">");
    }

    private void endRow() {
        if (row >= 0) {
            rows.raw("</row>");
        }
    }

    /** An empty cell with a look. */
    public void blank(int column, int format) {
        cell(column, format).raw("/>");
    }

    public void text(int column, int format, String text) {
        cell(column, format)
                .raw(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                .cellText(text)
                .raw("</t></is></c>");
    }

    /** @param of the cells whose values the line in the cell goes through, as {@link Area#on} names them */
    public void sparkline(int column, int format, String of) {
        sparklines.add(new Sparkline(Area.of(column, row), of));
        blank(column, format);
    }

    /** @param address of a file beside this one */
    public void link(int column, int format, String text, String address) {
        links.put(Area.of(column, row), address);
        text(column, format, text);
    }

    public void number(int column, int format, long number) {
        cell(column, format).raw("><v>").raw(number).raw("</v></c>");
    }

    public void number(int column, int format, BigDecimal number) {
        cell(column, format).raw("><v>").raw(number).raw("</v></c>");
    }

    public void day(int column, int format, LocalDate day) {
        number(column, format, day.toEpochDay() + DAY_NUMBER_OF_EPOCH);
    }

    /**
     * A number that the spreadsheet program works out.
     *
     * @param formula in English, with commas
     * @param number what it gives as the file is written
     */
    public void formula(int column, int format, String formula, BigDecimal number) {
        hasFormulas = true;
        cell(column, format)
                .raw("><f>")
                .text(formula)
                .raw("</f><v>")
                .raw(number)
                .raw("</v></c>");
    }

    /** A day that the spreadsheet program works out. */
    public void dayFormula(int column, int format, String formula, LocalDate day) {
        formula(column, format, formula, BigDecimal.valueOf(day.toEpochDay() + DAY_NUMBER_OF_EPOCH));
    }

    /** A text that the spreadsheet program works out. */
    public void textFormula(int column, int format, String formula, String text) {
        hasFormulas = true;
        cell(column, format)
                .raw(" t=\"str\"><f>")
                .text(formula)
                .raw("</f><v>")
                .cellText(text)
                .raw("</v></c>");
    }

    private Xml cell(int column, int format) {
        return Area.cell(rows.raw("<c r=\""), column, row).raw("\"").attribute("s", format);
    }

    private void begin() {
        if (isBegun) {
            return;
        }
        isBegun = true;
        Xml head = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
                .raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
                .raw("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
                .raw("<sheetViews><sheetView showGridLines=\"0\"")
                .raw(place == 0 ? " tabSelected=\"1\"" : "")
                .raw(" workbookViewId=\"0\">");
        pane(head);
        head.raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int i = 0; i < layout.widths().size(); i++) {
            // the cell's own margins come on top
            head.raw("<col")
                    .attribute("min", i + 1L)
                    .attribute("max", i + 1L)
                    .raw(" width=\"")
                    .raw(layout.widths().get(i))
                    .raw(".71875\" customWidth=\"1\"/>");
        }
        file.parts().beginPart(SheetParts.sheet(file.number(this)), WorkbookFile.SHEET);
        file.parts().move(head.raw("</cols><sheetData>"));
    }

    private void pane(Xml head) {
        if (frozenColumns == 0 && frozenRows == 0) {
            return;
        }
        head.raw("<pane");
        if (frozenColumns > 0) {
            head.attribute("xSplit", frozenColumns);
        }
        if (frozenRows > 0) {
            head.attribute("ySplit", frozenRows);
        }
        String pane = frozenColumns == 0 ? "bottomLeft" : frozenRows == 0 ? "topRight" : "bottomRight";
        Area.cell(head.raw(" topLeftCell=\""), frozenColumns, frozenRows)
                .raw("\"")
                .attribute("activePane", pane)
                .raw(" state=\"frozen\"/><selection")
                .attribute("pane", pane)
                .raw("/>");
    }

    void finish() {
        endRow();
        begin();
        SheetParts parts = new SheetParts(file, file.number(this));
        rows.raw("</sheetData>");
        if (isProtected) {
            rows.raw("<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" formatCells=\"0\" formatColumns=\"0\"")
                    .raw(" formatRows=\"0\" sort=\"0\" autoFilter=\"0\"/>");
        }
        highlights();
        rules();
        if (!links.isEmpty()) {
            rows.raw("<hyperlinks>");
            links.forEach((cell, address) -> cell.name(rows.raw("<hyperlink ref=\""))
                    .raw("\"")
                    .attribute("r:id", parts.link(address))
                    .raw("/>"));
            rows.raw("</hyperlinks>");
        }
        rows.raw("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.7\" header=\"0.3\" footer=\"0.3\"/>");
        rows.raw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\"")
                .attribute("fitToHeight", isOnOnePage ? 1 : 0)
                .raw("/><headerFooter><oddFooter>");
        Layout.Footer footer = layout.footer();
        rows.text("&L" + footer.left() + "&C" + footer.middle() + "&R" + footer.right());
        rows.raw("</oddFooter></headerFooter>");
        // order numbers and SKUs are texts though some are digits only
        rows.raw("<ignoredErrors><ignoredError sqref=\"A1:XFD1048576\" numberStoredAsText=\"1\"/></ignoredErrors>");
        if (!charts.isEmpty()) {
            rows.raw("<drawing").attribute("r:id", parts.drawing(charts)).raw("/>");
        }
        if (!tables.isEmpty()) {
            rows.raw("<tableParts").attribute("count", tables.size()).raw(">");
            tables.forEach(table ->
                    rows.raw("<tablePart").attribute("r:id", parts.table(table)).raw("/>"));
            rows.raw("</tableParts>");
        }
        sparklines();
        file.parts().move(rows.raw("</worksheet>"));
        file.parts().endPart();
        parts.write();
    }

    private record Highlighted(Area area, Highlight highlight) {}

    private void highlights() {
        int priority = 1;
        for (Highlighted of : highlights) {
            of.area().name(rows.raw("<conditionalFormatting sqref=\"")).raw("\"><cfRule type=\"expression\"");
            rows.attribute("dxfId", file.styles().of(of.highlight()))
                    .attribute("priority", priority++)
                    .raw("><formula>")
                    .text(of.highlight().formula())
                    .raw("</formula></cfRule></conditionalFormatting>");
        }
    }

    private void rules() {
        if (!rules.isEmpty()) {
            rows.raw("<dataValidations").attribute("count", rules.size()).raw(">");
            rules.forEach((area, rule) -> RuleXml.add(rows, area, rule));
            rows.raw("</dataValidations>");
        }
    }

    private void sparklines() {
        if (sparklines.isEmpty()) {
            return;
        }
        rows.raw("<extLst><ext uri=\"{05C60535-1F16-4fd2-B633-F4F36F0B64E0}\"")
                .raw(" xmlns:x14=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/main\">")
                .raw("<x14:sparklineGroups xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\">")
                .raw("<x14:sparklineGroup lineWeight=\"1.25\" displayEmptyCellsAs=\"gap\" last=\"1\">")
                .raw("<x14:colorSeries rgb=\"FF0B57A4\"/><x14:colorLast rgb=\"FFA8320A\"/><x14:sparklines>");
        for (Sparkline sparkline : sparklines) {
            rows.raw("<x14:sparkline><xm:f>").text(sparkline.of()).raw("</xm:f><xm:sqref>");
            sparkline.in().name(rows).raw("</xm:sqref></x14:sparkline>");
        }
        rows.raw("</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>");
    }
}
