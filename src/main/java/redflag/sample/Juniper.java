package redflag.sample;

import java.io.IOException;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.sample.PerformanceReport.Style;

/** A US store with good rates that is at risk all the same: its account health rating is 168. */
final class Juniper {

    private Juniper() {}

    static void write(ExportFolder folder, Marketplace us) throws IOException {
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        report.add(us, "AT_RISK")
                .lateShipments(2, 214, 1, 70)
                .orderDefects("afn", 0, 0, 0, 0, 0)
                .orderDefects("mfn", 421, 1, 1, 0, 0)
                .onTimeDelivery(203, 207)
                .unitOnTimeDelivery(104, 108)
                .validTracking(205, 208)
                .cancellations(0, 49)
                .health(168, "AT_RISK", Map.of("receivedIntellectualPropertyComplaints", 3));
        folder.put("seller-performance.json", report.bytes());
        folder.put("notices.csv", NoticeFiles.juniper().csv("\r\n"));
    }
}
