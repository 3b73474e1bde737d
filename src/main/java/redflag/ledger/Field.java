package redflag.ledger;

/** What a column of an export means. Columns that mean none of these are never kept: buyers' data can't come in. */
public enum Field {
    STORE(Form.TEXT),
    MARKETPLACE(Form.TEXT),

    ORDER(Form.ORDER_ID),
    PURCHASED(Form.MOMENT),
    UPDATED(Form.MOMENT),
    ORDER_STATUS(Form.CODE),
    FULFILMENT(Form.CODE),
    SALES_CHANNEL(Form.TEXT),
    SKU(Form.TEXT),
    ASIN(Form.TEXT),
    QUANTITY(Form.COUNT),
    SHIP_SERVICE(Form.TEXT),
    BUYER_REQUESTED_CANCELLATION(Form.FLAG),

    NEGATIVE_FEEDBACK(Form.FLAG),
    A_TO_Z_CLAIM(Form.FLAG),
    CHARGEBACK(Form.FLAG),
    DEFECT_KIND(Form.CODE),
    EXPECTED_SHIP(Form.MOMENT),
    SHIP_CONFIRMED(Form.MOMENT),
    IMPACTS_ACCOUNT_HEALTH(Form.FLAG),

    METRIC(Form.TEXT),
    CATEGORY(Form.TEXT),
    FROM(Form.DAY),
    TO(Form.DAY),
    AFFECTED(Form.COUNT),
    TOTAL(Form.COUNT),
    /** As the source states it, a fraction written in decimal: for at-least metrics the good share. */
    RATE(Form.DECIMAL),
    SCORE(Form.COUNT),
    /** The newest day that the whole report tells of; Amazon's own reports have one. */
    STATED_ON(Form.DAY),
    NEGATIVE_FEEDBACK_COUNT(Form.COUNT),
    A_TO_Z_CLAIM_COUNT(Form.COUNT),
    CHARGEBACK_COUNT(Form.COUNT),
    /** A status as the source words it. */
    STATUS(Form.TEXT);

    /** How a value of the field is written down. */
    public enum Form {
        /** Amazon's 3-7-7 digits packed into a long, anything else by its place in the table's texts. */
        ORDER_ID,
        /** An instant or a plain day, see {@link Moments}. */
        MOMENT,
        /** A day as its number since 1970-01-01. */
        DAY,
        /** A whole number from zero. */
        COUNT,
        /** 0 or 1. */
        FLAG,
        /** One of a closed list of words, kept by {@link Code}. */
        CODE,
        /** Text, interned in the table. */
        TEXT,
        /** Decimal text, interned in the table; exact. */
        DECIMAL
    }

    private final Form form;

    Field(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    boolean isWide() {
        return form == Form.ORDER_ID || form == Form.MOMENT || form == Form.COUNT;
    }

    boolean isText() {
        return form == Form.TEXT || form == Form.DECIMAL;
    }
}
