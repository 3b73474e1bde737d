package redflag.sample;

import java.util.List;

/**
 * The headers under which an All Orders report comes. Names and their order are those of real files; the trailing space
 * of the last name of {@link #PRESENT} is too.
 */
enum Columns {
    /** The documented form: 31 columns, without {@code url} and {@code is-sold-by-ab}. */
    DOCUMENTED("""
            amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel
            sales-channel order-channel ship-service-level product-name sku asin item-status quantity currency
            item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount
            ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order
            purchase-order-number price-designation"""),
    /** An older form: 32 columns, with {@code url}. */
    OLDER("""
            amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel
            sales-channel order-channel url ship-service-level product-name sku asin item-status quantity currency
            item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount
            ship-promotion-discount ship-city ship-state ship-postal-code ship-country promotion-ids is-business-order
            purchase-order-number price-designation"""),
    /** The present form: 91 columns. */
    PRESENT("""
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
            invoice-business-tax-office""");

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable list
    private final List<String> names;

    Columns(String names) {
        this.names = List.of(names.split("\\s+", -1));
    }

    List<String> names() {
        return names;
    }

    String header() {
        String header = String.join("\t", names);
        return this == PRESENT ? header + " " : header;
    }
}
