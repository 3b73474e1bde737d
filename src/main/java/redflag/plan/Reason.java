package redflag.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import redflag.rules.Metric;

/** What an appeal is about; one plan of action answers one reason. */
public enum Reason {
    ORDER_DEFECT_RATE("order-defect-rate", Metric.ORDER_DEFECT_RATE),
    LATE_SHIPMENT("late-shipment", Metric.LATE_SHIPMENT_RATE_10, Metric.LATE_SHIPMENT_RATE_30),
    CANCELLATION("cancellation", Metric.PRE_FULFILLMENT_CANCELLATION_RATE),
    VALID_TRACKING("valid-tracking", Metric.VALID_TRACKING_RATE),
    ON_TIME_DELIVERY("on-time-delivery", Metric.UNIT_ON_TIME_DELIVERY_RATE),
    INVOICE_DEFECTS("invoice-defects", Metric.INVOICE_DEFECT_RATE);

    private final String word;
    private final List<Metric> metrics;

    Reason(String word, Metric... metrics) {
        this.word = word;
        this.metrics = List.of(metrics);
    }

    /** As in commands, file names and machine copies. */
    public String word() {
        return word;
    }

    public List<Metric> metrics() {
        return metrics;
    }

    /** By its word. */
    public static Optional<Reason> find(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word.equals(word))
                .findFirst();
    }

    /** The words of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Reason::word).toList();
    }

    /** The reason that a metric off target gives; none for ratings and counts, whose cause is a notice. */
    public static Optional<Reason> of(Metric metric) {
        return Arrays.stream(values())
                .filter(reason -> reason.metrics.contains(metric))
                .findFirst();
    }
}
