package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon's download of orders without an invoice in time, one for four stores whose orders come in one file: beside the rate
 * that Amazon prints it says which orders, and until when. The window is 9 to 15 November by the day of the order
 * (src/docs/metrics.md#invoice-defect-rate).
 */
class ListedInvoicesNightTests {

    private static final Path DOWNLOAD = Path.of("elder", "invoices.csv");

    @TempDir
    private Path folder;

    private TestAgency.Ran ran = new TestAgency.Ran(-1, "", "");

    private JsonNode report(String store, String... rows) throws Exception {
        TestAgency agency = TestAgency.in(folder);
        Files.writeString(
                agency.exports().resolve(DOWNLOAD),
                "Shipment ID,Order ID,Ship Date UTC,Defect Type,Defect Reason\n" + String.join("\n", rows) + "\n");
        ran = agency.run();
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(
                        agency.reports().resolve(store + "/" + store + "-account-health-2026-11-22.json")));
    }

    private static JsonNode invoices(JsonNode report) {
        for (JsonNode reading : report.get("readings")) {
            if (reading.get("metric").asString().equals("invoiceDefectRate")) {
                return reading;
            }
        }
        throw new AssertionError("no reading");
    }

    /** Order, day, kinds, reason, the day it leaves, rows. */
    private static List<String> defects(JsonNode reading) {
        List<String> lines = new ArrayList<>();
        for (JsonNode defect : reading.path("defects")) {
            List<String> rows = new ArrayList<>();
            defect.get("from").forEach(from -> rows.add(from.get("row").asString()));
            lines.add(String.join(
                    " ",
                    defect.get("orderId").asString(),
                    defect.get("axisDate").asString(),
                    defect.get("kinds").toString(),
                    defect.path("reason").asString("-"),
                    defect.get("leavesOn").asString(),
                    String.join(",", rows)));
        }
        return lines;
    }

    @Test
    void ordersAreNamedBesideThePrintedRateOfTheirStore() throws Exception {
        JsonNode report = report(
                "elder-fr",
                "D1,402-1631289-8641977,2026-11-12,Missing,Upload failed",
                "D2,402-5209808-6913582,2026-11-13,Late,",
                "D3,402-5209808-6913582,2026-11-14,Late,",
                "D4,202-6466385-4691361,2026-11-12,Missing,Upload failed"); // the British store's

        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        JsonNode reading = invoices(report);
        assertThat(reading.get("basis").asString()).isEqualTo("PRINTED");
        assertThat(reading.get("affected").asString() + " of " + reading.get("total"))
                .isEqualTo("0 of 1");
        assertThat(reading.has("computed"))
                .as("a list without a total gives no rate")
                .isFalse();
        assertThat(defects(reading))
                .containsExactly(
                        "402-1631289-8641977 2026-11-11 [\"MISSING_INVOICE\"] Upload failed 2026-11-25 2",
                        "402-5209808-6913582 2026-11-13 [\"LATE_INVOICE\"] - 2026-11-27 3,4");
    }

    /** No column says when an order was placed: what no order report has is told with its row, and named nowhere. */
    @Test
    void rowsThatCannotBeUsedAreToldOfWithFileAndRow() throws Exception {
        JsonNode report = report(
                "elder-fr",
                "D1,402-1631289-8641977,2026-11-12,Missing,Upload failed",
                "D2,402-9999999-9999999,2026-11-13,Late,",
                "D3,4.02E+17,2026-11-13,Late,",
                "D4,402-5209808-6913582,2026-13-45,Late,");

        assertThat(defects(invoices(report))).hasSize(1);
        assertThat(report.get("dataQuality").get("warnings").toString())
                .contains("1 row of elder/invoices.csv (first: row 3) can't be given to a store: the order is in no"
                        + " order report.");
        List<String> rejected = new ArrayList<>();
        report.get("dataQuality").get("rejections").forEach(rejection -> {
            if (rejection.get("file").asString().equals("elder/invoices.csv")) {
                rejected.add(rejection.get("row").asString());
            }
        });
        assertThat(rejected).containsExactly("4", "5");
    }
}
