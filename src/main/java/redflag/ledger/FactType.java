package redflag.ledger;

/** What the rows of an export can say. One file may say several things. */
public enum FactType {
    /** Something of an order: who fulfils it, when it was placed, handed over and delivered, what became of it. */
    ORDER_LINE,
    /** Something more of orders that another export lists: its items, its promise, its hand-over. No list of orders. */
    ORDER_DETAIL,
    /** An order on Amazon's own list of orders with defects. */
    ORDER_DEFECT,
    /** A trace of a defect that somebody else than Amazon's list has: a review, a claim on a return, money taken back. */
    DEFECT_TRACE,
    /** An order on Amazon's own list of late shipments. */
    LATE_SHIPMENT,
    /** An order on Amazon's own list of cancellations. */
    CANCELLATION,
    /** A package on Amazon's own list of packages without valid tracking. */
    UNTRACKED_PACKAGE,
    /** A delivery on Amazon's own list of late deliveries. */
    LATE_DELIVERY,
    /** An order on Amazon's own list of orders of business customers without an invoice in time. */
    INVOICE_DEFECT,
    /** A request of a buyer to send something back, or something that came back. */
    RETURN,
    /** What a store sold on a day, and what came in against it. */
    DAILY_FIGURE,
    /** What is offered, and whether buyers can see it. */
    LISTING,
    /** How much of a product lies where. */
    STOCK,
    /** A message from Amazon that asks for something, as the agency keeps it. */
    NOTICE,
    /** A paper that the agency has of the seller. */
    DOCUMENT,
    /** A measure that somebody has really taken. */
    ACTION,
    /** A figure that Amazon, or whoever made the export, has counted itself. */
    PRINTED_FIGURE,
    /** The state of an account in a marketplace as Amazon states it. */
    ACCOUNT_STATE
}
