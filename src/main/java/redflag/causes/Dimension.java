package redflag.causes;

import java.util.Locale;

/** By what orders are put into groups. */
public enum Dimension {
    SKU("sku"),
    ASIN("asin"),
    CARRIER("carrier"),
    SHIP_SERVICE("shipService"),
    /** The country that the order goes to. */
    DESTINATION("destination"),
    /** Of the order, in the marketplace's zone: {@code MONDAY}. */
    WEEKDAY("weekday"),
    /** Four hours of the day on which it was placed, in the marketplace's zone: {@code 08-12}. */
    HOURS("hours"),
    /** Units of the order: {@code 1}, {@code 2-3}, {@code 4+}. */
    UNITS("units"),
    /** Days from the order to the day until which it must be handed over. */
    HANDLING_DAYS("handlingDays"),
    /** A block of days without a gap, found by looking at all of them: {@code 2026-10-01/2026-10-04}. */
    DAYS("days");

    private final String jsonName;

    Dimension(String jsonName) {
        this.jsonName = jsonName;
    }

    public String jsonName() {
        return jsonName;
    }

    /** As in ids of causes. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
