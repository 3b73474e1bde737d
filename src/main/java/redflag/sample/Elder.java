package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import redflag.sample.Downloads.Signal;
import redflag.sample.PerformanceReport.Style;

/**
 * Four European stores whose orders come in one set of files, with orders of two marketplaces where the account has no
 * store and orders from outside Amazon. The German store cancels too much.
 */
final class Elder {

    private static final Instant FIRST_DOWNLOAD = Instant.parse("2026-11-21T00:10:00Z");
    private static final Instant SECOND_DOWNLOAD = Instant.parse("2026-11-23T00:10:00Z");
    private static final Instant SECOND_BEGINS = Instant.parse("2026-10-24T00:00:00Z");

    private Elder() {}

    static void write(ExportFolder folder) throws IOException {
        ElderBooks books = ElderBooks.take();
        List<Order> orders = books.everything();
        folder.put("all-orders-2026-11-20.txt", file(FIRST_DOWNLOAD, Instant.EPOCH, orders), UTF_8);
        folder.put("all-orders-2026-11-22.txt", file(SECOND_DOWNLOAD, SECOND_BEGINS, orders), UTF_8);
        folder.put("orders-with-defects.tsv", defects(books).tsv("\n"));
        folder.put("account-health.json", performance(books).wrapped());
        folder.put("notices.csv", NoticeFiles.elder().csv("\r\n"));
    }

    /** What a download at that moment shows of the orders placed since {@code begins}. */
    private static String file(Instant downloaded, Instant begins, List<Order> orders) {
        List<Order> shown = orders.stream()
                .filter(order ->
                        !order.placed().isBefore(begins) && order.placed().isBefore(downloaded))
                .sorted(Comparator.comparing(Order::placed))
                .toList();
        return AllOrders.of(Columns.PRESENT, downloaded).text(shown, "\n");
    }

    /** No column says which marketplace: an order id does, if an order file has it. */
    private static Table defects(ElderBooks books) {
        Table table = Downloads.orderDefects();
        table.add("302-4410927-8830146", LocalDate.of(2026, 8, 20), "Seller", "", "", "X", "", "");
        add(table, books.france(), 31, Signal.NEGATIVE_FEEDBACK);
        add(table, books.germany(), 77, Signal.CLAIM);
        add(table, books.france(), 80, Signal.LATE_SHIPMENT);
        add(table, books.britain(), 140, Signal.NEGATIVE_FEEDBACK);
        return table;
    }

    private static void add(Table table, OrderBook book, int position, Signal signal) {
        Downloads.addDefect(table, book.merchant(Season.DEFECTS).get(position), book.marketplace(), signal);
    }

    private static PerformanceReport performance(ElderBooks books) {
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        rates(report, books.britain())
                .orderDefects("mfn", size(books.britain()), 1, 1, 0, 0)
                .onTimeDelivery(97, 99)
                .validTracking(101, 102)
                .cancellations(0, 25)
                .invoiceDefects(0, 0, 3)
                .health(276, "GREAT", Map.of());
        rates(report, books.germany())
                .orderDefects("mfn", size(books.germany()), 1, 0, 1, 0)
                .onTimeDelivery(97, 101)
                .validTracking(102, 104)
                .cancellations(3, 41)
                .invoiceDefects(0, 0, 2)
                .health(252, "GREAT", Map.of());
        rates(report, books.france())
                .orderDefects("mfn", size(books.france()), 1, 1, 0, 0)
                .onTimeDelivery(59, 60)
                .validTracking(61, 62)
                .cancellations(0, 25)
                .invoiceDefects(0, 0, 1)
                .health(240, "GREAT", Map.of());
        rates(report, books.italy())
                .orderDefects("mfn", size(books.italy()), 0, 0, 0, 0)
                .onTimeDelivery(65, 66)
                .validTracking(67, 68)
                .cancellations(0, 18)
                .invoiceDefects(0, 0, 0)
                .health(232, "GREAT", Map.of());
        return report;
    }

    private static MarketplaceMetrics rates(PerformanceReport report, OrderBook book) {
        return report.add(book.marketplace(), "NORMAL")
                .lateShipments(
                        0,
                        Season.kept(book, Season.LATE_30, SECOND_DOWNLOAD),
                        0,
                        Season.kept(book, Season.LATE_10, SECOND_DOWNLOAD))
                .orderDefects("afn", book.amazon(Season.DEFECTS).size(), 0, 0, 0, 0);
    }

    private static int size(OrderBook book) {
        return book.merchant(Season.DEFECTS).size();
    }
}
