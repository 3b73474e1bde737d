package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import redflag.Golden;
import redflag.basics.Marketplace;
import redflag.basics.Period;
import redflag.basics.Store;
import redflag.metrics.MeasuringRules;
import redflag.metrics.PeakSeason;
import redflag.metrics.WatchLines;
import redflag.rules.Metric;
import redflag.words.Messages;

class WorkbookWriterTests {

    private static final String ACME = "acme-us-account-health-2026-11-22.xlsx";

    @Test
    void aReportOffTargetReadsAsExpected() throws IOException {
        Golden.assertMatches(getClass(), "off-target.txt", WorkbookText.of(written(SampleReports.offTarget())));
    }

    /** Managers read Chinese; the copy for Amazon, ids, files and tables are as in English. */
    @Test
    void aReportOffTargetReadsAsExpectedInChinese() throws IOException {
        byte[] xlsx = written(SampleReports.offTargetInChinese());
        Golden.assertMatches(getClass(), "off-target.zh.txt", WorkbookText.of(xlsx));
        try (XSSFWorkbook workbook = read(xlsx)) {
            for (Sheet sheet : workbook) {
                for (XSSFTable table : ((XSSFSheet) sheet).getTables()) {
                    assertHeadersAreUnique(table);
                    assertThat(table.getName()).matches("[A-Za-z0-9_]+");
                }
            }
            assertThat(cells(workbook))
                    .allSatisfy(cell -> assertThat(
                                    workbook.getFontAt(cell.getCellStyle().getFontIndex())
                                            .getFontName())
                            .isEqualTo("Microsoft YaHei"));
        }
    }

    @Test
    void aHealthyReportWithNothingToTellReadsAsExpected() throws IOException {
        Golden.assertMatches(getClass(), "healthy.txt", WorkbookText.of(written(SampleReports.healthy())));
    }

    @Test
    void thePortfolioReadsAsExpected() throws IOException {
        Golden.assertMatches(getClass(), "portfolio.txt", WorkbookText.of(portfolio()));
    }

    @Test
    void aNightWithoutStoresHasAPortfolioToo() throws IOException {
        MemorySink sink = new MemorySink();
        String name = new PortfolioWriter(Messages.english())
                .write(SamplePortfolios.empty(), sink)
                .get(0);
        assertThat(name).isEqualTo("portfolio-2026-11-22.xlsx");
        try (XSSFWorkbook workbook = read(sink.file(name))) {
            assertThat(workbook.getSheet("Alarms")).isNull();
        }
        assertThat(WorkbookText.of(sink.file(name))).contains(" There is none this night.\n");
        assertThat(WorkbookText.of(sink.file(name))).contains("Stores!A5 No store was reported.");
    }

    @Test
    void storesAndAlarmsAreFilteredByManager() throws IOException {
        try (XSSFWorkbook workbook = read(portfolio())) {
            for (String name : List.of("Stores", "Alarms", "Download checklist")) {
                XSSFTable table = workbook.getSheet(name).getTables().get(0);
                assertThat(table.getCTTable().isSetAutoFilter()).as(name).isTrue();
                assertThat(table.getColumns())
                        .as(name)
                        .extracting(XSSFTableColumn::getName)
                        .contains("Manager");
            }
        }
    }

    @Test
    void storesAreLinkedFromTheFolderOfThePortfolio() throws IOException {
        assertThat(WorkbookText.of(portfolio())).contains("Open -> acme-us/acme-us-account-health-2026-11-22.xlsx\n");
    }

    @Test
    void longSheetsKeepTheirHeadersInSightAndOnEveryPage() throws IOException {
        try (XSSFWorkbook workbook = read(written(SampleReports.offTarget()))) {
            for (String name : List.of("Metrics", "Orders", "Rejected rows")) {
                XSSFSheet sheet = workbook.getSheet(name);
                assertThat(sheet.getPaneInformation().isFreezePane()).as(name).isTrue();
                assertThat(sheet.getRepeatingRows().formatAsString()).as(name).isEqualTo("3:3");
                assertThat(sheet.getTables().get(0).getCTTable().isSetAutoFilter())
                        .as(name)
                        .isTrue();
            }
            for (Sheet sheet : workbook) {
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getFooter().getLeft()).isEqualTo("Acme && Sons Outdoor: account health");
            }
        }
    }

    @Test
    void theFileIsNamedAfterStoreAndDay() throws IOException {
        MemorySink sink = new MemorySink();
        assertThat(new WorkbookWriter().write(SampleReports.offTarget(), sink)).containsExactly(ACME);
        assertThat(sink.file(ACME)).isNotEmpty();
    }

    @Test
    void theSameReportGivesTheSameBytes() throws IOException {
        assertThat(written(SampleReports.offTarget())).isEqualTo(written(SampleReports.offTarget()));
        assertThat(portfolio()).isEqualTo(portfolio());
    }

    @Test
    void theSheetsStandInReadingOrderAndTheFirstIsOpen() throws IOException {
        try (XSSFWorkbook workbook = read(written(SampleReports.offTarget()))) {
            assertThat(workbook.sheetIterator())
                    .toIterable()
                    .extracting(Sheet::getSheetName)
                    .containsExactly(
                            "Summary",
                            "Metrics",
                            "Outlook",
                            "Outlook days",
                            "Holiday gate",
                            "Reconciliation",
                            "Causes",
                            "Orders",
                            "Stock",
                            "Notices",
                            "Documents",
                            "Plan",
                            "Actions",
                            "Data quality",
                            "Rejected rows",
                            "Readings",
                            "About");
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
        try (XSSFWorkbook workbook = read(portfolio())) {
            assertThat(workbook.sheetIterator())
                    .toIterable()
                    .extracting(Sheet::getSheetName)
                    .containsExactly(
                            "Stores",
                            "Alarms",
                            "Matrix",
                            "Download checklist",
                            "Accounts",
                            "Quarantined files",
                            "About");
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        try (XSSFWorkbook workbook = read(written(SampleReports.offTarget()))) {
            List<Cell> suspicious = cells(workbook).stream()
                    .filter(cell -> cell.getCellType() == CellType.STRING)
                    .filter(cell -> cell.getStringCellValue().matches("(?s)[=+@-].*"))
                    .toList();
            assertThat(suspicious).hasSizeGreaterThanOrEqualTo(3);
            assertThat(suspicious).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            assertThat(cells(workbook).stream()
                            .filter(cell -> cell.getCellType() == CellType.FORMULA)
                            .toList())
                    .allSatisfy(
                            cell -> assertThat(cell.getSheet().getSheetName()).startsWith("Outlook"));
        }
    }

    @Test
    void zeroIsANumberAndWhatDoesNotExistIsEmpty() throws IOException {
        String text = WorkbookText.of(written(SampleReports.offTarget()));
        String cancellation = rowOf(text, "Pre-fulfilment cancellation rate");
        String tracking = rowOf(text, "Valid tracking rate");
        assertThat(text).contains("Metrics!G" + cancellation + " 0\n", "Metrics!I" + cancellation + " 0.00%\n");
        assertThat(text).doesNotContain("Metrics!G" + tracking + " ", "Metrics!I" + tracking + " ");
    }

    private static String rowOf(String text, String metric) {
        return text.lines()
                .filter(line -> line.matches("Metrics!A\\d+ " + metric))
                .map(line -> line.replaceAll("Metrics!A(\\d+) .*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyTableHasItsOwnNameAndHeadersThatAreUnique() throws IOException {
        for (byte[] xlsx : List.of(written(SampleReports.offTarget()), written(SampleReports.healthy()), portfolio())) {
            try (XSSFWorkbook workbook = read(xlsx)) {
                Set<String> names = new HashSet<>();
                for (Sheet sheet : workbook) {
                    for (XSSFTable table : ((XSSFSheet) sheet).getTables()) {
                        assertThat(names.add(table.getName()))
                                .as(table.getName())
                                .isTrue();
                        assertHeadersAreUnique(table);
                        assertNoRowIsBlank(table);
                    }
                }
                assertThat(names).isNotEmpty();
            }
        }
    }

    private static void assertHeadersAreUnique(XSSFTable table) {
        Row header = table.getXSSFSheet().getRow(table.getStartRowIndex());
        List<String> cells = IntStream.rangeClosed(table.getStartColIndex(), table.getEndColIndex())
                .mapToObj(column -> header.getCell(column).getStringCellValue())
                .toList();
        assertThat(cells).doesNotHaveDuplicates().doesNotContain("");
        assertThat(table.getColumns()).extracting(column -> column.getName()).containsExactlyElementsOf(cells);
    }

    private static void assertNoRowIsBlank(XSSFTable table) {
        for (int i = table.getStartRowIndex(); i <= table.getEndRowIndex(); i++) {
            assertThat(StreamSupport.stream(table.getXSSFSheet().getRow(i).spliterator(), false))
                    .as("row %d of %s", i + 1, table.getName())
                    .anyMatch(cell -> cell.getCellType() != CellType.BLANK);
        }
        assertThat(table.getEndRowIndex()).isGreaterThan(table.getStartRowIndex());
    }

    @Test
    void noCellsAreMerged() throws IOException {
        try (XSSFWorkbook workbook = read(written(SampleReports.offTarget()))) {
            assertThat(workbook.sheetIterator()).toIterable().allMatch(sheet -> sheet.getNumMergedRegions() == 0);
        }
    }

    @Test
    void theDocumentSaysNothingOfTheDayItWasWritten() throws IOException {
        try (XSSFWorkbook workbook = read(written(SampleReports.offTarget()))) {
            var core = workbook.getProperties().getCoreProperties();
            assertThat(core.getCreator()).isEqualTo("Redflag");
            assertThat(core.getCreated().toInstant()).hasToString("2026-11-22T00:00:00Z");
            assertThat(core.getModified().toInstant()).hasToString("2026-11-22T00:00:00Z");
        }
    }

    private static List<Cell> cells(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .toList();
    }

    private static XSSFWorkbook read(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }

    @Test
    void aReportOfAnotherMarketplaceDoesNotSayThatAmazonActsThere() throws IOException {
        RiskReport healthy = SampleReports.healthy();
        Store of = healthy.store();
        Marketplace olive = new Marketplace(
                "olive.example", "OLI", "Olive Market", of.marketplace().zone(), "JPY", "ja");
        Store store = new Store(
                of.id(), of.account(), olive, of.name(), of.sellerSince(), of.language(), of.manager(), of.cc());

        assertThat(WorkbookText.of(written(with(healthy, store, healthy.dataQuality()))))
                .contains(" Metrics that are acted on\n", " Account status")
                .doesNotContain(" Metrics that Amazon acts on\n", " Amazon states\n");
    }

    @Test
    void whatIsKeptByHandIsFilledInAndNotDownloaded() throws IOException {
        RiskReport healthy = SampleReports.healthy();
        DataQuality quality = new DataQuality(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new MissingExport(
                                "accountStatus", "Account status", "a table", List.of(Metric.DOCUMENT_REQUESTS)),
                        new MissingExport("allOrders", "All Orders", "there", List.of(Metric.ORDER_DEFECT_RATE))),
                List.of(),
                List.of());

        assertThat(WorkbookText.of(written(with(healthy, healthy.store(), quality))))
                .contains(
                        " Fill in \"Account status\" (a table). It would measure: Document requests.",
                        " Download \"All Orders\" (there). It would measure: Order defect rate.");
    }

    @Test
    void watchLinesAndSeasonsAreTold() throws IOException {
        RiskReport healthy = SampleReports.healthy();
        MeasuringRules standard = MeasuringRules.standard();
        WatchLines lines =
                new WatchLines(new BigDecimal("0.75"), Map.of(Metric.ORDER_DEFECT_RATE, new BigDecimal("0.60")));
        WatchLines half = new WatchLines(new BigDecimal("0.50"), Map.of());
        LocalDate day = healthy.asOf();
        MeasuringRules rules = new MeasuringRules(
                lines,
                List.of(
                        new PeakSeason(new Period(day, day.plusDays(30)), half),
                        new PeakSeason(new Period(day.plusDays(1), day.plusDays(30)), half)),
                List.of(),
                standard.freshness(),
                standard.absentMeansNone(),
                false);

        assertThat(WorkbookText.of(written(with(healthy, healthy.store(), healthy.dataQuality(), rules))))
                .contains(
                        "from 75 % of what a target allows on, with one defect at least; Order defect rate from 60 % on\n",
                        "22 November 2026 to 22 December 2026, which holds this report's date: from 50 % of what a target"
                                + " allows on",
                        "23 November 2026 to 22 December 2026, which does not hold this report's date: from 50 %");
    }

    private static RiskReport with(RiskReport report, Store store, DataQuality quality) {
        return with(report, store, quality, report.rules());
    }

    private static RiskReport with(RiskReport report, Store store, DataQuality quality, MeasuringRules rules) {
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                store,
                report.verdict(),
                report.amazon(),
                report.findings(),
                report.causes(),
                report.plans(),
                report.readingCopies(),
                report.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                quality,
                report.history(),
                report.gates(),
                report.stock(),
                report.notices(),
                report.documents(),
                report.packs(),
                rules);
    }

    private static byte[] written(RiskReport report) throws IOException {
        MemorySink sink = new MemorySink();
        String name = new WorkbookWriter().write(report, sink).get(0);
        return kept(name, sink.file(name));
    }

    private static byte[] portfolio() throws IOException {
        MemorySink sink = new MemorySink();
        String name = new PortfolioWriter(Messages.english())
                .write(SamplePortfolios.nightly(), sink)
                .get(0);
        return kept(name, sink.file(name));
    }

    /** For the eye: {@code target/workbooks}. */
    private static byte[] kept(String name, byte[] xlsx) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/workbooks"));
        Files.write(folder.resolve(name), xlsx);
        return xlsx;
    }
}
