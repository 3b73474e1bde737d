package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/** A healthy US store with every export; its defect downloads hold a header and no row, which says zero. */
final class Alder {

    private static final Instant DOWNLOADED = Instant.parse("2026-11-23T08:30:00Z");
    private static final List<Product> PRODUCTS = Products.of(
            "ALD",
            "Alder Coat Rack, 5 Hooks, Oiled|3495",
            "Alder Spice Shelf, Wall Mount|2790",
            "Round Serving Tray 14 in|3150",
            "Shoe Bench with Lift Lid|8900",
            "Key Board with Brass Hooks|1995",
            "Toothbrush Stand, Set of 2|1290",
            "Plant Stool, Three Legs|4200",
            "Bread Board with Groove|2450",
            "Desk Tidy, Four Compartments|2175",
            "Umbrella Stand, Slatted|5600");

    private Alder() {}

    static void write(ExportFolder folder, Marketplace us) throws IOException {
        OrderBook book = new OrderBook(11, us, List.of("111", "112", "113", "114"), PRODUCTS, Places.of(us));
        Season.take(book, false, 40, 540, 60, 62, 8);
        Season.take(book, true, 10, 140, 16, 15, 2);
        for (int i : new int[] {90, 270, 410}) {
            Order order = book.merchant(Season.DEFECTS).get(i);
            book.change(order, o -> o.cancelledAt(o.placed().plus(Duration.ofMinutes(25)), true));
        }
        for (int i : new int[] {33, 101}) {
            Order order = book.amazon(Season.DEFECTS).get(i);
            book.change(order, o -> o.cancelledAt(o.placed().plus(Duration.ofMinutes(12)), true));
        }
        folder.put(
                "all-orders.txt",
                AllOrders.of(Columns.DOCUMENTED, DOWNLOADED).text(book.orders(order -> true), "\n"),
                UTF_8);
        folder.put("order-defects.csv", Downloads.orderDefects().csv("\n"));
        folder.put("late-shipments.csv", Downloads.lateShipments().csv("\n"));

        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "NORMAL")
                .lateShipments(
                        0,
                        Season.kept(book, Season.LATE_30, DOWNLOADED),
                        0,
                        Season.kept(book, Season.LATE_10, DOWNLOADED))
                .orderDefects("afn", book.amazon(Season.DEFECTS).size(), 0, 0, 0, 0)
                .orderDefects("mfn", book.merchant(Season.DEFECTS).size(), 0, 0, 0, 0)
                .onTimeDelivery(251, 256)
                .unitOnTimeDelivery(137, 139)
                .validTracking(266, 268)
                .cancellations(0, book.merchant(Season.CANCELLATIONS).size())
                .health(648, "GREAT", Map.of());
        folder.put("seller-performance.json", report.bytes());
    }
}
