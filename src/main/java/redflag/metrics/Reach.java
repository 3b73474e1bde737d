package redflag.metrics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.ledger.DefectList;
import redflag.ledger.StoreLedger;
import redflag.rules.Target;

/**
 * The window as far as the order exports reach.
 *
 * @param counted the days to count: the window, those behind it that the exports know, and some before it
 * @param knownFrom the first day that the exports know of a store that was there; days of {@code counted} before it say nothing
 * @param knownOn the as-of date that it is the window of
 * @param grounds the order exports, and the list if it is the reach of one
 * @param startsLate whether the order exports begin within it, by few days
 * @param why it can't be measured, where they begin too late
 */
record Reach(
        Period window,
        Period counted,
        LocalDate knownFrom,
        LocalDate knownOn,
        List<Ground> grounds,
        boolean startsLate,
        Optional<Remark> why) {

    /** A first order this many days into the window may simply be the first: small stores have days without one. */
    private static final int TOLERATED_GAP_DAYS = 3;

    /** From this many orders a day on, a day without one is a day that the file lacks. */
    private static final int ORDERS_A_DAY_OF_A_BUSY_STORE = 3;

    /** So many days show the usual volume, each weekday four times. */
    private static final int DAYS_OF_USUAL_VOLUME = 28;

    /** The windows of so many nights before are counted anew beside what was counted then. */
    private static final int NIGHTS_BEFORE = 14;

    static Reach of(StoreLedger ledger, Target target) {
        return of(ledger, target, ledger.asOf(), List.of(ofOrders(ledger, target)));
    }

    /** The same as far as a list of defects can know, which is to the day on which it was written. */
    static Reach of(StoreLedger ledger, Target target, DefectList list) {
        LocalDate listed = list.writtenOn().orElse(ledger.asOf());
        List<Ground> grounds = new ArrayList<>(List.of(ofOrders(ledger, target)));
        Optional.ofNullable(ledger.kinds().get(list.file()))
                .ifPresent(kind -> grounds.add(new Ground(Optional.of(kind), listed)));
        return of(ledger, target, listed, grounds);
    }

    /** Orders of days after the end of a lagging window are not needed yet: without them nothing is old. */
    private static Ground ofOrders(StoreLedger ledger, Target target) {
        long lacking = ledger.ordersCover()
                .map(cover -> ChronoUnit.DAYS.between(
                        cover.to(), target.window(ledger.asOf()).to()))
                .orElse(0L);
        return new Ground(ledger.orderKind(), ledger.asOf().minusDays(Math.max(0, lacking)));
    }

    private static Reach of(StoreLedger ledger, Target target, LocalDate listed, List<Ground> grounds) {
        LocalDate asOf = listed.isBefore(ledger.asOf()) ? listed : ledger.asOf();
        Period whole = target.window(asOf);
        if (ledger.ordersCover().isEmpty()) {
            // an export without a row: there were no orders
            Period counted = counted(whole, asOf, LocalDate.MIN);
            LocalDate since = ledger.store().sellerSince().orElse(counted.from());
            return new Reach(whole, counted, since, asOf, grounds, false, Optional.empty());
        }
        Period cover = ledger.ordersCover().get();
        long shift = Math.max(0, ChronoUnit.DAYS.between(cover.to(), whole.to()));
        LocalDate knownOn = asOf.minusDays(shift);
        Period window = target.window(knownOn);
        LocalDate needed = ledger.store()
                .sellerSince()
                .filter(since -> since.isAfter(window.from()))
                .orElse(window.from());
        long gap = ChronoUnit.DAYS.between(needed, cover.from());
        Optional<Remark> why = gap > TOLERATED_GAP_DAYS
                ? Optional.of(new Remark("why.orders-start-too-late", Map.of("from", cover.from(), "needed", needed)))
                : Optional.empty();
        LocalDate newest = cover.to().isBefore(asOf) ? cover.to() : asOf;
        LocalDate knownFrom = ledger.store()
                .sellerSince()
                .filter(since -> since.isAfter(cover.from()))
                .orElse(cover.from());
        return new Reach(window, counted(window, newest, cover.from()), knownFrom, knownOn, grounds, gap > 0, why);
    }

    /** @param begins the first day that the exports know: what was before it is unknown, and not none */
    private static Period counted(Period window, LocalDate newest, LocalDate begins) {
        LocalDate first = earlier(window.from().minusDays(NIGHTS_BEFORE), newest.minusDays(DAYS_OF_USUAL_VOLUME - 1L));
        LocalDate known = first.isBefore(begins) ? begins : first;
        return new Period(earlier(window.from(), known), newest);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether days at its start are missing, which a store with so many orders would not have had without one. */
    boolean lacksDays(long total) {
        return startsLate && total >= (long) ORDERS_A_DAY_OF_A_BUSY_STORE * window.days();
    }
}
