package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import redflag.xlsx.Area;
import redflag.xlsx.Chart;
import redflag.xlsx.Layout;
import redflag.xlsx.NormalFont;
import redflag.xlsx.WorkbookFile;

/** Charts say what they find in their titles, and draw what the tables hold. */
class ChartsTests {

    private static final String NAME = "acme-us-account-health-2026-11-22.xlsx";

    private static byte[] workbook() throws IOException {
        MemorySink sink = new MemorySink();
        new WorkbookWriter().write(SampleReports.offTarget(), sink);
        return sink.file(NAME);
    }

    private static List<XSSFChart> charts(XSSFWorkbook workbook, String sheet) {
        XSSFSheet of = workbook.getSheet(sheet);
        return of.getDrawingPatriarch() == null
                ? List.of()
                : of.getDrawingPatriarch().getCharts();
    }

    private static List<String> alts(XSSFWorkbook workbook, String sheet) {
        return workbook.getSheet(sheet).getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList().stream()
                .map(anchor -> anchor.getGraphicFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr()
                        .getDescr())
                .toList();
    }

    private static List<String> parts(byte[] workbook) throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/charts/chart")) {
                    parts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    @Test
    void whatStandsOutIsABarOfItsShareOfTheDefectsBesideItsShareOfTheOrders() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
            XSSFChart chart = charts(workbook, "Causes").get(0);

            assertThat(chart.getTitleText().getString()).contains(" defects");
            assertThat(alts(workbook, "Causes").get(0)).startsWith("A bar chart of Order defect rate");
            assertThat(chart.getChartSeries()
                            .get(0)
                            .getSeries(0)
                            .getValuesData()
                            .getPointAt(0))
                    .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                    .isCloseTo(
                            SampleReports.offTarget().causes().metrics().stream()
                                    .flatMap(metric -> metric.causes().stream())
                                    .filter(cause -> cause.comparison().isPresent())
                                    .findFirst()
                                    .orElseThrow()
                                    .share(),
                            within(1e-12));
        }
    }

    /** What is not said, some programs draw invisible. */
    @Test
    void everySeriesHasAColourOfItsOwn() throws IOException {
        List<String> parts = parts(workbook());

        assertThat(parts).isNotEmpty().allSatisfy(part -> {
            int series = part.split("<c:ser>", -1).length - 1;
            assertThat(series).isGreaterThan(1);
            assertThat(part.split("<c:spPr>", -1).length - 1).isGreaterThanOrEqualTo(series);
        });
    }

    @Test
    void aDayWithoutAValueIsAGap() throws IOException {
        Chart chart = new Chart(
                Chart.Kind.LINES,
                "Rate: 1 % & more",
                "alt",
                new Chart.Labels(List.of("2026-11-20", "2026-11-21", "2026-11-22")),
                List.of(new Chart.Series(
                        "Rate", Chart.Stroke.MAIN, List.of(Optional.of(0.01), Optional.empty(), Optional.of(0.02)))));
        WorkbookFile file = new WorkbookFile(
                new NormalFont("Arial", 10, OptionalInt.empty()), "Charts", LocalDate.of(2026, 11, 22));
        file.sheet("Rate", new Layout(List.of(10), new Layout.Footer("", "", "")))
                .chart(chart, new Area(0, 0, 4, 9));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.finish(bytes);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            XSSFChart made = charts(workbook, "Rate").get(0);
            assertThat(made.getCTChart().xmlText()).contains("dispBlanksAs val=\"gap\"", "tickLblSkip val=\"1\"");
            assertThat(made.getCTChart()
                            .getPlotArea()
                            .getLineChartArray(0)
                            .getSerArray(0)
                            .getVal()
                            .getNumLit()
                            .getPtArray())
                    .hasSize(2);
            assertThat(made.getTitleText().getString()).isEqualTo("Rate: 1 % & more");
        }
    }
}
