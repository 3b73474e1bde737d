package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redflag.basics.Marketplace;
import redflag.sample.Downloads.Signal;
import redflag.sample.PerformanceReport.Style;

/**
 * A US store whose order defect rate is off target: 12 of 812 seller-fulfilled orders, 8 of the 12 for one carafe.
 * Orders stand within minutes of both ends of the window, so that cutting days in UTC gives another count.
 */
final class Birch {

    private static final Instant DOWNLOADED = Instant.parse("2026-11-23T08:30:00Z");
    private static final List<Product> PRODUCTS = Products.of(
            "BIR",
            "Glass Carafe 0.75 l, Cork Lid|2690",
            "Tea Glasses, Double Wall, Set of 4|3290",
            "Storage Jar 1 l, Bamboo Lid|1590",
            "Oil Bottle with Pourer|1290",
            "Cake Stand with Dome|4450",
            "Tumbler Set of 6, Green|2990",
            "Salad Bowl, Pressed Glass|2350",
            "Vase, Tall, Smoke Grey|3100",
            "Candle Holder, Set of 3|1890",
            "Milk Jug 0.5 l|1450",
            "Honey Pot with Dipper|1690",
            "Coaster Set, Birch Ply|1190");
    private static final Product CARAFE = PRODUCTS.get(0);

    private Birch() {}

    static void write(ExportFolder folder, Marketplace us) throws IOException {
        OrderBook book = new OrderBook(22, us, List.of("111", "112", "113", "114"), PRODUCTS, Places.of(us));
        Season.take(book, false, 54, 803, 96, 94, 13);
        Season.take(book, true, 4, 48, 6, 6, 1);
        Edges edges = Edges.take(book);
        Order cancelled = book.merchant(Season.CANCELLATIONS).get(37);
        book.change(cancelled, o -> o.cancelledAt(o.placed().plus(Duration.ofHours(21)), false));

        Table defects = defects(book, edges, us);
        Table late = late(book, us);
        folder.put(
                "all-orders.txt",
                AllOrders.of(Columns.DOCUMENTED, DOWNLOADED).text(book.orders(order -> true), "\n"),
                UTF_8);
        folder.put("orders-with-defects.xlsx", Workbooks.xlsx(defects, "Orders with defects"));
        folder.put("listings.txt", listings().tsv("\n"));
        folder.put("valid-tracking.csv", untracked(book, us).csv("\r\n"));
        folder.put("late-shipments.csv", "\uFEFF" + new String(late.csv("\r\n"), UTF_8), UTF_8);

        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "NORMAL")
                .lateShipments(
                        3,
                        Season.kept(book, Season.LATE_30, DOWNLOADED),
                        1,
                        Season.kept(book, Season.LATE_10, DOWNLOADED))
                .orderDefects("afn", 48, 0, 0, 0, 0)
                .orderDefects("mfn", 809, 11, 6, 4, 2)
                .onTimeDelivery(381, 389)
                .unitOnTimeDelivery(196, 204)
                .validTracking(397, 402)
                .cancellations(1, book.merchant(Season.CANCELLATIONS).size())
                .health(512, "GREAT", Map.of());
        folder.put("seller-performance.json", report.bytes());
    }

    /** Orders within a quarter of an hour of both ends of the order-defect window. */
    private record Edges(Order lastBefore, Order lastInside, Order firstAfter) {

        static Edges take(OrderBook book) {
            LocalDate first = Season.DEFECTS.from();
            LocalDate after = Season.DEFECTS.to().plusDays(1);
            Order lastBefore = around(book, first.atStartOfDay(), -14, -11, -6, -2);
            around(book, first.atStartOfDay(), 3, 7, 12);
            Order lastInside = around(book, after.atStartOfDay(), -15, -13, -10, -8, -6, -5);
            Order firstAfter = around(book, after.atStartOfDay(), 14, 11, 9, 4);
            return new Edges(lastBefore, lastInside, firstAfter);
        }

        /** Takes an order at each of the minutes from midnight, and gives back the last one taken. */
        private static Order around(OrderBook book, LocalDateTime midnight, int... minutes) {
            Order order = book.place(midnight.plusMinutes(minutes[0]).plusSeconds(11), false);
            for (int i = 1; i < minutes.length; i++) {
                order = book.place(midnight.plusMinutes(minutes[i]).plusSeconds(23), false);
            }
            return order;
        }
    }

    private static Table defects(OrderBook book, Edges edges, Marketplace us) {
        Order edge = book.change(edges.lastInside(), o -> o.of(CARAFE));
        List<Order> carafes = spread(book, true, 7);
        List<Order> others = spread(book, false, 4);
        Table table = Downloads.orderDefects();
        Downloads.addDefect(table, edges.lastBefore(), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, carafes.get(0), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, carafes.get(1), us, Signal.CLAIM);
        Downloads.addDefect(table, carafes.get(2), us, Signal.NEGATIVE_FEEDBACK, Signal.CLAIM);
        Downloads.addDefect(table, others.get(0), us, Signal.CHARGEBACK);
        Downloads.addDefect(table, carafes.get(3), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, others.get(1), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, carafes.get(4), us, Signal.CLAIM);
        Downloads.addDefect(table, carafes.get(5), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, others.get(2), us, Signal.CHARGEBACK);
        Downloads.addDefect(table, carafes.get(6), us, Signal.CLAIM);
        Downloads.addDefect(table, others.get(3), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, edge, us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, edges.firstAfter(), us, Signal.NEGATIVE_FEEDBACK);
        Downloads.addDefect(table, book.merchant(Season.BETWEEN).get(60), us, Signal.CLAIM);
        return table;
    }

    /** So many orders of the window, evenly spread, with the carafe or without it. */
    private static List<Order> spread(OrderBook book, boolean carafe, int count) {
        List<Order> orders = book.merchant(Season.DEFECTS).stream()
                .filter(order -> order.sells(CARAFE) == carafe)
                .toList();
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> orders.get(i * orders.size() / (count + 1)))
                .toList();
    }

    /**
     * The offer of the cancelled order is live with nothing left, another is closed, one lasts a few days and one is with
     * Amazon.
     */
    private static Table listings() {
        int[] quantities = {64, 120, 95, 0, 41, 150, 78, 52, 88, 110, 3, 0};
        Table table = Downloads.listings();
        for (int i = 0; i < PRODUCTS.size(); i++) {
            boolean byAmazon = i == 8;
            Downloads.addListing(
                    table, PRODUCTS.get(i), byAmazon ? "" : Integer.toString(quantities[i]), byAmazon, i < 11);
        }
        return table;
    }

    /** Five packages of the tracking window, as many as the report prints, and one that it has not reached yet. */
    private static Table untracked(OrderBook book, Marketplace us) {
        Table table = Downloads.untrackedPackages();
        List<Order> orders = book.merchant(Season.DEFECTS);
        int[] back = {260, 200, 140, 100, 60, 1};
        for (int i = 0; i < back.length; i++) {
            Order order = orders.get(orders.size() - back[i]);
            Downloads.addUntracked(table, order, us, i % 3 == 2 ? "USPS" : "DHL eCommerce");
        }
        return table;
    }

    /** Five late orders of 30 days; Amazon says that two of them do not count. */
    private static Table late(OrderBook book, Marketplace us) {
        Table table = Downloads.lateShipments();
        int[] positions = {28, 97, 171, 262, 330};
        for (int i = 0; i < positions.length; i++) {
            Order order = book.merchant(Season.LATE_30).get(positions[i]);
            Duration delay = Duration.ofMinutes(190L + 77L * i);
            Order late =
                    book.change(order, o -> o.shippedAt(Downloads.due(o, us).plus(delay)));
            Downloads.addLate(table, late, us, i == 1 || i == 3 ? "No" : "Yes");
        }
        return table;
    }
}
