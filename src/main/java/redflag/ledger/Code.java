package redflag.ledger;

/** The words that a {@link Field.Form#CODE} field can have. */
public enum Code {
    PENDING,
    UNSHIPPED,
    SHIPPED,
    CANCELLED,

    /** Fulfilled by the merchant. */
    MFN,
    /** Fulfilled by Amazon. */
    AFN,

    NEGATIVE_FEEDBACK,
    A_TO_Z_CLAIM,
    CHARGEBACK,
    /** Cancelled by the buyer. */
    BUYER,
    /** Cancelled by the seller. */
    MERCHANT,
    /** Cancelled by Amazon. */
    AMAZON,

    /** Nobody has dealt with it. */
    OPEN,
    IN_PROGRESS,
    DONE,
    /** Nothing is to be done. */
    NOT_NEEDED,

    /** On Amazon's list, but not for a reason that makes it an order defect. */
    OTHER,

    /** No invoice was uploaded at all. */
    MISSING_INVOICE,
    /** It was uploaded after its day. */
    LATE_INVOICE
}
