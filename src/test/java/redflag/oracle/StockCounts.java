package redflag.oracle;

import java.sql.SQLException;
import java.util.Map;

/**
 * The stock of the stores of a {@link RandomAgency} a second time, in SQL over its files. Written from src/docs/metrics.md,
 * as {@link AgencyCounts} is.
 */
final class StockCounts {

    private final AgencyTables tables;

    StockCounts(AgencyTables tables) throws SQLException {
        this.tables = tables;
        items();
        sales();
        offers();
        inventories();
    }

    /** By store and SKU what there is, how fast it sells, how long it lasts, and what is wrong. */
    Map<String, String> products() throws SQLException {
        return tables.texts("""
                WITH product AS (
                    SELECT store, sku, offer.by_amazon IS NOT FALSE AS at_amazon, active, inbound,
                        CASE WHEN at_amazon THEN lying ELSE offered END AS available,
                        CASE WHEN at_amazon THEN stated_on ELSE as_of END AS known_on,
                        CASE WHEN units > 0 OR shipped IS NULL THEN units ELSE shipped END AS sold,
                        CASE WHEN units > 0 OR shipped IS NULL THEN 28 ELSE 30 END AS days, lost, lost_twice
                    FROM (SELECT store, sku FROM offer UNION SELECT store, sku FROM inventory)
                    LEFT JOIN offer USING (store, sku) LEFT JOIN inventory USING (store, sku)
                    LEFT JOIN pace USING (store, sku) LEFT JOIN lost USING (store, sku), day),
                covered AS (
                    SELECT *, CASE WHEN sold > 0 THEN available::BIGINT * days // sold END AS cover FROM product)
                SELECT store || ' ' || sku, concat_ws(', ', available || ' available', inbound || ' inbound',
                    sold || ' sold in ' || CASE WHEN sold IS NOT NULL THEN days END, cover || ' days',
                    'without on ' || CASE WHEN available = 0 THEN as_of WHEN cover <= 3650 THEN known_on + cover::INT + 1 END,
                    'out since ' || CASE WHEN available = 0 THEN as_of END,
                    CASE WHEN lost_twice THEN 'CANCELLED_TWICE_IN_A_ROW' END,
                    CASE WHEN available = 0 AND active AND NOT at_amazon THEN 'LIVE_WITHOUT_STOCK' END,
                    CASE WHEN available = 0 AND lost THEN 'CANCELLED_OUT_OF_STOCK' END,
                    CASE WHEN available BETWEEN 1 AND 2 AND lost THEN 'OVERSOLD' END,
                    CASE WHEN available = 0 AND sold > 0 THEN 'OUT_OF_STOCK' END,
                    CASE WHEN available > 0 AND cover < 14 THEN 'LOW_COVER' END)
                FROM covered, day
                """);
    }

    /** What the newest rows of an order state; of two files with the same of it the one that tells of newer moments. */
    private void items() throws SQLException {
        tables.run("""
                CREATE TABLE item AS
                WITH record AS (
                    SELECT account, name, unnest(CAST(content::JSON->'$.orders' AS JSON[])) AS o
                    FROM file WHERE name LIKE '%-2026.json'),
                said AS (
                    SELECT account, name, cell(h, c, 'amazon-order-id') AS id,
                        cell(h, c, 'last-updated-date')::TIMESTAMPTZ AS updated, nullif(cell(h, c, 'sku'), '') AS sku,
                        nullif(cell(h, c, 'quantity'), '')::INT AS quantity, cell(h, c, 'order-status') = 'Cancelled' AS gone,
                        coalesce(cell(h, c, 'is-buyer-requested-cancellation') = 'true', false) AS by_buyer
                    FROM line WHERE name LIKE 'orders-%.txt'
                    UNION ALL
                    SELECT account, name, o->>'$.orderId', (o->>'$.lastUpdatedTime')::TIMESTAMPTZ,
                        i->>'$.product.sellerSku', (i->>'$.quantityOrdered')::INT,
                        o->>'$.fulfillment.fulfillmentStatus' = 'CANCELLED'
                            OR (i->'$.cancellation.cancellationExecution') IS NOT NULL,
                        (i->'$.cancellation.cancellationRequest') IS NOT NULL
                            OR coalesce(i->>'$.cancellation.cancellationExecution.cancelledBy' = 'BUYER', false)
                    FROM (SELECT *, unnest(CAST(o->'$.orderItems' AS JSON[])) AS i FROM record)
                    UNION ALL
                    SELECT account, name, o->>'$.AmazonOrderId', (o->>'$.LastUpdateDate')::TIMESTAMPTZ, NULL, NULL,
                        o->>'$.OrderStatus' = 'Canceled', false
                    FROM (SELECT *, unnest(CAST(content::JSON->'$.payload.Orders' AS JSON[])) AS o
                        FROM file WHERE name LIKE '%-v0.json')),
                reaching AS (SELECT *, max(updated) OVER (PARTITION BY account, name) AS reach FROM said)
                SELECT o.store, o.fulfilment, o.day, o.purchased, i.* FROM reaching i JOIN orders o USING (account, id)
                QUALIFY dense_rank() OVER (PARTITION BY account, id ORDER BY updated DESC, reach DESC, name) = 1
                """);
    }

    /** Units of four weeks, unless a line of them may have been of any product; orders that were lost one after the other. */
    private void sales() throws SQLException {
        tables.run("CREATE TABLE stocked AS SELECT store, 'SKU-' || n AS sku FROM store, range(20) t(n)");
        tables.run("""
                CREATE TABLE pace AS
                WITH sold AS (SELECT item.* FROM item, day WHERE NOT gone AND day BETWEEN as_of - 27 AND as_of)
                SELECT store, sku, coalesce((SELECT sum(quantity) FROM sold
                    WHERE sold.store = stocked.store AND sold.sku = stocked.sku), 0)::INT AS units
                FROM stocked
                WHERE store NOT IN (SELECT store FROM sold WHERE sku IS NULL OR quantity IS NULL)
                """);
        tables.run("""
                CREATE TABLE lost AS
                WITH taken AS (
                    SELECT store, sku, id, day, purchased, bool_and(gone AND NOT by_buyer) AS is_lost
                    FROM item WHERE fulfilment = 'MFN' AND sku IS NOT NULL GROUP BY ALL),
                row AS (
                    SELECT *, lag(is_lost) OVER chain AND day - lag(day) OVER chain <= 30 AS after_another
                    FROM taken WINDOW chain AS (PARTITION BY store, sku ORDER BY purchased, is_lost))
                SELECT store, sku, true AS lost, bool_or(coalesce(after_another, false)) AS lost_twice
                FROM row, day WHERE is_lost AND day > as_of - 30 GROUP BY store, sku
                """);
    }

    private void offers() throws SQLException {
        tables.run("""
                CREATE TABLE offer AS
                SELECT folder AS store, cell(h, c, 'seller-sku') AS sku, cell(h, c, 'fulfillment-channel') <> 'DEFAULT' AS by_amazon,
                    nullif(cell(h, c, 'quantity'), '')::INT AS offered, cell(h, c, 'status') = 'Active' AS active
                FROM line WHERE name = 'listings.txt'
                """);
    }

    /** The newest that states its day, or else the one that there is; quantities of one of more than three days ago are old. */
    private void inventories() throws SQLException {
        tables.run("""
                CREATE TABLE inventory AS
                WITH lying AS (
                    SELECT folder AS store, coalesce(cell(h, c, 'seller-sku'), cell(h, c, 'sku')) AS sku,
                        coalesce(cell(h, c, 'snapshot-date')::DATE, as_of) AS stated_on,
                        CASE WHEN coalesce(cell(h, c, 'Warehouse-Condition-code'), '') = 'UNSELLABLE' THEN 0 ELSE coalesce(
                            cell(h, c, 'Quantity Available'), cell(h, c, 'afn-fulfillable-quantity'),
                            cell(h, c, 'available'))::INT END AS lying,
                        coalesce(cell(h, c, 'afn-inbound-shipped-quantity'), cell(h, c, 'inbound-quantity'))::INT AS inbound,
                        cell(h, c, 'units-shipped-t30')::INT AS shipped
                    FROM line JOIN store ON store.store = folder, day
                    WHERE name IN ('afn-inventory.txt', 'fba-inventory.txt', 'planning.txt', 'planning-older.txt')
                        AND coalesce(cell(h, c, 'marketplace'), country) = country),
                newest AS (SELECT * FROM lying QUALIFY stated_on = max(stated_on) OVER (PARTITION BY store))
                SELECT store, sku, least(any_value(stated_on), any_value(as_of)) AS stated_on,
                    CASE WHEN any_value(stated_on) >= any_value(as_of) - 3 THEN sum(lying) END AS lying,
                    CASE WHEN any_value(stated_on) >= any_value(as_of) - 3 THEN sum(inbound) END AS inbound,
                    CASE WHEN any_value(stated_on) >= any_value(as_of) - 3 THEN sum(shipped) END AS shipped
                FROM newest, day GROUP BY store, sku
                """);
    }
}
