package redflag.documents;

import redflag.basics.Period;

/**
 * What the exports know of the units that a store sold of a listing, cancelled ones apart.
 *
 * @param listing ASIN or SKU
 * @param within the days asked about, both ends included
 * @param units in these days, as far as the exports go
 * @param daysKnown of how many of the days the order exports hold every order
 * @param daysSold how many of the days it could have sold at all: not those before the seller began
 * @param isAtLeast whether rows may hold more that can't be told: without product or quantity, or rejected
 */
public record UnitsSold(String listing, Period within, long units, int daysKnown, int daysSold, boolean isAtLeast) {

    /** Whether no unit can be missing. */
    public boolean isWhole() {
        return daysKnown >= daysSold && !isAtLeast;
    }
}
