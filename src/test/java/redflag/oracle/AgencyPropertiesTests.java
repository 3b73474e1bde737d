package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.job.MachineCopies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be done to the exports of a {@link RandomAgency} without changing what they say, and what makes it worse. */
class AgencyPropertiesTests {

    private static final Pattern JSON_PLACED = Pattern.compile("\"(?:createdTime|PurchaseDate)\": \"([^\"]+)\"");
    private static final List<String> WORSE = List.of("ON_TARGET", "WATCH", "OFF_TARGET");

    @TempDir
    Path dir;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderAndNamesAndSplitsOfFilesMakeNoDifference(long seed) throws IOException {
        RandomAgency.write(seed, dir);
        Map<String, String> before = readings();
        Random random = new Random(seed);

        for (Path file : files()) {
            shuffle(file, random);
        }
        assertThat(RandomAgenciesTests.differences(readings(), before))
                .as("rows shuffled")
                .isEmpty();

        for (Path file : files()) {
            String name = file.getFileName().toString();
            String other = random.nextInt(1_000_000) + name.substring(name.lastIndexOf('.'));
            Files.move(file, file.resolveSibling((name.startsWith("orders-") ? "book-" : "list-") + other));
        }
        assertThat(RandomAgenciesTests.differences(readings(), before))
                .as("files renamed")
                .isEmpty();

        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("book-")) {
                split(file);
            }
        }
        assertThat(RandomAgenciesTests.differences(readings(), before))
                .as("order files split")
                .isEmpty();
    }

    /** To each list that has rows, one for an order of its window that it does not name as yet. */
    @Test
    void oneMoreDefectNeverImprovesAReading() throws IOException {
        int extended = 0;
        for (long seed = 1; seed <= 12; seed++) {
            dir = Files.createDirectory(dir.resolve("agency-" + seed));
            RandomAgency agency = RandomAgency.write(seed, dir);
            Map<String, JsonNode> before = byName();
            List<String> worse = new ArrayList<>();
            for (RandomAgency.Shop shop : agency.shops) {
                worse.addAll(oneMore(agency.asOf, shop));
            }
            Map<String, JsonNode> after = byName();

            for (String name : worse) {
                assertThat(affected(after.get(name)))
                        .as("seed " + seed + ", " + name)
                        .isEqualTo(affected(before.get(name)) + 1);
            }
            before.forEach((name, reading) -> isNotBetter(reading, after.get(name), name));
            extended += worse.size();
            dir = dir.getParent();
        }
        assertThat(extended).isGreaterThan(15);
    }

    private static void isNotBetter(JsonNode before, JsonNode after, String name) {
        assertThat(WORSE.indexOf(after.get("status").asString()))
                .as(name)
                .isGreaterThanOrEqualTo(WORSE.indexOf(before.get("status").asString()));
        if (before.has("computed")) {
            long totalBefore = before.get("computed").get("total").asLong();
            long totalAfter = after.get("computed").get("total").asLong();
            assertThat(affected(after) * totalBefore).as(name).isGreaterThanOrEqualTo(affected(before) * totalAfter);
        }
    }

    private static long affected(JsonNode reading) {
        return reading.get("computed").get("affected").asLong();
    }

    /** @return the readings that have one more affected order now */
    private List<String> oneMore(LocalDate asOf, RandomAgency.Shop shop) throws IOException {
        List<String> worse = new ArrayList<>();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            boolean isTheirs = file.getParent().endsWith(shop.store()) || name.contains(shop.store());
            List<String> lines = Files.readAllLines(file);
            if (!isTheirs || !name.endsWith(".csv") || lines.size() == 1) {
                continue;
            }
            if (name.startsWith("order-defects")) {
                boolean byMerchant = !name.contains("-afn");
                if (lines.stream().anyMatch(line -> line.contains(byMerchant ? ",Seller," : ",Amazon,"))
                        && add(
                                file,
                                lines,
                                shop,
                                asOf.minusDays(74),
                                asOf.minusDays(15),
                                byMerchant,
                                o -> o.id() + "," + o.day() + "," + (byMerchant ? "Seller" : "Amazon") + ",,,,X,")) {
                    worse.add(shop.store() + " orderDefectRate " + (byMerchant ? "MFN" : "AFN"));
                }
            } else if (name.startsWith("late")) {
                if (hasLimit(shop)
                        && add(
                                file,
                                lines,
                                shop,
                                asOf.minusDays(9),
                                asOf,
                                true,
                                o -> o.day() + "," + o.id() + "," + o.shipBy() + ",,,Yes")) {
                    worse.add(shop.store() + " lateShipmentRate10");
                    worse.add(shop.store() + " lateShipmentRate30");
                }
            } else if (name.startsWith("cancellations")
                    && add(
                            file,
                            lines,
                            shop,
                            asOf.minusDays(7),
                            asOf.minusDays(1),
                            true,
                            o -> o.day() + "," + o.id() + ",Yes")) {
                worse.add(shop.store() + " preFulfillmentCancellationRate");
            }
        }
        return worse;
    }

    private static boolean hasLimit(RandomAgency.Shop shop) {
        return !shop.country().code().equals("AE");
    }

    private interface Row {
        String of(MadeUpOrder order);
    }

    private static boolean add(
            Path file,
            List<String> lines,
            RandomAgency.Shop shop,
            LocalDate from,
            LocalDate to,
            boolean byMerchant,
            Row row)
            throws IOException {
        Predicate<MadeUpOrder> isClean = order -> lines.stream().noneMatch(line -> line.contains(order.id()));
        List<MadeUpOrder> clean = shop.orders().stream()
                .filter(order -> order.merchant() == byMerchant
                        && !order.day().isBefore(from)
                        && !order.day().isAfter(to))
                .filter(isClean)
                .toList();
        if (clean.isEmpty()) {
            return false;
        }
        Files.writeString(file, row.of(clean.get(0)) + "\n", StandardOpenOption.APPEND);
        return true;
    }

    /** Without what names files and rows; the product of an order of several lines is that of its first row. */
    private Map<String, String> readings() throws IOException {
        Map<String, String> readings = new TreeMap<>();
        byName().forEach((name, reading) -> {
            ObjectNode copy = (ObjectNode) reading.deepCopy();
            copy.path("defects").forEach(defect -> ((ObjectNode) defect).remove("from"));
            copy.path("inPipe").forEach(defect -> ((ObjectNode) defect).remove("from"));
            if (copy.has("printed")) {
                ((ObjectNode) copy.get("printed")).remove("file");
            }
            readings.put(name, copy.toString());
        });
        return readings;
    }

    private Map<String, JsonNode> byName() throws IOException {
        Map<String, JsonNode> readings = new TreeMap<>();
        MachineCopies.of(dir.resolve("job.yaml"))
                .forEach((store, report) -> report.path("readings")
                        .forEach(reading -> readings.put(RandomAgenciesTests.name(store, reading), reading)));
        return readings;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(dir.resolve("exports"))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isJson(Path file) {
        return file.toString().endsWith(".json");
    }

    /** The orders of a page stand a line each, the first line opens it and the last closes it. */
    private static void shuffle(Path file, Random random) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (isJson(file) && !lines.get(0).endsWith("[")) {
            return;
        }
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size() - (isJson(file) ? 1 : 0)));
        Collections.shuffle(rows, random);
        write(file, lines, rows);
    }

    private static void write(Path file, List<String> lines, List<String> rows) throws IOException {
        String head = lines.get(0) + "\n";
        Files.writeString(
                file,
                isJson(file)
                        ? head
                                + String.join(
                                        ",\n",
                                        rows.stream()
                                                .map(row -> row.replaceAll(",$", ""))
                                                .toList()) + "\n" + lines.get(lines.size() - 1) + "\n"
                        : head + String.join("\n", rows) + "\n");
    }

    /** Every other order, by the time it was placed, goes to a second file. */
    private static void split(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        Map<String, List<String>> orders = new LinkedHashMap<>();
        lines.subList(1, lines.size() - (isJson(file) ? 1 : 0)).stream()
                .sorted((one, other) -> placed(one).compareTo(placed(other)))
                .forEach(row ->
                        orders.computeIfAbsent(id(row), id -> new ArrayList<>()).add(row));
        List<String> odd = new ArrayList<>();
        List<String> even = new ArrayList<>();
        boolean isOdd = false;
        for (List<String> order : orders.values()) {
            isOdd = !isOdd;
            (isOdd ? odd : even).addAll(order);
        }
        if (!even.isEmpty()) {
            write(file, lines, odd);
            write(file.resolveSibling("half-" + file.getFileName()), lines, even);
        }
    }

    private static String placed(String row) {
        Matcher json = JSON_PLACED.matcher(row);
        return json.find() ? json.group(1) : row.split("\t", -1)[2];
    }

    private static String id(String row) {
        Matcher id = Pattern.compile("\\d{3}-\\d{7}-\\d{7}").matcher(row);
        assertThat(id.find()).as(row).isTrue();
        return id.group();
    }
}
