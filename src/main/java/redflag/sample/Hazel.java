package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import redflag.basics.Marketplace;
import redflag.sample.Downloads.Signal;

/** A US store whose files are damaged: a workbook cut in the middle, and rows that can't be read among good ones. */
final class Hazel {

    private static final Instant DOWNLOADED = Instant.parse("2026-11-23T08:30:00Z");
    private static final List<Product> PRODUCTS = Products.of(
            "HZL",
            "Hazel Walking Stick, Leather Loop|2990",
            "Picnic Basket for Two|5450",
            "Log Basket, Rope Handles|3890",
            "Bird Feeder, Hanging|1890",
            "Garden Hurdle Panel 4 ft|4400",
            "Pea Sticks, Bundle of 25|1990",
            "Trellis Fan|2675");

    private Hazel() {}

    static void write(ExportFolder folder, Marketplace us) throws IOException {
        OrderBook book = new OrderBook(88, us, List.of("111", "112", "113", "114"), PRODUCTS, Places.of(us));
        Season.take(book, false, 20, 300, 35, 36, 5);
        Season.take(book, true, 2, 20, 2, 2, 0);
        String late = lateShipments(book, us);
        folder.put("all-orders.txt", allOrders(book), UTF_8);
        folder.put("late-shipments.csv", late, UTF_8);

        Table defects = Downloads.orderDefects();
        for (int i : new int[] {40, 160}) {
            Downloads.addDefect(defects, book.merchant(Season.DEFECTS).get(i), us, Signal.NEGATIVE_FEEDBACK);
        }
        byte[] whole = Workbooks.xlsx(defects, "Orders with defects");
        folder.put("orders-with-defects.xlsx", Arrays.copyOf(whole, whole.length * 11 / 20));
    }

    /** Three rows after the 40th, the 120th and the 200th can't be used. */
    private static String allOrders(OrderBook book) {
        String text = AllOrders.of(Columns.DOCUMENTED, DOWNLOADED).text(book.orders(order -> true), "\n");
        List<String> lines = new ArrayList<>(text.lines().toList());
        String[] noDate = cells(lines.get(200));
        noDate[0] = "112-5550103-2200310";
        noDate[2] = "";
        lines.add(201, String.join("\t", noDate));
        String[] noSuchMonth = cells(lines.get(120));
        noSuchMonth[0] = "113-5550102-2200210";
        noSuchMonth[2] = "2026-13-09T10:19:22+00:00";
        lines.add(121, String.join("\t", noSuchMonth));
        String[] extraTab = cells(lines.get(40));
        extraTab[0] = "111-5550101-2200110";
        extraTab[9] = "Trellis\tFan";
        lines.add(41, String.join("\t", extraTab));
        return String.join("\n", lines) + "\n";
    }

    private static String[] cells(String row) {
        return row.split("\t", -1);
    }

    /** Five good rows, four of which count, and four bad ones. */
    private static String lateShipments(OrderBook book, Marketplace us) {
        Table table = Downloads.lateShipments();
        int[] positions = {12, 35, 58, 81, 104, 110, 118, 126, 131};
        List<Order> orders = book.merchant(Season.LATE_30);
        for (int i = 0; i < positions.length; i++) {
            Duration delay = Duration.ofMinutes(95L + 41L * i);
            Order late = book.change(
                    orders.get(positions[i]),
                    o -> o.shippedAt(Downloads.due(o, us).plus(delay)));
            Downloads.addLate(table, late, us, i == 8 ? "No" : "Yes");
        }
        List<String> lines =
                new ArrayList<>(new String(table.csv("\n"), UTF_8).lines().toList());
        lines.set(3, "2026-11-31" + lines.get(3).substring(10));
        lines.set(5, withId(lines.get(5), "1.12E+17"));
        lines.set(7, lines.get(7) + ",Yes");
        lines.set(8, lines.get(8).replace(",Yes", ",Perhaps"));
        return String.join("\n", lines) + "\n";
    }

    private static String withId(String row, String id) {
        String[] cells = row.split(",", -1);
        cells[1] = id;
        return String.join(",", cells);
    }
}
