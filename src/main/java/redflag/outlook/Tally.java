package redflag.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Rate;

/**
 * What a rate is counted from, day by day of its axis: so many orders (packages, units), of which so many are affected.
 * It reaches past the window's end to the newest day that the exports know, for those days will be in a window yet, and as
 * far back as usual volumes need. Immutable.
 */
public final class Tally {

    private final LocalDate from;
    private final LocalDate knownFrom;
    private final int[] totals;
    private final int[] affected;

    /** @param from the first day, and the first that is known */
    public Tally(LocalDate from, int[] totals, int[] affected) {
        this(from, from, totals, affected);
    }

    /**
     * @param from the first day
     * @param knownFrom the first day on which there was a store that the exports know; earlier ones have nothing
     * @param totals of each day, the affected ones among them
     * @param affected of each day, as many days as {@code totals}
     */
    public Tally(LocalDate from, LocalDate knownFrom, int[] totals, int[] affected) {
        if (totals.length != affected.length) {
            throw new IllegalArgumentException(totals.length + " days of totals, " + affected.length + " of affected");
        }
        this.from = from;
        this.knownFrom = knownFrom.isBefore(from) ? from : knownFrom;
        this.totals = totals.clone();
        this.affected = affected.clone();
    }

    public LocalDate from() {
        return from;
    }

    /** The first day that says how many are usual: before it the exports know nothing, or there was no store. */
    public LocalDate knownFrom() {
        return knownFrom;
    }

    /** The last day, included. */
    public LocalDate to() {
        return from.plusDays(totals.length - 1L);
    }

    public boolean covers(Period days) {
        return !days.from().isBefore(from) && !days.to().isAfter(to());
    }

    /** All of a day; 0 outside of the days that it covers. */
    public int total(LocalDate day) {
        return at(totals, day);
    }

    /** The affected of a day; 0 outside of the days that it covers. */
    public int affected(LocalDate day) {
        return at(affected, day);
    }

    private int at(int[] counts, LocalDate day) {
        long place = ChronoUnit.DAYS.between(from, day);
        return place < 0 || place >= counts.length ? 0 : counts[(int) place];
    }

    /** Both counts over these days, both ends included; missing where there is nothing to count. */
    public Optional<Rate> over(Period days) {
        long bad = 0;
        long all = 0;
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            bad += affected(day);
            all += total(day);
        }
        return all == 0 ? Optional.empty() : Optional.of(new Rate(bad, all));
    }
}
