package redflag.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/** A US store that Amazon has deactivated over two products whose genuineness buyers doubt; some of its papers will not do. */
final class Laurel {

    private Laurel() {}

    static void write(ExportFolder folder, PaperFiles papers, Marketplace us) throws IOException {
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "DEACTIVATED")
                .lateShipments(1, 188, 0, 55)
                .orderDefects("afn", 0, 0, 0, 0, 0)
                .orderDefects("mfn", 377, 1, 0, 1, 0)
                .onTimeDelivery(180, 184)
                .unitOnTimeDelivery(92, 95)
                .validTracking(181, 183)
                .cancellations(0, 41)
                .health(0, "AT_RISK", Map.of("productAuthenticityCustomerComplaints", 2));
        folder.put("seller-performance.json", report.bytes());
        folder.put("notices.csv", NoticeFiles.laurel().csv("\r\n"));
        folder.put("documents.csv", register().csv("\r\n"));
        papers.put("laurel", "invoices/2026-05.pdf");
        papers.put("laurel", "invoices/2025-10.pdf");
        papers.put("laurel", "invoices/2026-06.pdf");
        papers.put("laurel", "licence.pdf");
    }

    /** One invoice that will do, one too old, one made out to somebody else, a letter that is not there yet. */
    private static Table register() {
        return PaperFiles.register()
                .add(
                        "LD-1",
                        "",
                        "supplier invoice",
                        "invoices/2026-05.pdf",
                        day("2026-05-12"),
                        "",
                        "",
                        "",
                        "Wickworks Ltd",
                        "Laurel Candles LLC",
                        "B0LAUR0004",
                        "400",
                        "L-2",
                        "")
                .add(
                        "LD-2",
                        "",
                        "supplier invoice",
                        "invoices/2025-10.pdf",
                        day("2025-10-30"),
                        "",
                        "",
                        "",
                        "Wickworks Ltd",
                        "Laurel Candles LLC",
                        "B0LAUR0009",
                        "250",
                        "L-2",
                        "")
                .add(
                        "LD-3",
                        "",
                        "supplier invoice",
                        "invoices/2026-06.pdf",
                        day("2026-06-03"),
                        "",
                        "",
                        "",
                        "Wickworks Ltd",
                        "Laurel Candle Co",
                        "B0LAUR0009",
                        "300",
                        "L-2",
                        "ask for one with the right buyer")
                .add(
                        "LD-4",
                        "",
                        "letter of authorisation",
                        "loa-wickworks.pdf",
                        day("2026-04-01"),
                        "",
                        "",
                        "",
                        "Wickworks Ltd",
                        "",
                        "B0LAUR0004; B0LAUR0009",
                        "",
                        "",
                        "promised for Monday")
                .add(
                        "LD-5",
                        "",
                        "business licence",
                        "licence.pdf",
                        day("2022-01-03"),
                        "",
                        "Laurel Candles LLC",
                        "12 Tallow Street; Dover DE 19901",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
