package redflag.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redflag.ooxml.OfficePackage;
import redflag.ooxml.Relations;
import redflag.ooxml.Xml;

/**
 * A workbook being written, sheet after sheet. Only what is compressed already is kept in memory. The same calls give the
 * same bytes (with the same deflater).
 */
public final class WorkbookFile {

    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = OfficePackage.OFFICE;

    /** The types of parts. */
    static final String SHEET = OFFICE + "spreadsheetml.worksheet+xml";

    static final String TABLE = OFFICE + "spreadsheetml.table+xml";
    static final String DRAWING = OFFICE + "drawing+xml";
    static final String CHART = OFFICE + "drawingml.chart+xml";

    private final OfficePackage parts;
    private final StyleTable styles;
    private final List<SheetWriter> sheets = new ArrayList<>();
    private int tables;
    private int charts;

    /** @param title in the file's properties, beside the program and the day */
    public WorkbookFile(NormalFont font, String title, LocalDate day) {
        this.styles = new StyleTable(font);
        this.parts = new OfficePackage("xl/workbook.xml", title, Optional.of("Redflag"), day);
    }

    StyleTable styles() {
        return styles;
    }

    /** The number by which cells name a format. */
    public int format(CellFormat format) {
        return styles.of(format);
    }

    /**
     * The next sheet, its tab behind those there are; the one before is done with.
     *
     * @param name as Excel allows it: 31 letters, none of {@code []:*?/\}
     */
    public SheetWriter sheet(String name, Layout layout) {
        return sheet(nextPlace(), name, layout);
    }

    /**
     * The same, its tab at a place of its own.
     *
     * @param place of its tab from the left, from 0: sheets need not be written in the order of their tabs
     * @param name as Excel allows it: 31 letters, none of {@code []:*?/\}
     */
    public SheetWriter sheet(int place, String name, Layout layout) {
        finishSheet();
        SheetWriter sheet = new SheetWriter(this, place, name, layout);
        sheets.add(sheet);
        return sheet;
    }

    private void finishSheet() {
        if (!sheets.isEmpty()) {
            sheets.get(sheets.size() - 1).finish();
        }
    }

    /** Of the next sheet's tab, where as many are written as have their tabs before it. */
    public int nextPlace() {
        return sheets.size();
    }

    int number(SheetWriter sheet) {
        return sheets.indexOf(sheet) + 1;
    }

    /** In the order of their tabs. */
    private List<SheetWriter> tabs() {
        return sheets.stream().sorted(Comparator.comparing(SheetWriter::place)).toList();
    }

    int nextTable() {
        return ++tables;
    }

    int nextChart() {
        return ++charts;
    }

    /** Writes it all, and leaves {@code out} open. */
    public void finish(OutputStream out) throws IOException {
        finishSheet();
        parts.part("xl/styles.xml", OFFICE + "spreadsheetml.styles+xml", styles.xml());
        Xml relations = new Xml().raw(Relations.HEAD);
        for (int i = 1; i <= sheets.size(); i++) {
            Relations.add(relations, i, "worksheet", "worksheets/sheet" + i + ".xml");
        }
        Relations.add(relations, sheets.size() + 1, "styles", "styles.xml");
        parts.part("xl/_rels/workbook.xml.rels", OfficePackage.RELATIONS, relations.raw(Relations.TAIL));
        parts.part("xl/workbook.xml", OFFICE + "spreadsheetml.sheet.main+xml", workbook());
        parts.finish(out);
    }

    private Xml workbook() {
        Xml xml = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<workbook xmlns=\"" + SHEETS + "\"")
                .raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
                .raw("<bookViews><workbookView activeTab=\"0\"/></bookViews><sheets>");
        List<SheetWriter> tabs = tabs();
        for (SheetWriter sheet : tabs) {
            xml.raw("<sheet")
                    .attribute("name", sheet.name())
                    .attribute("sheetId", number(sheet))
                    .attribute("r:id", "rId" + number(sheet))
                    .raw("/>");
        }
        xml.raw("</sheets>");
        if (sheets.stream().anyMatch(sheet -> sheet.repeated().isPresent())) {
            xml.raw("<definedNames>");
            tabs.forEach(sheet -> sheet.repeated().ifPresent(row -> repeated(xml, tabs.indexOf(sheet), sheet, row)));
            xml.raw("</definedNames>");
        }
        if (sheets.stream().anyMatch(SheetWriter::hasFormulas)) {
            xml.raw("<calcPr fullCalcOnLoad=\"1\"/>");
        }
        return xml.raw("</workbook>");
    }

    private static void repeated(Xml xml, int tab, SheetWriter sheet, int row) {
        xml.raw("<definedName name=\"_xlnm.Print_Titles\"")
                .attribute("localSheetId", tab)
                .raw(">")
                .text(Area.quoted(sheet.name()) + "!$" + (row + 1) + ":$" + (row + 1))
                .raw("</definedName>");
    }

    OfficePackage parts() {
        return parts;
    }
}
