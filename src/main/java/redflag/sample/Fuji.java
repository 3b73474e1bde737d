package redflag.sample;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/**
 * A Japanese store: orders in Shift_JIS, whose second bytes may be a backslash or a bar, and a performance report in the
 * spelling of the schema's example. Its valid tracking rate is just under target.
 */
final class Fuji {

    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final Instant DOWNLOADED = Instant.parse("2026-11-22T15:40:00Z");
    private static final List<Product> PRODUCTS = Products.of(
            "FJ",
            "檜の弁当箱 二段|3280",
            "竹製茶筅 百本立|2450",
            "ソープディッシュ 陶器|1480",
            "手ぬぐい 十枚セット|3980",
            "表札 ケヤキ|5600",
            "急須 予備茶こし付き|4200",
            "南部鉄瓶 0.8L|9800",
            "箸置き 能登ヒバ 5個|1650");

    private Fuji() {}

    static void write(ExportFolder folder, Marketplace japan) throws IOException {
        OrderBook book = new OrderBook(66, japan, List.of("249", "250", "503"), PRODUCTS, Places.of(japan));
        Season.take(book, false, 46, 590, 69, 68, 8);
        Season.take(book, true, 6, 100, 12, 12, 2);
        LocalDate first = Season.CANCELLATIONS.from();
        LocalDate after = Season.CANCELLATIONS.to().plusDays(1);
        for (LocalDateTime nearMidnight : List.of(
                first.atStartOfDay().minusMinutes(4),
                first.atStartOfDay().plusMinutes(5),
                after.atStartOfDay().minusMinutes(2),
                after.atStartOfDay().plusMinutes(2))) {
            book.place(nearMidnight.plusSeconds(17), false);
        }
        AllOrders orders = new AllOrders(Columns.OLDER, "MFN", "AFN", DOWNLOADED);
        folder.put("all-orders.txt", orders.text(book.orders(order -> true), "\r\n"), SHIFT_JIS);

        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.EXAMPLE);
        report.add(japan, "NORMAL")
                .lateShipments(
                        2,
                        Season.kept(book, Season.LATE_30, DOWNLOADED),
                        1,
                        Season.kept(book, Season.LATE_10, DOWNLOADED))
                .orderDefects("afn", book.amazon(Season.DEFECTS).size(), 0, 0, 0, 0)
                .orderDefects("mfn", book.merchant(Season.DEFECTS).size(), 2, 1, 1, 0)
                .onTimeDelivery(277, 283)
                .validTracking(283, 300)
                .cancellations(0, book.merchant(Season.CANCELLATIONS).size())
                .health(388, "GREAT", Map.of());
        folder.put("account-health.json", report.bytes());
        folder.put("notices.xlsx", Workbooks.xlsx(NoticeFiles.fuji(), "通知"));
    }
}
