package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts the orders of a {@link RandomAgency} a second time, in SQL over its files. Written from src/docs/metrics.md and
 * from what is known of the exports; shares no code with the night, and its days and zones are the database's own. A
 * further metric is a further INSERT INTO counted.
 */
final class AgencyCounts implements AutoCloseable {

    private final Connection connection;

    /** @param folder with stores.csv and exports */
    AgencyCounts(Path folder, LocalDate asOf, boolean noCancellations, boolean noLates)
            throws IOException, SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        // nothing is to be fetched, and the machine's own zone is to play no part
        run("SET autoinstall_known_extensions = false");
        run("SET autoload_known_extensions = false");
        run("SET TimeZone = 'UTC'");
        run("SET threads = 1");
        run("CREATE TABLE setting AS SELECT DATE '%s' AS as_of, %s AS no_cancellations, %s AS no_lates"
                .formatted(asOf, noCancellations, noLates));
        stores(folder.resolve("stores.csv"));
        windows();
        files(folder.resolve("exports"));
        orderLines();
        orders2026();
        ordersV0();
        orders();
        lists();
        traces();
        counted();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Affected and all by store and metric (and fulfilment), with components and window. */
    Map<String, String> rates() throws SQLException {
        return texts("""
                SELECT name, count(*) FILTER (affected) || ' of ' || count(*)
                        || CASE metric WHEN 'orderDefectRate' THEN
                            ': ' || count(*) FILTER (affected AND negative_feedback) || ' negative feedback, '
                            || count(*) FILTER (affected AND claim) || ' claims, '
                            || count(*) FILTER (affected AND chargeback) || ' chargebacks'
                            ELSE '' END
                        || ', ' || first_day || ' to ' || last_day
                FROM counted GROUP BY name, metric, first_day, last_day
                """);
    }

    /** The affected orders of each of {@link #rates()} that has any. */
    Map<String, String> affected() throws SQLException {
        return texts("SELECT name, string_agg(id, ' ' ORDER BY id) FROM counted WHERE affected GROUP BY name");
    }

    /** What the account's own reports print, as counts of the bad ones. */
    Map<String, String> printed() throws SQLException {
        return texts("""
                WITH market AS (
                    SELECT account, unnest(CAST(content::JSON->'$.performanceMetrics' AS JSON[])) AS m
                    FROM file WHERE name = 'account-health.json'),
                own AS (SELECT store, country, m FROM market
                    JOIN store ON store.account = market.account AND marketplace = m->>'$.marketplaceId'),
                late AS (SELECT store, country, unnest(CAST(m->'$.lateShipmentRateList' AS JSON[])) AS l FROM own),
                figure AS (
                    SELECT store, country, 'orderDefectRate' AS metric, ' MFN' AS part,
                        (m->>'$.orderDefectRate.mfn.orderWithDefects.count')::INT AS bad,
                        (m->>'$.orderDefectRate.mfn.orderCount')::INT AS total FROM own
                    UNION ALL SELECT store, country, 'orderDefectRate', ' AFN',
                        (m->>'$.orderDefectRate.afn.orderWithDefects.count')::INT,
                        (m->>'$.orderDefectRate.afn.orderCount')::INT FROM own
                    UNION ALL SELECT store, country, 'lateShipmentRate' || (1
                            + (l->>'$.reportingDateRange.reportingDateTo')[:10]::DATE
                            - (l->>'$.reportingDateRange.reportingDateFrom')[:10]::DATE), '',
                        (l->>'$.lateShipmentCount')::INT, (l->>'$.orderCount')::INT FROM late
                    UNION ALL SELECT store, country, 'preFulfillmentCancellationRate', '',
                        (m->>'$.preFulfillmentCancellationRate.cancellationCount')::INT,
                        (m->>'$.preFulfillmentCancellationRate.orderCount')::INT FROM own
                    UNION ALL SELECT store, country, 'validTrackingRate', '',
                        (m->>'$.validTrackingRate.shipmentCount')::INT
                            - (m->>'$.validTrackingRate.validTrackingCount')::INT,
                        (m->>'$.validTrackingRate.shipmentCount')::INT FROM own
                    UNION ALL SELECT store, country, 'onTimeDeliveryRate', '',
                        (m->>'$.onTimeDeliveryRate.shipmentCountWithValidTracking')::INT
                            - (m->>'$.onTimeDeliveryRate.onTimeDeliveryCount')::INT,
                        (m->>'$.onTimeDeliveryRate.shipmentCountWithValidTracking')::INT FROM own
                    UNION ALL SELECT store, country, 'unitOnTimeDeliveryRate', '',
                        (m->>'$.unitOnTimeDeliveryRate.totalUnitCount')::INT
                            - (m->>'$.unitOnTimeDeliveryRate.unitOnTimeDeliveryCount')::INT,
                        (m->>'$.unitOnTimeDeliveryRate.totalUnitCount')::INT FROM own)
                SELECT store || ' ' || metric || part, bad || ' of ' || total FROM figure JOIN target USING (metric, country)
                WHERE total > 0
                UNION ALL
                SELECT store || ' listingPolicyViolations', m->>'$.listingPolicyViolations.defectsCount' FROM own
                """);
    }

    private void stores(Path file) throws SQLException {
        StringBuilder markets = new StringBuilder();
        for (MadeUpOrder.Country country : RandomAgency.COUNTRIES) {
            markets.append(markets.isEmpty() ? "" : ", ")
                    .append("('%s', '%s', '%s', '%s')"
                            .formatted(
                                    country.code(),
                                    country.id(),
                                    country.channel(),
                                    country.zone().getId()));
        }
        run("""
                CREATE TABLE store AS SELECT account, store, s.marketplace AS country, m.marketplace, channel, zone
                FROM read_csv('%s', all_varchar = true, header = true) AS s
                JOIN (VALUES %s) AS m(country, marketplace, channel, zone) ON s.marketplace = m.country
                """.formatted(file, markets));
    }

    /** domain.md 1.1, 1.7, 1.13, 2.2: where and since when there is a limit, over which days. */
    private void windows() throws SQLException {
        run("""
                CREATE TABLE target AS
                WITH length AS (FROM (VALUES ('orderDefectRate', 60, 15), ('lateShipmentRate10', 10, 0),
                    ('lateShipmentRate30', 30, 0), ('preFulfillmentCancellationRate', 7, 1), ('validTrackingRate', 30, 10),
                    ('onTimeDeliveryRate', 30, 10), ('unitOnTimeDeliveryRate', 14, 7)) AS t(metric, days, lag)),
                since AS (
                    SELECT metric, country, DATE '2015-01-01' AS since FROM length, store
                    WHERE metric IN ('orderDefectRate', 'preFulfillmentCancellationRate')
                        OR metric LIKE 'late%' AND country <> 'AE'
                        OR metric = 'onTimeDeliveryRate' AND country NOT IN ('AE', 'AU')
                    UNION FROM (VALUES ('validTrackingRate', 'US', DATE '2016-01-01'),
                        ('validTrackingRate', 'UK', DATE '2021-04-19'), ('validTrackingRate', 'DE', DATE '2025-01-15'),
                        ('validTrackingRate', 'FR', DATE '2025-01-15'), ('validTrackingRate', 'JP', DATE '2022-08-23'),
                        ('validTrackingRate', 'CA', DATE '2022-01-01'),
                        ('unitOnTimeDeliveryRate', 'US', DATE '2024-09-25'),
                        ('unitOnTimeDeliveryRate', 'UK', DATE '2025-09-16'),
                        ('unitOnTimeDeliveryRate', 'FR', DATE '2025-09-16'),
                        ('unitOnTimeDeliveryRate', 'DE', DATE '2026-09-01')))
                SELECT DISTINCT metric, country, as_of - lag - days + 1 AS first_day, as_of - lag AS last_day
                FROM since JOIN length USING (metric), setting WHERE since <= as_of
                """);
    }

    /** Every file as it is, and the cells of those that are tables: by tabs if the first line has one, else by commas. */
    private void files(Path exports) throws IOException, SQLException {
        run("CREATE TABLE file (account VARCHAR, folder VARCHAR, name VARCHAR, content VARCHAR)");
        try (Stream<Path> walk = Files.walk(exports);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO file VALUES (?, ?, ?, ?)")) {
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path inside = exports.relativize(path);
                insert.setString(1, inside.getName(0).toString());
                insert.setString(2, inside.getName(1).toString());
                insert.setString(3, path.getFileName().toString());
                insert.setString(4, Files.readString(path));
                insert.executeUpdate();
            }
        }
        run("""
                CREATE TABLE line AS
                WITH parted AS (SELECT *, string_split(content, chr(10)) AS lines,
                        CASE WHEN contains(content, chr(9)) THEN chr(9) ELSE ',' END AS sign
                    FROM file WHERE name NOT LIKE '%.json')
                SELECT account, folder, name, string_split(trim(lines[1]), sign) AS h, string_split(text, sign) AS c
                FROM (SELECT *, unnest(lines[2:]) AS text FROM parted) WHERE text <> ''
                """);
        run("CREATE MACRO cell(header, cells, title) AS cells[list_position(header, title)]");
        // exports.md 3.5
        run("CREATE MACRO written_day(country, day) AS (CASE country WHEN 'US' THEN strptime(day, '%m/%d/%y')"
                + " WHEN 'JP' THEN strptime(day, '%y/%m/%d') WHEN 'DE' THEN strptime(day, '%d.%m.%y')"
                + " ELSE strptime(day, '%d/%m/%y') END)::DATE");
        run("CREATE MACRO day_in(zone, moment) AS timezone(zone, moment)::DATE");
        run("CREATE TABLE order_row (account VARCHAR, id VARCHAR, country VARCHAR, purchased TIMESTAMPTZ,"
                + " updated TIMESTAMPTZ, cancelled BOOLEAN, shipped BOOLEAN, by_buyer BOOLEAN, fulfilment VARCHAR,"
                + " ship_by TIMESTAMPTZ, handed_over TIMESTAMPTZ, tracked BOOLEAN, promised TIMESTAMPTZ)");
    }

    private void orderLines() throws SQLException {
        run("""
                INSERT INTO order_row
                SELECT line.account, cell(h, c, 'amazon-order-id'), country, cell(h, c, 'purchase-date')::TIMESTAMPTZ,
                    cell(h, c, 'last-updated-date')::TIMESTAMPTZ, cell(h, c, 'order-status') = 'Cancelled',
                    cell(h, c, 'order-status') = 'Shipped',
                    coalesce(cell(h, c, 'is-buyer-requested-cancellation') = 'true', false),
                    CASE cell(h, c, 'fulfillment-channel') WHEN 'Merchant' THEN 'MFN' ELSE 'AFN' END, NULL, NULL, NULL, NULL
                FROM line JOIN store ON store.account = line.account AND channel = cell(h, c, 'sales-channel')
                WHERE name LIKE 'orders-%.txt'
                """);
    }

    /** The buyer's own are those that he asked for, or that are said to be his. A package without a number is untracked. */
    private void orders2026() throws SQLException {
        run("""
                INSERT INTO order_row
                WITH item AS (SELECT account, unnest(CAST(content::JSON->'$.orders' AS JSON[])) AS o
                    FROM file WHERE name LIKE '%-2026.json'),
                parts AS (SELECT *, CAST(o->'$.packages' AS JSON[]) AS packages,
                    list_filter(CAST(o->'$.orderItems' AS JSON[]), lambda i: (i->'$.cancellation') IS NOT NULL) AS gone FROM item)
                SELECT parts.account, o->>'$.orderId', country, (o->>'$.createdTime')::TIMESTAMPTZ,
                    (o->>'$.lastUpdatedTime')::TIMESTAMPTZ, o->>'$.fulfillment.fulfillmentStatus' = 'CANCELLED',
                    o->>'$.fulfillment.fulfillmentStatus' = 'SHIPPED',
                    len(list_filter(gone, lambda i: (i->'$.cancellation.cancellationRequest') IS NULL
                        AND (i->>'$.cancellation.cancellationExecution.cancelledBy') <> 'BUYER')) = 0,
                    CASE o->>'$.fulfillment.fulfilledBy' WHEN 'MERCHANT' THEN 'MFN' ELSE 'AFN' END,
                    (o->>'$.fulfillment.shipByWindow.latestDateTime')::TIMESTAMPTZ,
                    list_max(list_transform(packages, lambda p: (p->>'$.shipTime')::TIMESTAMPTZ)),
                    len(list_filter(packages, lambda p: (p->>'$.trackingNumber') IS NULL)) = 0,
                    (o->>'$.fulfillment.deliverByWindow.latestDateTime')::TIMESTAMPTZ
                FROM parts JOIN store ON store.account = parts.account AND marketplace = o->>'$.salesChannel.marketplaceId'
                WHERE o->>'$.salesChannel.channelName' = 'AMAZON'
                """);
    }

    private void ordersV0() throws SQLException {
        run("""
                INSERT INTO order_row
                WITH item AS (SELECT account, unnest(CAST(content::JSON->'$.payload.Orders' AS JSON[])) AS o
                    FROM file WHERE name LIKE '%-v0.json')
                SELECT item.account, o->>'$.AmazonOrderId', country, (o->>'$.PurchaseDate')::TIMESTAMPTZ,
                    (o->>'$.LastUpdateDate')::TIMESTAMPTZ, o->>'$.OrderStatus' = 'Canceled', o->>'$.OrderStatus' = 'Shipped',
                    false, o->>'$.FulfillmentChannel', (o->>'$.LatestShipDate')::TIMESTAMPTZ, NULL, NULL,
                    (o->>'$.LatestDeliveryDate')::TIMESTAMPTZ
                FROM item JOIN store ON store.account = item.account AND marketplace = o->>'$.MarketplaceId'
                WHERE o->>'$.SalesChannel' <> 'Non-Amazon'
                """);
    }

    /** Each order once, as its newest rows state it; an order is cancelled if every line of it is. */
    private void orders() throws SQLException {
        run("""
                CREATE TABLE orders AS
                WITH ranked AS (SELECT *, rank() OVER (PARTITION BY account, id ORDER BY updated DESC) AS place FROM order_row),
                newest AS (
                    SELECT account, id, any_value(country) AS country, min(purchased) AS purchased,
                        bool_and(cancelled) AS cancelled, bool_or(shipped) AS shipped, bool_and(by_buyer) AS by_buyer,
                        any_value(fulfilment) AS fulfilment, min(ship_by) AS ship_by, max(handed_over) AS handed_over,
                        bool_and(tracked) AS tracked, min(promised) AS promised
                    FROM ranked WHERE place = 1 GROUP BY account, id),
                waiting AS (SELECT account, cell(h, c, 'order-id') AS id, min(cell(h, c, 'promise-date')::TIMESTAMPTZ) AS until
                    FROM line WHERE name = 'unshipped.txt' GROUP BY ALL)
                SELECT newest.* EXCLUDE (ship_by), coalesce(ship_by, until) AS ship_by, store, zone,
                    day_in(zone, purchased) AS day
                FROM newest JOIN store USING (account, country) LEFT JOIN waiting USING (account, id), setting
                WHERE day_in(zone, purchased) <= as_of
                """);
    }

    /** A list in a store's folder is the store's; else each row belongs to the store of its order. */
    private void lists() throws SQLException {
        run("""
                CREATE TABLE listed AS
                SELECT coalesce(s.store, o.store) AS store, o.id, o.fulfilment,
                    CASE WHEN name LIKE 'order-defects%' THEN 'defects' WHEN name LIKE 'late%' THEN 'late' ELSE 'cancelled' END
                        AS list,
                    bool_or(coalesce(cell(h, c, 'Impacts Account Health') = 'Yes', false)) AS counts,
                    bool_or(coalesce(cell(h, c, 'Negative Feedback') = 'X', false)) AS negative_feedback,
                    bool_or(coalesce(cell(h, c, 'A-to-z Guarantee claim') = 'X', false)) AS claim,
                    bool_or(coalesce(cell(h, c, 'Chargeback claim') = 'X', false)) AS chargeback
                FROM line LEFT JOIN store s ON s.account = line.account AND s.store = line.folder
                JOIN orders o ON o.account = line.account AND o.id = coalesce(cell(h, c, 'Order Id'), cell(h, c, 'Order ID'))
                WHERE name LIKE '%.csv' GROUP BY ALL
                """);
        run("""
                CREATE TABLE empty_list AS
                SELECT store, CASE WHEN name LIKE 'order-defects%' THEN 'defects' WHEN name LIKE 'late%' THEN 'late'
                    WHEN name = 'cancellations.csv' THEN 'cancelled' END AS list
                FROM file JOIN store ON store.account = file.account AND store.store = file.folder
                WHERE name LIKE '%.csv' AND NOT regexp_matches(content, '\\n.')
                """);
    }

    /** What feedback, returns and settlements tell up to the as-of day. */
    private void traces() throws SQLException {
        run("""
                CREATE TABLE trace AS
                WITH row AS (
                    SELECT o.store, o.id, name LIKE 'feedback%' AND cell(h, c, 'Rating')::INT <= 2 AS negative_feedback,
                        coalesce(cell(h, c, 'A-to-Z Claim') = 'Y', false)
                            OR coalesce(cell(h, c, 'transaction-type') LIKE 'A-to-z%', false) AS claim,
                        coalesce(cell(h, c, 'transaction-type') LIKE 'Chargeback%', false) AS chargeback,
                        CASE WHEN name LIKE 'feedback%' THEN written_day(store.country, cell(h, c, 'Date'))
                            WHEN name LIKE 'returns%' THEN strptime(cell(h, c, 'Return request date'), '%d-%b-%Y')::DATE
                            ELSE day_in(o.zone, cell(h, c, 'posted-date')::TIMESTAMPTZ) END AS happened
                    FROM line JOIN orders o ON o.account = line.account AND o.id = coalesce(cell(h, c, 'Order ID'), cell(h, c, 'order-id'))
                    JOIN store USING (store)
                    WHERE name LIKE 'feedback%' OR name LIKE 'returns%' OR name LIKE 'settlement%')
                SELECT store, id, bool_or(negative_feedback AND happened <= as_of) AS negative_feedback,
                    bool_or(claim AND happened <= as_of) AS claim, bool_or(chargeback AND happened <= as_of) AS chargeback
                FROM row, setting GROUP BY store, id
                """);
    }

    private void counted() throws SQLException {
        run("CREATE TABLE counted (name VARCHAR, metric VARCHAR, id VARCHAR, first_day DATE, last_day DATE,"
                + " affected BOOLEAN, negative_feedback BOOLEAN, claim BOOLEAN, chargeback BOOLEAN)");
        // Amazon's list where it has rows of the fulfilment, or none at all; else traces, where there are any
        run("""
                INSERT INTO counted
                SELECT o.store || ' orderDefectRate ' || fulfilment, metric, o.id, first_day, last_day,
                    coalesce(d.negative_feedback OR d.claim OR d.chargeback, false),
                    d.negative_feedback, d.claim, d.chargeback
                FROM orders o JOIN target USING (country) LEFT JOIN LATERAL (
                    SELECT negative_feedback, claim, chargeback FROM listed l
                    WHERE l.store = o.store AND l.id = o.id AND l.list = 'defects'
                    UNION ALL SELECT negative_feedback, claim, chargeback FROM trace t
                    WHERE t.store = o.store AND t.id = o.id AND NOT EXISTS (
                        FROM listed l WHERE l.store = o.store AND l.fulfilment = o.fulfilment AND l.list = 'defects')
                        AND NOT EXISTS (FROM empty_list e WHERE e.store = o.store AND e.list = 'defects')) d ON true
                WHERE metric = 'orderDefectRate' AND day BETWEEN first_day AND last_day AND (
                    EXISTS (FROM listed l WHERE l.store = o.store AND l.fulfilment = o.fulfilment AND l.list = 'defects')
                    OR EXISTS (FROM empty_list e WHERE e.store = o.store AND e.list = 'defects')
                    OR EXISTS (FROM trace t WHERE t.store = o.store))
                """);
        listedOr("late", "no_lates", "metric LIKE 'lateShipment%'", """
                coalesce(NOT cancelled AND NOT (shipped AND handed_over IS NULL) AND CASE
                    WHEN handed_over IS NULL OR day_in(zone, handed_over) > as_of THEN day_in(zone, ship_by) < as_of ELSE handed_over > ship_by END, false)""");
        // where no order says until when it was to be handed over, or all were handed over nobody knows when, no rate
        run("""
                DELETE FROM counted WHERE metric LIKE 'lateShipment%' AND name IN (
                    SELECT o.store || ' ' || metric FROM orders o JOIN target USING (country), setting
                    WHERE fulfilment = 'MFN' AND day BETWEEN first_day AND last_day AND metric LIKE 'lateShipment%'
                        AND NOT no_lates AND NOT EXISTS (FROM listed l WHERE l.store = o.store AND l.list = 'late')
                        AND NOT EXISTS (FROM empty_list e WHERE e.store = o.store AND e.list = 'late')
                    GROUP BY ALL
                    HAVING NOT bool_or(ship_by IS NOT NULL AND NOT (shipped AND handed_over IS NULL)))
                """);
        listedOr(
                "cancelled",
                "no_cancellations",
                "metric = 'preFulfillmentCancellationRate'",
                "cancelled AND NOT by_buyer");
        run("""
                INSERT INTO counted
                SELECT store || ' validTrackingRate', metric, id, first_day, last_day, NOT tracked, false, false, false
                FROM orders JOIN target USING (country)
                WHERE metric = 'validTrackingRate' AND fulfilment = 'MFN' AND handed_over IS NOT NULL AND NOT cancelled
                    AND day_in(zone, promised) BETWEEN first_day AND last_day
                """);
    }

    /** Seller-fulfilled orders: the affected are those of Amazon's list, if there is one, else what the orders say. */
    private void listedOr(String list, String absentMeansNone, String metrics, String fromOrders) throws SQLException {
        run("""
                INSERT INTO counted
                SELECT o.store || ' ' || metric, metric, o.id, first_day, last_day,
                    CASE WHEN EXISTS (FROM listed l WHERE l.store = o.store AND l.list = '%1$s')
                        THEN EXISTS (FROM listed l WHERE l.store = o.store AND l.list = '%1$s' AND l.id = o.id AND l.counts)
                    WHEN %2$s OR EXISTS (FROM empty_list e WHERE e.store = o.store AND e.list = '%1$s') THEN false
                    ELSE %4$s END, false, false, false
                FROM orders o JOIN target USING (country), setting
                WHERE %3$s AND fulfilment = 'MFN' AND day BETWEEN first_day AND last_day
                """.formatted(list, absentMeansNone, metrics, fromOrders));
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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

    /** Which of the metrics it counts from rows. */
    static final List<String> COUNTED = List.of(
            "orderDefectRate",
            "lateShipmentRate10",
            "lateShipmentRate30",
            "preFulfillmentCancellationRate",
            "validTrackingRate",
            "onTimeDeliveryRate");
}
