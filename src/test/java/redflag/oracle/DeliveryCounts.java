package redflag.oracle;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Which orders of a {@link RandomAgency} the rates of packages, units and invoices name, in SQL over Amazon's lists of them. Written
 * from src/docs/metrics.md and src/docs/reading-exports.md, as {@link AgencyCounts} is.
 */
final class DeliveryCounts {

    /** The metrics whose orders such lists name. */
    static final List<String> LISTED = List.of("validTrackingRate", "unitOnTimeDeliveryRate", "invoiceDefectRate");

    private final AgencyTables tables;

    /** @param tables with the tables {@code target}, {@code printed} and {@code counted} */
    DeliveryCounts(AgencyTables tables) throws SQLException {
        this.tables = tables;
        rows();
        parts();
        orders();
        invoices();
    }

    /**
     * By store, metric, category and whether it counts already: each order with its day, how many packages or units of it
     * were promised for that, and the days from and until which it counts.
     */
    Map<String, String> named() throws SQLException {
        return tables.texts("""
                WITH day_of AS (
                    SELECT store, metric, part, id, day, sum(many) AS many, any_value(first_day) AS first_day,
                        any_value(last_day) AS last_day
                    FROM named WHERE day >= first_day GROUP BY store, metric, part, id, day)
                SELECT store || ' ' || metric || rtrim(' ' || part)
                        || CASE WHEN day > last_day THEN ' in the pipe' ELSE '' END,
                    string_agg(id || ' of ' || day || ' times ' || many || ' from '
                        || strftime(day + (as_of - last_day)::INT, '%Y-%m-%d') || ' until '
                        || strftime(day + (as_of - first_day)::INT + 1, '%Y-%m-%d'), '; ' ORDER BY id, day)
                FROM day_of, day GROUP BY 1
                """);
    }

    /**
     * The rows that count against the account, of the list with the newest order. A list in a store's folder is the
     * store's; else a row is the store's of its order, or the only one's.
     */
    private void rows() throws SQLException {
        tables.run("""
                CREATE TABLE delivery AS
                WITH listed AS (SELECT *, name LIKE 'valid-tracking%' AS of_packages, cell(h, c, 'Order ID') AS id
                    FROM line WHERE name LIKE 'valid-tracking%' OR name LIKE 'on-time-delivery%'),
                alone AS (SELECT account, any_value(store) AS store FROM store GROUP BY account HAVING count(*) = 1),
                owned AS (
                    SELECT coalesce(s.store, o.store, alone.store) AS owner, listed.*,
                        max(o.day) OVER (PARTITION BY owner, name, folder) AS newest_order
                    FROM listed LEFT JOIN store s ON s.account = listed.account AND s.store = listed.folder
                    LEFT JOIN orders o ON o.account = listed.account AND o.id = listed.id
                    LEFT JOIN alone ON alone.account = listed.account),
                newest AS (SELECT * FROM owned QUALIFY dense_rank()
                    OVER (PARTITION BY owner, of_packages ORDER BY newest_order DESC) = 1),
                promise AS (
                    SELECT newest.*, store.store, zone,
                        CASE WHEN of_packages THEN cell(h, c, 'Promised Delivery Date')::TIMESTAMPTZ ELSE
                            told(country, cell(h, c, 'Promised Delivery Date Without Promise Extension')) END AS promised
                    FROM newest JOIN store ON store.store = owner)
                SELECT store, CASE WHEN of_packages THEN 'validTrackingRate' ELSE 'unitOnTimeDeliveryRate' END AS metric,
                    id, day_in(zone, promised) AS day, coalesce(cell(h, c, 'Product Category'), '') AS category,
                    coalesce(cell(h, c, 'Unit count')::INT, 1) AS many
                FROM promise WHERE of_packages OR cell(h, c, 'Delivered After Promised Date Without Extension') = 'Yes'
                """);
    }

    /** The whole, and each category of which a figure is printed. */
    private void parts() throws SQLException {
        tables.run("""
                CREATE TABLE part AS
                WITH aim AS (SELECT store, metric, first_day, last_day FROM store JOIN target USING (country)
                    WHERE metric IN ('validTrackingRate', 'unitOnTimeDeliveryRate'))
                SELECT *, '' AS part, EXISTS (FROM printed WHERE name = store || ' ' || metric) AS is_printed FROM aim
                UNION ALL
                SELECT aim.*, name[len(store || ' ' || metric || ' ') + 1:], true
                FROM aim JOIN printed ON starts_with(name, store || ' ' || metric || ' ')
                """);
    }

    /**
     * A category names what is listed of it; the whole names all, but what categories do where it has no figure itself. The
     * orders' own say stands beside the list: of an order that both name in the window, or behind it, the list speaks.
     */
    private void orders() throws SQLException {
        tables.run("""
                CREATE TABLE named AS
                WITH listed AS (
                    SELECT p.*, id, day, many FROM part p JOIN delivery d USING (store, metric)
                    WHERE CASE WHEN part <> '' THEN category = part ELSE is_printed OR NOT EXISTS (FROM part q
                        WHERE q.store = p.store AND q.metric = p.metric AND q.part <> '' AND q.part = d.category) END)
                SELECT * FROM listed
                UNION ALL
                SELECT p.*, id, day_in(zone, promised) AS own_day, 1
                FROM part p JOIN orders o USING (store), day
                WHERE metric = 'validTrackingRate' AND part = '' AND fulfilment = 'MFN' AND handed_over IS NOT NULL
                    AND NOT cancelled AND NOT tracked AND own_day <= as_of
                    AND NOT EXISTS (FROM listed l WHERE l.store = o.store AND metric = 'validTrackingRate' AND part = ''
                        AND l.id = o.id AND l.day >= first_day AND (l.day > last_day) = (own_day > last_day))
                """);
    }

    /** The list has no day of the order: each listed order that an order report has, once, of the list with the newest. */
    private void invoices() throws SQLException {
        tables.run("""
                INSERT INTO named BY NAME
                WITH owned AS (
                    SELECT o.store, o.id, o.day, max(o.day) OVER (PARTITION BY o.store, name, folder) AS newest_order
                    FROM line JOIN orders o ON o.account = line.account AND o.id = cell(h, c, 'Order ID')
                    WHERE name LIKE 'invoice-defects%'),
                newest AS (SELECT * FROM owned
                    QUALIFY dense_rank() OVER (PARTITION BY store ORDER BY newest_order DESC) = 1)
                SELECT DISTINCT store, metric, '' AS part, id, day, 1 AS many, first_day, last_day
                FROM newest JOIN store USING (store) JOIN target USING (country) WHERE metric = 'invoiceDefectRate'
                """);
    }
}
