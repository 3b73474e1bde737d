package redflag.sample;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import redflag.basics.Marketplace;

/** Rows of the downloads of the Account Health page, and of the listings report. */
final class Downloads {

    /** What an order may be listed for; the first three make an order defect. */
    enum Signal {
        NEGATIVE_FEEDBACK,
        CLAIM,
        CHARGEBACK,
        LATE_SHIPMENT,
        CANCELLATION
    }

    private static final int DAYS_TO_DELIVERY = 6;

    private static final List<String> LISTING_COLUMNS = List.of(
            "item-name",
            "item-description",
            "listing-id",
            "seller-sku",
            "price",
            "quantity",
            "open-date",
            "image-url",
            "item-is-marketplace",
            "product-id-type",
            "zshop-shipping-fee",
            "item-note",
            "item-condition",
            "zshop-category1",
            "zshop-browse-path",
            "zshop-storefront-feature",
            "asin1",
            "asin2",
            "asin3",
            "will-ship-internationally",
            "expedited-shipping",
            "zshop-boldface",
            "product-id",
            "bid-for-featured-placement",
            "add-delete",
            "pending-quantity",
            "fulfillment-channel",
            "merchant-shipping-group",
            "status");

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

    static Table untrackedPackages() {
        return new Table(
                "Order ID",
                "Carrier Name",
                "Tracking ID",
                "Origin Country",
                "Promised Delivery Date",
                "Ship Method",
                "Ship Option",
                "No Valid Tracking",
                "Package Value",
                "Product Category");
    }

    /** Lists the one package of an order; it was promised for the end of the sixth day after that of the order. */
    static void addUntracked(Table table, Order order, Marketplace marketplace, String carrier) {
        Instant promised = order.day(marketplace)
                .plusDays(DAYS_TO_DELIVERY)
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(marketplace.zone())
                .toInstant();
        table.add(
                order.id(),
                carrier,
                "none given",
                marketplace.country(),
                AllOrders.moment(promised),
                "Ground",
                "Standard",
                "X",
                "25.00",
                "Kitchen");
    }

    /** The 29 columns of All Listings. */
    static Table listings() {
        return new Table(LISTING_COLUMNS.toArray(String[]::new));
    }

    /** @param quantity empty for what lies at Amazon */
    static void addListing(Table table, Product product, String quantity, boolean byAmazon, boolean active) {
        Map<String, String> cells = Map.of(
                "item-name", product.name().replace(",", ""),
                "listing-id", product.sku().replace("-", "0723"),
                "seller-sku", product.sku(),
                "price", BigDecimal.valueOf(product.price(), 2).toPlainString(),
                "quantity", quantity,
                "open-date", "2024-03-05 09:12:44 PST",
                "asin1", product.asin(),
                "fulfillment-channel", byAmazon ? "AMAZON_NA" : "DEFAULT",
                "status", active ? "Active" : "Inactive");
        table.add(LISTING_COLUMNS.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .toArray());
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
