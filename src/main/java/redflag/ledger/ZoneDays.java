package redflag.ledger;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Which day an instant falls on in a zone. Keeps the stretches of constant offset that it met last, of which orders lie in a few:
 * a date object per row costs more than reading the row. Not safe for several threads.
 */
public final class ZoneDays {

    private static final long SECONDS_OF_A_DAY = 86_400;

    /** Two years of them. */
    private static final int STRETCHES = 4;

    private final ZoneRules rules;
    /** Each stretch is from its first second to before its last; those not met yet are empty. */
    private final long[] froms = new long[STRETCHES];

    private final long[] untils = new long[STRETCHES];
    private final int[] offsets = new int[STRETCHES];
    private int last;

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
        for (int i = 0; i < STRETCHES; i++) {
            if (epochSecond >= froms[i] && epochSecond < untils[i]) {
                return offsets[i];
            }
        }
        return meet(epochSecond);
    }

    /** In place of the stretch met longest ago. */
    private int meet(long epochSecond) {
        Instant instant = Instant.ofEpochSecond(epochSecond);
        ZoneOffsetTransition before = rules.previousTransition(instant.plusSeconds(1));
        ZoneOffsetTransition after = rules.nextTransition(instant);
        last = (last + 1) % STRETCHES;
        froms[last] = before == null ? Long.MIN_VALUE : before.toEpochSecond();
        untils[last] = after == null ? Long.MAX_VALUE : after.toEpochSecond();
        offsets[last] = rules.getOffset(instant).getTotalSeconds();
        return offsets[last];
    }
}
