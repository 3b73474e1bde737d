package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Writes a table as XLSX, the same bytes each time: fixed dates, entries sorted and stored without compression. */
final class Workbooks {

    private static final Instant MADE = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 11, 22, 12, 0);

    private Workbooks() {}

    /** Days become real Excel dates, numbers real numbers, all else text. */
    static byte[] xlsx(Table table, String sheetName) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            XSSFSheet sheet = workbook.createSheet(sheetName);
            fill(sheet.createRow(0), List.copyOf(table.header()), day);
            int number = 1;
            for (List<Object> row : table.rows()) {
                fill(sheet.createRow(number++), row, day);
            }
            POIXMLProperties.CoreProperties core = workbook.getProperties().getCoreProperties();
            core.setCreator("");
            core.setCreated(Optional.of(Date.from(MADE)));
            core.setModified(Optional.of(Date.from(MADE)));
            workbook.write(bytes);
        }
        return repacked(bytes.toByteArray());
    }

    private static void fill(Row row, List<?> values, CellStyle day) {
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            Cell cell = row.createCell(column);
            if (value instanceof LocalDate date) {
                cell.setCellValue(date);
                cell.setCellStyle(day);
            } else if (value instanceof Integer count) {
                cell.setCellValue(count);
            } else if (value instanceof BigDecimal decimal) {
                cell.setCellValue(decimal.doubleValue());
            } else {
                cell.setCellValue(value.toString());
            }
        }
    }

    private static byte[] repacked(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), withoutCarriageReturns(in.readAllBytes()));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                out.putNextEntry(stored(file.getKey(), file.getValue()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** The parts are XML, which begins with a line that ends as lines do on the machine. */
    private static byte[] withoutCarriageReturns(byte[] xml) {
        return new String(xml, UTF_8).replace("\r", "").getBytes(UTF_8);
    }

    /** Stored, because how far a byte stream can be deflated depends on the zlib of the machine. */
    private static ZipEntry stored(String name, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(ENTRY_TIME);
        return entry;
    }
}
