package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Remark;
import redflag.changes.Changes;
import redflag.changes.History;
import redflag.metrics.Finding;
import redflag.past.PastReading;
import redflag.risk.AmazonState;
import redflag.risk.RiskLevel;
import redflag.risk.Verdict;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

/** The page that a manager opens first. */
class SummarySheetTests {

    private static final LocalDate AS_OF = SampleReports.AS_OF;
    private static final ReportWords ENGLISH = new ReportWords(Messages.english());

    /** In points: A4 across, without margins, and the letters of the normal font. */
    private static final double ACROSS = 784;

    private static final double DOWN = 508;
    private static final double LETTERS = 10;

    private static XSSFWorkbook written(RiskReport report) throws IOException {
        MemorySink sink = new MemorySink();
        String name = new WorkbookWriter().write(report, sink).get(0);
        return new XSSFWorkbook(new ByteArrayInputStream(sink.file(name)));
    }

    private static RiskReport with(
            RiskReport report, Verdict verdict, Optional<AmazonState> amazon, List<Finding> findings, History history) {
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                report.store(),
                verdict,
                amazon,
                findings,
                report.causes(),
                report.plans(),
                report.readingCopies(),
                report.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                history,
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                report.rules());
    }

    private static PastReading night(int daysAgo, Reading reading, Figure figure) {
        Measured measured = reading.measured().orElseThrow();
        return new PastReading(
                AS_OF.minusDays(daysAgo),
                reading.metric(),
                reading.fulfilment(),
                reading.category(),
                reading.status(),
                Optional.of(new Measured(
                        figure,
                        measured.basis(),
                        measured.precision(),
                        measured.window(),
                        AS_OF.minusDays(daysAgo),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
    }

    private static double figure(XSSFWorkbook workbook, String cell) {
        CellReference at = new CellReference(cell);
        return workbook.getSheet("Trend")
                .getRow(at.getRow())
                .getCell(at.getCol())
                .getNumericCellValue();
    }

    @Test
    void aLineGoesThroughTheNightsOfAMetricThatTwoHaveMeasured() throws IOException {
        RiskReport report = SampleReports.offTarget();
        Reading defects = report.findings().get(0).reading();
        History history = new History(
                new Changes(Optional.of(AS_OF.minusDays(1)), List.of(), List.of(), List.of(), List.of()),
                List.of(
                        night(2, defects, new Figure.StatedRate(new BigDecimal("0.004"))),
                        night(1, defects, new Figure.StatedRate(new BigDecimal("0.009")))),
                Optional.empty());

        try (XSSFWorkbook workbook =
                written(with(report, report.verdict(), report.amazon(), report.findings(), history))) {
            String sheet = workbook.getSheet("Summary").getCTWorksheet().xmlText();
            List<String> lines = Stream.of(sheet.split("f>'Trend'!", -1))
                    .skip(1)
                    .map(rest -> rest.substring(0, rest.indexOf('<')))
                    .toList();

            assertThat(workbook.getSheetName(2)).isEqualTo("Trend");
            assertThat(lines).hasSize(1);
            String[] ends = lines.get(0).replace("$", "").split(":", -1);
            int first = new CellReference(ends[0]).getRow();
            assertThat(figure(workbook, ends[0])).isEqualTo(0.004);
            assertThat(figure(workbook, "B" + (first + 2))).isEqualTo(0.009);
            assertThat(figure(workbook, ends[1])).isBetween(0.01477, 0.01478);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aStoreWithEverythingInTroubleIsLegibleOnOnePage(String language) throws IOException {
        RiskReport report = language.equals("zh") ? SampleReports.offTargetInChinese() : SampleReports.offTarget();
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(inTrouble(finding));
        }

        try (XSSFWorkbook workbook =
                written(with(report, report.verdict(), report.amazon(), findings, report.history()))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            double high = 0;
            for (Row row : sheet) {
                high += row.getHeightInPoints();
            }
            high += (sheet.getLastRowNum() + 1 - sheet.getPhysicalNumberOfRows()) * 15;
            double wide = 0;
            for (int column = 0; column < SummarySheet.COLUMNS.size(); column++) {
                wide += sheet.getColumnWidthInPixels(column) * 0.75;
            }

            assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 1);
            assertThat(LETTERS * Math.min(ACROSS / wide, DOWN / high)).isGreaterThanOrEqualTo(7);
        }
    }

    /** Off target and with much to say of it; counts are above zero. */
    private static Finding inTrouble(Finding finding) {
        Reading reading = finding.reading();
        if (reading.metric().form() == Metric.Form.COUNT) {
            return SampleFindings.single(reading.metric(), new Figure.Count(7), Status.WATCH);
        }
        return new Finding(
                new Reading(
                        reading.metric(),
                        reading.fulfilment(),
                        reading.category(),
                        reading.measured(),
                        reading.printed(),
                        reading.computed(),
                        reading.target(),
                        Status.OFF_TARGET,
                        Optional.of(Remark.of("why.newer-empty-list-of-unknown-days")),
                        false,
                        true,
                        Optional.of(new Headroom(Optional.empty(), Optional.empty(), Optional.of(12_345L)))),
                finding.defects(),
                finding.inPipe(),
                finding.gone(),
                finding.tally(),
                finding.source(),
                finding.population(),
                finding.contributions(),
                finding.outlook());
    }

    @Test
    void theVerdictSaysWhatBringsTheRateBack() {
        assertThat(ENGLISH.verdict(SampleReports.offTarget()))
                .isEqualTo("Off target: Order defect rate, seller-fulfilled is 1.48 % (12 of 812), target under 1 %;"
                        + " 389 clean orders, counting 15 days after each is placed, or waiting without a new defect"
                        + " until 5 December 2026 brings it back. 2 metrics could not be measured.");
        assertThat(ENGLISH.headline(SampleReports.offTarget())).doesNotContain("clean orders");
    }

    @Test
    void aStoreAtRiskWithoutARateOffTargetIsToldWhatAmazonWaitsFor() {
        RiskReport healthy = SampleReports.healthy();
        List<Finding> findings = List.of(
                SampleFindings.single(Metric.ACCOUNT_HEALTH_RATING, new Figure.Score(168), Status.OFF_TARGET),
                SampleFindings.single(
                        Metric.RECEIVED_INTELLECTUAL_PROPERTY_COMPLAINTS, new Figure.Count(3), Status.WATCH),
                SampleFindings.single(Metric.DOCUMENT_REQUESTS, new Figure.Count(0), Status.ON_TARGET));
        RiskReport report = with(
                healthy,
                new Verdict(RiskLevel.OFF_TARGET, List.of("accountStatus"), false),
                Optional.of(new AmazonState(Optional.of(AmazonState.Known.AT_RISK), "AT_RISK", Optional.of(AS_OF))),
                findings,
                History.none());

        assertThat(NextSteps.texts(report, ENGLISH, 6))
                .containsExactly(
                        "Amazon states the account as AT_RISK, and no open notice is on file: find out why on Performance"
                                + " > Account Health and in the performance notifications, and put the notice into the"
                                + " notices file. No export says that.",
                        "Address on Performance > Account Health (appeal, edit or acknowledge): Received intellectual"
                                + " property complaints 3. The Account Health Rating of 168 comes back with what succeeds.");
        assertThat(NextSteps.of(healthy, ENGLISH)).isEmpty();
    }

    @Test
    void whatIsDueSoonComesFirst() {
        Step later = new Step("later", Optional.of(AS_OF.plusDays(8)), SummarySheet.NAME);
        Step undated = new Step("undated", SummarySheet.NAME);
        Step soon = new Step("soon", Optional.of(AS_OF.plusDays(7)), SummarySheet.NAME);
        Step overdue = new Step("overdue", Optional.of(AS_OF.minusDays(1)), SummarySheet.NAME);

        assertThat(Step.inOrder(List.of(later, undated, soon, overdue), AS_OF))
                .containsExactly(overdue, soon, later, undated);
    }

    /** Also where there is little room: a reader of the page must know what to download. */
    @Test
    void whatIsNotMeasuredNamesTheDownload() {
        Finding unknown = SampleFindings.unknown(Metric.VALID_TRACKING_RATE, Remark.of("why.missing-or-unusable"));
        SummaryRow row = new SummaryRow(
                List.of(unknown.reading()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("Account Health report (GET_V2_SELLER_PERFORMANCE_REPORT)", "Valid Tracking Rate download"));

        assertThat(row.why(ENGLISH, 2, 48)).isEqualTo("Missing: Account Health report, Valid Tracking Rate download.");
        assertThat(row.why(ENGLISH, 1, 48)).isEqualTo("Missing: Account Health report and 1 more.");
    }
}
