package redflag.calendar;

/**
 * Monday to Friday. Amazon counts handling and confirmation in business days (domain.md §1.3); holidays are not left out
 * here, see {@link WorkingDays}. Days go by their number since 1970-01-01.
 */
public final class BusinessDays {

    /** 1970-01-01 was a Thursday. */
    private static final int DAYS_AFTER_MONDAY = 3;

    private static final int OF_A_WEEK = 5;

    private BusinessDays() {}

    public static boolean isOne(int day) {
        return Math.floorMod(day + DAYS_AFTER_MONDAY, 7) < OF_A_WEEK;
    }

    /** How many there are after the one day, up to the other, which is included; negative where that is earlier. */
    public static int between(int after, int until) {
        return upTo(until) - upTo(after);
    }

    /** The day on which so many have passed. */
    public static int plus(int day, int count) {
        int last = day;
        for (int left = count; left > 0; ) {
            last++;
            left -= isOne(last) ? 1 : 0;
        }
        return last;
    }

    private static int upTo(int day) {
        int sinceMonday = day + DAYS_AFTER_MONDAY;
        return Math.floorDiv(sinceMonday, 7) * OF_A_WEEK + Math.min(Math.floorMod(sinceMonday, 7) + 1, OF_A_WEEK);
    }
}
