package redflag.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes orders as an All Orders report: tab-separated, {@code "} an ordinary character, one row per line of an order.
 *
 * @param columns the form of its header
 * @param merchantWord how it spells seller-fulfilled: {@code Merchant}, in some files {@code MFN}
 * @param amazonWord how it spells Amazon-fulfilled: {@code Amazon}, in some files {@code AFN}
 * @param downloaded the moment of the download; an order shows what had happened to it by then
 */
record AllOrders(Columns columns, String merchantWord, String amazonWord, Instant downloaded) {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static AllOrders of(Columns columns, Instant downloaded) {
        return new AllOrders(columns, "Merchant", "Amazon", downloaded);
    }

    static String moment(Instant instant) {
        return SECONDS.format(instant);
    }

    /** The whole file, with a line end after its last row. */
    String text(List<Order> orders, String lineEnd) {
        return columns.header()
                + lineEnd
                + orders.stream()
                        .flatMap(order -> rows(order).stream())
                        .map(row -> row + lineEnd)
                        .collect(Collectors.joining());
    }

    /** The rows of one order, without line ends. */
    List<String> rows(Order order) {
        return order.lines().stream().map(line -> row(order, line)).toList();
    }

    private String row(Order order, Order.Line line) {
        Map<String, String> cells = new HashMap<>();
        boolean cancelled = order.isCancelledBy(downloaded);
        boolean shipped = !cancelled && order.isShippedBy(downloaded);
        cells.put("amazon-order-id", order.id());
        cells.put("merchant-order-id", order.byAmazon() ? order.id() : "");
        cells.put("purchase-date", moment(order.placed()));
        cells.put("last-updated-date", moment(updated(order, cancelled, shipped)));
        cells.put("order-status", cancelled ? "Cancelled" : shipped ? "Shipped" : waiting(order));
        cells.put("fulfillment-channel", order.byAmazon() ? amazonWord : merchantWord);
        cells.put("sales-channel", order.salesChannel());
        cells.put("order-channel", order.salesChannel().startsWith("Amazon") ? "WebsiteOrderChannel" : "");
        cells.put("ship-service-level", order.byAmazon() ? "Expedited" : "Standard");
        cells.put("product-name", line.product().name());
        cells.put("sku", line.product().sku());
        cells.put("asin", line.product().asin());
        cells.put("item-status", cancelled ? (order.byAmazon() ? "Cancelled" : "") : shipped ? "Shipped" : "Unshipped");
        cells.put("quantity", Integer.toString(cancelled ? 0 : line.quantity()));
        cells.put("ship-city", order.shipTo().city());
        cells.put("ship-state", order.shipTo().state());
        cells.put("ship-postal-code", order.shipTo().postalCode());
        cells.put("ship-country", order.shipTo().country());
        cells.put("is-business-order", Boolean.toString(PersonalColumns.isBusiness(order)));
        if (!cancelled) {
            putMoney(cells, order, line);
        }
        if (columns == Columns.PRESENT) {
            PersonalColumns.put(cells, order, line, cancelled);
        }
        return columns.names().stream()
                .map(name -> cells.getOrDefault(name, ""))
                .collect(Collectors.joining("\t"));
    }

    private Instant updated(Order order, boolean cancelled, boolean shipped) {
        if (cancelled) {
            return order.cancelled().orElseThrow();
        }
        return shipped ? order.shipped() : order.placed().plus(Duration.ofMinutes(31));
    }

    /** Payment is pending for the first six hours; an order that Amazon ships stays pending until it leaves. */
    private String waiting(Order order) {
        boolean fresh = order.placed().isAfter(downloaded.minus(Duration.ofHours(6)));
        return order.byAmazon() || fresh ? "Pending" : "Unshipped";
    }

    private static void putMoney(Map<String, String> cells, Order order, Order.Line line) {
        boolean yen = order.currency().equals("JPY");
        int price = line.product().price() * line.quantity();
        cells.put("currency", order.currency());
        cells.put("item-price", yen ? Integer.toString(price) : money(price));
        cells.put("item-tax", yen ? "0" : money(price * 8 / 100));
        if (price > 2_500 && price % 7 == 0) {
            cells.put("promotion-ids", "PAWS-V2-" + price + "-41,Core Free Shipping 2026/03/09 18-32-10");
        }
    }

    /** Cents as {@code 19.99}. */
    static String money(int cents) {
        return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
    }
}
