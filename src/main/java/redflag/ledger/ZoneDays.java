package redflag.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Which day an instant falls on in a zone. Keeps the stretch of constant offset it met last, since rows of a file lie
 * close together: a date object per row costs more than reading the row. Not safe for several threads.
 */
public final class ZoneDays {

    private final ZoneRules rules;
    private long from = 1;
    private long until;
    private int offsetSeconds;

    public ZoneDays(ZoneId zone) {
        this.rules = zone.getRules();
    }

    /** The day in the zone at this second since 1970, as a day number since 1970-01-01. */
    public int epochDay(long epochSecond) {
        if (epochSecond < from || epochSecond >= until) {
            meet(epochSecond);
        }
        return (int) Math.floorDiv(epochSecond + offsetSeconds, 86_400L);
    }

    /** Seconds by which the zone is ahead of UTC at this second since 1970. */
    public int offset(long epochSecond) {
        if (epochSecond < from || epochSecond >= until) {
            meet(epochSecond);
        }
        return offsetSeconds;
    }

    private void meet(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        offsetSeconds = rules.getOffset(instant).getTotalSeconds();
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        from = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        until = after == null ? Long.MAX_VALUE : after.toEpochSecond();
    }
}
