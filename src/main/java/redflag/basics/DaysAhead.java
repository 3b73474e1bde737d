package redflag.basics;

import java.time.LocalDate;

/**
 * How far exports may be ahead of the as-of date: their last day is one of UTC, or of the zone of whoever downloaded them,
 * and a night looks from the day before it, mostly: that may be the day after the marketplace's.
 */
public final class DaysAhead {

    private DaysAhead() {}

    /** Whether the day is one that an export made on the as-of date can't have; the day after it can. */
    public static boolean isLater(LocalDate day, LocalDate asOf) {
        return day.isAfter(asOf) && !day.equals(asOf.plusDays(1));
    }
}
