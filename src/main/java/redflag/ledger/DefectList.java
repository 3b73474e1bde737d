package redflag.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import redflag.basics.DaysAhead;
import redflag.basics.Period;

/**
 * One of Amazon's lists of orders with defects, as far as it concerns one store.
 *
 * @param file the list
 * @param headerOnly no row stood under the header: it says that there is none, but not for which fulfilment
 * @param speaksFor the fulfilments (MFN, AFN) that its rows name
 * @param knowsKinds the kinds of defect that it has a column for; all of them on a list of late shipments
 * @param rowsRejected rows of the file that could not be used, and may have listed more
 * @param unplacedOn of rows that could be any store's the days on which their orders were placed; {@link #DAY_UNKNOWN}
 *     where the list does not say
 * @param writtenOn the day on which its file was written, in the store's zone, where it is known: of later days it knows
 *     nothing
 * @param sureFrom the day before which its orders are those of an older list, and may have been taken off since; missing
 *     where there are none
 * @param newestRow the newest day that its file tells of, of whatever store
 * @param orders each order once, by order id
 */
public record DefectList(
        String file,
        boolean headerOnly,
        Set<Code> speaksFor,
        Set<Code> knowsKinds,
        long rowsRejected,
        List<LocalDate> unplacedOn,
        Optional<LocalDate> writtenOn,
        Optional<LocalDate> sureFrom,
        Optional<LocalDate> newestRow,
        List<ListedOrder> orders) {

    public static final LocalDate DAY_UNKNOWN = LocalDate.MIN;

    public DefectList {
        speaksFor = Set.copyOf(speaksFor);
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        kinds.addAll(knowsKinds);
        knowsKinds = java.util.Collections.unmodifiableSet(kinds);
        unplacedOn = List.copyOf(unplacedOn);
        orders = List.copyOf(orders);
    }

    /** Whether it was made so long after that day that its first days may be lost; one day is granted for zones. */
    public boolean isOfDaysAfter(LocalDate day) {
        return newestRow.filter(newest -> DaysAhead.isLater(newest, day)).isPresent();
    }

    /** The same list with each order as {@code change} makes it. */
    public DefectList each(UnaryOperator<ListedOrder> change) {
        return new DefectList(
                file,
                headerOnly,
                speaksFor,
                knowsKinds,
                rowsRejected,
                unplacedOn,
                writtenOn,
                sureFrom,
                newestRow,
                orders.stream().map(change).toList());
    }

    /** Whether this one is known to have been written on a later day. */
    public boolean isWrittenAfter(DefectList other) {
        return writtenOn.isPresent()
                && other.writtenOn.isPresent()
                && writtenOn.get().isAfter(other.writtenOn.get());
    }

    /** Rows that could not be used, and may have listed orders of this store placed within these days. */
    public long mayHide(Period days) {
        return rowsRejected
                + unplacedOn.stream()
                        .filter(day -> day.equals(DAY_UNKNOWN) || days.contains(day))
                        .count();
    }
}
