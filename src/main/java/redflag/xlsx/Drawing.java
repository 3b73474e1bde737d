package redflag.xlsx;

import redflag.ooxml.Xml;

/** Where on a sheet its charts are. */
final class Drawing {

    static final String HEAD = Xml.DECLARATION
            + "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">";
    static final String TAIL = "</xdr:wsDr>";

    private static final String CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private Drawing() {}

    /** @param relation that names the chart's part */
    static void add(Xml xml, int number, String relation, Area over, Chart chart) {
        xml.raw("<xdr:twoCellAnchor>");
        corner(xml, "from", over.firstColumn(), over.firstRow());
        corner(xml, "to", over.lastColumn() + 1, over.lastRow() + 1);
        xml.raw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr")
                .attribute("id", number + 1L)
                .attribute("name", "Chart " + number)
                .attribute("descr", chart.alt())
                .raw("/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>")
                .raw("<xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm>")
                .raw("<a:graphic><a:graphicData uri=\"" + CHART + "\"><c:chart xmlns:c=\"" + CHART + "\"")
                .raw(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"")
                .attribute("r:id", relation)
                .raw("/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>");
    }

    private static void corner(Xml xml, String tag, int column, int row) {
        xml.raw("<xdr:" + tag + "><xdr:col>").raw(column).raw("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>");
        xml.raw(row).raw("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:" + tag + ">");
    }
}
