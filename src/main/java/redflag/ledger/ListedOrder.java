package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order on one of Amazon's lists of orders with defects.
 *
 * @param placedOn the day it was placed, in the marketplace's zone
 * @param fulfilment MFN or AFN, by the order or else by the list
 * @param kinds NEGATIVE_FEEDBACK, A_TO_Z_CLAIM, CHARGEBACK; empty on a list of late shipments
 * @param counts false if the list says that it does not impact account health
 * @param inOrders whether the order exports know it
 * @param from the rows of the list
 */
public record ListedOrder(
        String orderId,
        LocalDate placedOn,
        Optional<Code> fulfilment,
        Set<Code> kinds,
        boolean counts,
        Optional<String> sku,
        boolean inOrders,
        List<Source> from) {

    public ListedOrder {
        EnumSet<Code> copy = EnumSet.noneOf(Code.class);
        copy.addAll(kinds);
        kinds = Collections.unmodifiableSet(copy);
        from = List.copyOf(from);
    }

    /** The same order without this kind of defect. */
    public ListedOrder without(Code kind) {
        EnumSet<Code> others = EnumSet.noneOf(Code.class);
        others.addAll(kinds);
        others.remove(kind);
        return new ListedOrder(orderId, placedOn, fulfilment, others, counts, sku, inOrders, from);
    }
}
