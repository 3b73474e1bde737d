package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order on one of Amazon's lists of orders with defects; on lists of packages or deliveries what of an order was promised
 * for one day and is of one category.
 *
 * @param placedOn the day it was placed, in the marketplace's zone
 * @param fulfilment MFN or AFN, by the order or else by the list
 * @param kinds NEGATIVE_FEEDBACK, A_TO_Z_CLAIM, CHARGEBACK; empty on a list of late shipments
 * @param counts false if the list says that it does not impact account health
 * @param inOrders whether the order exports know it
 * @param delivery what lists of packages and deliveries say besides
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
        Delivery delivery,
        List<Source> from) {

    public ListedOrder {
        EnumSet<Code> copy = EnumSet.noneOf(Code.class);
        copy.addAll(kinds);
        kinds = Collections.unmodifiableSet(copy);
        from = List.copyOf(from);
    }

    /**
     * What is known of packages or units.
     *
     * @param promisedOn the day in the marketplace's zone until which the buyer was promised to have it
     * @param category product category as the list spells it
     * @param count so many packages or units; 0 where the list is of orders
     */
    public record Delivery(
            Optional<LocalDate> promisedOn, Optional<String> carrier, Optional<String> category, long count) {

        static final Delivery NONE = new Delivery(Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** The same order without this kind of defect. */
    public ListedOrder without(Code kind) {
        EnumSet<Code> others = EnumSet.noneOf(Code.class);
        others.addAll(kinds);
        others.remove(kind);
        return new ListedOrder(orderId, placedOn, fulfilment, others, counts, sku, inOrders, delivery, from);
    }
}
