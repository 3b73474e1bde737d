package redflag.report;

import java.util.List;
import java.util.Optional;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextBody;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;

/** Draws charts as Excel's own, with every colour and line said: what is not said some programs draw invisible. */
final class ChartPainter {

    private static final String SHARE = "0.0%";
    private static final int RULE = 0xD0D4DA;
    private static final double TITLE_POINTS = 11;
    private static final double LINE_POINTS = 2;
    private static final int MOST_LABELS = 9;

    private ChartPainter() {}

    static void paint(XSSFDrawing drawing, XSSFClientAnchor anchor, Chart chart) {
        XSSFChart made = drawing.createChart(anchor);
        made.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr()
                .setDescr(chart.alt());
        title(made, chart.title());
        made.displayBlanksAs(DisplayBlanks.GAP);
        made.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        XDDFCategoryDataSource labels =
                XDDFDataSourcesFactory.fromArray(chart.labels().toArray(String[]::new));
        XDDFCategoryAxis places =
                made.createCategoryAxis(chart.kind() == Chart.Kind.BARS ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        XDDFValueAxis values =
                made.createValueAxis(chart.kind() == Chart.Kind.BARS ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setNumberFormat(SHARE);
        values.setMinimum(0);
        XDDFShapeProperties grid = values.getOrAddMajorGridProperties();
        grid.setLineProperties(stroke(RULE, false, 0.75));
        XDDFChartData data =
                made.createData(chart.kind() == Chart.Kind.BARS ? ChartTypes.BAR : ChartTypes.LINE, places, values);
        if (data instanceof XDDFBarChartData bars) {
            bars.setBarDirection(BarDirection.BAR);
            bars.setGapWidth(60);
            // the first on top, and the axis of values still below
            places.setOrientation(AxisOrientation.MAX_MIN);
            values.setCrosses(AxisCrosses.MAX);
        }
        for (Chart.Series series : chart.series()) {
            XDDFChartData.Series added = data.addSeries(labels, numbers(series.values()));
            added.setTitle(series.name(), null);
            added.setShapeProperties(shape(chart.kind(), series.stroke()));
            if (added instanceof XDDFLineChartData.Series line) {
                line.setSmooth(false);
                line.setMarkerStyle(MarkerStyle.NONE);
            }
        }
        made.plot(data);
        if (chart.kind() == Chart.Kind.LINES) {
            labelEvery(made, 1 + (chart.labels().size() - 1) / MOST_LABELS);
        }
    }

    /** By hand, for POI knows no such element; its place is fixed. @param step one label in so many places */
    private static void labelEvery(XSSFChart chart, int step) {
        CTCatAx axis = chart.getCTChart().getPlotArea().getCatAxArray(0);
        if (!axis.isSetNoMultiLvlLbl()) {
            axis.addNewNoMultiLvlLbl().setVal(true);
        }
        try (XmlCursor cursor = axis.getNoMultiLvlLbl().newCursor()) {
            cursor.beginElement("tickLblSkip", axis.getDomNode().getNamespaceURI());
            cursor.insertAttributeWithValue("val", Integer.toString(step));
        }
    }

    private static void title(XSSFChart chart, String title) {
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        XDDFTextBody text = chart.getFormattedTitle();
        text.getParagraphs()
                .forEach(paragraph -> paragraph.getTextRuns().forEach(run -> {
                    run.setFontSize(TITLE_POINTS);
                    run.setBold(true);
                }));
    }

    private static XDDFNumericalDataSource<Double> numbers(List<Optional<Double>> values) {
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                values.stream().map(value -> value.orElse(null)).toArray(Double[]::new));
        numbers.setFormatCode(SHARE);
        return numbers;
    }

    private static XDDFShapeProperties shape(Chart.Kind kind, Chart.Stroke stroke) {
        XDDFShapeProperties properties = new XDDFShapeProperties();
        if (kind == Chart.Kind.BARS) {
            properties.setFillProperties(fill(stroke.rgb()));
        } else {
            properties.setLineProperties(stroke(stroke.rgb(), stroke.dashed(), LINE_POINTS));
        }
        return properties;
    }

    private static XDDFLineProperties stroke(int rgb, boolean isDashed, double points) {
        XDDFLineProperties line = new XDDFLineProperties(fill(rgb));
        line.setWidth(points);
        if (isDashed) {
            line.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        }
        return line;
    }

    private static XDDFSolidFillProperties fill(int rgb) {
        return new XDDFSolidFillProperties(
                XDDFColor.from(new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb}));
    }
}
