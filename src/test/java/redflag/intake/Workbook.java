package redflag.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small workbook: days, moments and shares become cells of that format, numbers numbers, all else text. */
final class Workbook {

    /** A share, shown in percent. */
    record Percent(double fraction) {}

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private Sheet sheet = workbook.createSheet();
    private int rows;

    private Workbook() {}

    static Workbook of(Object... header) {
        return new Workbook().row(header);
    }

    Workbook anotherSheet() {
        sheet = workbook.createSheet();
        rows = 0;
        return this;
    }

    Workbook blankRow() {
        rows++;
        return this;
    }

    Workbook row(Object... values) {
        Row row = sheet.createRow(rows++);
        for (int column = 0; column < values.length; column++) {
            fill(row.createCell(column), values[column]);
        }
        return this;
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(style("yyyy-mm-dd"));
        } else if (value instanceof LocalDateTime moment) {
            cell.setCellValue(moment);
            cell.setCellStyle(style("yyyy-mm-dd hh:mm:ss"));
        } else if (value instanceof Percent percent) {
            cell.setCellValue(percent.fraction());
            cell.setCellStyle(style("0.00%"));
        } else if (value instanceof Number number) {
            cell.setCellValue(new BigDecimal(number.toString()).doubleValue());
        } else {
            cell.setCellValue(value.toString());
        }
    }

    private CellStyle style(String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (workbook) {
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }
}
