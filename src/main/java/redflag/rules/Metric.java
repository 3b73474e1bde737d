package redflag.rules;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Amazon measures of an account, by its own names. Targets, windows and dates are data: {@link TargetTable}.
 * Definitions and sources: src/docs/metrics.md.
 */
public enum Metric {
    /** src/docs/metrics.md#order-defect-rate. Orders; reported for MFN and AFN apart. */
    ORDER_DEFECT_RATE("orderDefectRate", Form.RATE),
    /** src/docs/metrics.md#late-shipment-rate. Seller-fulfilled orders, 10 days; both windows must pass. */
    LATE_SHIPMENT_RATE_10("lateShipmentRate10", Form.RATE),
    /** src/docs/metrics.md#late-shipment-rate. Seller-fulfilled orders, 30 days. */
    LATE_SHIPMENT_RATE_30("lateShipmentRate30", Form.RATE),
    /** src/docs/metrics.md#cancellation-rate. Seller-fulfilled orders. */
    PRE_FULFILLMENT_CANCELLATION_RATE("preFulfillmentCancellationRate", Form.RATE),
    /** src/docs/metrics.md#valid-tracking-rate. Packages; the affected ones have no valid tracking. */
    VALID_TRACKING_RATE("validTrackingRate", Form.RATE),
    /** src/docs/metrics.md#on-time-delivery-rate. Shipments, the older level; the affected ones came late. */
    ON_TIME_DELIVERY_RATE("onTimeDeliveryRate", Form.RATE),
    /** src/docs/metrics.md#on-time-delivery-rate. Units; the affected ones came late. */
    UNIT_ON_TIME_DELIVERY_RATE("unitOnTimeDeliveryRate", Form.RATE),
    /** src/docs/metrics.md#invoice-defect-rate. Orders of business customers. */
    INVOICE_DEFECT_RATE("invoiceDefectRate", Form.RATE),
    /** src/docs/metrics.md#early-signs. Feedback of one or two stars that came in, over orders shipped. */
    NEGATIVE_FEEDBACK_RATE("negativeFeedbackRate", Form.RATE),
    /** src/docs/metrics.md#early-signs. Units refunded over units ordered. */
    REFUND_RATE("refundRate", Form.RATE),
    /** src/docs/metrics.md#early-signs. Return requests that the buyer was not content with. */
    RETURN_DISSATISFACTION_RATE("returnDissatisfactionRate", Form.RATE),
    /** src/docs/metrics.md#early-signs. Buyers' messages; the affected ones were not answered within a day. */
    CONTACT_RESPONSE_WITHIN_24_HOURS("contactResponseWithin24Hours", Form.RATE),
    /** src/docs/metrics.md#account-health-rating. A score from 0 to 1000. */
    ACCOUNT_HEALTH_RATING("accountHealthRating", Form.SCORE),

    LISTING_POLICY_VIOLATIONS("listingPolicyViolations", Form.COUNT),
    PRODUCT_AUTHENTICITY_CUSTOMER_COMPLAINTS("productAuthenticityCustomerComplaints", Form.COUNT),
    PRODUCT_CONDITION_CUSTOMER_COMPLAINTS("productConditionCustomerComplaints", Form.COUNT),
    PRODUCT_SAFETY_CUSTOMER_COMPLAINTS("productSafetyCustomerComplaints", Form.COUNT),
    RECEIVED_INTELLECTUAL_PROPERTY_COMPLAINTS("receivedIntellectualPropertyComplaints", Form.COUNT),
    RESTRICTED_PRODUCT_POLICY_VIOLATIONS("restrictedProductPolicyViolations", Form.COUNT),
    SUSPECTED_INTELLECTUAL_PROPERTY_VIOLATIONS("suspectedIntellectualPropertyViolations", Form.COUNT),
    FOOD_AND_PRODUCT_SAFETY_ISSUES("foodAndProductSafetyIssues", Form.COUNT),
    CUSTOMER_PRODUCT_REVIEWS_POLICY_VIOLATIONS("customerProductReviewsPolicyViolations", Form.COUNT),
    OTHER_POLICY_VIOLATIONS("otherPolicyViolations", Form.COUNT),
    DOCUMENT_REQUESTS("documentRequests", Form.COUNT),
    POLICY_VIOLATION_WARNINGS("policyViolationWarnings", Form.COUNT);

    /** What a metric's value is. */
    public enum Form {
        /** Affected over total. */
        RATE,
        /** A number that should be high. */
        SCORE,
        /** A number that should be zero. */
        COUNT
    }

    /** What is counted one by one. */
    public enum Level {
        ORDER,
        PACKAGE,
        UNIT,
        RETURN_REQUEST,
        MESSAGE,
        VIOLATION,
        /** Nothing: the account has one score. */
        ACCOUNT
    }

    private static final Pattern INSIGNIFICANT = Pattern.compile("[\\s_-]");
    private static final Map<String, Metric> BY_NAME = byName();

    private final String jsonName;
    private final Form form;

    Metric(String jsonName, Form form) {
        this.jsonName = jsonName;
        this.form = form;
    }

    /** The name in machine copies, in settings and in texts. */
    public String jsonName() {
        return jsonName;
    }

    public Form form() {
        return form;
    }

    /** What it counts (domain.md §1.1): an order with three units is one order, and three units. */
    public Level level() {
        return switch (this) {
            case ORDER_DEFECT_RATE,
                    LATE_SHIPMENT_RATE_10,
                    LATE_SHIPMENT_RATE_30,
                    PRE_FULFILLMENT_CANCELLATION_RATE,
                    INVOICE_DEFECT_RATE,
                    NEGATIVE_FEEDBACK_RATE -> Level.ORDER;
            case VALID_TRACKING_RATE, ON_TIME_DELIVERY_RATE -> Level.PACKAGE;
            case UNIT_ON_TIME_DELIVERY_RATE, REFUND_RATE -> Level.UNIT;
            case RETURN_DISSATISFACTION_RATE -> Level.RETURN_REQUEST;
            case CONTACT_RESPONSE_WITHIN_24_HOURS -> Level.MESSAGE;
            case ACCOUNT_HEALTH_RATING -> Level.ACCOUNT;
            default -> Level.VIOLATION;
        };
    }

    /** The date that puts an order, a package or a figure into a window: the only one by which it can be counted. */
    public Target.Axis axis() {
        return switch (this) {
            case ORDER_DEFECT_RATE,
                    LATE_SHIPMENT_RATE_10,
                    LATE_SHIPMENT_RATE_30,
                    PRE_FULFILLMENT_CANCELLATION_RATE,
                    INVOICE_DEFECT_RATE -> Target.Axis.ORDER_DATE;
            case VALID_TRACKING_RATE, ON_TIME_DELIVERY_RATE, UNIT_ON_TIME_DELIVERY_RATE ->
                Target.Axis.PROMISED_DELIVERY_DATE;
            default -> Target.Axis.REPORT_DATE;
        };
    }

    /** Whether each of the two fulfilments has a reading of its own. */
    public boolean isSplitByFulfilment() {
        return this == ORDER_DEFECT_RATE;
    }

    /** Whether it covers seller-fulfilled orders only: a store without such orders has nothing to count. */
    public boolean isSellerFulfilledOnly() {
        return switch (this) {
            case LATE_SHIPMENT_RATE_10,
                    LATE_SHIPMENT_RATE_30,
                    PRE_FULFILLMENT_CANCELLATION_RATE,
                    VALID_TRACKING_RATE,
                    ON_TIME_DELIVERY_RATE,
                    UNIT_ON_TIME_DELIVERY_RATE -> true;
            default -> false;
        };
    }

    /** The kinds of defect that it counts; none where it does not tell kinds apart. */
    public Set<DefectKind> defectKinds() {
        return this == ORDER_DEFECT_RATE ? EnumSet.allOf(DefectKind.class) : EnumSet.noneOf(DefectKind.class);
    }

    /**
     * Whether every account health report carries it. One that is not in Amazon's published schema is read where it is
     * found, and not missed where it is not.
     */
    public boolean isAlwaysReported() {
        return this != CUSTOMER_PRODUCT_REVIEWS_POLICY_VIOLATIONS
                && this != POLICY_VIOLATION_WARNINGS
                && !isEarlySign();
    }

    /** Whether Amazon acts on it nowhere: it only tells early what may become of the metrics that it acts on. */
    public boolean isEarlySign() {
        return switch (this) {
            case NEGATIVE_FEEDBACK_RATE, REFUND_RATE, RETURN_DISSATISFACTION_RATE, CONTACT_RESPONSE_WITHIN_24_HOURS ->
                true;
            default -> false;
        };
    }

    /** The metric of this name, as in machine copies; capitals, blanks, dashes and underscores do not matter. */
    public static Optional<Metric> find(String name) {
        return Optional.ofNullable(BY_NAME.get(fold(name)));
    }

    private static Map<String, Metric> byName() {
        Map<String, Metric> byName = new HashMap<>();
        for (Metric metric : values()) {
            byName.putIfAbsent(fold(metric.jsonName), metric);
        }
        return byName;
    }

    private static String fold(String name) {
        return INSIGNIFICANT.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
