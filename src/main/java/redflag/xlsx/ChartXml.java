package redflag.xlsx;

import java.util.List;
import java.util.Optional;
import redflag.ooxml.Xml;

/** Writes a chart as Excel's own, with every colour and line said: what is not said some programs draw invisible. */
final class ChartXml {

    private static final String SHARE = "0.0%";
    private static final int GRID = 0xD0D4DA;
    private static final int LETTERS = 0x36393F;
    private static final int POINT = 12_700;
    private static final int TITLE_SIZE = 1100;
    private static final int SIZE = 900;
    private static final int MOST_LABELS = 9;
    private static final int PLACES = 1;
    private static final int VALUES = 2;

    private final Chart chart;
    private final boolean isOfBars;
    private final Xml xml = new Xml();

    ChartXml(Chart chart) {
        this.chart = chart;
        this.isOfBars = chart.kind() == Chart.Kind.BARS;
    }

    Xml xml() {
        xml.raw(Xml.DECLARATION)
                .raw("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
                .raw(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">")
                .raw("<c:roundedCorners val=\"0\"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p>")
                .raw("<a:r><a:rPr sz=\"" + TITLE_SIZE + "\" b=\"1\">");
        fill(LETTERS);
        xml.raw("</a:rPr><a:t>")
                .text(chart.title())
                .raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>")
                .raw("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
        if (isOfBars) {
            bars();
        } else {
            lines();
        }
        places();
        values();
        xml.raw("</c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/>");
        letters();
        return xml.raw("</c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>");
    }

    private void bars() {
        xml.raw("<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            Chart.Series series = begin(i);
            xml.raw("<c:spPr>");
            fill(series.stroke().rgb());
            xml.raw("</c:spPr><c:invertIfNegative val=\"0\"/>");
            data(series);
            xml.raw("</c:ser>");
        }
        xml.raw("<c:gapWidth val=\"60\"/>");
        axes();
        xml.raw("</c:barChart>");
    }

    private void lines() {
        xml.raw("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            Chart.Series series = begin(i);
            xml.raw("<c:spPr>");
            line(series.stroke().rgb(), 2 * POINT, series.stroke().dashed());
            xml.raw("</c:spPr><c:marker><c:symbol val=\"none\"/></c:marker>");
            data(series);
            xml.raw("<c:smooth val=\"0\"/></c:ser>");
        }
        xml.raw("<c:marker val=\"1\"/>");
        axes();
        xml.raw("</c:lineChart>");
    }

    private Chart.Series begin(int number) {
        Chart.Series series = chart.series().get(number);
        xml.raw("<c:ser><c:idx val=\"").raw(number).raw("\"/><c:order val=\"").raw(number);
        xml.raw("\"/><c:tx><c:v>").text(series.name()).raw("</c:v></c:tx>");
        return series;
    }

    private void data(Chart.Series series) {
        List<String> labels = chart.labels().texts();
        xml.raw("<c:cat>");
        begin("str", chart.labels().cells(), "", labels.size());
        for (int i = 0; i < labels.size(); i++) {
            xml.raw("<c:pt")
                    .attribute("idx", i)
                    .raw("><c:v>")
                    .text(labels.get(i))
                    .raw("</c:v></c:pt>");
        }
        end("str", chart.labels().cells());
        xml.raw("</c:cat><c:val>");
        List<Optional<Double>> values = series.values();
        begin("num", series.cells(), "<c:formatCode>" + SHARE + "</c:formatCode>", values.size());
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                xml.raw("<c:pt").attribute("idx", i).raw("><c:v>");
                xml.raw(values.get(i).get().doubleValue()).raw("</c:v></c:pt>");
            }
        }
        end("num", series.cells());
        xml.raw("</c:val>");
    }

    /** @param kind {@code str} or {@code num} */
    private void begin(String kind, Optional<String> cells, String format, int count) {
        cells.ifPresent(range -> xml.raw("<c:" + kind + "Ref><c:f>").text(range).raw("</c:f>"));
        xml.raw("<c:" + kind + (cells.isPresent() ? "Cache>" : "Lit>") + format + "<c:ptCount");
        xml.attribute("val", count).raw("/>");
    }

    private void end(String kind, Optional<String> cells) {
        xml.raw(cells.isPresent() ? "</c:" + kind + "Cache></c:" + kind + "Ref>" : "</c:" + kind + "Lit>");
    }

    private void axes() {
        xml.raw("<c:axId val=\"" + PLACES + "\"/><c:axId val=\"" + VALUES + "\"/>");
    }

    private void places() {
        // of bars the first is on top, and the axis of values still below
        axis("catAx", PLACES, isOfBars ? "maxMin" : "minMax", "", isOfBars ? "l" : "b");
        // cells with labels hold days
        String format = chart.labels().cells().isPresent() ? "yyyy-mm-dd" : "General";
        xml.raw("<c:numFmt formatCode=\"" + format + "\" sourceLinked=\"0\"/>");
        ticks();
        xml.raw("<c:crossAx val=\"" + VALUES + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>");
        if (!isOfBars) {
            int step = 1 + (chart.labels().count() - 1) / MOST_LABELS;
            xml.raw("<c:tickLblSkip").attribute("val", step).raw("/>");
        }
        xml.raw("<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
    }

    private void values() {
        axis("valAx", VALUES, "minMax", "<c:min val=\"0\"/>", isOfBars ? "b" : "l");
        xml.raw("<c:majorGridlines><c:spPr>");
        line(GRID, POINT * 3 / 4, false);
        xml.raw("</c:spPr></c:majorGridlines><c:numFmt formatCode=\"" + SHARE + "\" sourceLinked=\"0\"/>");
        ticks();
        xml.raw("<c:crossAx val=\"" + PLACES + "\"/><c:crosses val=\"")
                .raw(isOfBars ? "max" : "autoZero")
                .raw("\"/><c:crossBetween val=\"between\"/></c:valAx>");
    }

    private void axis(String tag, int id, String orientation, String bounds, String side) {
        xml.raw("<c:" + tag + "><c:axId val=\"" + id + "\"/><c:scaling><c:orientation val=\"" + orientation + "\"/>");
        xml.raw(bounds + "</c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + side + "\"/>");
    }

    private void ticks() {
        xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr>");
        line(GRID, POINT * 3 / 4, false);
        xml.raw("</c:spPr>");
        letters();
    }

    private void letters() {
        xml.raw("<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"" + SIZE + "\">");
        fill(LETTERS);
        xml.raw("</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>");
    }

    private void line(int rgb, int width, boolean isDashed) {
        xml.raw("<a:ln").attribute("w", width).raw(">");
        fill(rgb);
        xml.raw(isDashed ? "<a:prstDash val=\"dash\"/></a:ln>" : "</a:ln>");
    }

    private void fill(int rgb) {
        xml.raw("<a:solidFill><a:srgbClr val=\"").raw(Chart.hex(rgb)).raw("\"/></a:solidFill>");
    }
}
