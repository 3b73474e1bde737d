package redflag.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.rules.Basis;
import redflag.rules.Metric;
import redflag.rules.Precision;

/**
 * Which metrics an export can measure on Amazon's marketplaces, how, and how well at best: with every day covered and no
 * row rejected. The table "Which export gives what" of src/docs/metrics.md is this.
 */
public final class Feeds {

    /** What the account status kept by hand may hold beside the status. */
    private static final String BANNER = "BANNER";

    private Feeds() {}

    /** A metric that an export measures. */
    public record Feed(Metric metric, How how) {}

    /**
     * How an export measures a metric.
     *
     * @param clean how far a reading without a defect can be trusted
     * @param withDefects the same of a reading with some
     * @param needsOrders whether an order report must be there as well, for it gives the total
     */
    public record How(Basis basis, Precision clean, Precision withDefects, boolean needsOrders) {}

    /** What this file measures, as its columns are; of printed figures those that stand in its rows. */
    public static List<Feed> of(FileFacts facts) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        facts.tables().values().forEach(table -> fields.addAll(table.columns()));
        Set<Metric> printed = EnumSet.noneOf(Metric.class);
        facts.table(FactType.PRINTED_FIGURE).ifPresent(table -> printed.addAll(metricsIn(table)));
        return of(facts.tables().keySet(), fields, printed);
    }

    /** What is read and checked, and what no report uses as yet; the one place that says so. */
    private static boolean isUsed(FactType type) {
        return switch (type) {
            case ORDER_LINE,
                    ORDER_DETAIL,
                    ORDER_DEFECT,
                    DEFECT_TRACE,
                    LATE_SHIPMENT,
                    CANCELLATION,
                    UNTRACKED_PACKAGE,
                    LATE_DELIVERY,
                    INVOICE_DEFECT,
                    DAILY_FIGURE,
                    LISTING,
                    STOCK,
                    PRINTED_FIGURE,
                    ACTION,
                    NOTICE,
                    DOCUMENT,
                    ACCOUNT_STATE -> true;
            case RETURN -> false;
        };
    }

    /** What this file says that no report uses as yet: names of {@link FactType}s, and {@code BANNER}. */
    public static List<String> notUsedYet(FileFacts facts) {
        List<String> unused = new ArrayList<>();
        facts.tables().keySet().stream()
                .filter(type -> !isUsed(type))
                .map(FactType::name)
                .forEach(unused::add);
        if (facts.table(FactType.ACCOUNT_STATE).filter(Feeds::hasBanner).isPresent()) {
            unused.add(BANNER);
        }
        return unused;
    }

    private static boolean hasBanner(FactTable table) {
        return IntStream.range(0, table.size()).anyMatch(row -> table.has(Field.BANNER, row));
    }

    private static Set<Metric> metricsIn(FactTable table) {
        Set<Metric> metrics = EnumSet.noneOf(Metric.class);
        for (int row = 0; row < table.size(); row++) {
            table.text(Field.METRIC, row).flatMap(Metric::find).ifPresent(metrics::add);
        }
        return metrics;
    }

    /**
     * What an export measures.
     *
     * @param says what its rows say
     * @param fields that it has a column for
     * @param printed the metrics whose figures it may print
     * @return in the order of {@link Metric}
     */
    public static List<Feed> of(Set<FactType> says, Set<Field> fields, Set<Metric> printed) {
        List<Feed> feeds = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (says.contains(FactType.PRINTED_FIGURE) && printed.contains(metric) && prints(metric, fields)) {
                feeds.add(new Feed(metric, new How(Basis.PRINTED, Precision.EXACT, Precision.EXACT, false)));
            }
            computed(metric, says, fields, feeds);
        }
        return feeds;
    }

    private static boolean prints(Metric metric, Set<Field> fields) {
        return switch (metric.form()) {
            case SCORE -> fields.contains(Field.SCORE);
            case COUNT -> fields.contains(Field.AFFECTED);
            case RATE -> fields.contains(Field.RATE) || fields.contains(Field.AFFECTED) && fields.contains(Field.TOTAL);
        };
    }

    private static void computed(Metric metric, Set<FactType> says, Set<Field> fields, List<Feed> feeds) {
        boolean orders = says.contains(FactType.ORDER_LINE);
        boolean details = orders || says.contains(FactType.ORDER_DETAIL);
        switch (metric) {
            case ORDER_DEFECT_RATE -> orderDefects(says, fields, orders, feeds);
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> {
                if (says.contains(FactType.LATE_SHIPMENT)) {
                    feeds.add(listed(metric, orders));
                } else if (details && fields.contains(Field.EXPECTED_SHIP)) {
                    feeds.add(estimate(metric, orders));
                }
            }
            case PRE_FULFILLMENT_CANCELLATION_RATE -> {
                if (says.contains(FactType.CANCELLATION)) {
                    feeds.add(listed(metric, orders));
                } else if (orders) {
                    feeds.add(new Feed(metric, new How(Basis.COMPUTED, Precision.EXACT, Precision.AT_MOST, false)));
                }
            }
            case VALID_TRACKING_RATE -> {
                if (details && fields.containsAll(EnumSet.of(Field.TRACKED, Field.SHIPPED, Field.EXPECTED_DELIVERY))) {
                    feeds.add(estimate(metric, orders));
                }
            }
            case ON_TIME_DELIVERY_RATE -> {
                if (details && fields.containsAll(EnumSet.of(Field.DELIVERED, Field.EXPECTED_DELIVERY))) {
                    feeds.add(estimate(metric, orders));
                }
            }
            case NEGATIVE_FEEDBACK_RATE ->
                daily(metric, says, fields, Field.NEGATIVE_FEEDBACK_COUNT, Field.ORDERS, feeds);
            case REFUND_RATE -> daily(metric, says, fields, Field.UNITS_REFUNDED, Field.UNITS_ORDERED, feeds);
            default -> {
                // only printed: no export has the rows, or none has their total
            }
        }
    }

    private static void daily(
            Metric metric, Set<FactType> says, Set<Field> fields, Field affected, Field total, List<Feed> feeds) {
        if (says.contains(FactType.DAILY_FIGURE) && fields.contains(affected) && fields.contains(total)) {
            feeds.add(new Feed(metric, new How(Basis.COMPUTED, Precision.EXACT, Precision.EXACT, false)));
        }
    }

    private static void orderDefects(Set<FactType> says, Set<Field> fields, boolean orders, List<Feed> feeds) {
        if (says.contains(FactType.ORDER_DEFECT)) {
            boolean allKinds = fields.contains(Field.DEFECT_KIND)
                    || fields.containsAll(EnumSet.of(Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK));
            Precision precision = allKinds ? Precision.EXACT : Precision.AT_LEAST;
            feeds.add(new Feed(Metric.ORDER_DEFECT_RATE, new How(Basis.COMPUTED, precision, precision, !orders)));
        } else if (says.contains(FactType.DEFECT_TRACE)) {
            feeds.add(new Feed(
                    Metric.ORDER_DEFECT_RATE,
                    new How(Basis.COMPUTED, Precision.AT_LEAST, Precision.ESTIMATE, !orders)));
        }
    }

    /** Amazon's own list of the affected orders. */
    private static Feed listed(Metric metric, boolean orders) {
        return new Feed(metric, new How(Basis.COMPUTED, Precision.EXACT, Precision.EXACT, !orders));
    }

    private static Feed estimate(Metric metric, boolean orders) {
        return new Feed(metric, new How(Basis.COMPUTED, Precision.ESTIMATE, Precision.ESTIMATE, !orders));
    }
}
