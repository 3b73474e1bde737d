package redflag.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * How fast each kind of export is read: tables as tab- and as comma-separated files of 50 MB, two of them as workbooks of
 * 100,000 rows too, lists in JSON of 10 MB. Each is read once to warm up, then timed.
 */
public final class ReadingBenchmark {

    private static final int TEXT_BYTES = 50_000_000;
    private static final int JSON_BYTES = 10_000_000;
    private static final int SHEET_ROWS = 100_000;
    private static final int ROWS_MADE_UP = 1_000;

    private ReadingBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench"));
        for (ExportKind kind : KindFile.shipped()) {
            if (kind.format() == ExportKind.Format.TABLE) {
                Hints hints = new Hints(
                        List.of(),
                        new ReadingRule(
                                "**",
                                java.util.Optional.of(kind.id()),
                                java.util.Optional.empty(),
                                java.util.Optional.of(DateOrder.MONTH_FIRST),
                                java.util.Optional.empty(),
                                java.util.Optional.empty()));
                MadeUpTable table = new MadeUpTable(kind, "US", false, ROWS_MADE_UP, new Random(20261122));
                time(folder.resolve(kind.id() + ".txt"), hints, file -> text(file, table, "\t"));
                time(folder.resolve(kind.id() + ".csv"), hints, file -> text(file, table, ","));
                if (kind.id().equals("allOrders") || kind.id().equals("lateShipments")) {
                    time(folder.resolve(kind.id() + ".xlsx"), hints, file -> workbook(file, table));
                }
            }
        }
        time(
                folder.resolve("ordersApiV0.json"),
                Hints.none(),
                file -> json(file, "{\"payload\":{\"Orders\":[", """
                {"AmazonOrderId":"111-0000001-0000001","PurchaseDate":"2026-11-02T10:19:22Z",
                "LastUpdateDate":"2026-11-03T10:19:22Z","OrderStatus":"Shipped","FulfillmentChannel":"MFN",
                "MarketplaceId":"ATVPDKIKX0DER","SalesChannel":"Amazon.com"}""", "]}}"));
        time(folder.resolve("ordersApi2026.json"), Hints.none(), file -> json(file, "{\"orders\":[", """
                {"orderId":"111-0000001-0000001","createdTime":"2026-06-07T00:05:39.930Z",
                "fulfillment":{"fulfillmentStatus":"SHIPPED","fulfilledBy":"MERCHANT"},
                "packages":[{"shipTime":"2026-06-08T00:05:39Z","trackingNumber":"1Z","carrier":"UPS"}],
                "orderItems":[{"product":{"sellerSku":"BELL-1"},"quantityOrdered":1},{"quantityOrdered":2}]}""", "]}"));
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private static void time(Path file, Hints hints, Writer writer) throws IOException {
        try {
            writer.write(file);
            Measured.read(file, hints);
            System.out.println(
                    file.getFileName() + "  " + Measured.read(file, hints).text());
        } catch (Unreadable e) {
            System.out.println(file.getFileName() + "  " + e.why());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void text(Path file, MadeUpTable table, String separator) throws IOException {
        byte[] rows = table.rows.stream()
                .map(cells -> line(cells, separator))
                .collect(Collectors.joining())
                .getBytes(UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(line(table.header, separator).getBytes(UTF_8));
            for (int written = 0; written < TEXT_BYTES; written += rows.length) {
                out.write(rows);
            }
        }
    }

    private static String line(List<?> cells, String separator) {
        return cells.stream()
                .map(cell -> cell(cell.toString(), separator))
                .collect(Collectors.joining(separator, "", "\n"));
    }

    private static String cell(String cell, String separator) {
        return separator.equals("\t") || (!cell.contains(separator) && !cell.contains("\""))
                ? cell
                : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static void workbook(Path file, MadeUpTable table) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet();
            for (int number = 0; number <= SHEET_ROWS; number++) {
                Row row = sheet.createRow(number);
                List<?> cells = number == 0 ? table.header : table.rows.get(number % ROWS_MADE_UP);
                for (int i = 0; i < cells.size(); i++) {
                    row.createCell(i).setCellValue(cells.get(i).toString());
                }
            }
            workbook.write(out);
        }
    }

    private static void json(Path file, String before, String record, String after) throws IOException {
        String records = (record + ",\n").repeat(JSON_BYTES / record.length()) + record;
        Files.writeString(file, before + records + after);
    }
}
