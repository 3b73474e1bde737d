package redflag.xlsx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes a chart as Excel's own, with every colour and line said: what is not said some programs draw invisible. */
final class ChartXml {

    private static final String SHARE = "0.0%";
    private static final int GRID = 0xD0D4DA;
    private static final int BAND = 0xFFE7BF;
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
            chart.band().ifPresent(this::band);
            lines();
        }
        places();
        values();
        xml.raw("</c:plotArea><c:legend><c:legendPos val=\"b\"/>");
        if (chart.band().isPresent()) {
            // what lifts the band is none of its own
            xml.raw("<c:legendEntry><c:idx val=\"0\"/><c:delete val=\"1\"/></c:legendEntry>");
        }
        xml.raw("<c:overlay val=\"0\"/>");
        letters();
        return xml.raw("</c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>");
    }

    /** Two areas on top of each other, of which the lower is not seen. */
    private void band(Chart.Band band) {
        xml.raw("<c:areaChart><c:grouping val=\"stacked\"/><c:varyColors val=\"0\"/>");
        begin(0, band.name());
        xml.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>");
        data(band.low().stream().map(Optional::of).toList(), Optional.empty());
        xml.raw("</c:ser>");
        begin(1, band.name());
        xml.raw("<c:spPr>");
        fill(BAND);
        xml.raw("<a:ln><a:noFill/></a:ln></c:spPr>");
        data(
                IntStream.range(0, band.low().size())
                        .mapToObj(
                                i -> Optional.of(band.high().get(i) - band.low().get(i)))
                        .toList(),
                Optional.empty());
        xml.raw("</c:ser>");
        axes();
        xml.raw("</c:areaChart>");
    }

    private void bars() {
        xml.raw("<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.series().size(); i++) {
            Chart.Series series = begin(i);
            xml.raw("<c:spPr>");
            fill(series.stroke().rgb());
            xml.raw("</c:spPr><c:invertIfNegative val=\"0\"/>");
            data(series.values(), series.cells());
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
            data(series.values(), series.cells());
            xml.raw("<c:smooth val=\"0\"/></c:ser>");
        }
        xml.raw("<c:marker val=\"1\"/>");
        axes();
        xml.raw("</c:lineChart>");
    }

    private Chart.Series begin(int place) {
        Chart.Series series = chart.series().get(place);
        begin(chart.band().isPresent() ? place + 2 : place, series.name());
        return series;
    }

    private void begin(int number, String name) {
        xml.raw("<c:ser><c:idx val=\"").raw(number).raw("\"/><c:order val=\"").raw(number);
        xml.raw("\"/><c:tx><c:v>").text(name).raw("</c:v></c:tx>");
    }

    private void data(List<Optional<Double>> values, Optional<String> cells) {
        List<String> labels = chart.labels();
        xml.raw("<c:cat><c:strLit><c:ptCount").attribute("val", labels.size()).raw("/>");
        for (int i = 0; i < labels.size(); i++) {
            xml.raw("<c:pt")
                    .attribute("idx", i)
                    .raw("><c:v>")
                    .text(labels.get(i))
                    .raw("</c:v></c:pt>");
        }
        xml.raw("</c:strLit></c:cat><c:val>");
        cells.ifPresent(range -> xml.raw("<c:numRef><c:f>").text(range).raw("</c:f>"));
        String tag = cells.isPresent() ? "numCache" : "numLit";
        xml.raw("<c:").raw(tag).raw("><c:formatCode>" + SHARE + "</c:formatCode><c:ptCount");
        xml.attribute("val", values.size()).raw("/>");
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isPresent()) {
                xml.raw("<c:pt").attribute("idx", i).raw("><c:v>");
                xml.raw(values.get(i).get().doubleValue()).raw("</c:v></c:pt>");
            }
        }
        xml.raw("</c:").raw(tag).raw(cells.isPresent() ? "></c:numRef></c:val>" : "></c:val>");
    }

    private void axes() {
        xml.raw("<c:axId val=\"" + PLACES + "\"/><c:axId val=\"" + VALUES + "\"/>");
    }

    private void places() {
        // of bars the first is on top, and the axis of values still below
        axis("catAx", PLACES, isOfBars ? "maxMin" : "minMax", "", isOfBars ? "l" : "b");
        xml.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>");
        ticks();
        xml.raw("<c:crossAx val=\"" + VALUES + "\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>");
        if (!isOfBars) {
            int step = 1 + (chart.labels().size() - 1) / MOST_LABELS;
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
