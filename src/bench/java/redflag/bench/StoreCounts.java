package redflag.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import redflag.basics.Period;
import redflag.basics.Store;
import redflag.sample.SampleAgency;

/**
 * What each contender counts: of every store the seller-fulfilled orders of four windows, and which of them are cancelled.
 * An order counts once, however many rows it has, and is cancelled if all of them are.
 */
final class StoreCounts {

    /** Length and lag in days, as the order-defect, late-shipment and cancellation windows have them. */
    static final List<Period> WINDOWS = List.of(window(60, 15), window(30, 0), window(10, 0), window(7, 1));

    private final TreeMap<String, long[]> counts = new TreeMap<>();

    private static Period window(int lengthDays, int lagDays) {
        return Period.window(SampleAgency.AS_OF, lengthDays, lagDays);
    }

    /** Orders and cancelled ones of each window, in turn. */
    synchronized void put(String account, String salesChannel, long[] of) {
        counts.put(account + "\t" + salesChannel, of);
    }

    void print() {
        counts.forEach((store, of) -> {
            StringBuilder line = new StringBuilder(store);
            for (long count : of) {
                line.append('\t').append(count);
            }
            System.out.println(line);
        });
    }

    /** When the window begins for the store, in seconds since 1970. */
    static long begins(Store store, Period window) {
        return midnight(store, window.from());
    }

    /** When the first day after it begins. */
    static long ends(Store store, Period window) {
        return midnight(store, window.to().plusDays(1));
    }

    private static long midnight(Store store, LocalDate day) {
        return day.atStartOfDay(store.marketplace().zone()).toEpochSecond();
    }
}
