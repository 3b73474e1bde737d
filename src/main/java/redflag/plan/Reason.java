package redflag.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import redflag.rules.Metric;

/** What an appeal is about; one plan of action, or one letter, answers one reason. */
public enum Reason {
    ORDER_DEFECT_RATE("order-defect-rate", Metric.ORDER_DEFECT_RATE),
    LATE_SHIPMENT("late-shipment", Metric.LATE_SHIPMENT_RATE_10, Metric.LATE_SHIPMENT_RATE_30),
    CANCELLATION("cancellation", Metric.PRE_FULFILLMENT_CANCELLATION_RATE),
    VALID_TRACKING("valid-tracking", Metric.VALID_TRACKING_RATE),
    ON_TIME_DELIVERY("on-time-delivery", Metric.UNIT_ON_TIME_DELIVERY_RATE),
    INVOICE_DEFECTS("invoice-defects", Metric.INVOICE_DEFECT_RATE),

    AUTHENTICITY("authenticity", Asks.THREE_QUESTIONS),
    CONDITION("condition", Asks.THREE_QUESTIONS),
    INTELLECTUAL_PROPERTY("intellectual-property", Asks.THREE_QUESTIONS),
    PRODUCT_SAFETY("product-safety", Asks.THREE_QUESTIONS),
    RESTRICTED_PRODUCTS("restricted-products", Asks.THREE_QUESTIONS),
    LISTING_POLICY("listing-policy", Asks.THREE_QUESTIONS),
    REVIEW_POLICY("review-policy", Asks.THREE_QUESTIONS),
    DROP_SHIPPING("drop-shipping", Asks.THREE_QUESTIONS),
    LINKED_ACCOUNTS("linked-accounts", Asks.THREE_QUESTIONS),
    VERIFICATION("verification", Asks.PAPERS),
    TEMPORARY_REVIEW("temporary-review", Asks.PAPERS),
    DEACTIVATION("deactivation", Asks.THREE_QUESTIONS),
    FUNDS_WITHHELD("funds-withheld", Asks.PAPERS);

    private enum Asks {
        /** What the root cause was, what was done, and what prevents it (A43). */
        THREE_QUESTIONS,
        /** Documents, or proof of something. */
        PAPERS
    }

    private final String word;
    private final Asks asks;
    private final List<Metric> metrics;

    Reason(String word, Metric... metrics) {
        this.word = word;
        this.asks = Asks.THREE_QUESTIONS;
        this.metrics = List.of(metrics);
    }

    Reason(String word, Asks asks) {
        this.word = word;
        this.asks = asks;
        this.metrics = List.of();
    }

    /** As in commands, file names and machine copies. */
    public String word() {
        return word;
    }

    /** Those that give it by being off target; none of a reason that only a notice gives. */
    public List<Metric> metrics() {
        return metrics;
    }

    /** Whether it is a rate that is off target; otherwise a notice says what is to be answered. */
    public boolean isOfARate() {
        return !metrics.isEmpty();
    }

    /** Whether Amazon asks for root causes, actions and prevention; otherwise for papers. */
    public boolean asksThreeQuestions() {
        return asks == Asks.THREE_QUESTIONS;
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
