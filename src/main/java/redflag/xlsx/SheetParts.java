package redflag.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.ooxml.OfficePackage;
import redflag.ooxml.Relations;
import redflag.ooxml.Xml;

/** What a sheet consists of beside its cells, and how it names that. */
final class SheetParts {

    private final WorkbookFile file;
    private final int sheet;
    private final Xml relations = new Xml().raw(Relations.HEAD);
    private final List<Part> parts = new ArrayList<>();
    private int last;

    SheetParts(WorkbookFile file, int sheet) {
        this.file = file;
        this.sheet = sheet;
    }

    static String sheet(int number) {
        return "xl/worksheets/sheet" + number + ".xml";
    }

    /** @return by which the sheet names it */
    String link(String address) {
        return Relations.addExternal(relations, ++last, "hyperlink", address);
    }

    String table(Table table) {
        int number = file.nextTable();
        String part = "tables/table" + number + ".xml";
        parts.add(new Part("xl/" + part, WorkbookFile.TABLE, table.xml(number)));
        return Relations.add(relations, ++last, "table", "../" + part);
    }

    /** One drawing with all of them. */
    String drawing(Map<Area, Chart> charts) {
        Xml of = new Xml().raw(Relations.HEAD);
        Xml drawing = new Xml().raw(Drawing.HEAD);
        int number = 0;
        for (Map.Entry<Area, Chart> chart : charts.entrySet()) {
            String part = "charts/chart" + file.nextChart() + ".xml";
            String id = Relations.add(of, ++number, "chart", "../" + part);
            Drawing.add(drawing, number, id, chart.getKey(), chart.getValue());
            parts.add(new Part("xl/" + part, WorkbookFile.CHART, new ChartXml(chart.getValue()).xml()));
        }
        parts.add(new Part("xl/drawings/drawing" + sheet + ".xml", WorkbookFile.DRAWING, drawing.raw(Drawing.TAIL)));
        parts.add(new Part(
                "xl/drawings/_rels/drawing" + sheet + ".xml.rels", OfficePackage.RELATIONS, of.raw(Relations.TAIL)));
        return Relations.add(relations, ++last, "drawing", "../drawings/drawing" + sheet + ".xml");
    }

    void write() {
        if (last > 0) {
            file.parts()
                    .part(
                            "xl/worksheets/_rels/sheet" + sheet + ".xml.rels",
                            OfficePackage.RELATIONS,
                            relations.raw(Relations.TAIL));
        }
        parts.forEach(part -> file.parts().part(part.name(), part.type(), part.content()));
    }

    private record Part(String name, String type, Xml content) {}
}
