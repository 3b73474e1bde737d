package redflag.report;

import java.time.LocalDate;
import java.util.Comparator;
import redflag.rules.Status;

/** What burns first on top: the order of the portfolio. */
public final class BurnsFirst {

    /** A deadline so many days ahead does not push a store up yet. */
    static final int DAYS_OF_A_DEADLINE = 7;

    /**
     * By risk level; in it what is overdue or due within seven days, the earliest first; then by how many metrics are off
     * target, most first; then by the first day on which a further one will be, at the usual pace; then by id.
     */
    public static final Comparator<StoreOutcome> ORDER = Comparator.comparing(StoreOutcome::risk)
            .thenComparing(BurnsFirst::deadline)
            .thenComparing(Comparator.comparing(BurnsFirst::offTarget).reversed())
            .thenComparing(BurnsFirst::daysToOffTarget)
            .thenComparing(StoreOutcome::store);

    private BurnsFirst() {}

    private static LocalDate deadline(StoreOutcome store) {
        return store.detail()
                .deadline()
                .map(StoreDetail.Deadline::on)
                .filter(day -> !day.isAfter(store.asOf().plusDays(DAYS_OF_A_DEADLINE)))
                .orElse(LocalDate.MAX);
    }

    private static long offTarget(StoreOutcome store) {
        return store.readings().stream()
                .filter(reading -> reading.enforced() && reading.status() == Status.OFF_TARGET)
                .count();
    }

    /** At the usual pace; the longest for a store of which no such day is known. */
    private static long daysToOffTarget(StoreOutcome store) {
        return store.daysToFirstDayOffTarget().orElse(Long.MAX_VALUE);
    }
}
