package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The cells that a reader tries numbers in, worked out by POI as a spreadsheet program would. */
class WhatIfTests {

    private static XSSFWorkbook workbook() throws IOException {
        MemorySink sink = new MemorySink();
        String name =
                new WorkbookWriter().write(SampleReports.offTarget(), sink).get(0);
        return new XSSFWorkbook(new ByteArrayInputStream(sink.file(name)));
    }

    /** What is stored beside the formulas is what they give, also after the inputs were changed and set back. */
    @Test
    void whatIfCellsHoldWhatTheirFormulasGive() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            List<Cell> formulas = formulas(workbook);
            List<String> stored = formulas.stream().map(WhatIfTests::shown).toList();
            assertThat(formulas).hasSizeGreaterThan(3 * 60);

            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);

            assertThat(formulas.stream().map(WhatIfTests::shown)).containsExactlyElementsOf(stored);
        }
    }

    /** 400 orders a day without a defect: what is known leaves the window, and each day brings so many. */
    @Test
    void theCourseFollowsTheInputs() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            Row inputs = inputs(workbook);
            inputs.getCell(1).setCellValue(400);
            inputs.getCell(2).setCellValue(0);

            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);

            for (int i = 2; i < 62; i++) {
                Row day = workbook.getSheet("Outlook days").getRow(i);
                double orders = number(day, 12) + 400 * number(day, 13);
                assertThat(number(day, 17)).isEqualTo(orders);
                assertThat(number(day, 19)).isCloseTo((number(day, 14) + number(day, 16)) / orders, within(1e-12));
            }
        }
    }

    private static double number(Row row, int column) {
        return row.getCell(column).getNumericCellValue();
    }

    private static Row inputs(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.getSheet("Outlook").spliterator(), false)
                .dropWhile(row -> row.getCell(1) == null
                        || row.getCell(1).getCellType() != CellType.STRING
                        || !row.getCell(1).getStringCellValue().equals("Orders a day"))
                .skip(1)
                .findFirst()
                .orElseThrow();
    }

    private static List<Cell> formulas(XSSFWorkbook workbook) {
        return StreamSupport.stream(workbook.spliterator(), false)
                .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
                .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .toList();
    }

    /** To twelve digits: spreadsheet programs reckon in binary. */
    private static String shown(Cell cell) {
        return cell.getCachedFormulaResultType() == CellType.STRING
                ? cell.getStringCellValue()
                : BigDecimal.valueOf(cell.getNumericCellValue())
                        .round(new MathContext(12))
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
