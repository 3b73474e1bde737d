package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/**
 * A US store that confirms late, and nearly always the same way: what is due on a Saturday is confirmed on the Monday
 * after. Many of its product names hold inch signs that look like unbalanced quotes.
 */
final class Cedar {

    private static final Instant DOWNLOADED = Instant.parse("2026-11-23T08:30:00Z");
    /** The first Friday whose orders stayed until Monday. */
    private static final LocalDate SINCE = LocalDate.of(2026, 10, 30);

    private static final List<Product> PRODUCTS = Products.of(
            "CDR",
            "Engraved Brass Plaque (3\" x 1.5\")|1895",
            "Cedar Planter 24\" with Liner|5490",
            "\"Welcome\" Porch Sign, 36\" Tall|3275",
            "Drawer Blocks 2\", Pack of 12|1150",
            "Garden Markers, Set of 20|990",
            "Bird House, Slanted Roof|2690",
            "Frame 8\" x 10\" with Mat|2240",
            "Closet Rod 48\"|2875",
            "Sauna Headrest|3190");

    private Cedar() {}

    static void write(ExportFolder folder, Marketplace us) throws IOException {
        OrderBook book = new OrderBook(33, us, List.of("111", "112", "113", "114"), PRODUCTS, Places.of(us));
        Season.take(book, false, 30, 450, 56, 58, 7);
        Season.take(book, true, 2, 24, 3, 3, 1);
        leaveUntilMonday(book, us);
        for (int i : new int[] {44, 150}) {
            Order order = book.merchant(Season.LATE_30).get(i);
            book.change(order, o -> o.shippedAt(Downloads.due(o, us).plus(Duration.ofHours(10))));
        }

        Table late = Downloads.lateShipments();
        book.merchant(Season.LATE_30).stream()
                .filter(order ->
                        order.isShippedBy(DOWNLOADED) && order.shipped().isAfter(Downloads.due(order, us)))
                .forEach(order -> Downloads.addLate(late, order, us, "Yes"));
        folder.put(
                "all-orders.txt",
                AllOrders.of(Columns.DOCUMENTED, DOWNLOADED).text(book.orders(order -> true), "\n"),
                UTF_8);
        folder.put("late-shipments.csv", late.csv("\r\n"));
        folder.put("seller-performance.json", performance(book, us, late).bytes());
        folder.put("notices.csv", NoticeFiles.cedar().csv("\r\n"));
    }

    /** One in nine Friday orders leaves in time all the same. */
    private static void leaveUntilMonday(OrderBook book, Marketplace us) {
        for (Order order : book.merchant(Season.LATE_30)) {
            LocalDate day = order.day(us);
            if (day.getDayOfWeek() == DayOfWeek.FRIDAY
                    && !day.isBefore(SINCE)
                    && !book.dice().hits(1, 9)) {
                int minute = book.dice().between(8 * 60, 11 * 60);
                Instant monday = day.plusDays(3)
                        .atStartOfDay(us.zone())
                        .plusMinutes(minute)
                        .toInstant();
                book.change(order, o -> o.shippedAt(monday));
            }
        }
    }

    private static PerformanceReport performance(OrderBook book, Marketplace us, Table late) {
        int late30 = late.rows().size();
        int late10 = Math.toIntExact(late.rows().stream()
                .filter(row -> Season.LATE_10.contains((LocalDate) row.get(0)))
                .count());
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "NORMAL")
                .lateShipments(
                        late30,
                        Season.kept(book, Season.LATE_30, DOWNLOADED) - 2,
                        late10,
                        Season.kept(book, Season.LATE_10, DOWNLOADED) - 2)
                .orderDefects("afn", book.amazon(Season.DEFECTS).size(), 0, 0, 0, 0)
                .orderDefects("mfn", book.merchant(Season.DEFECTS).size(), 2, 2, 0, 0)
                .onTimeDelivery(209, 221)
                .unitOnTimeDelivery(113, 121)
                .validTracking(224, 229)
                .cancellations(0, book.merchant(Season.CANCELLATIONS).size())
                .health(436, "GREAT", Map.of());
        return report;
    }
}
