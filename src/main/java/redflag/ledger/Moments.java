package redflag.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A point in time in one long: an instant to the second, or a plain day whose zone the export does not tell.
 *
 * <p>The lowest bit tells which. A plain day is the day of whoever wrote the file: it is not moved between zones.
 */
public final class Moments {

    /** Stands for no value in a column. */
    public static final long NONE = Long.MIN_VALUE;

    private Moments() {}

    public static long ofEpochSecond(long seconds) {
        return seconds << 1 | 1;
    }

    public static long ofDay(LocalDate day) {
        return day.toEpochDay() << 1;
    }

    public static boolean isInstant(long moment) {
        return (moment & 1) == 1;
    }

    /** Seconds since 1970 for comparing; a plain day counts from its midnight in UTC. */
    public static long epochSecond(long moment) {
        return isInstant(moment) ? moment >> 1 : (moment >> 1) * 86_400;
    }

    /** The day as its number since 1970-01-01: of the zone for an instant, itself for a plain day. */
    public static int epochDay(long moment, ZoneDays zone) {
        return isInstant(moment) ? zone.epochDay(moment >> 1) : (int) (moment >> 1);
    }

    /** Whether it is past the limit. Where one of the two is a plain day, days are compared: nobody said until which hour. */
    public static boolean isAfter(long moment, long limit, ZoneDays zone) {
        return isInstant(moment) && isInstant(limit)
                ? epochSecond(moment) > epochSecond(limit)
                : epochDay(moment, zone) > epochDay(limit, zone);
    }

    /** As text for people: {@code 2026-11-02T10:19:22Z} or {@code 2026-11-02}. */
    public static String text(long moment) {
        return isInstant(moment)
                ? Instant.ofEpochSecond(moment >> 1).toString()
                : LocalDate.ofEpochDay(moment >> 1).toString();
    }
}
