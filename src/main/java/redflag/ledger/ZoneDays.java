package redflag.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Which day an instant falls on in a zone. Keeps the two stretches of constant offset it met last, since orders lie
 * close together, before and after one change of clocks: a date object per row costs more than reading the row. Not safe for several threads.
 */
public final class ZoneDays {

    private static final long SECONDS_OF_A_DAY = 86_400;

    private final ZoneRules rules;
    private long from = 1;
    private long until;
    private int offsetSeconds;
    private long fromBefore = 1;
    private long untilBefore;
    private int offsetSecondsBefore;

    public ZoneDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The day in the zone at this second since 1970, as a day number since 1970-01-01. */
    public int epochDay(long epochSecond) {
        return (int) Math.floorDiv(epochSecond + offset(epochSecond), SECONDS_OF_A_DAY);
    }

    /** The time of day that clocks in the zone show at this second since 1970, in seconds since 00:00. */
    public int secondOfDay(long epochSecond) {
        return (int) Math.floorMod(epochSecond + offset(epochSecond), SECONDS_OF_A_DAY);
    }

    /** Seconds by which the zone is ahead of UTC at this second since 1970. */
    public int offset(long epochSecond) {
        if (epochSecond < from || epochSecond >= until) {
            meet(epochSecond);
        }
        return offsetSeconds;
    }

    private void meet(long epochSecond) {
        boolean isBefore = epochSecond >= fromBefore && epochSecond < untilBefore;
        long thisFrom = fromBefore;
        long thisUntil = untilBefore;
        int thisOffset = offsetSecondsBefore;
        fromBefore = from;
        untilBefore = until;
        offsetSecondsBefore = offsetSeconds;
        if (isBefore) {
            from = thisFrom;
            until = thisUntil;
            offsetSeconds = thisOffset;
            return;
        }
        Instant instant = Instant.ofEpochSecond(epochSecond);
        offsetSeconds = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        until = after == null ? Long.MAX_VALUE : after.toEpochSecond();
    }
}
