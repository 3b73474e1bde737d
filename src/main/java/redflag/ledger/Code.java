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

    /** Nobody has looked at it. */
    NEW,
    /** It is to be dealt with. */
    OPEN,
    IN_PROGRESS,
    /** What it asks for is with Amazon. */
    SENT,
    /** Amazon did not accept what was sent. */
    REFUSED,
    /** A question of Amazon's is answered. */
    ANSWERED,
    /** Over. */
    CLOSED,
    /** Nothing is to be done. */
    NOT_NEEDED,

    /** A notice of a metric, whichever it is. */
    PERFORMANCE,
    ORDER_DEFECT_RATE,
    LATE_SHIPMENT,
    CANCELLATION,
    VALID_TRACKING,
    ON_TIME_DELIVERY,
    INVOICE_DEFECTS,
    AUTHENTICITY,
    CONDITION,
    INTELLECTUAL_PROPERTY,
    PRODUCT_SAFETY,
    RESTRICTED_PRODUCTS,
    LISTING_POLICY,
    /** Also reviews that Amazon has removed. */
    REVIEW_POLICY,
    DROP_SHIPPING,
    LINKED_ACCOUNTS,
    VERIFICATION,
    TEMPORARY_REVIEW,
    DEACTIVATION,
    FUNDS_WITHHELD,

    TRADEMARK,
    COPYRIGHT,
    PATENT,
    COUNTERFEIT,

    /** By Amazon itself. */
    SUSPECTED,
    /** By whoever owns the right. */
    RECEIVED,

    /** The banner has a button to submit an appeal. */
    APPEAL_BUTTON,
    /** There is a banner without one. */
    NO_APPEAL_BUTTON,
    /** Amazon takes no appeal. */
    NO_APPEAL,

    /** On Amazon's list, but not for a reason that makes it an order defect. */
    OTHER,

    /** No invoice was uploaded at all. */
    MISSING_INVOICE,
    /** It was uploaded after its day. */
    LATE_INVOICE,

    /** The buyer says that nothing came. */
    NOT_RECEIVED,
    /** The buyer says that it came late. */
    ARRIVED_LATE,
    /** The buyer speaks of damage, or of packing that does not protect. */
    DAMAGED,
    /** The buyer got something else, or not all of it. */
    WRONG_OR_MISSING_ITEM,
    /** The buyer says that it is not what the listing says: also used for new, or not genuine. */
    NOT_AS_DESCRIBED,
    /** The buyer says that it does not work, or is badly made. */
    DEFECTIVE,
    /** The buyer got no answer, no refund or a rude answer. */
    POOR_SERVICE,

    /** No tracking number stands there. */
    NO_NUMBER,
    /** The number can't be one of its carrier's: of a wrong length, or with a wrong check digit. */
    MALFORMED_NUMBER,
    /** The number is one of another carrier's. */
    NUMBER_OF_ANOTHER_CARRIER,
    /** The same number stands with another order of the file. */
    NUMBER_ON_SEVERAL_ORDERS,

    BUSINESS_LICENCE,
    IDENTITY,
    BANK_STATEMENT,
    /** A utility bill, or what else shows where somebody is. */
    PROOF_OF_ADDRESS,
    SUPPLIER_INVOICE,
    LETTER_OF_AUTHORISATION,
    /** To use a right of somebody else's. */
    LICENCE,
    TEST_REPORT,
    PACKAGING_PHOTO,
    CONTRACT,
    PROOF_OF_DELIVERY,
    /** How goods were looked at: on arrival, after a return, with lot and expiry. */
    INSPECTION_RECORD,
    /** A rights owner takes a complaint back. */
    RETRACTION,
    BRAND_REGISTRATION
}
