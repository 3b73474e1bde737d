package redflag.causes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.ListedOrder;
import redflag.ledger.Moments;
import redflag.ledger.StoreDefects;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Defect;

/** What a store's rows say of single orders: the exports of orders first, then Amazon's own lists. Not safe for several threads. */
final class Rows {

    private final StoreLedger ledger;
    private final StoreOrders orders;
    private final ZoneDays days;
    private @Nullable Map<String, ListedOrder.Course> courses;
    private @Nullable Map<String, ListedOrder> invoices;

    Rows(StoreLedger ledger) {
        this.ledger = ledger;
        this.orders = ledger.orders();
        this.days = new ZoneDays(ledger.store().marketplace().zone());
    }

    StoreLedger ledger() {
        return ledger;
    }

    StoreOrders orders() {
        return orders;
    }

    ZoneDays days() {
        return days;
    }

    /** The place among the orders, or -1. */
    int find(Defect defect) {
        return orders.find(defect.orderId());
    }

    /**
     * @param field EXPECTED_SHIP, SHIPPED, EXPECTED_DELIVERY or DELIVERED
     * @return see {@link Moments}; {@link Moments#NONE} where no export says
     */
    long moment(Field field, String orderId) {
        int order = orders.find(orderId);
        long said = order < 0 ? Moments.NONE : orders.moment(field, order);
        if (said != Moments.NONE) {
            return said;
        }
        ListedOrder.Course course = course(orderId);
        return switch (field) {
            case EXPECTED_SHIP -> course.expectedShip();
            case SHIPPED -> course.shipped();
            case EXPECTED_DELIVERY -> course.expectedDelivery();
            case DELIVERED -> course.delivered();
            default -> Moments.NONE;
        };
    }

    /** Whether both are known and the one is past the other. */
    boolean isAfter(Field done, Field limit, Defect defect) {
        return isAfter(moment(done, defect.orderId()), moment(limit, defect.orderId()));
    }

    boolean isAfter(long moment, long limit) {
        return moment != Moments.NONE && limit != Moments.NONE && Moments.isAfter(moment, limit, days);
    }

    /** Whether both are known and the one is not past the other. */
    boolean isInTime(Field done, Field limit, Defect defect) {
        long moment = moment(done, defect.orderId());
        long end = moment(limit, defect.orderId());
        return moment != Moments.NONE && end != Moments.NONE && !Moments.isAfter(moment, end, days);
    }

    /** The day of a moment in the marketplace's zone, as its number since 1970-01-01. */
    int day(long moment) {
        return Moments.epochDay(moment, days);
    }

    /** The day on which an affected order was placed; that of the window where no export knows the order. */
    int placedDay(Defect defect) {
        int order = find(defect);
        return order < 0 ? (int) defect.axisDate().toEpochDay() : orders.epochDay(order);
    }

    Optional<String> asin(Defect defect) {
        int order = find(defect);
        return order < 0 ? Optional.empty() : orders.asin(order);
    }

    /** By the order, else as Amazon's list has it. */
    Optional<String> shipService(Defect defect) {
        int order = find(defect);
        return (order < 0 ? Optional.<String>empty() : orders.shipService(order))
                .or(() -> course(defect.orderId()).shipService());
    }

    /** The seller-fulfilled orders, not cancelled, placed from the first to the last of the days on which these were. */
    int[] sellersOrdersOfTheDaysOf(Set<Integer> places) {
        if (places.isEmpty()) {
            return new int[0];
        }
        int first = places.stream().mapToInt(orders::epochDay).min().orElseThrow();
        int last = places.stream().mapToInt(orders::epochDay).max().orElseThrow();
        return Arrays.stream(orders.placedIn(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)))
                .filter(order -> orders.isFulfilledBy(order, Code.MFN) && !orders.isCancelled(order))
                .toArray();
    }

    /** What Amazon's list of orders without an invoice in time says of one; its ship date is not told of other metrics. */
    Optional<ListedOrder> invoice(String orderId) {
        Map<String, ListedOrder> known = invoices;
        if (known == null) {
            known = new HashMap<>();
            for (DefectList list : ledger.defects().invoices().stream().limit(1).toList()) {
                for (ListedOrder order : list.orders()) {
                    known.put(order.orderId(), order);
                }
            }
            invoices = known;
        }
        return Optional.ofNullable(known.get(orderId));
    }

    /** What Amazon's lists of late shipments, late deliveries and packages say together of an order. */
    ListedOrder.Course course(String orderId) {
        Map<String, ListedOrder.Course> known = courses;
        if (known == null) {
            known = listed(ledger.defects());
            courses = known;
        }
        return Objects.requireNonNullElse(known.get(orderId), ListedOrder.Course.NONE);
    }

    private static Map<String, ListedOrder.Course> listed(StoreDefects defects) {
        Map<String, ListedOrder.Course> courses = new HashMap<>();
        defects.onTheWay()
                .forEach((id, orders) ->
                        orders.forEach(order -> courses.merge(id, order.course(), ListedOrder.Course::and)));
        return courses;
    }
}
