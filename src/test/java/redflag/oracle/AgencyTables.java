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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a {@link RandomAgency} as tables of a database, read by SQL alone: {@code store}, {@code file},
 * {@code orders} (each once, up to the as-of day), {@code listed} and {@code empty_list}, {@code trace}.
 */
final class AgencyTables implements AutoCloseable {

    private final Connection connection;

    /** @param folder with stores.csv and exports */
    AgencyTables(Path folder, LocalDate asOf) throws IOException, SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        // nothing is to be fetched, and the machine's own zone is to play no part
        run("SET autoinstall_known_extensions = false");
        run("SET autoload_known_extensions = false");
        run("SET TimeZone = 'UTC'");
        run("SET threads = 1");
        run("CREATE TABLE day AS SELECT DATE '%s' AS as_of".formatted(asOf));
        stores(folder.resolve("stores.csv"));
        files(folder.resolve("exports"));
        orderLines();
        orders2026();
        ordersV0();
        orders();
        lists();
        traces();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
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

    /** Every file as it is, and the cells of those that are tables: by tabs if the first line has one, else by commas. */
    private void files(Path exports) throws IOException, SQLException {
        run("CREATE TABLE file (account VARCHAR, folder VARCHAR, name VARCHAR, content VARCHAR, written TIMESTAMPTZ)");
        try (Stream<Path> walk = Files.walk(exports);
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO file VALUES (?, ?, ?, ?, ?::TIMESTAMPTZ)")) {
            for (Path path : walk.filter(Files::isRegularFile).sorted().toList()) {
                Path inside = exports.relativize(path);
                insert.setString(1, inside.getName(0).toString());
                insert.setString(2, inside.getName(1).toString());
                insert.setString(3, path.getFileName().toString());
                insert.setString(4, Files.readString(path));
                insert.setString(5, Files.getLastModifiedTime(path).toString());
                insert.executeUpdate();
            }
        }
        run("""
                CREATE TABLE line AS
                WITH parted AS (SELECT *, string_split(content, chr(10)) AS lines,
                        CASE WHEN contains(content, chr(9)) THEN chr(9) ELSE ',' END AS sign
                    FROM file WHERE name NOT LIKE '%.json')
                SELECT account, folder, name, written, string_split(trim(lines[1]), sign) AS h, string_split(text, sign) AS c
                FROM (SELECT *, unnest(lines[2:]) AS text FROM parted) WHERE text <> ''
                """);
        run("CREATE MACRO cell(header, cells, title) AS cells[list_position(header, title)]");
        // exports.md 3.5
        run("CREATE MACRO written_day(country, day) AS (CASE country WHEN 'US' THEN strptime(day, '%m/%d/%y')"
                + " WHEN 'JP' THEN strptime(day, '%y/%m/%d') WHEN 'DE' THEN strptime(day, '%d.%m.%y')"
                + " ELSE strptime(day, '%d/%m/%y') END)::DATE");
        // exports.md 5: 7/19/24 06:59:59 GMT (7/18/24 23:59:59 PDT)
        run("CREATE MACRO told(country, moment) AS CASE WHEN contains(moment, ' GMT ') THEN"
                + " (written_day(country, split_part(moment, ' ', 1)) + split_part(moment, ' ', 2)::TIME)::TIMESTAMPTZ"
                + " ELSE moment::TIMESTAMPTZ END");
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
                FROM newest JOIN store USING (account, country) LEFT JOIN waiting USING (account, id), day
                WHERE day_in(zone, purchased) <= as_of
                """);
    }

    /**
     * A list in a store's folder is the store's; else each row belongs to the store of its order. The one that was written
     * on the latest day decides, of order defects for each fulfilment; of late shipments an older one speaks for the days
     * before it begins, with its first row or nine days before it was written.
     */
    private void lists() throws SQLException {
        run("""
                CREATE TABLE empty_list AS
                SELECT store, CASE WHEN name LIKE 'order-defects%' THEN 'defects' WHEN name LIKE 'late%' THEN 'late'
                    WHEN name = 'cancellations.csv' THEN 'cancelled' END AS list, day_in(zone, written) AS written
                FROM file JOIN store ON store.account = file.account AND store.store = file.folder
                WHERE name LIKE '%.csv' AND NOT regexp_matches(content, '\\n.')
                """);
        run("""
                CREATE TABLE listed AS
                WITH row AS (SELECT coalesce(s.store, o.store) AS store, day_in(o.zone, written) AS written, o.day, o.id, o.fulfilment,
                    CASE WHEN name LIKE 'order-defects%' THEN 'defects' WHEN name LIKE 'late%' THEN 'late' ELSE 'cancelled' END
                        AS list,
                    bool_or(coalesce(cell(h, c, 'Impacts Account Health') = 'Yes', false)) AS counts,
                    bool_or(coalesce(cell(h, c, 'Negative Feedback') = 'X', false)) AS negative_feedback,
                    bool_or(coalesce(cell(h, c, 'A-to-z Guarantee claim') = 'X', false)) AS claim,
                    bool_or(coalesce(cell(h, c, 'Chargeback claim') = 'X', false)) AS chargeback
                FROM line LEFT JOIN store s ON s.account = line.account AND s.store = line.folder
                JOIN orders o ON o.account = line.account AND o.id = coalesce(cell(h, c, 'Order Id'), cell(h, c, 'Order ID'))
                WHERE regexp_matches(name, '^(order-defects|late-shipments|cancellations)') GROUP BY ALL),
                newest AS (SELECT store, list, max(written) AS written FROM (
                    SELECT store, list, written FROM row UNION ALL SELECT store, list, written FROM empty_list) GROUP BY ALL),
                begin AS (SELECT store, list, least(any_value(n.written) - 9, min(day) FILTER (row.written = n.written)) AS day
                    FROM newest n LEFT JOIN row USING (store, list) GROUP BY store, list),
                ranked AS (SELECT *, dense_rank() OVER (PARTITION BY store, list,
                    CASE list WHEN 'defects' THEN fulfilment END ORDER BY written DESC) AS place FROM row)
                SELECT r.* FROM ranked r JOIN newest n USING (store, list) JOIN begin b USING (store, list)
                WHERE CASE list WHEN 'late' THEN r.written = n.written OR r.day < b.day
                    ELSE place = 1 AND NOT EXISTS (FROM empty_list e
                        WHERE e.store = r.store AND e.list = r.list AND e.written > r.written) END
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
                FROM row, day GROUP BY store, id
                """);
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The two columns of a query. */
    Map<String, String> texts(String sql) throws SQLException {
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
