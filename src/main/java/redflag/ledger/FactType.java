package redflag.ledger;

/** What the rows of an export can say. One file may say several things. */
public enum FactType {
    /** A line of an order: who fulfils it, when it was placed, what became of it. */
    ORDER_LINE,
    /** An order on Amazon's own list of orders with defects. */
    ORDER_DEFECT,
    /** An order on Amazon's own list of late shipments. */
    LATE_SHIPMENT,
    /** A figure that Amazon, or whoever made the export, has counted itself. */
    PRINTED_FIGURE,
    /** The state of an account in a marketplace as Amazon states it. */
    ACCOUNT_STATE
}
