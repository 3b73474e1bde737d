package redflag.xlsx;

import java.util.List;
import redflag.ooxml.Xml;

/**
 * A table of Excel's over cells that are written.
 *
 * @param name unique in the workbook, a word
 * @param headings as they stand in the first row of the area, each once
 */
public record Table(String name, List<String> headings, Area area, boolean hasFilterButtons) {

    public Table {
        headings = List.copyOf(headings);
    }

    Xml xml(int id) {
        Xml xml = new Xml()
                .raw(Xml.DECLARATION)
                .raw("<table xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"")
                .attribute("id", id)
                .attribute("name", name)
                .attribute("displayName", name)
                .raw(" ref=\"");
        area.name(xml).raw("\" totalsRowShown=\"0\">");
        if (hasFilterButtons) {
            area.name(xml.raw("<autoFilter ref=\"")).raw("\"/>");
        }
        xml.raw("<tableColumns").attribute("count", headings.size()).raw(">");
        for (int i = 0; i < headings.size(); i++) {
            xml.raw("<tableColumn")
                    .attribute("id", i + 1L)
                    .attribute("name", headings.get(i))
                    .raw("/>");
        }
        return xml.raw("</tableColumns></table>");
    }
}
