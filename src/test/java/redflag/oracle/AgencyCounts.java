package redflag.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Counts the orders of a {@link RandomAgency} a second time, in SQL over its files. Written from src/docs/metrics.md and
 * from what is known of the exports; shares no code with the night, and its days and zones are the database's own. A
 * further metric is a further INSERT INTO counted.
 */
final class AgencyCounts implements AutoCloseable {

    /** The metrics that are counted from rows. */
    static final List<String> COUNTED = List.of(
            "orderDefectRate",
            "lateShipmentRate10",
            "lateShipmentRate30",
            "preFulfillmentCancellationRate",
            "validTrackingRate",
            "onTimeDeliveryRate",
            "negativeFeedbackRate",
            "refundRate");

    private final AgencyTables tables;
    private final DeliveryCounts deliveries;
    private final StockCounts stock;

    AgencyCounts(RandomAgency agency, Path folder) throws IOException, SQLException {
        tables = new AgencyTables(folder, agency.asOf);
        tables.run("CREATE TABLE setting AS SELECT as_of, %s AS no_cancellations, %s AS no_lates FROM day"
                .formatted(agency.absentCancellationsMeanNone, agency.absentLatesMeanNone));
        windows();
        counted();
        early();
        figures();
        deliveries = new DeliveryCounts(tables);
        stock = new StockCounts(tables);
    }

    @Override
    public void close() throws SQLException {
        tables.close();
    }

    /** Affected and all by store and metric (and fulfilment), with components and window. */
    Map<String, String> rates() throws SQLException {
        return tables.texts("""
                SELECT name, count(*) FILTER (affected) || ' of ' || count(*)
                        || CASE metric WHEN 'orderDefectRate' THEN
                            ': ' || count(*) FILTER (affected AND negative_feedback) || ' negative feedback, '
                            || count(*) FILTER (affected AND claim) || ' claims, '
                            || count(*) FILTER (affected AND chargeback) || ' chargebacks'
                            ELSE '' END
                        || ', ' || first_day || ' to ' || last_day
                FROM counted GROUP BY name, metric, first_day, last_day
                UNION ALL
                SELECT store || ' ' || metric, sum(bad) || ' of ' || sum(total) || ', ' || first_day || ' to ' || last_day
                FROM early WHERE bad IS NOT NULL AND total IS NOT NULL
                GROUP BY store, metric, first_day, last_day
                HAVING count(*) = 30 AND sum(total) > 0 AND sum(bad) <= sum(total)
                """);
    }

    /** The affected orders of each of {@link #rates()} that has any; beside those of {@link #listed()}. */
    Map<String, String> affected() throws SQLException {
        return tables.texts("SELECT name, string_agg(id, ' ' ORDER BY id) FROM counted"
                + " WHERE affected AND metric <> 'validTrackingRate' GROUP BY name");
    }

    /** What the account's own reports print, as counts of the bad ones. */
    Map<String, String> printed() throws SQLException {
        return tables.texts("SELECT name, figure FROM printed");
    }

    /** See {@link DeliveryCounts#named()}. */
    Map<String, String> listed() throws SQLException {
        return deliveries.named();
    }

    /** See {@link StockCounts#products()}. */
    Map<String, String> stock() throws SQLException {
        return stock.products();
    }

    /** domain.md 1.1, 1.7, 1.13, 2.2: where and since when there is a limit, over which days. */
    private void windows() throws SQLException {
        tables.run("""
                CREATE TABLE target AS
                WITH length AS (FROM (VALUES ('orderDefectRate', 60, 15), ('lateShipmentRate10', 10, 0),
                    ('lateShipmentRate30', 30, 0), ('preFulfillmentCancellationRate', 7, 1), ('validTrackingRate', 30, 10),
                    ('onTimeDeliveryRate', 30, 10), ('unitOnTimeDeliveryRate', 14, 7), ('invoiceDefectRate', 7, 7),
                    ('returnDissatisfactionRate', 30, 0), ('contactResponseWithin24Hours', 30, 0)) AS t(metric, days, lag)),
                since AS (
                    SELECT metric, country, DATE '2015-01-01' AS since FROM length, store
                    WHERE metric IN ('orderDefectRate', 'preFulfillmentCancellationRate')
                        OR metric LIKE 'late%' OR metric = 'contactResponseWithin24Hours'
                        OR metric = 'returnDissatisfactionRate' AND country NOT IN ('AU', 'CA', 'JP')
                        OR metric = 'invoiceDefectRate' AND country IN ('UK', 'DE', 'FR')
                        OR metric = 'onTimeDeliveryRate' AND country NOT IN ('AE', 'AU')
                    UNION FROM (VALUES ('validTrackingRate', 'US', DATE '2016-01-01'),
                        ('validTrackingRate', 'UK', DATE '2021-04-19'), ('validTrackingRate', 'DE', DATE '2025-01-15'),
                        ('validTrackingRate', 'FR', DATE '2025-01-15'), ('validTrackingRate', 'JP', DATE '2022-08-23'),
                        ('validTrackingRate', 'CA', DATE '2022-01-01'),
                        ('validTrackingRate', 'AE', DATE '2022-01-01'), ('validTrackingRate', 'AU', DATE '2022-01-01'),
                        ('unitOnTimeDeliveryRate', 'US', DATE '2024-09-25'),
                        ('unitOnTimeDeliveryRate', 'UK', DATE '2025-09-16'),
                        ('unitOnTimeDeliveryRate', 'FR', DATE '2025-09-16'),
                        ('unitOnTimeDeliveryRate', 'DE', DATE '2026-09-01')))
                SELECT DISTINCT metric, country, as_of - lag - days + 1 AS first_day, as_of - lag AS last_day
                FROM since JOIN length USING (metric), setting WHERE since <= as_of
                """);
    }

    /** Each day as the report has it that reaches further; the window ends with the newest day that is stated. */
    private void early() throws SQLException {
        tables.run("""
                CREATE TABLE early AS
                WITH stated AS (
                    SELECT store, country, written_day(country, cell(h, c, 'Date')) AS day,
                        max(written_day(country, cell(h, c, 'Date'))) OVER (PARTITION BY store, name) AS reach,
                        nullif(cell(h, c, 'Units ordered'), '')::INT AS ordered,
                        nullif(cell(h, c, 'Units refunded'), '')::INT AS refunded,
                        nullif(cell(h, c, 'Orders shipped'), '')::INT AS shipped,
                        nullif(cell(h, c, 'Negative feedback received'), '')::INT AS feedback
                    FROM line JOIN store ON store.account = line.account AND store.store = line.folder
                    WHERE name LIKE 'business-report%'),
                newest AS (SELECT stated.*, max(day) OVER (PARTITION BY store) AS last_day FROM stated, setting
                    WHERE day <= as_of QUALIFY row_number() OVER (PARTITION BY store, day ORDER BY reach DESC) = 1)
                SELECT store, metric, last_day - 29 AS first_day, last_day,
                    CASE metric WHEN 'refundRate' THEN refunded ELSE feedback END AS bad,
                    CASE metric WHEN 'refundRate' THEN ordered ELSE shipped END AS total
                FROM newest, (VALUES ('refundRate'), ('negativeFeedbackRate')) AS m(metric)
                WHERE day > last_day - 30
                """);
    }

    /**
     * What is printed. The newest stands; one that is a day ahead is of the as-of date, and of two of a day the worse
     * stands.
     */
    private void figures() throws SQLException {
        tables.run("""
                CREATE TABLE printed AS
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
                        (m->>'$.unitOnTimeDeliveryRate.totalUnitCount')::INT FROM own
                    UNION ALL SELECT store, country, 'invoiceDefectRate', '',
                        (m->>'$.invoiceDefectRate.invoiceDefect.count')::INT,
                        (m->>'$.invoiceDefectRate.orderCount')::INT FROM own),
                summary AS (
                    SELECT store, store.country, cell(h, c, 'Metric') AS metric, cell(h, c, 'Category') AS category,
                        cell(h, c, 'Affected')::INT AS bad, cell(h, c, 'Total')::INT AS total,
                        cell(h, c, 'Period-to')::DATE AS ends
                    FROM line JOIN store ON store.account = line.account AND store.store = cell(h, c, 'Store')
                    WHERE name = 'performance-summary.csv')
                SELECT store || ' ' || metric || part AS name, bad || ' of ' || total AS figure FROM figure JOIN target USING (metric, country)
                WHERE total > 0
                UNION ALL
                SELECT store || ' ' || metric || rtrim(' ' || category), bad || ' of ' || total
                FROM summary JOIN target USING (metric, country) WHERE ends <= last_day + 1
                QUALIFY row_number() OVER (PARTITION BY store, metric, category
                    ORDER BY least(ends, last_day) DESC, bad / total DESC) = 1
                UNION ALL
                SELECT store || ' accountHealthRating', m->>'$.accountHealthRating.ahrScore' FROM own
                WHERE (m->'$.accountHealthRating') IS NOT NULL
                UNION ALL
                SELECT store || ' ' || key, coalesce(m->key->>'$.defectsCount', m->key->>'$.warningsCount')
                FROM (SELECT store, m, unnest(json_keys(m)) AS key FROM own)
                WHERE coalesce(m->key->>'$.defectsCount', m->key->>'$.warningsCount') IS NOT NULL
                """);
    }

    private void counted() throws SQLException {
        tables.run("CREATE TABLE counted (name VARCHAR, metric VARCHAR, id VARCHAR, first_day DATE, last_day DATE,"
                + " affected BOOLEAN, negative_feedback BOOLEAN, claim BOOLEAN, chargeback BOOLEAN)");
        // Amazon's list where it has rows of the fulfilment, or none at all; else traces, where there are any
        tables.run("""
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
                    WHEN handed_over IS NULL OR day_in(zone, handed_over) > as_of THEN day_in(zone, ship_by) < as_of
                    ELSE handed_over > ship_by END, false)""");
        // where no order says until when it was to be handed over, or all were handed over nobody knows when, no rate
        tables.run("""
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
        tables.run("""
                INSERT INTO counted
                SELECT store || ' validTrackingRate', metric, id, first_day, last_day, NOT tracked, false, false, false
                FROM orders JOIN target USING (country)
                WHERE metric = 'validTrackingRate' AND fulfilment = 'MFN' AND handed_over IS NOT NULL AND NOT cancelled
                    AND day_in(zone, promised) BETWEEN first_day AND last_day
                """);
    }

    /** Seller-fulfilled orders: the affected are those of Amazon's list, if there is one, else what the orders say. */
    private void listedOr(String list, String absentMeansNone, String metrics, String fromOrders) throws SQLException {
        tables.run("""
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
}
