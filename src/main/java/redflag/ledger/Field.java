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
    /** What the buyer pays for all units of a line, as the export writes it. */
    ITEM_PRICE(Form.TEXT),
    SHIP_SERVICE(Form.TEXT),
    CARRIER(Form.TEXT),
    /** The country that an order goes to, as the export spells it; no more of the address is ever kept. */
    SHIP_COUNTRY(Form.TEXT),
    /** Whether the buyer is a customer of Amazon Business. */
    BUSINESS_ORDER(Form.FLAG),
    BUYER_REQUESTED_CANCELLATION(Form.FLAG),
    CANCELLED_BY(Form.CODE),
    /** Until when the seller must hand it over. */
    EXPECTED_SHIP(Form.MOMENT),
    /** When it was handed over; of several packages the last. */
    SHIPPED(Form.MOMENT),
    /** When the seller told Amazon that it was. */
    SHIP_CONFIRMED(Form.MOMENT),
    /** Until when the buyer was promised to have it. */
    EXPECTED_DELIVERY(Form.MOMENT),
    DELIVERED(Form.MOMENT),
    /** Whether a tracking number is there; not whether a carrier knows it. */
    TRACKED(Form.FLAG),

    NEGATIVE_FEEDBACK(Form.FLAG),
    A_TO_Z_CLAIM(Form.FLAG),
    CHARGEBACK(Form.FLAG),
    DEFECT_KIND(Form.CODE),
    /** Stars from 1 to 5; one and two are negative. */
    RATING(Form.COUNT),
    IMPACTS_ACCOUNT_HEALTH(Form.FLAG),
    /** When a feedback was given, a return asked for, money moved. */
    HAPPENED(Form.MOMENT),
    /** Why, in the source's word or code. */
    REASON(Form.TEXT),
    /** What a buyer's comment complains of; the comment itself is never kept. */
    COMPLAINTS(Form.SIGNS),
    /** What is wrong with a tracking number; the number itself is never kept. */
    NUMBER_FAULTS(Form.SIGNS),

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
    STATUS(Form.TEXT),
    /** The state of the account as the source words it. */
    ACCOUNT_STATUS(Form.TEXT),
    /** What the Account Health page warns of at its top. */
    BANNER(Form.TEXT),

    ORDERS(Form.COUNT),
    UNITS_ORDERED(Form.COUNT),
    UNITS_SHIPPED(Form.COUNT),
    UNITS_REFUNDED(Form.COUNT),

    FNSKU(Form.TEXT),
    CONDITION(Form.TEXT),
    COUNTRY(Form.TEXT),
    /** Can be sold now. */
    AVAILABLE(Form.COUNT),
    INBOUND(Form.COUNT),
    RESERVED(Form.COUNT),
    UNSELLABLE(Form.COUNT),
    SHIPPED_IN_30_DAYS(Form.COUNT),

    /** What the agency calls a notice, a document or an action by. */
    ID(Form.TEXT),
    TITLE(Form.TEXT),
    /** ASINs or SKUs that something is about, with semicolons or blanks between. */
    LISTINGS(Form.TEXT),
    /** Orders that something is about, with semicolons or blanks between. */
    ORDER_LIST(Form.TEXT),
    /** When Amazon sent it. */
    RECEIVED(Form.MOMENT),
    DEADLINE(Form.MOMENT),
    STATE(Form.CODE),
    /** What a notice is about; {@link #REASON} has it as it is written. */
    NOTICE_KIND(Form.CODE),
    /** Whose infringement a notice is about. */
    RIGHT(Form.CODE),
    RIGHT_AS_WRITTEN(Form.TEXT),
    /** Whether an infringement is suspected or complained of. */
    COMPLAINT(Form.CODE),
    COMPLAINT_AS_WRITTEN(Form.TEXT),
    RIGHTS_OWNER(Form.TEXT),
    COMPLAINT_ID(Form.TEXT),
    /** Whether it can be appealed against; {@link #BANNER} has it as it is written. */
    APPEAL(Form.CODE),
    /** What Amazon writes. */
    AMAZON_WROTE(Form.TEXT),
    /** What was submitted to Amazon: days, each with a note. */
    SUBMITTED(Form.TEXT),
    /** What Amazon answered: days, each with a note. */
    AMAZON_ANSWERED(Form.TEXT),
    /** What a document is; {@link #DOCUMENT_KIND_AS_WRITTEN} has it as it is written. */
    DOCUMENT_KIND(Form.CODE),
    ISSUED(Form.DAY),
    /** Whose name a document of the seller bears. */
    HOLDER(Form.TEXT),
    /** Which address a document of the seller bears. */
    HOLDER_ADDRESS(Form.TEXT),
    FILE(Form.TEXT),
    /** What is to be confirmed, as a report words it. */
    MEASURE(Form.TEXT),
    DONE_ON(Form.DAY),
    /** What stands where a day should, of a column that keeps such rows; the last of them. */
    NOT_A_DAY(Form.TEXT),
    DONE_BY(Form.TEXT),
    PROOF(Form.TEXT),
    NOTE(Form.TEXT),
    /** Who is to see to something. */
    OWNER(Form.TEXT),
    /** Until when, as somebody wrote it down. */
    DUE(Form.TEXT),
    DOCUMENT_KIND_AS_WRITTEN(Form.TEXT),
    /** The last day on which a document is valid. */
    EXPIRES(Form.DAY),
    /** Who sold what an invoice is about. */
    SUPPLIER(Form.TEXT),
    /** To whom it was sold. */
    BUYER(Form.TEXT),
    /** How many units a document is about: a number, or one for each of its listings. */
    UNITS(Form.TEXT),
    /** Notices that a document is for, with semicolons or blanks between. */
    NOTICES(Form.TEXT);

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
        /** What a text that is not kept shows: any number of words of {@link Code}, as bits. */
        SIGNS,
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
        return form == Form.ORDER_ID || form == Form.MOMENT || form == Form.COUNT || form == Form.SIGNS;
    }

    boolean isText() {
        return form == Form.TEXT || form == Form.DECIMAL;
    }
}
