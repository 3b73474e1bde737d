package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.FileTimes;
import tools.jackson.databind.JsonNode;

/**
 * The README's example of kinds of one's own: orders, items and reviews of another marketplace, joined by order id. Its
 * figures against SQL over the same three files, and its boundary rows by hand.
 */
class AnotherMarketplaceTests {

    private static final Path EXAMPLE = Path.of("jobs/another-marketplace");

    @TempDir
    static Path dir;

    private static Map<String, JsonNode> reports = Map.of();

    @BeforeAll
    static void night() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            files.forEach(AnotherMarketplaceTests::copy);
        }
        FileTimes.set(dir, Instant.parse("2026-11-23T09:00:00Z"));
        Path job = dir.resolve("job.yaml");
        Files.writeString(job, Files.readString(job).replace("../../target/another-marketplace/", ""));
        reports = SampleNight.of(job, dir.resolve("reports"), List.of("maple", "rowan"))
                .reports();
    }

    private static void copy(Path file) {
        try {
            Path to = dir.resolve(EXAMPLE.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRateHasTheCountsOfAnIndependentQuery() throws SQLException {
        Map<String, String> found = new TreeMap<>();
        reports.forEach((store, report) -> report.path("readings")
                .forEach(reading -> found.put(
                        store + " " + reading.path("metric").asString(""),
                        reading.path("affected").asLong(-1) + " of "
                                + reading.path("total").asLong(-1) + ", "
                                + reading.path("precision").asString(""))));

        assertThat(found).isEqualTo(independently());
    }

    /** Times have no zone in these files, and a day is what is written: no zone is needed. */
    private static Map<String, String> independently() throws SQLException {
        String orders = """
                SELECT i.seller_id AS store, o.order_id, o.order_status AS status,
                       CAST(o.order_purchase_timestamp AS TIMESTAMP) AS bought,
                       TRY_CAST(o.order_delivered_carrier_date AS TIMESTAMP) AS handed,
                       TRY_CAST(o.order_delivered_customer_date AS TIMESTAMP) AS delivered,
                       CAST(o.order_estimated_delivery_date AS DATE) AS promised,
                       CAST(min(i.shipping_limit_date) AS TIMESTAMP) AS limit_at,
                       coalesce((SELECT min(CAST(r.review_score AS INT)) FROM reviews r
                                 WHERE r.order_id = o.order_id AND CAST(r.review_creation_date AS DATE) <= '2026-11-22'), 9)
                           AS stars
                FROM orders o JOIN items i ON i.order_id = o.order_id
                GROUP BY ALL
                """;
        String placed = " FROM (" + orders + ") WHERE CAST(bought AS DATE) BETWEEN ";
        String month = placed + "'2026-10-24' AND '2026-11-22' GROUP BY store";
        Map<String, String> counts = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = connection.createStatement()) {
            for (String table : List.of("orders", "items", "reviews")) {
                sql.execute("CREATE TABLE " + table + " AS SELECT * FROM read_csv('"
                        + EXAMPLE.resolve("inbox/exports/" + table + ".csv") + "', header = true, all_varchar = true)");
            }
            query(
                    sql,
                    counts,
                    "orderDefectRate",
                    "SELECT store, sum(CAST(stars <= 2 AS INT)), count(*)" + placed
                            + "'2026-09-24' AND '2026-11-22' GROUP BY store");
            query(
                    sql,
                    counts,
                    "lateShipmentRate30",
                    "SELECT store, sum(CAST(status NOT IN ('canceled', 'unavailable') AND (handed > limit_at OR handed IS"
                            + " NULL AND CAST(limit_at AS DATE) < '2026-11-22') AS INT)), count(*)" + month);
            query(
                    sql,
                    counts,
                    "preFulfillmentCancellationRate",
                    "SELECT store, sum(CAST(status IN ('canceled', 'unavailable') AS INT)), count(*)" + month);
            query(
                    sql,
                    counts,
                    "onTimeDeliveryRate",
                    "SELECT store, sum(CAST(NOT done OR CAST(delivered AS DATE) > promised AS INT)), count(*) FROM ("
                            + "SELECT *, coalesce(CAST(delivered AS DATE) <= '2026-11-22', false) AS done FROM ("
                            + orders
                            + ")) WHERE (done OR promised < '2026-11-22' AND status NOT IN ('canceled', 'unavailable'))"
                            + " AND promised BETWEEN '2026-10-24' AND '2026-11-22' GROUP BY store");
        }
        return counts;
    }

    private static void query(Statement statement, Map<String, String> counts, String metric, String sql)
            throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1) + " " + metric, rows.getLong(2) + " of " + rows.getLong(3) + ", EXACT");
            }
        }
    }

    @Test
    void theRowsAtTheBoundaries() {
        assertThat(defects("maple", "lateShipmentRate30"))
                .as("a second after the limit is late, at the limit is not; so is what is not handed over though the"
                        + " limit has passed; a cancelled order is not")
                .containsExactly("olv-not-handed-over", "olv-second-after-the-limit");
        assertThat(defects("maple", "onTimeDeliveryRate"))
                .as("the promise is a day: its last second is on time; what never came is late")
                .containsExactly("olv-first-second-of-the-next", "olv-not-handed-over");
        assertThat(defects("maple", "orderDefectRate"))
                .as("one and two stars, once an order; three are not negative")
                .containsExactly(
                        "olv-of-both-sellers", "olv-reviewed-twice", "olv-second-after-the-limit", "olv-two-stars");
        assertThat(defects("maple", "preFulfillmentCancellationRate"))
                .as("the kind says that unavailable is cancelled")
                .containsExactly("olv-canceled", "olv-unavailable");
        assertThat(defects("rowan", "orderDefectRate"))
                .as("an order of two sellers is both's")
                .containsExactly("olv-of-both-sellers");
    }

    private static List<String> defects(String store, String metric) {
        List<String> orders = new ArrayList<>();
        for (JsonNode reading : reports.get(store).path("readings")) {
            if (reading.path("metric").asString("").equals(metric)) {
                reading.path("defects")
                        .forEach(d -> orders.add(d.path("orderId").asString("")));
            }
        }
        return orders.stream().sorted().toList();
    }

    @Test
    void theReadmeShowsTheKindsAsTheyAre() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String kind : List.of("orders", "items", "reviews")) {
            assertThat(readme).contains(Files.readString(EXAMPLE.resolve("kinds/" + kind + ".yaml")));
        }
    }
}
