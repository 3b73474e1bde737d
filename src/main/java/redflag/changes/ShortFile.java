package redflag.changes;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.ledger.StoreLedger;
import redflag.past.Snapshot;

/**
 * Whether the order reports are valid and hold far fewer orders on their newest days than the store is used to: Amazon has
 * let reports be silently incomplete for a week (market.md §1.2). What it is used to is what the reports or the nights
 * before knew of the same weekdays, whichever is more, for a report that is short may be so on every day. The day on which a
 * report ends is left out, for it is mostly not over.
 */
public final class ShortFile {

    private static final int NEWEST_DAYS = 3;
    private static final int WEEKS_OF_USUAL_VOLUME = 4;

    /**
     * Of 25 orders that were to be expected, fewer than 8 come by chance less than once in twenty thousand times (Poisson).
     * Of fewer, a quiet weekend can't be told from a short file.
     */
    private static final long LEAST_EXPECTED = 25;

    private static final double SHARE_THAT_IS_SHORT = 0.3;

    private ShortFile() {}

    /**
     * Missing where there is nothing to say, or neither reports nor nights reach back far enough to tell.
     *
     * @param earlier of the newest earlier night
     */
    public static Optional<Remark> warning(StoreLedger ledger, Optional<Snapshot> earlier) {
        Optional<Period> cover = ledger.ordersCover();
        if (cover.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = cover.get().to().minusDays(1);
        LocalDate first = last.minusDays(NEWEST_DAYS - 1L);
        if (first.isBefore(cover.get().from())) {
            return Optional.empty();
        }
        Map<LocalDate, Long> known = Snapshots.orders(ledger, earlier);
        long before = 0;
        for (int week = 1; week <= WEEKS_OF_USUAL_VOLUME; week++) {
            for (int day = 0; day < NEWEST_DAYS; day++) {
                Long orders = known.get(first.plusDays(day).minusWeeks(week));
                if (orders == null) {
                    return Optional.empty();
                }
                before += orders;
            }
        }
        long found = ledger.orders().placedIn(first, last).length;
        long expected = before / WEEKS_OF_USUAL_VOLUME;
        return expected >= LEAST_EXPECTED && found < expected * SHARE_THAT_IS_SHORT
                ? Optional.of(new Remark(
                        "warning.short-file", Map.of("found", found, "expected", expected, "from", first, "to", last)))
                : Optional.empty();
    }
}
