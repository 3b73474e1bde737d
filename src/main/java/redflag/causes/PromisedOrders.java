package redflag.causes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;

/**
 * The seller's orders of which a list of packages would tell: those promised into the days that it covers, listed or not. Of
 * an order without a promise the day on which it was placed tells, by how long listed ones had from there to their promise.
 */
final class PromisedOrders {

    private final Rows rows;
    private final StoreOrders orders;

    PromisedOrders(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
    }

    /** @param listed places of the listed ones that are known; they are always among them */
    int[] of(Subject untracked, Set<Integer> listed) {
        if (listed.isEmpty()) {
            return new int[0];
        }
        int[] others = untracked
                .population()
                .map(population -> population.orders())
                .orElseGet(() -> promisedInto(covered(untracked), untracked, listed));
        return IntStream.concat(
                        Arrays.stream(others).filter(order -> !orders.isCancelled(order)),
                        listed.stream().mapToInt(Integer::intValue))
                .distinct()
                .sorted()
                .toArray();
    }

    /** The window, and of it the days that the list can know. */
    private Period covered(Subject untracked) {
        Period window = untracked.reading().target().window(rows.ledger().asOf());
        Optional<LocalDate> written =
                rows.ledger().defects().untrackedPackages().stream().findFirst().flatMap(DefectList::writtenOn);
        return written.filter(day -> day.isBefore(window.to()) && !day.isBefore(window.from()))
                .map(day -> new Period(window.from(), day))
                .orElse(window);
    }

    private int[] promisedInto(Period window, Subject untracked, Set<Integer> listed) {
        int from = (int) window.from().toEpochDay();
        int to = (int) window.to().toEpochDay();
        int shortest = Integer.MAX_VALUE;
        int longest = 0;
        for (Defect defect : untracked.defects()) {
            int order = rows.find(defect);
            if (order >= 0) {
                int lead = Math.max(0, (int) defect.axisDate().toEpochDay() - orders.epochDay(order));
                shortest = Math.min(shortest, lead);
                longest = Math.max(longest, lead);
            }
        }
        // beside the days on which every order is promised into the window those of the listed ones: rather one too
        // many
        int firstPlaced = Math.min(
                from - shortest,
                listed.stream().mapToInt(orders::epochDay).min().orElseThrow());
        int lastPlaced = Math.max(
                to - longest, listed.stream().mapToInt(orders::epochDay).max().orElseThrow());
        return IntStream.range(0, orders.size())
                .filter(order -> orders.isFulfilledBy(order, Code.MFN))
                .filter(order -> {
                    long promised = rows.moment(Field.EXPECTED_DELIVERY, orders.orderId(order));
                    return promised == Moments.NONE
                            ? isIn(orders.epochDay(order), firstPlaced, lastPlaced)
                            : isIn(rows.day(promised), from, to);
                })
                .toArray();
    }

    private static boolean isIn(int day, int from, int to) {
        return day >= from && day <= to;
    }
}
