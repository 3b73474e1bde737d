package redflag.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as a reader sees it, a line for each cell that is not empty: {@code Summary!B3 0.75%}. */
final class WorkbookText {

    private WorkbookText() {}

    static String of(byte[] xlsx) {
        StringBuilder text = new StringBuilder();
        DataFormatter formatter = new DataFormatter(Locale.ROOT);
        formatter.setUseCachedValuesForFormulaCells(true);
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        append(text, cell, formatter);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Cell cell, DataFormatter formatter) {
        if (cell.getCellType() == CellType.BLANK) {
            return;
        }
        text.append(cell.getSheet().getSheetName())
                .append('!')
                .append(cell.getAddress())
                .append(cell.getCellStyle().getQuotePrefixed() ? " '" : " ")
                .append(formatter.formatCellValue(cell).replace("\n", " | "))
                .append(
                        cell.getHyperlink() == null
                                ? ""
                                : " -> " + cell.getHyperlink().getAddress())
                .append('\n');
    }
}
