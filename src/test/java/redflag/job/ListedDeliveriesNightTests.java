package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon's downloads of packages without valid tracking and of units delivered late, which have no total: beside the rate
 * that Amazon prints they say which orders, and until when. The window of tracking is 14 October to 12 November, that of
 * units 2 to 15 November, in Pacific days by the promised delivery (domain.md §1.5, 1.6, 2.2).
 */
class ListedDeliveriesNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    private void file(String name, String... lines) throws Exception {
        Files.writeString(agency.exports().resolve("birch").resolve(name), String.join("\n", lines) + "\n");
    }

    private JsonNode report() throws Exception {
        TestAgency.Ran ran = agency.run();
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(
                        agency.reports().resolve("birch-us/birch-us-account-health-2026-11-22.json")));
    }

    private static JsonNode reading(JsonNode report, String metric) {
        for (JsonNode reading : report.get("readings")) {
            if (reading.get("metric").asString().equals(metric)) {
                return reading;
            }
        }
        throw new AssertionError("no reading of " + metric);
    }

    /** Order, promised day, count, carrier, kinds, the day it leaves, rows. */
    private static List<String> defects(JsonNode reading, String list) {
        List<String> lines = new ArrayList<>();
        for (JsonNode defect : reading.path(list)) {
            List<String> rows = new ArrayList<>();
            defect.get("from").forEach(from -> rows.add(from.get("row").asString()));
            lines.add(String.join(
                    " ",
                    defect.get("orderId").asString(),
                    defect.get("axisDate").asString(),
                    defect.path("count").asString("1"),
                    defect.path("carrier").asString("-"),
                    defect.get("kinds").toString(),
                    defect.get("leavesOn").asString(),
                    String.join(",", rows)));
        }
        return lines;
    }

    @Test
    void packagesWithoutValidTrackingAreNamedBesideThePrintedRate() throws Exception {
        file(
                "valid-tracking.csv",
                "Order ID,Carrier Name,Tracking ID,Origin Country,Promised Delivery Date,Ship Method,Ship Option,"
                        + "No Valid Tracking,Package Value,Product Category",
                "111-1111111-0000001,UPS,1Z1,US,2026-10-14T06:59:59Z,Ground,Standard,X,20,Home", // 13 October
                "111-1111111-0000002,UPS,1Z2,US,2026-10-14T07:00:00Z,Ground,Standard,X,20,Home",
                "111-1111111-0000003,USPS,942,US,2026-11-13T07:59:59Z,Ground,Standard,X,20,Toys", // 12 November
                "111-1111111-0000003,DHL,943,US,2026-11-13T07:59:59Z,Ground,Standard,X,20,Toys", // its other package
                "111-1111111-0000004,UPS,1Z4,US,2026-11-13T08:00:00Z,Ground,Standard,X,20,Home"); // 13 November

        JsonNode report = report();
        JsonNode reading = reading(report, "validTrackingRate");

        assertThat(reading.get("basis").asString()).isEqualTo("PRINTED");
        assertThat(reading.has("computed"))
                .as("a list without a total gives no rate")
                .isFalse();
        assertThat(defects(reading, "defects"))
                .containsExactly(
                        "111-1111111-0000002 2026-10-14 1 UPS [\"NO_VALID_TRACKING\"] 2026-11-23 3",
                        "111-1111111-0000003 2026-11-12 2 DHL [\"NO_VALID_TRACKING\"] 2026-12-22 4,5");
        assertThat(defects(reading, "inPipe"))
                .containsExactly("111-1111111-0000004 2026-11-13 1 UPS [\"NO_VALID_TRACKING\"] 2026-12-23 6");
        assertThat(report.toString()).as("a tracking number is never kept").doesNotContain("1Z2");
    }

    @Test
    void lateUnitsAreNamedByTheirPacificDayAndOnlyIfTheyWereLate() throws Exception {
        file(
                "on-time-delivery.csv",
                "Order ID,SKU,Unit count,Order Date,Promised Delivery Date Without Promise Extension,"
                        + "Actual Delivery Date,Delivered After Promised Date Without Extension,Carrier Name,Tracking ID",
                "111-1111111-0000001,A,3,10/25/26 20:00:00 GMT (10/25/26 13:00:00 PDT),"
                        + "11/2/26 07:59:59 GMT (11/1/26 23:59:59 PST),11/5/26 20:00:00 GMT (11/5/26 12:00:00 PST),Yes,UPS,1",
                "111-1111111-0000002,A,30,10/25/26 20:00:00 GMT (10/25/26 13:00:00 PDT),"
                        + "11/3/26 07:59:59 GMT (11/2/26 23:59:59 PST),11/5/26 20:00:00 GMT (11/5/26 12:00:00 PST),Yes,UPS,2",
                "111-1111111-0000003,A,2,10/25/26 20:00:00 GMT (10/25/26 13:00:00 PDT),"
                        + "11/3/26 07:59:59 GMT (11/2/26 23:59:59 PST),11/5/26 20:00:00 GMT (11/5/26 12:00:00 PST),No,UPS,3");

        JsonNode reading = reading(report(), "unitOnTimeDeliveryRate");

        assertThat(defects(reading, "defects"))
                .as("the first was promised for 1 November, the last was late only before the extension")
                .containsExactly("111-1111111-0000002 2026-11-02 30 UPS [\"LATE_DELIVERY\"] 2026-11-23 3");
    }

    /** Every category has a finding of its own, and the whole one more: the same defects are no news. */
    @Test
    void whatIsSplitByCategoryIsNeitherNewNorGoneTheNightAfter() throws Exception {
        file(
                "categories.csv",
                "store,metric,category,from,to,affected,total",
                "birch-us,validTrackingRate,Home,2026-10-14,2026-11-12,1,40",
                "birch-us,validTrackingRate,Toys,2026-10-14,2026-11-12,1,20");
        file(
                "valid-tracking.csv",
                "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking,Product Category",
                "111-1111111-0000002,UPS,1Z2,2026-10-20T19:00:00Z,X,Home",
                "111-1111111-0000003,DHL,943,2026-10-21T19:00:00Z,X,Toys");
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();

        JsonNode report = report();

        assertThat(report.toString()).contains("\"category\":\"Toys\"");
        assertThat(report.get("history").get("newDefects")).isEmpty();
        assertThat(report.get("history").get("leftDefects").toString()).doesNotContain("111-1111111");
    }

    @Test
    void theNightAfterSaysWhichPackagesAreNew() throws Exception {
        String header = "Order ID,Carrier Name,Tracking ID,Promised Delivery Date,No Valid Tracking,Product Category";
        String known = "111-1111111-0000002,UPS,1Z2,2026-10-20T19:00:00Z,X,Home";
        file("valid-tracking.csv", header, known);
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        file("valid-tracking.csv", header, known, "111-1111111-0000003,DHL,943,2026-10-21T19:00:00Z,X,Home");

        JsonNode history = report().get("history");

        assertThat(history.get("newDefects").findValuesAsString("orderId")).containsExactly("111-1111111-0000003");
    }
}
