package redflag.outlook;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How many orders (packages, units) a store usually has on each day of the week: the mean of the last four weeks that are
 * known, or of as many whole ones as are.
 *
 * @param knownOn the last of those days
 * @param weeks from 1 to 4
 * @param sums of those weeks, Monday first; divided by {@code weeks} they are the usual volume of the weekday
 */
public record UsualVolume(LocalDate knownOn, int weeks, List<Long> sums) {

    private static final int MOST_WEEKS = 4;
    private static final int DAYS_OF_A_WEEK = 7;

    public UsualVolume {
        sums = List.copyOf(sums);
    }

    /** Missing where less than a week is known. */
    static Optional<UsualVolume> of(Tally tally, LocalDate knownOn) {
        long known = ChronoUnit.DAYS.between(tally.knownFrom(), knownOn) + 1;
        int weeks = (int) Math.min(MOST_WEEKS, Math.floorDiv(known, DAYS_OF_A_WEEK));
        if (weeks < 1) {
            return Optional.empty();
        }
        List<Long> sums = new ArrayList<>(Collections.nCopies(DAYS_OF_A_WEEK, 0L));
        for (int back = 0; back < weeks * DAYS_OF_A_WEEK; back++) {
            LocalDate day = knownOn.minusDays(back);
            sums.set(place(day), sums.get(place(day)) + tally.total(day));
        }
        return Optional.of(new UsualVolume(knownOn, weeks, sums));
    }

    /** So many days it rests on. */
    public int days() {
        return weeks * DAYS_OF_A_WEEK;
    }

    /** All of those days together. */
    public long orders() {
        return sums.stream().mapToLong(Long::longValue).sum();
    }

    /** The usual volume of the day, times {@link #weeks}. */
    long times(LocalDate day) {
        return sums.get(place(day));
    }

    private static int place(LocalDate day) {
        return day.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    }
}
