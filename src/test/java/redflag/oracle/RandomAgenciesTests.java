package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.job.MachineCopies;
import tools.jackson.databind.JsonNode;

/** What a night reports of fifty random agencies is what {@link AgencyCounts} gives for the same files. */
class RandomAgenciesTests {

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRateHasTheCountsOfAnIndependentCalculation(long seed) throws Exception {
        RandomAgency agency = RandomAgency.write(seed, folder);
        Map<String, String> computed = new TreeMap<>();
        Map<String, String> affected = new TreeMap<>();
        Map<String, String> printed = new TreeMap<>();
        Map<String, String> listed = new TreeMap<>();
        Map<String, String> stock = new TreeMap<>();
        MachineCopies.of(folder.resolve("job.yaml")).forEach((store, report) -> {
            assertThat(report.path("dataQuality").path("rejections")).isEmpty();
            report.path("stock")
                    .forEach(product ->
                            stock.put(store + " " + product.get("sku").asString(), stocked(product)));
            for (JsonNode reading : report.path("readings")) {
                String name = name(store, reading);
                String metric = reading.get("metric").asString();
                boolean isListed = DeliveryCounts.LISTED.contains(metric);
                if (isListed) {
                    named(reading, "defects").ifPresent(orders -> listed.put(name, orders));
                    named(reading, "inPipe").ifPresent(orders -> listed.put(name + " in the pipe", orders));
                }
                if (reading.has("computed") && AgencyCounts.COUNTED.contains(metric)) {
                    computed.put(name, text(reading));
                    List<String> orders = new ArrayList<>();
                    reading.path("defects")
                            .forEach(defect -> orders.add(defect.get("orderId").asString()));
                    if (!orders.isEmpty() && !isListed) {
                        affected.put(name, String.join(" ", new TreeSet<>(orders)));
                    }
                }
                JsonNode own = reading.path("printed");
                if (!own.isMissingNode()) {
                    printed.put(name, number(own));
                }
            }
        });

        try (AgencyCounts counts = new AgencyCounts(agency, folder)) {
            assertThat(differences(computed, counts.rates())).as("seed " + seed).isEmpty();
            assertThat(differences(affected, counts.affected()))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(differences(printed, counts.printed()))
                    .as("seed " + seed)
                    .isEmpty();
            assertThat(differences(listed, counts.listed())).as("seed " + seed).isEmpty();
            assertThat(differences(stock, counts.stock())).as("seed " + seed).isEmpty();
        }
    }

    /** One line for each store and metric of which the two do not say the same. */
    static List<String> differences(Map<String, String> reported, Map<String, String> counted) {
        TreeSet<String> names = new TreeSet<>(reported.keySet());
        names.addAll(counted.keySet());
        return names.stream()
                .filter(name -> !reported.getOrDefault(name, "").equals(counted.getOrDefault(name, "")))
                .map(name -> name + ": reported " + reported.getOrDefault(name, "none") + ", counted "
                        + counted.getOrDefault(name, "none"))
                .toList();
    }

    static String name(String store, JsonNode reading) {
        String fulfilment = reading.path("fulfilment").asString("");
        String category = reading.path("category").asString("");
        return store + " " + reading.get("metric").asString() + (fulfilment.isEmpty() ? "" : " " + fulfilment)
                + (category.isEmpty() ? "" : " " + category);
    }

    /** Each order with its day, how many packages or units it is, and the days from and until which it counts. */
    private static Optional<String> named(JsonNode reading, String part) {
        Map<String, Long> orders = new TreeMap<>();
        for (JsonNode defect : reading.path(part)) {
            String order = defect.get("orderId").asString() + " of "
                    + defect.get("axisDate").asString() + " times %d from "
                    + defect.get("entersOn").asString() + " until "
                    + defect.get("leavesOn").asString();
            orders.merge(order, defect.path("count").asLong(1), Long::sum);
        }
        return orders.entrySet().stream()
                .map(order -> String.format(Locale.ROOT, order.getKey(), order.getValue()))
                .reduce((one, other) -> one + "; " + other);
    }

    private static String stocked(JsonNode product) {
        List<String> parts = new ArrayList<>();
        add(parts, product, "available", "%s available");
        add(parts, product, "inbound", "%s inbound");
        add(parts, product, "unitsSold", "%s sold in " + product.path("inDays").asString(""));
        add(parts, product, "daysOfCover", "%s days");
        add(parts, product, "firstDayWithout", "without on %s");
        add(parts, product, "outOfStockSince", "out since %s");
        product.path("flags").forEach(flag -> parts.add(flag.asString()));
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, JsonNode product, String field, String text) {
        if (product.has(field)) {
            parts.add(String.format(Locale.ROOT, text, product.get(field).asString()));
        }
    }

    private static String number(JsonNode figure) {
        for (String single : List.of("count", "score")) {
            if (figure.has(single)) {
                return figure.get(single).asString();
            }
        }
        return counts(figure);
    }

    private static String counts(JsonNode figure) {
        return figure.get("affected").asLong() + " of " + figure.get("total").asLong();
    }

    static String text(JsonNode reading) {
        JsonNode own = reading.get("computed");
        StringBuilder text = new StringBuilder(counts(own));
        if (reading.get("metric").asString().equals("orderDefectRate")) {
            text.append(": ").append(kind(reading, "NEGATIVE_FEEDBACK")).append(" negative feedback, ");
            text.append(kind(reading, "A_TO_Z_CLAIM")).append(" claims, ");
            text.append(kind(reading, "CHARGEBACK")).append(" chargebacks");
        }
        JsonNode window = own.get("window");
        return text.append(", ")
                .append(window.get("from").asString())
                .append(" to ")
                .append(window.get("to").asString())
                .toString();
    }

    private static long kind(JsonNode reading, String kind) {
        long count = 0;
        for (JsonNode defect : reading.path("defects")) {
            for (JsonNode of : defect.path("kinds")) {
                count += of.asString().equals(kind) ? 1 : 0;
            }
        }
        return count;
    }
}
