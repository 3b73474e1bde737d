package redflag.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import redflag.basics.Marketplace;

/** Rows of the downloads of the Account Health page: order defects and late shipments. */
final class Downloads {

    /** What an order may be listed for; the first three make an order defect. */
    enum Signal {
        NEGATIVE_FEEDBACK,
        CLAIM,
        CHARGEBACK,
        LATE_SHIPMENT,
        CANCELLATION
    }

    private Downloads() {}

    static Table orderDefects() {
        return new Table(
                "Order Id",
                "Order Date",
                "Fulfilled By",
                "Pre-fulfillment Cancellation",
                "Late Shipment",
                "Negative Feedback",
                "A-to-z Guarantee claim",
                "Chargeback claim");
    }

    static Table lateShipments() {
        return new Table(
                "Order Date",
                "Order ID",
                "Expected Ship Date",
                "Actual Ship Date",
                "Ship Confirmation Date",
                "Impacts Account Health");
    }

    /** Lists one order in an order-defect download; the day is the marketplace's own. */
    static void addDefect(Table table, Order order, Marketplace marketplace, Signal... signals) {
        addDefect(table, order.id(), order.day(marketplace), order.byAmazon(), signals);
    }

    static void addDefect(Table table, String orderId, LocalDate day, boolean byAmazon, Signal... signals) {
        List<Signal> set = List.of(signals);
        table.add(
                orderId,
                day,
                byAmazon ? "Amazon" : "Seller",
                flag(set.contains(Signal.CANCELLATION)),
                flag(set.contains(Signal.LATE_SHIPMENT)),
                flag(set.contains(Signal.NEGATIVE_FEEDBACK)),
                flag(set.contains(Signal.CLAIM)),
                flag(set.contains(Signal.CHARGEBACK)));
    }

    private static String flag(boolean set) {
        return set ? "X" : "";
    }

    /** Lists one order in a late-shipment download. */
    static void addLate(Table table, Order order, Marketplace marketplace, String impacts) {
        addLate(table, order.id(), order.day(marketplace), due(order, marketplace), order.shipped(), impacts);
    }

    static void addLate(Table table, String orderId, LocalDate day, Instant due, Instant confirmed, String impacts) {
        table.add(
                day,
                orderId,
                AllOrders.moment(due),
                AllOrders.moment(confirmed.minus(Duration.ofMinutes(48))),
                AllOrders.moment(confirmed),
                impacts);
    }

    static Instant due(Order order, Marketplace marketplace) {
        return due(order.day(marketplace), marketplace);
    }

    /** The last second by which an order of that day has to be confirmed: its next working day; Saturday is one. */
    static Instant due(LocalDate placed, Marketplace marketplace) {
        LocalDate next = placed.plusDays(1);
        LocalDate day = next.getDayOfWeek() == DayOfWeek.SUNDAY ? next.plusDays(1) : next;
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(marketplace.zone()).toInstant();
    }
}
