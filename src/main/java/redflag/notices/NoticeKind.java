package redflag.notices;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.ledger.Code;
import redflag.rules.Metric;

/** What a notice is about; each is a {@link Code} of its name. */
public enum NoticeKind {
    /** Of a rate, whichever it is. */
    PERFORMANCE(Of.RATE),
    ORDER_DEFECT_RATE(Of.RATE),
    LATE_SHIPMENT(Of.RATE),
    CANCELLATION(Of.RATE),
    VALID_TRACKING(Of.RATE),
    ON_TIME_DELIVERY(Of.RATE),
    INVOICE_DEFECTS(Of.RATE),

    AUTHENTICITY(Of.POLICY, Metric.PRODUCT_AUTHENTICITY_CUSTOMER_COMPLAINTS),
    CONDITION(Of.POLICY, Metric.PRODUCT_CONDITION_CUSTOMER_COMPLAINTS),
    INTELLECTUAL_PROPERTY(
            Of.POLICY,
            Metric.RECEIVED_INTELLECTUAL_PROPERTY_COMPLAINTS,
            Metric.SUSPECTED_INTELLECTUAL_PROPERTY_VIOLATIONS),
    PRODUCT_SAFETY(Of.POLICY, Metric.FOOD_AND_PRODUCT_SAFETY_ISSUES, Metric.PRODUCT_SAFETY_CUSTOMER_COMPLAINTS),
    RESTRICTED_PRODUCTS(Of.POLICY, Metric.RESTRICTED_PRODUCT_POLICY_VIOLATIONS),
    LISTING_POLICY(Of.POLICY, Metric.LISTING_POLICY_VIOLATIONS),
    REVIEW_POLICY(Of.POLICY, Metric.CUSTOMER_PRODUCT_REVIEWS_POLICY_VIOLATIONS),

    DROP_SHIPPING(Of.ACCOUNT),
    LINKED_ACCOUNTS(Of.ACCOUNT),
    VERIFICATION(Of.ACCOUNT),
    TEMPORARY_REVIEW(Of.ACCOUNT),
    DEACTIVATION(Of.ACCOUNT),
    FUNDS_WITHHELD(Of.ACCOUNT);

    private enum Of {
        /** A rate that is off target. */
        RATE,
        /** A violation of a policy, which Amazon counts for some time. */
        POLICY,
        /** The account as a whole. */
        ACCOUNT
    }

    private final Of of;
    private final List<Metric> metrics;

    NoticeKind(Of of, Metric... metrics) {
        this.of = of;
        this.metrics = List.of(metrics);
    }

    static Optional<NoticeKind> of(Code code) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(code.name()))
                .findFirst();
    }

    /** By its word. */
    public static Optional<NoticeKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** As in commands and machine copies, such as {@code intellectual-property}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The policy counts that it goes into. */
    List<Metric> metrics() {
        return metrics;
    }

    boolean isOfAPolicy() {
        return of == Of.POLICY;
    }

    /** Whether Amazon usually wants an answer within 72 hours: src/docs/notices.md#until-when. */
    boolean isUsuallyOf72Hours() {
        return of == Of.RATE || this == RESTRICTED_PRODUCTS;
    }

    /** Whether the account is under review, usually for up to 30 days: src/docs/notices.md#until-when. */
    boolean isReview() {
        return this == TEMPORARY_REVIEW || this == DROP_SHIPPING;
    }
}
