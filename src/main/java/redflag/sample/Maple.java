package redflag.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/** A US store whose seller-fulfilled orders Amazon reviews for some time; one of two proofs of delivery is there. */
final class Maple {

    private Maple() {}

    static void write(ExportFolder folder, PaperFiles papers, Marketplace us) throws IOException {
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "AT_RISK")
                .lateShipments(0, 131, 0, 48)
                .orderDefects("afn", 0, 0, 0, 0, 0)
                .orderDefects("mfn", 212, 0, 1, 0, 0)
                .onTimeDelivery(118, 121)
                .unitOnTimeDelivery(63, 66)
                .validTracking(119, 121)
                .cancellations(0, 33)
                .health(212, "GREAT", Map.of());
        folder.put("seller-performance.json", report.bytes());
        folder.put("notices.csv", NoticeFiles.maple().csv("\r\n"));
        folder.put("documents.csv", register().csv("\r\n"));
        papers.put("maple", "delivery-5533901.pdf");
    }

    private static Table register() {
        return PaperFiles.register()
                .add(
                        "MD-1",
                        "maple-us",
                        "proof of delivery",
                        "delivery-5533901.pdf",
                        day("2026-11-20"),
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "M-1",
                        "the first of the two orders");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
