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
 * @param kinds NEGATIVE_FEEDBACK, A_TO_Z_CLAIM, CHARGEBACK; MISSING_INVOICE, LATE_INVOICE; empty on a list of late shipments
 * @param counts false if the list says that it does not impact account health
 * @param inOrders whether the order exports know it
 * @param delivery what lists of packages and deliveries say besides
 * @param course when it was to happen and when it did, as far as the list says
 * @param reason why, as the list words it; of several the first by its letters
 * @param signs what the buyer's comments complain of; on a list of packages what is wrong with the tracking number of each
 *     package of the order
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
        Course course,
        Optional<String> reason,
        Set<Code> signs,
        List<Source> from) {

    public ListedOrder {
        kinds = copy(kinds);
        signs = copy(signs);
        from = List.copyOf(from);
    }

    private static Set<Code> copy(Set<Code> codes) {
        EnumSet<Code> copy = EnumSet.noneOf(Code.class);
        copy.addAll(codes);
        return Collections.unmodifiableSet(copy);
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

    /**
     * The course of an order in moments, see {@link Moments}; {@link Moments#NONE} where the list does not say. Of several
     * rows the earliest limit and the last of what was done.
     *
     * @param confirmed when the seller told Amazon that it was handed over
     * @param shipService the service or ship method as the list spells it
     * @param asksCarrier whether the list has a column for the carrier, so that a blank one says something
     */
    public record Course(
            long expectedShip,
            long shipped,
            long confirmed,
            long expectedDelivery,
            long delivered,
            Optional<String> shipService,
            boolean asksCarrier) {

        public static final Course NONE = new Course(
                Moments.NONE, Moments.NONE, Moments.NONE, Moments.NONE, Moments.NONE, Optional.empty(), false);

        static Course of(FactTable table, int row) {
            return new Course(
                    table.moment(Field.EXPECTED_SHIP, row),
                    table.moment(Field.SHIPPED, row),
                    table.moment(Field.SHIP_CONFIRMED, row),
                    table.moment(Field.EXPECTED_DELIVERY, row),
                    table.moment(Field.DELIVERED, row),
                    table.text(Field.SHIP_SERVICE, row),
                    table.hasColumn(Field.CARRIER));
        }

        /** What two rows, of one list or of several, say together. */
        public Course and(Course other) {
            return new Course(
                    earlier(expectedShip, other.expectedShip),
                    later(shipped, other.shipped),
                    later(confirmed, other.confirmed),
                    earlier(expectedDelivery, other.expectedDelivery),
                    later(delivered, other.delivered),
                    ListRows.first(shipService, other.shipService),
                    asksCarrier || other.asksCarrier);
        }

        private static long earlier(long one, long other) {
            if (one == Moments.NONE || other == Moments.NONE) {
                return one == Moments.NONE ? other : one;
            }
            return Moments.epochSecond(other) < Moments.epochSecond(one) ? other : one;
        }

        private static long later(long one, long other) {
            if (one == Moments.NONE || other == Moments.NONE) {
                return one == Moments.NONE ? other : one;
            }
            return Moments.epochSecond(other) > Moments.epochSecond(one) ? other : one;
        }
    }

    /** The same order without this kind of defect. */
    public ListedOrder without(Code kind) {
        EnumSet<Code> others = EnumSet.noneOf(Code.class);
        others.addAll(kinds);
        others.remove(kind);
        return new ListedOrder(
                orderId, placedOn, fulfilment, others, counts, sku, inOrders, delivery, course, reason, signs, from);
    }
}
