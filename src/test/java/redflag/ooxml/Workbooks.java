package redflag.ooxml;

import static redflag.ooxml.OfficeFile.all;
import static redflag.ooxml.OfficeFile.children;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.w3c.dom.Element;

/** What Excel asks of a workbook that no schema says. Programs that find such a fault offer to repair the file. */
public final class Workbooks {

    private static final String SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String SPARKLINES = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
    private static final int LONGEST_TEXT = 32_767;
    private static final int LONGEST_OF_A_RULE = 255;

    private final OfficeFile file;
    private final List<String> faults = new ArrayList<>();
    private final List<String> sheetNames = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> tableIds = new HashSet<>();

    private Workbooks(OfficeFile file) {
        this.file = file;
    }

    /** All that is wrong with a workbook; nothing with a sound one. */
    public static List<String> faults(byte[] xlsx) throws IOException {
        OfficeFile file = new OfficeFile(xlsx);
        List<String> faults = file.faults();
        if (!faults.isEmpty()) {
            return faults;
        }
        Workbooks workbook = new Workbooks(file);
        workbook.check();
        return workbook.faults;
    }

    private void check() {
        Element workbook = file.root("xl/workbook.xml");
        Set<String> ids = new HashSet<>();
        Set<String> lower = new HashSet<>();
        List<Element> sheets = all(workbook, SHEETS, "sheet");
        for (Element sheet : sheets) {
            String name = sheet.getAttribute("name");
            sheetNames.add(name);
            if (!name.matches("[^\\[\\]:*?/\\\\]{1,31}") || !lower.add(name.toLowerCase(Locale.ROOT))) {
                faults.add("no name of a sheet, or twice: " + name);
            }
            expect(ids.add(sheet.getAttribute("sheetId")), "twice: the id of sheet " + name);
        }
        for (Element name : all(workbook, SHEETS, "definedName")) {
            String local = name.getAttribute("localSheetId");
            expect(names.add(local + name.getAttribute("name")), "twice: name " + name.getAttribute("name"));
            String of = name.getTextContent();
            String sheet = of.substring(1, of.lastIndexOf("'!")).replace("''", "'");
            expect(sheetNames.indexOf(sheet) == Integer.parseInt(local), "a name of another sheet: " + of);
        }
        Map<String, Integer> styles = styles();
        for (Element sheet : sheets) {
            String part = file.target("xl/workbook.xml", sheet.getAttributeNS(OfficeFile.REFERENCES, "id"));
            sheet(part, styles);
        }
        for (String part : file.parts().keySet()) {
            if (part.startsWith("xl/charts/")) {
                all(file.root(part), "*", "f").forEach(cells -> isOfASheet(part, cells.getTextContent()));
            }
        }
    }

    private void isOfASheet(String part, String cells) {
        expect(
                sheetNames.stream().anyMatch(name -> cells.startsWith("'" + name.replace("'", "''") + "'!$")),
                part + ": cells of no sheet: " + cells);
    }

    /** How many there are of each list of the styles; what names another is held against that. */
    private Map<String, Integer> styles() {
        Element root = file.root("xl/styles.xml");
        Map<String, Integer> sizes = new HashMap<>();
        Set<String> numbers = new HashSet<>(Set.of("0"));
        for (Element list : children(root, "*")) {
            sizes.put(list.getLocalName(), children(list, "*").size());
            String count = list.getAttribute("count");
            expect(
                    count.isEmpty()
                            || Integer.parseInt(count) == children(list, "*").size(),
                    "styles: another count of " + list.getLocalName());
        }
        all(root, SHEETS, "numFmt").forEach(number -> numbers.add(number.getAttribute("numFmtId")));
        Set<String> styleNames = new HashSet<>();
        all(root, SHEETS, "cellStyle")
                .forEach(style -> expect(
                        styleNames.add(style.getAttribute("name").toLowerCase(Locale.ROOT)),
                        "twice: style " + style.getAttribute("name")));
        for (Element format : all(root, SHEETS, "xf")) {
            below(format, "fontId", sizes.get("fonts"));
            below(format, "fillId", sizes.get("fills"));
            below(format, "borderId", sizes.get("borders"));
            below(format, "xfId", sizes.get("cellStyleXfs"));
            String number = format.getAttribute("numFmtId");
            expect(number.isEmpty() || numbers.contains(number), "styles: no number format " + number);
        }
        return sizes;
    }

    private void sheet(String part, Map<String, Integer> styles) {
        Element sheet = file.root(part);
        Map<String, String> cells = cells(part, sheet, styles.get("cellXfs"));
        all(sheet, SHEETS, "cfRule").forEach(rule -> below(rule, "dxfId", styles.get("dxfs")));
        Set<String> linked = new HashSet<>();
        for (Element link : all(sheet, SHEETS, "hyperlink")) {
            String cell = link.getAttribute("ref");
            expect(linked.add(cell) && cells.containsKey(cell), part + ": a link of no cell, or twice: " + cell);
        }
        for (Element rule : all(sheet, SHEETS, "dataValidation")) {
            expect(rule.getAttribute("error").length() <= LONGEST_OF_A_RULE, part + ": a message is too long");
            String list = children(rule, "formula1").get(0).getTextContent();
            expect(list.length() <= LONGEST_OF_A_RULE + 2, part + ": a list is too long: " + list);
        }
        for (Element table : all(sheet, SHEETS, "tablePart")) {
            String of = file.target(part, table.getAttributeNS(OfficeFile.REFERENCES, "id"));
            table(of, file.root(of), cells);
        }
        for (Element drawing : all(sheet, SHEETS, "drawing")) {
            String of = file.target(part, drawing.getAttributeNS(OfficeFile.REFERENCES, "id"));
            Set<String> ids = new HashSet<>();
            for (Element shape : all(file.root(of), "*", "cNvPr")) {
                expect(ids.add(shape.getAttribute("id")), of + ": twice: id " + shape.getAttribute("id"));
                expect(!shape.getAttribute("descr").isEmpty(), of + ": a chart without a description");
            }
        }
        sparklines(part, sheet);
    }

    /** By name; rows and cells are in order, each once. */
    private Map<String, String> cells(String part, Element sheet, int formats) {
        Map<String, String> cells = new HashMap<>();
        int lastRow = 0;
        for (Element row : all(sheet, SHEETS, "row")) {
            int number = Integer.parseInt(row.getAttribute("r"));
            expect(number > lastRow, part + ": row " + number + " after " + lastRow);
            lastRow = number;
            int lastColumn = -1;
            for (Element cell : children(row, "c")) {
                CellAddress address = new CellAddress(cell.getAttribute("r"));
                expect(
                        address.getRow() == number - 1 && address.getColumn() > lastColumn,
                        part + ": out of place: " + address);
                lastColumn = address.getColumn();
                below(cell, "s", formats);
                String text = cell.getTextContent();
                expect(text.length() <= LONGEST_TEXT, part + ": too long a text in " + address);
                cells.put(address.formatAsString(), text);
            }
        }
        return cells;
    }

    private void table(String part, Element table, Map<String, String> cells) {
        expect(tableIds.add(table.getAttribute("id")), part + ": twice: id " + table.getAttribute("id"));
        String name = table.getAttribute("name");
        expect(
                name.matches("[A-Za-z_][A-Za-z0-9_.]{0,254}") && names.add(name.toLowerCase(Locale.ROOT)),
                part + ": no name of a table, or twice: " + name);
        CellRangeAddress area = CellRangeAddress.valueOf(table.getAttribute("ref"));
        expect(area.getLastRow() > area.getFirstRow(), part + ": a table without a row");
        List<Element> columns = all(table, SHEETS, "tableColumn");
        expect(
                columns.size() == area.getLastColumn() - area.getFirstColumn() + 1
                        && Objects.equals(
                                children(table, "tableColumns").get(0).getAttribute("count"),
                                Integer.toString(columns.size())),
                part + ": another count of columns");
        Set<String> headings = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String heading = columns.get(i).getAttribute("name");
            String cell = new CellAddress(area.getFirstRow(), area.getFirstColumn() + i).formatAsString();
            expect(
                    !heading.isEmpty() && headings.add(heading.toLowerCase(Locale.ROOT)),
                    part + ": no heading, or twice: " + heading);
            expect(
                    heading.equals(cells.get(cell)),
                    part + ": '" + heading + "' is not what " + cell + " says: " + cells.get(cell));
        }
        for (Element filter : all(table, SHEETS, "autoFilter")) {
            expect(filter.getAttribute("ref").equals(table.getAttribute("ref")), part + ": a filter of other cells");
        }
    }

    private void sparklines(String part, Element sheet) {
        List<Element> extensions = children(sheet, "extLst");
        List<Element> everything = children(sheet, "*");
        for (Element extension : extensions) {
            expect(extension == everything.get(everything.size() - 1), part + ": extensions are the last of a sheet");
        }
        Set<String> places = new HashSet<>();
        for (Element line : all(sheet, SPARKLINES, "sparkline")) {
            expect(
                    line.getParentNode()
                            .getParentNode()
                            .getParentNode()
                            .getParentNode()
                            .getLocalName()
                            .equals("ext"),
                    part + ": a sparkline out of place");
            String of = children(line, "f").get(0).getTextContent();
            String in = children(line, "sqref").get(0).getTextContent();
            expect(in.matches("[A-Z]{1,3}[0-9]+") && places.add(in), part + ": no place of a sparkline: " + in);
            isOfASheet(part, of);
        }
    }

    private void below(Element element, String attribute, int size) {
        String number = element.getAttribute(attribute);
        expect(
                number.isEmpty() || Integer.parseInt(number) < size,
                element.getLocalName() + ": no " + attribute + " " + number);
    }

    private void expect(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
