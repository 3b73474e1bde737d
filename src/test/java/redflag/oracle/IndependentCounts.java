package redflag.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Counts the sample's orders a second time, in SQL over the very same files. Shares no code with the night: neither its
 * readers nor its rules, and the time zones are the database's own.
 *
 * <p>Rules: an order counts once, as the rows with its newest {@code last-updated-date} state it; only ids of the 3-7-7
 * form on a sales channel of a store are the seller's; days are the marketplace's; windows include both ends.
 */
final class IndependentCounts implements AutoCloseable {

    private static final String READ =
            ", quote = '', escape = '', all_varchar = true, header = true, ignore_errors = true,"
                    + " union_by_name = true, filename = true)";

    private final Connection connection;

    /** @param scratch a folder for copies in UTF-8 */
    IndependentCounts(Path inbox, Path scratch) throws IOException, SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        // nothing is to be fetched, and the machine's own zone is to play no part
        run("SET autoinstall_known_extensions = false");
        run("SET autoload_known_extensions = false");
        run("SET TimeZone = 'UTC'");
        Path exports = inbox.resolve("exports");
        stores(inbox.resolve("stores.csv"));
        windows();
        orders(exports, utf8CopyOf(exports.resolve("fuji/all-orders.txt"), scratch));
        defects(exports);
        lateShipments(exports);
        untracked(exports);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Orders of the window by store, window and fulfilment, such as {@code birch-us orderDefectRate MFN}. */
    Map<String, Long> ordersInWindows() throws SQLException {
        return counts("""
                SELECT store || ' ' || metric || ' ' || fulfilment, count(*)
                FROM orders JOIN metric_window ON day BETWEEN first_day AND last_day
                GROUP BY ALL
                """);
    }

    /** Orders whatever their day, by store and fulfilment. */
    Map<String, Long> ordersInAll() throws SQLException {
        return counts("SELECT store || ' ' || fulfilment, count(*) FROM orders GROUP BY ALL");
    }

    /**
     * Affected and all orders by store and metric (and fulfilment of order defects), in the words of
     * {@code SampleFiguresTests}. Stores without an order in the window are not among them.
     */
    Map<String, String> rates() throws SQLException {
        return texts("""
                SELECT name, count(*) FILTER (affected) || ' of ' || count(*)
                        || CASE metric WHEN 'orderDefectRate' THEN
                            ': ' || count(*) FILTER (negative_feedback) || ' negative feedback, '
                            || count(*) FILTER (claim) || ' claims, ' || count(*) FILTER (chargeback) || ' chargebacks'
                            ELSE '' END
                        || ', ' || first_day || ' to ' || last_day
                FROM counted GROUP BY name, metric, first_day, last_day
                """);
    }

    /** The same of the orders of one SKU: {@code birch-us orderDefectRate MFN BIR-101}, {@code 8 of 75}. */
    Map<String, String> ratesBySku() throws SQLException {
        return texts(
                "SELECT name || ' ' || sku, count(*) FILTER (affected) || ' of ' || count(*) FROM counted GROUP BY name, sku");
    }

    /** The same of the orders placed on one day of the week: {@code cedar-us lateShipmentRate30 Friday}. */
    Map<String, String> ratesByWeekday() throws SQLException {
        return texts(
                "SELECT name || ' ' || dayname(day), count(*) FILTER (affected) || ' of ' || count(*) FROM counted GROUP BY name, dayname(day)");
    }

    /** The affected orders of each of {@link #rates()} that has any, with the first as-of day that they count no more. */
    Map<String, String> affectedOrders() throws SQLException {
        return texts("""
                SELECT name, string_agg(id || ' of ' || day || ' leaves on '
                    || strftime(day + length_days + lag_days, '%Y-%m-%d'), '; ' ORDER BY day, id)
                FROM counted WHERE affected GROUP BY name
                """);
    }

    /** The same of packages that Amazon lists by the day promised for them, in the days of the store; no file has their total. */
    Map<String, String> listedPackages() throws SQLException {
        return texts("""
                SELECT store || ' ' || metric, string_agg(id || ' of ' || day || ' leaves on '
                    || strftime(day + length_days + lag_days, '%Y-%m-%d'), '; ' ORDER BY day, id)
                FROM untracked JOIN metric_window w ON day BETWEEN first_day AND last_day
                WHERE metric = 'validTrackingRate' GROUP BY ALL
                """);
    }

    /** Which of {@link #rates()} the account's files give: cancellations always, the others where there is a list. */
    Set<String> rowsToCount() throws SQLException {
        return new TreeSet<>(texts("""
                WITH own AS (SELECT list, l.account, l.id, store, fulfilment
                             FROM listed l LEFT JOIN orders o USING (account, id))
                SELECT DISTINCT store || ' ' || metric || ' MFN', '' FROM orders, metric_window
                WHERE metric = 'preFulfillmentCancellationRate'
                UNION
                SELECT DISTINCT store || ' ' || metric || ' MFN', '' FROM own JOIN metric_window USING (list)
                WHERE store IS NOT NULL AND list = 'late'
                UNION
                SELECT DISTINCT store || ' ' || metric || ' ' || fulfilment, '' FROM own JOIN metric_window USING (list)
                WHERE store IS NOT NULL AND list = 'defects'
                UNION
                -- a header and no row says that there is none
                SELECT DISTINCT store || ' ' || metric || ' ' || fulfilment, ''
                FROM list_file f JOIN metric_window USING (list) JOIN orders o USING (account)
                WHERE NOT EXISTS (FROM listed l WHERE l.account = f.account AND l.list = f.list)
                    AND (list = 'defects' OR fulfilment = 'MFN')
                """).keySet().stream()
                .map(name -> name.contains("orderDefectRate") ? name : name.replace(" MFN", ""))
                .toList());
    }

    /** Listed orders that no order file knows; their day and store are nobody's. */
    Set<String> strangers() throws SQLException {
        return texts("SELECT account || ' ' || id, '' FROM listed ANTI JOIN orders USING (account, id)")
                .keySet();
    }

    /** Rows of order files that can be read, by account. */
    Map<String, Long> readableRows() throws SQLException {
        return counts("SELECT account, count(*) FROM order_row GROUP BY ALL");
    }

    private void stores(Path file) throws SQLException {
        run("""
                CREATE TABLE marketplace AS SELECT * FROM (VALUES
                    ('US', 'Amazon.com', 'America/Los_Angeles'),
                    ('UK', 'Amazon.co.uk', 'Europe/London'),
                    ('DE', 'Amazon.de', 'Europe/Berlin'),
                    ('FR', 'Amazon.fr', 'Europe/Paris'),
                    ('IT', 'Amazon.it', 'Europe/Rome'),
                    ('JP', 'Amazon.co.jp', 'Asia/Tokyo')) AS t(marketplace, channel, zone)
                """);
        run("""
                CREATE TABLE store AS SELECT account, store, channel, zone
                FROM read_csv('%s', all_varchar = true, header = true) JOIN marketplace USING (marketplace)
                """.formatted(file));
    }

    /** Days that count on 2026-11-22. */
    private void windows() throws SQLException {
        run("""
                CREATE TABLE metric_window AS
                SELECT *, DATE '2026-11-22' - lag_days - length_days + 1 AS first_day, DATE '2026-11-22' - lag_days AS last_day
                FROM (VALUES ('orderDefectRate', 60, 15, 'defects'),
                    ('lateShipmentRate30', 30, 0, 'late'),
                    ('lateShipmentRate10', 10, 0, 'late'),
                    ('preFulfillmentCancellationRate', 7, 1, NULL),
                    ('validTrackingRate', 30, 10, NULL),
                    ('unitOnTimeDeliveryRate', 14, 7, NULL)) AS t(metric, length_days, lag_days, list)
                """);
    }

    private void orders(Path exports, Path fuji) throws SQLException {
        run("""
                CREATE TABLE order_row AS
                WITH file AS (
                    SELECT split_part(replace(filename, '\\', '/'), '/', -2) AS account,
                        string_split(replace(content, chr(13), ''), chr(10)) AS lines
                    FROM read_text(['%1$s/alder/all-orders.txt', '%1$s/birch/all-orders.txt', '%1$s/cedar/all-orders.txt',
                        '%1$s/elder/all-orders-2026-11-20.txt', '%1$s/elder/all-orders-2026-11-22.txt',
                        '%1$s/hazel/all-orders.txt', '%2$s'])),
                line AS (
                    SELECT account, string_split(lines[1], chr(9)) AS header, string_split(unnest(lines[2:]), chr(9)) AS cells
                    FROM file),
                cell AS (
                    SELECT account, cells[list_position(header, 'amazon-order-id')] AS id,
                        TRY_CAST(cells[list_position(header, 'purchase-date')] AS TIMESTAMPTZ) AS purchased,
                        TRY_CAST(cells[list_position(header, 'last-updated-date')] AS TIMESTAMPTZ) AS updated,
                        cells[list_position(header, 'order-status')] = 'Cancelled' AS cancelled,
                        coalesce(cells[list_position(header, 'is-buyer-requested-cancellation')] = 'true', false)
                            AS asked_by_buyer,
                        CASE cells[list_position(header, 'fulfillment-channel')] WHEN 'Merchant' THEN 'MFN'
                            WHEN 'MFN' THEN 'MFN' WHEN 'Amazon' THEN 'AFN' WHEN 'AFN' THEN 'AFN' END AS fulfilment,
                        cells[list_position(header, 'sales-channel')] AS channel,
                        cells[list_position(header, 'sku')] AS sku
                    FROM line WHERE len(cells) = len(header))
                SELECT * FROM cell WHERE purchased IS NOT NULL AND updated IS NOT NULL AND fulfilment IS NOT NULL
                """.formatted(exports, fuji));
        run("""
                CREATE TABLE orders AS
                WITH ranked AS (SELECT *, rank() OVER (PARTITION BY account, id ORDER BY updated DESC) AS place FROM order_row)
                SELECT store, account, id, any_value(fulfilment) AS fulfilment, bool_and(cancelled) AS cancelled,
                    bool_or(asked_by_buyer) AS asked_by_buyer, min(sku) AS sku, min(timezone(zone, purchased)::DATE) AS day
                FROM ranked JOIN store USING (account, channel)
                WHERE place = 1 AND regexp_full_match(id, '[0-9]{3}-[0-9]{7}-[0-9]{7}')
                GROUP BY store, account, id
                HAVING min(timezone(zone, purchased)::DATE) <= DATE '2026-11-22'
                """);
    }

    private void defects(Path exports) throws IOException, SQLException {
        run(
                "CREATE TABLE list_file AS SELECT * FROM (VALUES ('alder', 'defects'), ('birch', 'defects'), ('elder', 'defects'),"
                        + " ('alder', 'late'), ('birch', 'late'), ('cedar', 'late'), ('hazel', 'late')) AS t(account, list)");
        run("CREATE TABLE listed (account VARCHAR, list VARCHAR, id VARCHAR, negative_feedback BOOLEAN, claim BOOLEAN,"
                + " chargeback BOOLEAN, counts BOOLEAN)");
        for (String file :
                List.of("alder/order-defects.csv', delim = ','", "elder/orders-with-defects.tsv', delim = '\t'")) {
            run("""
                    INSERT INTO listed SELECT split_part(replace(filename, '\\', '/'), '/', -2), 'defects', "Order Id",
                        coalesce("Negative Feedback", '') = 'X', coalesce("A-to-z Guarantee claim", '') = 'X',
                        coalesce("Chargeback claim", '') = 'X', true
                    FROM read_csv('%s/%s%s
                    """.formatted(exports, file, READ));
        }
        Path workbook = exports.resolve("birch/orders-with-defects.xlsx");
        try (InputStream in = Files.newInputStream(workbook);
                XSSFWorkbook book = new XSSFWorkbook(in);
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO listed VALUES ('birch', 'defects', ?, ?, ?, ?, true)")) {
            for (Row row : book.getSheetAt(0)) {
                if (row.getRowNum() > 0) {
                    insert.setString(1, row.getCell(0).getStringCellValue());
                    insert.setBoolean(2, row.getCell(5).getStringCellValue().equals("X"));
                    insert.setBoolean(3, row.getCell(6).getStringCellValue().equals("X"));
                    insert.setBoolean(4, row.getCell(7).getStringCellValue().equals("X"));
                    insert.executeUpdate();
                }
            }
        }
    }

    private void lateShipments(Path exports) throws SQLException {
        run("""
                INSERT INTO listed SELECT split_part(replace(filename, '\\', '/'), '/', -2), 'late', "Order ID", false, false,
                    false, "Impacts Account Health" = 'Yes'
                FROM read_csv(['%1$s/alder/late-shipments.csv', '%1$s/birch/late-shipments.csv', '%1$s/cedar/late-shipments.csv',
                    '%1$s/hazel/late-shipments.csv'], delim = ','%2$s
                WHERE regexp_full_match("Order ID", '[0-9]{3}-[0-9]{7}-[0-9]{7}')
                    AND TRY_CAST("Order Date" AS DATE) IS NOT NULL AND "Impacts Account Health" IN ('Yes', 'No')
                """.formatted(exports, READ));
        run("""
                CREATE TABLE counted AS
                WITH defect AS (SELECT account, list, id, bool_or(counts) AS counts,
                        bool_or(negative_feedback) AS negative_feedback, bool_or(claim) AS claim,
                        bool_or(chargeback) AS chargeback FROM listed GROUP BY account, list, id)
                SELECT o.store || ' ' || w.metric
                        || CASE w.metric WHEN 'orderDefectRate' THEN ' ' || o.fulfilment ELSE '' END AS name,
                    o.id, o.day, o.sku, w.*, coalesce(d.negative_feedback, false) AS negative_feedback,
                    coalesce(d.claim, false) AS claim, coalesce(d.chargeback, false) AS chargeback,
                    CASE w.metric
                        WHEN 'orderDefectRate' THEN coalesce(d.negative_feedback OR d.claim OR d.chargeback, false)
                        WHEN 'preFulfillmentCancellationRate' THEN o.cancelled AND NOT o.asked_by_buyer
                        ELSE coalesce(d.counts, false) END AS affected
                FROM orders o JOIN metric_window w ON o.day BETWEEN w.first_day AND w.last_day
                LEFT JOIN defect d ON d.account = o.account AND d.list = w.list AND d.id = o.id
                WHERE w.metric = 'orderDefectRate' OR o.fulfilment = 'MFN'
                    AND w.metric IN ('lateShipmentRate30', 'lateShipmentRate10', 'preFulfillmentCancellationRate')
                """);
    }

    private void untracked(Path exports) throws SQLException {
        run("""
                CREATE TABLE untracked AS
                SELECT store, "Order ID" AS id, timezone(zone, CAST("Promised Delivery Date" AS TIMESTAMPTZ))::DATE AS day
                FROM read_csv('%s/birch/valid-tracking.csv', delim = ','%s JOIN store ON account = 'birch'
                """.formatted(exports, READ));
    }

    /** The copy keeps the name of the folder, which is the account's. */
    private static Path utf8CopyOf(Path shiftJis, Path scratch) throws IOException {
        Path copy = Files.createDirectories(scratch.resolve("fuji")).resolve("all-orders.txt");
        String text = Files.readString(shiftJis, Charset.forName("windows-31j"));
        return Files.writeString(copy, text, StandardCharsets.UTF_8);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Map<String, Long> counts(String sql) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        texts(sql).forEach((name, count) -> counts.put(name, Long.valueOf(count)));
        return counts;
    }

    private Map<String, String> texts(String sql) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.put(rows.getString(1), rows.getString(2));
            }
        }
        return texts;
    }
}
