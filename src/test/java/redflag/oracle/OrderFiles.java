package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import redflag.oracle.MadeUpOrder.Parcel;
import redflag.oracle.MadeUpOrder.State;

/** Writes the orders of an account of a {@link RandomAgency}, a file a download. */
final class OrderFiles {

    private static final String COLUMNS_31 = """
            amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel
            sales-channel order-channel ship-service-level product-name sku asin item-status quantity currency
            item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount
            ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order
            purchase-order-number price-designation""";

    /** The last one has a blank after it in real files. */
    private static final String COLUMNS_91 = """
            amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel
            sales-channel order-channel url ship-service-level product-name sku asin number-of-items item-status
            tax-collection-model tax-collection-responsible-party quantity currency item-price item-tax shipping-price
            shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount address-type
            ship-city ship-state ship-postal-code ship-country promotion-ids payment-method-details
            item-extensions-data is-business-order purchase-order-number price-designation fulfilled-by
            buyer-company-name buyer-cst-number buyer-vat-number buyer-tax-registration-id
            buyer-tax-registration-country buyer-tax-registration-type customized-url customized-page
            is-heavy-or-bulky is-replacement-order is-exchange-order original-order-id is-amazon-invoiced
            vat-exclusive-item-price vat-exclusive-shipping-price vat-exclusive-giftwrap-price licensee-name
            license-number license-state license-expiration-date is-iba buyer-citizen-name buyer-citizen-id
            is-transparency default-ship-from-address-name default-ship-from-address-field-1
            default-ship-from-address-field-2 default-ship-from-address-field-3 default-ship-from-city
            default-ship-from-state default-ship-from-country default-ship-from-postal-code
            actual-ship-from-address-name actual-ship-from-address-field-1 actual-ship-from-address-field-2
            actual-ship-from-address-field-3 actual-ship-from-city actual-ship-from-state actual-ship-from-country
            actual-ship-from-postal-code is-ispu-order store-chain-store-id is-pickup-point-order pickup-point-type
            is-buyer-requested-cancellation buyer-requested-cancel-reason ioss-number order-invoice-type
            invoice-business-legal-name invoice-business-address invoice-business-tax-id
            invoice-business-tax-office""";

    private final Random random;
    private final RandomAgency.Book book;
    private final boolean lacksProducts;

    /** @param lacksProducts whether some lines do not say of which product they are, or how many of it */
    OrderFiles(Random random, RandomAgency.Book book, boolean lacksProducts) {
        this.random = random;
        this.book = book;
        this.lacksProducts = lacksProducts;
    }

    void write(List<MadeUpOrder> orders, List<RandomAgency.Download> downloads, Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (RandomAgency.Download download : downloads) {
            List<MadeUpOrder> shown =
                    new ArrayList<>(orders.stream().filter(download::has).toList());
            Collections.shuffle(shown, random);
            String name = "orders-" + ++number;
            switch (book) {
                case LINES_31 -> lines(shown, download.taken(), folder.resolve(name + ".txt"), COLUMNS_31, "");
                case LINES_91 -> lines(shown, download.taken(), folder.resolve(name + ".txt"), COLUMNS_91, " ");
                case API_2026 ->
                    Files.writeString(
                            folder.resolve(name + "-2026.json"),
                            "{\"orders\": [\n" + joined(shown, download.taken(), true) + "\n], \"pagination\": {}}\n");
                case API_V0 ->
                    Files.writeString(
                            folder.resolve(name + "-v0.json"),
                            "{\"payload\": {\"Orders\": [\n" + joined(shown, download.taken(), false) + "\n]}}\n");
            }
        }
        if (book == RandomAgency.Book.LINES_31 && random.nextBoolean()) {
            unshipped(orders, downloads.get(downloads.size() - 1), folder.resolve("unshipped.txt"));
        }
    }

    private void lines(List<MadeUpOrder> orders, Instant taken, Path file, String columns, String end)
            throws IOException {
        List<String> names = List.of(columns.split("\\s+", -1));
        StringBuilder text =
                new StringBuilder(String.join("\t", names)).append(end).append('\n');
        for (MadeUpOrder order : orders) {
            for (int line = 0; line < order.lines(); line++) {
                Map<String, String> cells = cells(order, order.at(taken), line);
                text.append(names.stream()
                                .map(name -> cells.getOrDefault(name, ""))
                                .collect(Collectors.joining("\t")))
                        .append('\n');
            }
        }
        Files.writeString(file, text);
    }

    /** The same in each download; those of an order's lines are different ones. */
    private static String sku(MadeUpOrder order, int line) {
        return "SKU-" + Math.floorMod(order.id().hashCode() + line, StockFiles.PRODUCTS);
    }

    private static int quantity(MadeUpOrder order) {
        return 1 + Math.floorMod(order.id().hashCode() >> 8, 5) / 3;
    }

    private boolean lacksSku(int line) {
        return lacksProducts && line == 2;
    }

    private boolean lacksQuantity(MadeUpOrder order, int line) {
        return lacksProducts && line == 1 && Math.floorMod(order.id().hashCode() >> 12, 4) == 0;
    }

    private Map<String, String> cells(MadeUpOrder order, State state, int line) {
        Map<String, String> cells = new HashMap<>();
        boolean isCancelled = state.word().equals("Cancelled");
        boolean stays = isPartly(order) && line > 0 && isCancelled;
        cells.put("amazon-order-id", order.id());
        cells.put("purchase-date", order.placed().toString().replace("Z", "+00:00"));
        cells.put("last-updated-date", state.updated().toString().replace("Z", "+00:00"));
        cells.put("order-status", stays ? "Unshipped" : state.word());
        cells.put("fulfillment-channel", order.merchant() ? "Merchant" : "Amazon");
        cells.put("sales-channel", order.amazons() ? order.country().channel() : "Non-Amazon");
        cells.put("product-name", "Brass plaque (3\" x 1.5\")");
        cells.put("sku", lacksSku(line) ? "" : sku(order, line));
        String quantity = lacksQuantity(order, line) ? "" : Integer.toString(quantity(order));
        cells.put("quantity", isCancelled && !stays ? "0" : quantity);
        cells.put("is-buyer-requested-cancellation", Boolean.toString(order.asked()));
        return cells;
    }

    private static boolean isPartly(MadeUpOrder order) {
        return order.partly() && order.lines() > 1;
    }

    /** An order a line, so that a test can shuffle them. */
    private String joined(List<MadeUpOrder> orders, Instant taken, boolean of2026) {
        return orders.stream()
                .map(order -> of2026 ? of2026(order, order.at(taken)) : ofV0(order, order.at(taken)))
                .collect(Collectors.joining(",\n"));
    }

    private String of2026(MadeUpOrder order, State state) {
        boolean cancelled = state.word().equals("Cancelled");
        String status =
                cancelled && isPartly(order) ? "UNSHIPPED" : state.word().toUpperCase(Locale.ROOT);
        List<String> packages = new ArrayList<>();
        if (state.word().equals("Shipped") && order.merchant()) {
            for (Parcel parcel : order.parcels()) {
                packages.add("{\"shipTime\": \"" + parcel.shipped() + "\", \"carrier\": \"Pigeon\""
                        + (parcel.tracked() ? ", \"trackingNumber\": \"P" + order.id() + "\"" : "") + "}");
            }
        }
        List<String> items = new ArrayList<>();
        for (int line = 0; line < order.lines(); line++) {
            boolean gone = cancelled && (line == 0 || !isPartly(order));
            items.add("{" + (lacksQuantity(order, line) ? "" : "\"quantityOrdered\": " + quantity(order) + ", ")
                    + "\"product\": {"
                    + (lacksSku(line) ? "" : "\"sellerSku\": \"" + sku(order, line) + "\"")
                    + "}"
                    + (gone
                            ? ", \"cancellation\": {"
                                    + (order.asked() ? "\"cancellationRequest\": {\"requester\": \"BUYER\"}, " : "")
                                    + "\"cancellationExecution\": {\"cancelledBy\": \"" + order.cancelledBy() + "\"}}"
                            : "")
                    + "}");
        }
        return "{\"orderId\": \"" + order.id() + "\", \"createdTime\": \"" + order.placed()
                + "\", \"lastUpdatedTime\": \"" + state.updated() + "\", \"salesChannel\": {\"marketplaceId\": \""
                + order.country().id() + "\", \"channelName\": \"" + (order.amazons() ? "AMAZON" : "NON_AMAZON")
                + "\"}, \"fulfillment\": {\"fulfilledBy\": \"" + (order.merchant() ? "MERCHANT" : "AMAZON")
                + "\", \"fulfillmentStatus\": \"" + status + "\", \"shipByWindow\": {\"latestDateTime\": \""
                + order.shipBy() + "\"}"
                + (order.merchant() ? ", \"deliverByWindow\": {\"latestDateTime\": \"" + order.promised() + "\"}" : "")
                + "}, \"packages\": [" + String.join(", ", packages) + "], \"orderItems\": ["
                + String.join(", ", items) + "]}";
    }

    private static String ofV0(MadeUpOrder order, State state) {
        return "{\"AmazonOrderId\": \"" + order.id() + "\", \"PurchaseDate\": \"" + order.placed()
                + "\", \"LastUpdateDate\": \"" + state.updated() + "\", \"OrderStatus\": \""
                + state.word().replace("Cancelled", "Canceled") + "\", \"FulfillmentChannel\": \""
                + (order.merchant() ? "MFN" : "AFN") + "\", \"MarketplaceId\": \""
                + order.country().id()
                + "\", \"SalesChannel\": \""
                + (order.amazons() ? order.country().channel() : "Non-Amazon")
                + "\", \"LatestShipDate\": \"" + order.shipBy() + "\", \"LatestDeliveryDate\": \""
                + order.promised() + "\"}";
    }

    /** The seller's orders that the newest download shows as not shipped, cancelled ones among them. */
    private static void unshipped(List<MadeUpOrder> orders, RandomAgency.Download newest, Path file)
            throws IOException {
        StringBuilder text = new StringBuilder(
                "order-id\torder-item-id\tpurchase-date\tpromise-date\tdays-past-promise\tbuyer-email\tsku"
                        + "\tquantity-purchased\tquantity-shipped\tquantity-to-ship\n");
        for (MadeUpOrder order : orders) {
            if (order.merchant()
                    && newest.has(order)
                    && !order.at(newest.taken()).word().equals("Shipped")) {
                text.append(order.id())
                        .append("\t1\t")
                        .append(order.placed().toString().replace("Z", "+00:00"));
                text.append('\t').append(order.shipBy().toString().replace("Z", "+00:00"));
                text.append("\t-1\tb@example.com\t").append(sku(order, 0)).append("\t1\t0\t1\n");
            }
        }
        Files.writeString(file, text);
    }
}
