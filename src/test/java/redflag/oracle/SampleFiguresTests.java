package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the sample night reports of each store is what an independent calculation over the same files gives. */
class SampleFiguresTests {

    private static final Path INBOX = Path.of("sample-data/inbox").toAbsolutePath();

    private static final Set<String> CHECKED =
            Set.of("orderDefectRate", "lateShipmentRate30", "lateShipmentRate10", "preFulfillmentCancellationRate");

    /** Order defects that no list speaks of: the lists are of seller-fulfilled orders only, hazel's is damaged. */
    private static final Set<String> WITHOUT_LIST = Set.of(
            "birch-us orderDefectRate AFN",
            "elder-uk orderDefectRate AFN",
            "elder-de orderDefectRate AFN",
            "elder-fr orderDefectRate AFN",
            "hazel-us orderDefectRate AFN",
            "hazel-us orderDefectRate MFN");

    @TempDir
    static Path dir;

    private static IndependentCounts counts;
    private static SampleNight night;

    @BeforeAll
    static void runAndCount() throws IOException, SQLException {
        counts = new IndependentCounts(INBOX, dir);
        night = SampleNight.demo(dir.resolve("demo"));
    }

    @AfterAll
    static void close() throws SQLException {
        counts.close();
    }

    @Test
    void everyRateFromRowsHasTheSameTwoCounts() throws SQLException {
        Map<String, String> calculated = new TreeMap<>(counts.rates());
        calculated.keySet().retainAll(counts.rowsToCount());

        assertThat(calculated).hasSizeGreaterThan(20);
        assertThat(computed(night)).containsExactlyInAnyOrderEntriesOf(calculated);
    }

    /** So that the totals of stores without a list are checked too. */
    @Test
    void everyRateHasTheSameTwoCountsWhereAnAbsentListSaysThatThereIsNone() throws IOException, SQLException {
        Map<String, String> calculated = new TreeMap<>(counts.rates());
        calculated.keySet().removeAll(WITHOUT_LIST);
        // hazel's damaged file may be the list of order defects that its absence would stand for
        Path job = Files.writeString(dir.resolve("absence.yaml"), """
                name: absence
                stores: %1$s/stores.csv
                exports: %1$s/exports
                reports: %2$s/reports
                database: %2$s/data
                as-of: 2026-11-22
                absence:
                  order-defects: none
                  late-shipments: none
                expected-broken:
                  - hazel/orders-with-defects.xlsx
                """.formatted(
                        SampleNight.inbox(dir.resolve("demo")), dir.resolve("absence")));

        SampleNight absence = SampleNight.of(job, dir.resolve("absence/reports"));

        assertThat(computed(absence)).containsExactlyInAnyOrderEntriesOf(calculated);
    }

    @Test
    void everyAffectedOrderIsNamedWithTheDayItLeaves() throws SQLException {
        Map<String, String> calculated = new TreeMap<>(counts.affectedOrders());
        calculated.keySet().retainAll(counts.rowsToCount());
        calculated.putAll(counts.listedPackages());
        Map<String, String> named = new TreeMap<>();
        night.readings().forEach((name, reading) -> {
            List<String> orders = new ArrayList<>();
            for (JsonNode defect : reading.path("defects")) {
                orders.add(defect.get("orderId").asString() + " of "
                        + defect.get("axisDate").asString() + " leaves on "
                        + defect.get("leavesOn").asString());
            }
            if (!orders.isEmpty()) {
                named.put(name, String.join("; ", orders));
            }
        });

        assertThat(named).containsExactlyInAnyOrderEntriesOf(calculated);
    }

    @Test
    void theOrdersOfEachWindowAreThoseThatTheSampleWasPlannedWith() throws IOException, SQLException {
        Map<String, Long> inWindows = counts.ordersInWindows();
        Map<String, Long> inAll = counts.ordersInAll();
        List<String> metrics = List.of(
                "orderDefectRate",
                "lateShipmentRate30",
                "lateShipmentRate10",
                "preFulfillmentCancellationRate",
                "validTrackingRate",
                "unitOnTimeDeliveryRate");
        Map<String, String> planned = new TreeMap<>();
        Map<String, String> calculated = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("sample-data/README.md"))) {
            String[] cells = line.replace(" ", "").split("\\|");
            if (cells.length == 9 && cells[2].matches("\\d+/\\d+")) {
                String store = cells[1];
                planned.put(store, String.join(" ", List.of(cells).subList(2, 9)));
                List<String> own = new ArrayList<>(List.of(pair(inAll, store)));
                metrics.forEach(metric -> own.add(pair(inWindows, store + " " + metric)));
                calculated.put(store, String.join(" ", own));
            }
        }

        assertThat(planned).hasSize(9);
        assertThat(calculated).containsExactlyInAnyOrderEntriesOf(planned);
    }

    private static String pair(Map<String, Long> counts, String name) {
        return counts.getOrDefault(name + " MFN", 0L) + "/" + counts.getOrDefault(name + " AFN", 0L);
    }

    @Test
    void theCalculationReadsEveryRowButTheThreeDamagedOnes() throws SQLException {
        assertThat(counts.readableRows())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "alder", 996L, "birch", 1277L, "cedar", 719L, "elder", 1918L, "fuji", 1025L, "hazel", 478L));
    }

    @Test
    void onlyOneListedOrderIsInNoOrderFile() throws SQLException {
        assertThat(counts.strangers()).containsExactly("elder 302-4410927-8830146");
    }

    @Test
    void everyRateShownIsItsTwoCountsDivided() {
        night.readings().forEach((name, reading) -> {
            if (reading.has("total")) {
                long affected = reading.get("affected").asLong();
                long total = reading.get("total").asLong();
                String condition = reading.get("target").get("condition").asString();
                long shown = condition.equals("LESS_THAN") ? affected : total - affected;
                assertThat(reading.get("rate").decimalValue())
                        .as(name)
                        .isEqualByComparingTo(
                                BigDecimal.valueOf(shown).divide(BigDecimal.valueOf(total), new MathContext(7)));
            }
        });
    }

    /** What the reports compute from rows, in the words of {@link IndependentCounts#rates()}. */
    private static Map<String, String> computed(SampleNight night) {
        Map<String, String> computed = new TreeMap<>();
        night.readings().forEach((name, reading) -> {
            if (reading.has("computed")
                    && CHECKED.contains(reading.get("metric").asString())) {
                JsonNode own = reading.get("computed");
                computed.put(name, text(reading, own));
            }
        });
        return computed;
    }

    private static String text(JsonNode reading, JsonNode own) {
        StringBuilder text = new StringBuilder();
        text.append(own.get("affected").asLong())
                .append(" of ")
                .append(own.get("total").asLong());
        if (reading.get("metric").asString().equals("orderDefectRate")) {
            text.append(": ").append(kind(reading, "NEGATIVE_FEEDBACK")).append(" negative feedback, ");
            text.append(kind(reading, "A_TO_Z_CLAIM")).append(" claims, ");
            text.append(kind(reading, "CHARGEBACK")).append(" chargebacks");
        }
        JsonNode window = own.get("window");
        text.append(", ").append(window.get("from").asString());
        text.append(" to ").append(window.get("to").asString());
        return text.toString();
    }

    /** Defects of a kind; equal to the component wherever the rows decide. */
    private static long kind(JsonNode reading, String kind) {
        long count = 0;
        for (JsonNode defect : reading.get("defects")) {
            for (JsonNode of : defect.get("kinds")) {
                count += of.asString().equals(kind) ? 1 : 0;
            }
        }
        if (reading.get("basis").asString().equals("COMPUTED")) {
            Map<String, String> components = Map.of(
                    "NEGATIVE_FEEDBACK", "negativeFeedback", "A_TO_Z_CLAIM", "aToZClaims", "CHARGEBACK", "chargebacks");
            assertThat(reading.get("components").get(components.get(kind)).asLong())
                    .as(kind)
                    .isEqualTo(count);
        }
        return count;
    }
}
