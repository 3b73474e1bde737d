package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two stores worked out by hand, each figure with the rows that it comes from. Rows are lines of the file, the header
 * being the first.
 */
class HandWorkedTests {

    @TempDir
    static Path dir;

    private static SampleNight night;
    private static Map<String, JsonNode> readings;

    @BeforeAll
    static void run() throws IOException {
        night = SampleNight.demo(dir);
        readings = night.readings();
    }

    /**
     * birch/all-orders.txt: of the rows with Merchant, those whose purchase-date lies from 2026-09-09T07:00:00Z (midnight
     * in Los Angeles, UTC-7) to before 2026-11-08T08:00:00Z (midnight after the clock went back, UTC-8) are 904 lines of
     * 812 orders. birch/orders-with-defects.xlsx: rows 3 to 14 are 12 orders among them, with 7 X under Negative
     * Feedback (rows 3, 5, 7, 8, 10, 13, 14), 4 under A-to-z (4, 5, 9, 12) and 2 under Chargeback (6, 11); row 5 has two.
     */
    @Test
    void birchHas12OrdersWithDefectsOf812() {
        JsonNode reading = readings.get("birch-us orderDefectRate MFN");

        assertThat(counts(reading)).isEqualTo("12 of 812");
        assertThat(window(reading)).isEqualTo("2026-09-09 to 2026-11-07");
        assertThat(reading.get("components").toString())
                .isEqualTo("{\"aToZClaims\":4,\"chargebacks\":2,\"negativeFeedback\":7}");
        assertThat(judgement(reading))
                .isEqualTo("OFF_TARGET COMPUTED EXACT"); // 12 of 812 is 1.48 %, the limit under 1 %
        assertThat(reading.get("rate").asString()).isEqualTo("0.01477833"); // 12 / 812 = 0.014778325…
        // 12 of 1201 is the first total under 1 % (12 of 1200 is exactly 1 %): floor(12 / 0.01) - 812 + 1
        assertThat(reading.get("headroom").toString()).isEqualTo("{\"cleanOrdersToRecover\":389}");
        assertThat(reading.get("fragile").asBoolean()).isFalse();
    }

    /** birch/seller-performance.json, orderDefectRate.mfn: orderWithDefects 11, orderCount 809, status BAD. */
    @Test
    void amazonCounted11Of809AtBirchALittleEarlier() {
        JsonNode printed = readings.get("birch-us orderDefectRate MFN").get("printed");

        assertThat(counts(printed)).isEqualTo("11 of 809");
        assertThat(printed.get("status").asString()).isEqualTo("BAD");
        assertThat(printed.get("file").asString()).isEqualTo("birch/seller-performance.json");
    }

    /** An order leaves 60 + 15 days after it was placed: 16 September and 75 days is 30 November. */
    @Test
    void eachBirchDefectIsNamedWithItsRowAndTheDayItLeaves() {
        assertThat(defects("birch-us orderDefectRate MFN"))
                .containsExactly(
                        "112-0950259-3456792 2026-09-16 [NEGATIVE_FEEDBACK] BIR-101 2026-11-30 orders-with-defects.xlsx:3",
                        "112-7378304-9753089 2026-09-20 [CHARGEBACK] BIR-111 2026-12-04 orders-with-defects.xlsx:6",
                        "112-6678124-2716053 2026-09-26 [A_TO_Z_CLAIM] BIR-101 2026-12-10 orders-with-defects.xlsx:4",
                        "112-8830903-2716054 2026-10-02 [NEGATIVE_FEEDBACK] BIR-102 2026-12-16 orders-with-defects.xlsx:8", // of its two products the first by name
                        "114-1165916-7654326 2026-10-05 [NEGATIVE_FEEDBACK, A_TO_Z_CLAIM] BIR-101 2026-12-19"
                                + " orders-with-defects.xlsx:5",
                        "111-1872661-5925932 2026-10-11 [NEGATIVE_FEEDBACK] BIR-101 2026-12-25 orders-with-defects.xlsx:7",
                        "111-1066818-4567908 2026-10-15 [CHARGEBACK] BIR-106 2026-12-29 orders-with-defects.xlsx:11",
                        "113-3373824-7283958 2026-10-19 [A_TO_Z_CLAIM] BIR-101 2027-01-02 orders-with-defects.xlsx:9",
                        "112-8680449-8024700 2026-10-27 [NEGATIVE_FEEDBACK] BIR-102 2027-01-10 orders-with-defects.xlsx:13",
                        "113-1499369-9259268 2026-10-27 [NEGATIVE_FEEDBACK] BIR-101 2027-01-10 orders-with-defects.xlsx:10",
                        "114-8497920-6172849 2026-11-01 [A_TO_Z_CLAIM] BIR-101 2027-01-15 orders-with-defects.xlsx:12",
                        // all-orders.txt:1024 has 2026-11-08T07:55:23+00:00, which is 23:55 of the 7th in Los Angeles
                        "113-4477768-0617298 2026-11-07 [NEGATIVE_FEEDBACK] BIR-101 2027-01-21 orders-with-defects.xlsx:14");
    }

    @Test
    void birchDefectsJustOutsideTheWindowAreNotListed() {
        assertThat(String.join("\n", defects("birch-us orderDefectRate MFN")))
                // orders-with-defects.xlsx:2, all-orders.txt:69 has 2026-09-09T06:58:23+00:00, 23:58 of the 8th
                .doesNotContain("112-2371261-1728409")
                // orders-with-defects.xlsx:15, all-orders.txt:1027 has 2026-11-08T08:04:23+00:00, 00:04 of the 8th
                .doesNotContain("114-0009171-1234582")
                // orders-with-defects.xlsx:16, all-orders.txt:1103 has 2026-11-12T15:01:46+00:00
                .doesNotContain("114-9769598-7901246");
    }

    /** The list is of seller-fulfilled orders; seller-performance.json, orderDefectRate.afn prints 0 of 48. */
    @Test
    void birchHasNoDefectAmongItsFewAmazonFulfilledOrders() {
        JsonNode reading = readings.get("birch-us orderDefectRate AFN");

        assertThat(counts(reading)).isEqualTo("0 of 48");
        assertThat(judgement(reading)).isEqualTo("ON_TARGET PRINTED EXACT");
        assertThat(reading.has("computed")).isFalse();
        assertThat(reading.get("fragile").asBoolean()).isTrue(); // one of 48 is over 1 %, and so is one of 100
        assertThat(reading.get("headroom").toString()).isEqualTo("{\"onOrdersInWindow\":0,\"onNewOrders\":0}");
    }

    /**
     * birch/late-shipments.csv: rows 2, 4 and 6 say Yes, of 26 October, 5 and 17 November; rows 3 and 5 say No. 412
     * seller-fulfilled orders were placed from 24 October to 22 November, 134 of them from 13 November.
     */
    @Test
    void birchHas3LateOrdersOf412And1Of134() {
        JsonNode thirty = readings.get("birch-us lateShipmentRate30");
        JsonNode ten = readings.get("birch-us lateShipmentRate10");

        assertThat(counts(thirty)).isEqualTo("3 of 412");
        assertThat(window(thirty)).isEqualTo("2026-10-24 to 2026-11-22");
        assertThat(judgement(thirty)).isEqualTo("ON_TARGET COMPUTED EXACT");
        assertThat(defects("birch-us lateShipmentRate30"))
                .containsExactly(
                        "111-3936284-6172848 2026-10-26 [LATE_SHIPMENT] BIR-105 2026-11-25 late-shipments.csv:2",
                        "114-0691225-8888899 2026-11-05 [LATE_SHIPMENT] BIR-108 2026-12-05 late-shipments.csv:4",
                        "113-2838595-6543222 2026-11-17 [LATE_SHIPMENT] BIR-108 2026-12-17 late-shipments.csv:6");
        // 16 of 412 is 3.88 %, 17 is 4.13 %; 17 of 426 is 3.99 %, 18 of 427 is 4.22 %
        assertThat(thirty.get("headroom").toString()).isEqualTo("{\"onOrdersInWindow\":13,\"onNewOrders\":14}");
        assertThat(counts(ten)).isEqualTo("1 of 134");
        assertThat(window(ten)).isEqualTo("2026-11-13 to 2026-11-22");
        assertThat(judgement(ten)).isEqualTo("ON_TARGET COMPUTED EXACT");
        assertThat(defects("birch-us lateShipmentRate10"))
                .containsExactly(
                        "113-2838595-6543222 2026-11-17 [LATE_SHIPMENT] BIR-108 2026-11-27 late-shipments.csv:6");
        // 5 of 134 is 3.73 %, 6 is 4.48 %; 5 of 138 is 3.62 %, 6 of 139 is 4.32 %
        assertThat(ten.get("headroom").toString()).isEqualTo("{\"onOrdersInWindow\":4,\"onNewOrders\":4}");
    }

    /**
     * birch/all-orders.txt: 94 seller-fulfilled orders from 15 to 21 November, one of them Cancelled (row 1198). The 31
     * columns do not say by whom, so the count is at most; Amazon's own 1 of 94 decides.
     */
    @Test
    void birchHas1CancelledOrderOf94AndAmazonsOwnCountDecides() {
        JsonNode reading = readings.get("birch-us preFulfillmentCancellationRate");

        assertThat(counts(reading)).isEqualTo("1 of 94");
        assertThat(window(reading)).isEqualTo("2026-11-15 to 2026-11-21");
        assertThat(judgement(reading)).isEqualTo("ON_TARGET PRINTED EXACT"); // 1.06 % is under 80 % of 2.5 %
        assertThat(counts(reading.get("computed"))).isEqualTo("1 of 94");
        assertThat(reading.get("computed").get("precision").asString()).isEqualTo("AT_MOST");
        assertThat(defects("birch-us preFulfillmentCancellationRate"))
                .containsExactly(
                        "114-9900750-2469148 2026-11-17 [CANCELLATION] BIR-104 2026-11-25 all-orders.txt:1198");
    }

    @Test
    void birchIsOffTargetBecauseOfItsOrderDefects() {
        JsonNode risk = night.reports().get("birch-us").get("risk");

        assertThat(risk.get("level").asString()).isEqualTo("OFF_TARGET");
        assertThat(risk.get("because").toString()).isEqualTo("[\"orderDefectRate\"]");
    }

    /**
     * Both elder order files, Amazon.de, Merchant, from 15 November 00:00 in Berlin (2026-11-14T23:00:00Z) to 21
     * November: 40 orders. Cancelled by their newest rows: 302-0383029-4567906 (Shipped in the file of the 20th, row
     * 1223; Cancelled in that of the 22nd, row 399), 302-2876997-9876548 (both files), 303-3828725-2222227 (Pending in
     * row 1349; Cancelled in row 525) and 302-7163623-7530869, for which is-buyer-requested-cancellation is true.
     * elder/account-health.json prints 3 of 41, BAD.
     */
    @Test
    void elderGermanyHas3CancellationsOf41AsPrintedAndAtMost3Of40FromRows() {
        JsonNode reading = readings.get("elder-de preFulfillmentCancellationRate");

        assertThat(counts(reading)).isEqualTo("3 of 41");
        assertThat(judgement(reading)).isEqualTo("OFF_TARGET PRINTED EXACT"); // 7.3 %, the limit under 2.5 %
        assertThat(reading.get("printed").get("status").asString()).isEqualTo("BAD");
        assertThat(counts(reading.get("computed"))).isEqualTo("3 of 40");
        assertThat(reading.get("computed").get("precision").asString()).isEqualTo("AT_MOST");
        assertThat(window(reading.get("computed"))).isEqualTo("2026-11-15 to 2026-11-21");
        // 3 of 121 is the first total under 2.5 % (3 of 120 is exactly that): 121 - 41
        assertThat(reading.get("headroom").toString()).isEqualTo("{\"cleanOrdersToRecover\":80}");
    }

    @Test
    void eachElderGermanyCancellationIsNamedOnItsDayInBerlin() {
        assertThat(defects("elder-de preFulfillmentCancellationRate").stream()
                        .map(line -> line.replaceAll("all-orders-2026-11-2[02].txt:\\d+", "row"))
                        .toList())
                .containsExactly(
                        // 2026-11-14T23:10:42+00:00 is 00:10 of the 15th in Berlin; 7 + 1 days on it leaves
                        "302-0383029-4567906 2026-11-15 [CANCELLATION] ELD-104 2026-11-23 row",
                        "302-2876997-9876548 2026-11-18 [CANCELLATION] ELD-104 2026-11-26 row",
                        "303-3828725-2222227 2026-11-20 [CANCELLATION] ELD-104 2026-11-28 row");
    }

    /**
     * 200 German seller-fulfilled orders from 9 September to 7 November, Berlin. Of elder/orders-with-defects.tsv only
     * row 4 (303-1392960-9506174, an A-to-z claim) is Amazon.de in the order files: rows 3 and 5 are French, row 6
     * British, and the order of row 2 is in no order file.
     */
    @Test
    void elderGermanyHas1OrderWithADefectOf200() {
        JsonNode reading = readings.get("elder-de orderDefectRate MFN");

        assertThat(counts(reading)).isEqualTo("1 of 200");
        assertThat(reading.get("components").toString())
                .isEqualTo("{\"aToZClaims\":1,\"chargebacks\":0,\"negativeFeedback\":0}");
        assertThat(judgement(reading)).isEqualTo("ON_TARGET COMPUTED EXACT"); // 0.5 %, the watch line is 0.8 %
        assertThat(counts(reading.get("printed"))).isEqualTo("1 of 200");
        // 2 of 200 is exactly 1 %, so none in the window; 2 of 201 is under it, 3 of 202 is not
        assertThat(reading.get("headroom").toString()).isEqualTo("{\"onOrdersInWindow\":0,\"onNewOrders\":1}");
        assertThat(defects("elder-de orderDefectRate MFN"))
                .containsExactly(
                        "303-1392960-9506174 2026-10-02 [A_TO_Z_CLAIM] ELD-106 2026-12-16 orders-with-defects.tsv:4");
    }

    /** elder has no list of late shipments; account-health.json prints 0 of 115 and 0 of 47 for Germany. */
    @Test
    void elderGermanyIsNotLateAsPrinted() {
        JsonNode thirty = readings.get("elder-de lateShipmentRate30");
        JsonNode ten = readings.get("elder-de lateShipmentRate10");

        assertThat(counts(thirty)).isEqualTo("0 of 115");
        assertThat(judgement(thirty)).isEqualTo("ON_TARGET PRINTED EXACT");
        assertThat(thirty.has("computed")).isFalse();
        assertThat(thirty.get("headroom").toString()) // 4 of 115 is 3.5 %, 5 of 120 is 4.2 %
                .isEqualTo("{\"onOrdersInWindow\":4,\"onNewOrders\":4}");
        assertThat(counts(ten)).isEqualTo("0 of 47");
        assertThat(judgement(ten)).isEqualTo("ON_TARGET PRINTED EXACT");
        assertThat(ten.get("headroom").toString()) // 1 of 47 is 2.1 %, 2 is 4.3 % and 2 of 49 is 4.1 %
                .isEqualTo("{\"onOrdersInWindow\":1,\"onNewOrders\":1}");
    }

    /** performance-summary.xlsx, row 5: 2 of 61 units late, from 2 to 15 November; 96.72 % on time. */
    @Test
    void elderGermanyHasItsUnitsOnTimeByTheSharedSummary() {
        JsonNode reading = readings.get("elder-de unitOnTimeDeliveryRate");

        assertThat(counts(reading)).isEqualTo("2 of 61");
        assertThat(window(reading)).isEqualTo("2026-11-02 to 2026-11-15");
        assertThat(reading.get("rate").asString()).isEqualTo("0.9672131"); // 59 / 61
        assertThat(judgement(reading)).isEqualTo("ON_TARGET PRINTED EXACT");
        assertThat(reading.get("enforced").asBoolean()).isTrue(); // in Germany since 1 September 2026
        // at least 90 % of 61 on time is at most 6 late; 6 of 65 is 9.2 %, 7 of 66 is 10.6 %
        assertThat(reading.get("headroom").toString()).isEqualTo("{\"onOrdersInWindow\":4,\"onNewOrders\":4}");
    }

    @Test
    void elderGermanyIsOffTargetBecauseOfItsCancellations() {
        JsonNode risk = night.reports().get("elder-de").get("risk");

        assertThat(risk.get("level").asString()).isEqualTo("OFF_TARGET");
        assertThat(risk.get("because").toString()).isEqualTo("[\"preFulfillmentCancellationRate\"]");
    }

    /** 4 of 101 late is 96.04 %, under the 97 % that Amazon recommends and does not act on. */
    @Test
    void elderGermanyDeliversLateAndNothingRestsOnIt() {
        JsonNode reading = readings.get("elder-de onTimeDeliveryRate");

        assertThat(counts(reading)).isEqualTo("4 of 101");
        assertThat(reading.get("enforced").asBoolean()).isFalse();
    }

    /** The other sum, by hand: no reading of the two stores but these three is anything else than on target. */
    @Test
    void nothingElseOfTheTwoStoresIsOffTargetOrWatched() {
        Map<String, String> statuses = new TreeMap<>();
        readings.forEach((name, reading) -> {
            boolean ours = name.startsWith("birch-us ") || name.startsWith("elder-de ");
            String status = reading.get("status").asString();
            if (ours && !status.equals("ON_TARGET")) {
                statuses.put(name, status);
            }
        });

        assertThat(statuses)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "birch-us orderDefectRate MFN", "OFF_TARGET",
                        "elder-de preFulfillmentCancellationRate", "OFF_TARGET",
                        "elder-de onTimeDeliveryRate", "OFF_TARGET"));
    }

    private static String counts(JsonNode figure) {
        return figure.get("affected").asLong() + " of " + figure.get("total").asLong();
    }

    private static String window(JsonNode figure) {
        JsonNode window = figure.get("window");
        return window.get("from").asString() + " to " + window.get("to").asString();
    }

    private static String judgement(JsonNode reading) {
        return String.join(
                " ",
                reading.get("status").asString(),
                reading.get("basis").asString(),
                reading.get("precision").asString());
    }

    /** Order, day, kinds, SKU, the day it leaves, file and row. */
    private static List<String> defects(String name) {
        List<String> lines = new ArrayList<>();
        for (JsonNode defect : readings.get(name).get("defects")) {
            List<String> kinds = new ArrayList<>();
            defect.get("kinds").forEach(kind -> kinds.add(kind.asString()));
            JsonNode from = defect.get("from").get(0);
            String file = from.get("file").asString();
            lines.add(String.join(
                    " ",
                    defect.get("orderId").asString(),
                    defect.get("axisDate").asString(),
                    kinds.toString(),
                    defect.get("sku").asString(),
                    defect.get("leavesOn").asString(),
                    file.substring(file.lastIndexOf('/') + 1) + ":"
                            + from.get("row").asInt()));
        }
        return lines;
    }
}
