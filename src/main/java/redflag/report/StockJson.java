package redflag.report;

import redflag.stock.Product;
import redflag.stock.Stock;
import tools.jackson.core.JsonGenerator;

/** The part {@code stock} of a machine copy. */
final class StockJson {

    private StockJson() {}

    static void write(JsonGenerator json, Stock stock) {
        json.writeArrayPropertyStart("stock");
        stock.products().forEach(product -> product(json, product));
        json.writeEndArray();
    }

    private static void product(JsonGenerator json, Product product) {
        json.writeStartObject();
        json.writeStringProperty("sku", product.sku());
        product.asin().ifPresent(asin -> json.writeStringProperty("asin", asin));
        product.fulfilment().ifPresent(by -> json.writeStringProperty("fulfilment", by.name()));
        product.available().ifPresent(count -> json.writeNumberProperty("available", count));
        product.availableBefore().ifPresent(count -> json.writeNumberProperty("availableBefore", count));
        product.inbound().ifPresent(count -> json.writeNumberProperty("inbound", count));
        product.pace().ifPresent(pace -> {
            json.writeNumberProperty("unitsSold", pace.units());
            json.writeNumberProperty("inDays", pace.days());
        });
        product.daysOfCover().ifPresent(count -> json.writeNumberProperty("daysOfCover", count));
        Json.day(json, "firstDayWithout", product.firstDayWithout());
        Json.day(json, "outOfStockSince", product.outOfStockSince());
        json.writeArrayPropertyStart("flags");
        product.flags().forEach(flag -> json.writeString(flag.name()));
        json.writeEndArray();
        json.writeStringProperty("file", product.source().file());
        json.writeNumberProperty("row", product.source().row());
        json.writeEndObject();
    }
}
