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
    /** On Amazon's list, but not for a reason that makes it an order defect. */
    OTHER
}
