package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.ooxml.OfficeFile;
import redflag.ooxml.Workbooks;
import redflag.words.Messages;

/** What readers other than POI make of the files: the schemas of ECMA-376, the rules of Excel, another library. */
class SoundFilesTests {

    /** A file by its name. */
    record Written(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Written> workbooks() throws IOException {
        List<Written> all = new ArrayList<>();
        for (RiskReport report :
                List.of(SampleReports.offTarget(), SampleReports.offTargetInChinese(), SampleReports.healthy())) {
            MemorySink sink = new MemorySink();
            String name = new WorkbookWriter().write(report, sink).get(0);
            all.add(new Written(report.store().language() + " " + name, sink.file(name)));
        }
        for (String language : List.of("en", "zh")) {
            Messages messages = Messages.forLanguage(language);
            for (Portfolio portfolio :
                    List.of(SamplePortfolios.withEveryKindOfStore(messages), SamplePortfolios.empty())) {
                MemorySink sink = new MemorySink();
                String name =
                        new PortfolioWriter(messages).write(portfolio, sink).get(0);
                all.add(new Written(
                        language + " " + name + " of " + portfolio.stores().size(), sink.file(name)));
            }
        }
        return all;
    }

    static List<Written> documents() throws IOException {
        List<Written> all = new ArrayList<>();
        for (RiskReport report : List.of(SampleReports.offTarget(), SampleReports.offTargetInChinese())) {
            MemorySink sink = new MemorySink();
            for (String name : new PlanDocuments().write(report, sink)) {
                all.add(new Written(name, sink.file(name)));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everyPartOfAWorkbookIsWhatTheSchemasAndExcelAskFor(Written workbook) throws IOException {
        assertThat(Workbooks.faults(workbook.bytes())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPartOfADocumentIsWhatTheSchemasAskFor(Written document) throws IOException {
        assertThat(new OfficeFile(document.bytes()).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void anotherReaderReadsTheSameCells(Written workbook) throws IOException {
        assertThat(byFastexcel(workbook.bytes()))
                .hasSizeGreaterThan(30)
                .containsExactlyEntriesOf(byPoi(workbook.bytes()));
    }

    private static Map<String, Object> byPoi(byte[] xlsx) throws IOException {
        Map<String, Object> cells = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(cell -> {
                    CellType type = cell.getCellType() == CellType.FORMULA
                            ? cell.getCachedFormulaResultType()
                            : cell.getCellType();
                    if (type != CellType.BLANK) {
                        cells.put(
                                sheet.getSheetName() + "!" + cell.getAddress(),
                                type == CellType.NUMERIC ? cell.getNumericCellValue() : cell.getStringCellValue());
                    }
                }));
            }
        }
        return cells;
    }

    private static Map<String, Object> byFastexcel(byte[] xlsx) throws IOException {
        Map<String, Object> cells = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.forEach(row -> row.stream()
                            .flatMap(cell -> Optional.ofNullable(cell).stream())
                            .filter(cell -> cell.getValue() != null)
                            .forEach(cell -> cells.put(sheet.getName() + "!" + cell.getAddress(), value(cell))));
                }
            }
        }
        return cells;
    }

    private static Object value(Cell cell) {
        return cell.getValue() instanceof BigDecimal number ? number.doubleValue() : cell.getText();
    }
}
