package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dgolden.update=true} writes the committed sample anew. */
class SampleAgencyTests {

    private static final Path COMMITTED = Path.of("sample-data/inbox");

    @TempDir
    static Path dir;

    @BeforeAll
    static void write() throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            SampleAgency.write(COMMITTED);
        }
        SampleAgency.write(dir);
    }

    @Test
    void isTheCommittedSampleToTheByte() throws IOException {
        Map<String, byte[]> written = files(dir);
        Map<String, byte[]> committed = files(COMMITTED);

        assertThat(written.keySet()).isEqualTo(committed.keySet());
        written.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(committed.get(name)));
    }

    @Test
    void isSmallEnoughToCommit() throws IOException {
        int size = files(dir).values().stream().mapToInt(bytes -> bytes.length).sum();

        assertThat(size).isLessThan(3_000_000);
    }

    @Test
    void orderIdsNeverStandForTwoOrders() throws IOException {
        for (String account : List.of("alder", "birch", "cedar", "fuji")) {
            assertThat(rows(account, "all-orders.txt").stream()
                            .collect(Collectors.groupingBy(
                                    row -> row.get("amazon-order-id"),
                                    Collectors.mapping(row -> row.get("purchase-date"), Collectors.toSet()))))
                    .as(account)
                    .allSatisfy((id, moments) -> assertThat(moments).as(id).hasSize(1));
        }
    }

    @Test
    void birchHas812SellerFulfilledOrdersInTheDefectWindow() throws IOException {
        LocalDate from = LocalDate.of(2026, 9, 9);
        LocalDate to = LocalDate.of(2026, 11, 7);

        assertThat(merchantOrders("birch", "all-orders.txt", "Amazon.com", "America/Los_Angeles", from, to))
                .hasSize(812);
        assertThat(merchantOrders("birch", "all-orders.txt", "Amazon.com", "UTC", from, to)
                        .size())
                .as("days cut in UTC")
                .isNotEqualTo(812);
    }

    @Test
    void twelveOfThe812HaveADefect() throws IOException {
        LocalDate from = LocalDate.of(2026, 9, 9);
        LocalDate to = LocalDate.of(2026, 11, 7);
        Map<String, Map<String, String>> inWindow =
                merchantOrders("birch", "all-orders.txt", "Amazon.com", "America/Los_Angeles", from, to);
        Set<String> defective = new HashSet<>();
        int signals = 0;
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(Files.newInputStream(dir.resolve("exports/birch/orders-with-defects.xlsx")))) {
            for (Row row : workbook.getSheetAt(0)) {
                String id = row.getCell(0).getStringCellValue();
                if (inWindow.containsKey(id)) {
                    LocalDate day = row.getCell(1).getLocalDateTimeCellValue().toLocalDate();
                    assertThat(day).as(id).isBetween(from, to);
                    defective.add(id);
                    signals += (int) Stream.of(5, 6, 7)
                            .filter(column ->
                                    row.getCell(column).getStringCellValue().equals("X"))
                            .count();
                }
            }
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(15);
        }

        assertThat(defective).hasSize(12);
        assertThat(signals).isEqualTo(13);
    }

    @Test
    void elderGermanyHasThreeSellerCancellationsOf40Orders() throws IOException {
        LocalDate from = LocalDate.of(2026, 11, 15);
        LocalDate to = LocalDate.of(2026, 11, 21);
        Map<String, Map<String, String>> orders =
                merchantOrders("elder", "all-orders-2026-11-22.txt", "Amazon.de", "Europe/Berlin", from, to);

        assertThat(orders).hasSize(40);
        assertThat(orders.values())
                .filteredOn(row -> row.get("order-status").equals("Cancelled"))
                .extracting(row -> row.get("is-buyer-requested-cancellation"))
                .containsExactlyInAnyOrder("false", "false", "false", "true");
    }

    @Test
    void theSecondElderFileShowsOrdersOfTheFirstInAnotherState() throws IOException {
        Map<String, String> before = statuses("all-orders-2026-11-20.txt");
        Map<String, String> after = statuses("all-orders-2026-11-22.txt");

        assertThat(before.keySet().stream()
                        .filter(after::containsKey)
                        .map(id -> before.get(id) + " to " + after.get(id))
                        .collect(Collectors.toSet()))
                .contains("Pending to Shipped", "Pending to Cancelled", "Shipped to Cancelled", "Shipped to Shipped");
    }

    private static Map<String, String> statuses(String file) throws IOException {
        Map<String, String> statuses = new HashMap<>();
        rows("elder", file).forEach(row -> statuses.put(row.get("amazon-order-id"), row.get("order-status")));
        return statuses;
    }

    /** By order id: the last row of each seller-fulfilled order whose day in {@code zone} lies between the two. */
    private static Map<String, Map<String, String>> merchantOrders(
            String account, String file, String salesChannel, String zone, LocalDate from, LocalDate to)
            throws IOException {
        Map<String, Map<String, String>> orders = new HashMap<>();
        for (Map<String, String> row : rows(account, file)) {
            LocalDate day = Instant.parse(row.get("purchase-date").replace("+00:00", "Z"))
                    .atZone(ZoneId.of(zone))
                    .toLocalDate();
            boolean wanted = row.get("fulfillment-channel").equals("Merchant")
                    && row.get("sales-channel").equals(salesChannel);
            if (wanted && !day.isBefore(from) && !day.isAfter(to)) {
                orders.put(row.get("amazon-order-id"), row);
            }
        }
        return orders;
    }

    private static List<Map<String, String>> rows(String account, String file) throws IOException {
        String text = Files.readString(
                dir.resolve("exports").resolve(account).resolve(file),
                account.equals("fuji") ? Charset.forName("Shift_JIS") : UTF_8);
        List<String[]> lines = text.lines().map(line -> line.split("\t", -1)).toList();
        return lines.stream().skip(1).map(cells -> row(lines.get(0), cells)).toList();
    }

    private static Map<String, String> row(String[] header, String[] cells) {
        assertThat(cells).hasSameSizeAs(header);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return row;
    }

    /** By path below {@code root}, with slashes. */
    private static Map<String, byte[]> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            path -> root.relativize(path).toString().replace('\\', '/'),
                            SampleAgencyTests::bytes,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
