package redflag.metrics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.ledger.StoreLedger;
import redflag.rules.Metric;
import redflag.rules.Reading;

/** Which exports would measure what is not measured: the store's download checklist. */
public final class MissingData {

    private static final String ALL_ORDERS = "allOrders";
    private static final String ORDER_DEFECTS = "orderDefects";
    private static final String LATE_SHIPMENTS = "lateShipments";
    private static final String CANCELLATIONS = "cancellations";
    private static final String UNTRACKED = "validTracking";
    private static final String LATE_DELIVERIES = "onTimeDelivery";
    private static final String INVOICE_DEFECTS = "invoiceDefects";
    private static final String ACCOUNT_HEALTH = "accountHealth";
    private static final String SUMMARY = "performanceSummary";
    private static final String ACCOUNT_STATUS = "accountStatus";

    private static final Set<Metric> FROM_ORDERS = EnumSet.of(
            Metric.ORDER_DEFECT_RATE,
            Metric.LATE_SHIPMENT_RATE_10,
            Metric.LATE_SHIPMENT_RATE_30,
            Metric.PRE_FULFILLMENT_CANCELLATION_RATE);
    private static final Set<Metric> FROM_LATE_LIST =
            EnumSet.of(Metric.LATE_SHIPMENT_RATE_10, Metric.LATE_SHIPMENT_RATE_30);

    private static final Set<String> KEPT_BY_HAND =
            Set.of(SUMMARY, "performanceSummaryWide", ACCOUNT_STATUS, "actions", "notices", "documents");

    private MissingData() {}

    /** Ids of export kinds with the metrics that each would measure; the most useful first. */
    public static Map<String, List<Metric>> of(StoreLedger ledger, List<Finding> findings) {
        if (!ledger.store().marketplace().isAmazons()) {
            // where another marketplace has what is missing, nobody knows but the job
            return Map.of();
        }
        List<Metric> missing = findings.stream()
                .map(Finding::reading)
                .filter(Reading::decides)
                .filter(Reading::missing)
                .map(Reading::metric)
                .distinct()
                .toList();
        Map<String, List<Metric>> checklist = new LinkedHashMap<>();
        boolean reported = ledger.printed().stream().anyMatch(f -> f.statedOn().isPresent());
        for (Metric metric : missing) {
            boolean inReport = metric != Metric.UNIT_ON_TIME_DELIVERY_RATE
                    || ledger.store().marketplace().country().equals("US");
            if (!reported && inReport) {
                add(checklist, ACCOUNT_HEALTH, metric);
            }
            if (FROM_ORDERS.contains(metric) && ledger.ordersCover().isEmpty()) {
                add(checklist, ALL_ORDERS, metric);
            }
            if (metric == Metric.ORDER_DEFECT_RATE) {
                add(checklist, ORDER_DEFECTS, metric);
            }
            if (FROM_LATE_LIST.contains(metric)
                    && ledger.defects().lateShipments().isEmpty()) {
                add(checklist, LATE_SHIPMENTS, metric);
            }
            boolean onStatusPage = metric.form() != Metric.Form.RATE && metric != Metric.POLICY_VIOLATION_WARNINGS;
            if (onStatusPage) {
                add(checklist, ACCOUNT_STATUS, metric);
            } else if (!FROM_ORDERS.contains(metric) && (reported || !inReport)) {
                add(checklist, SUMMARY, metric);
            }
        }
        return checklist;
    }

    /** Id of the export kind that is Amazon's own list of the orders that a metric counts; missing where there is no such. */
    public static Optional<String> listOf(Metric metric) {
        return switch (metric) {
            case ORDER_DEFECT_RATE -> Optional.of(ORDER_DEFECTS);
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> Optional.of(LATE_SHIPMENTS);
            case PRE_FULFILLMENT_CANCELLATION_RATE -> Optional.of(CANCELLATIONS);
            case VALID_TRACKING_RATE -> Optional.of(UNTRACKED);
            case UNIT_ON_TIME_DELIVERY_RATE -> Optional.of(LATE_DELIVERIES);
            case INVOICE_DEFECT_RATE -> Optional.of(INVOICE_DEFECTS);
            default -> Optional.empty();
        };
    }

    /** Whether people write it themselves: there is nothing to download. @param kind id of an export kind */
    public static boolean isKeptByHand(String kind) {
        return KEPT_BY_HAND.contains(kind);
    }

    private static void add(Map<String, List<Metric>> checklist, String kind, Metric metric) {
        checklist.computeIfAbsent(kind, k -> new ArrayList<>()).add(metric);
    }
}
