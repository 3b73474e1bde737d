package redflag.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import redflag.basics.Store;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;

/**
 * DuckDB doing nothing but {@link StoreCounts}, by the best query that we know: one scan over all files on two threads,
 * columns and types named. Argument: the job file.
 */
public final class DuckDbCounts {

    private static final List<String> COLUMNS = List.of(
            "amazon-order-id",
            "merchant-order-id",
            "purchase-date",
            "last-updated-date",
            "order-status",
            "fulfillment-channel",
            "sales-channel",
            "order-channel",
            "ship-service-level",
            "product-name",
            "sku",
            "asin",
            "item-status",
            "quantity",
            "currency",
            "item-price",
            "item-tax",
            "shipping-price",
            "shipping-tax",
            "gift-wrap-price",
            "gift-wrap-tax",
            "item-promotion-discount",
            "ship-promotion-discount",
            "ship-city",
            "ship-state",
            "ship-postal-code",
            "ship-country",
            "promotion-ids",
            "is-business-order",
            "purchase-order-number",
            "price-designation");

    private DuckDbCounts() {}

    public static void main(String[] args) throws SQLException {
        Problems problems = new Problems();
        JobDefinition job = JobFile.read(Path.of(args[0]), problems).orElseThrow();
        StoreCounts counts = new StoreCounts();
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("CREATE TABLE store (account VARCHAR, channel VARCHAR, " + bounds(" BIGINT") + ")");
            for (Store store : job.stores()) {
                statement.execute("INSERT INTO store VALUES ('" + store.account() + "', '"
                        + store.marketplace().salesChannel() + "', " + bounds(store) + ")");
            }
            try (ResultSet found = statement.executeQuery(query(job.exports()))) {
                int windows = StoreCounts.WINDOWS.size();
                while (found.next()) {
                    long[] of = new long[2 * windows];
                    for (int i = 0; i < of.length; i++) {
                        of[i] = found.getLong(3 + i);
                    }
                    counts.put(found.getString(1), found.getString(2), of);
                }
            }
        }
        counts.print();
    }

    private static String bounds(String type) {
        return eachWindow("from%d" + type + ", to%d" + type, ", ");
    }

    private static String bounds(Store store) {
        return StoreCounts.WINDOWS.stream()
                .map(window -> StoreCounts.begins(store, window) + ", " + StoreCounts.ends(store, window))
                .collect(Collectors.joining(", "));
    }

    private static String eachWindow(String part, String between) {
        return java.util.stream.IntStream.range(0, StoreCounts.WINDOWS.size())
                .mapToObj(i -> String.format(Locale.ROOT, part.replace("%d", "%1$d"), i))
                .collect(Collectors.joining(between));
    }

    private static String query(Path exports) {
        String types = COLUMNS.stream()
                .map(name -> "'" + name + "': '" + (name.equals("purchase-date") ? "TIMESTAMP" : "VARCHAR") + "'")
                .collect(Collectors.joining(", "));
        return """
                WITH line AS (
                    SELECT split_part(filename, '/', -2) AS account, "amazon-order-id" AS id, "sales-channel" AS channel,
                        epoch("purchase-date")::BIGINT AS placed, "order-status" = 'Cancelled' AS cancelled
                    FROM read_csv('%s/*/all-orders.txt', delim = '\\t', quote = '', escape = '', header = true,
                        auto_detect = false, filename = true, columns = {%s})
                    WHERE "fulfillment-channel" = 'Merchant'),
                bought AS (
                    SELECT account, channel, id, any_value(placed) AS placed, bool_and(cancelled) AS cancelled
                    FROM line GROUP BY account, channel, id)
                SELECT account, channel, %s
                FROM bought JOIN store USING (account, channel) GROUP BY account, channel
                """.formatted(
                        exports.toAbsolutePath(),
                        types,
                        eachWindow(
                                "count(*) FILTER (placed >= from%d AND placed < to%d),"
                                        + " count(*) FILTER (cancelled AND placed >= from%d AND placed < to%d)",
                                ", "));
    }
}
