package redflag.sample;

import java.util.List;
import java.util.Map;

/**
 * Fills what only the 91-column form has: flags, who asked for a cancellation, and invented names and addresses, so that
 * a reader can be seen to drop them.
 */
final class PersonalColumns {

    private static final List<String> COMPANIES = List.of(
            "Brookvale Joinery Ltd", "Kaminholz Ostermann GmbH", "Atelier Roussillon SARL", "Officina Bellandi srl");

    private PersonalColumns() {}

    /** About one order in thirty is a company's. */
    static boolean isBusiness(Order order) {
        return Math.floorMod(order.id().hashCode(), 30) == 0;
    }

    static void put(Map<String, String> cells, Order order, Order.Line line, boolean cancelled) {
        for (String flag : List.of(
                "is-replacement-order",
                "is-exchange-order",
                "is-transparency",
                "is-iba",
                "is-ispu-order",
                "is-heavy-or-bulky",
                "is-pickup-point-order",
                "is-amazon-invoiced")) {
            cells.put(flag, "false");
        }
        boolean buyerAsked = cancelled && order.buyerAsked();
        cells.put("is-buyer-requested-cancellation", Boolean.toString(buyerAsked));
        cells.put("buyer-requested-cancel-reason", buyerAsked ? "OTHER_REASON" : "");
        cells.put("number-of-items", order.byAmazon() ? "" : Integer.toString(line.quantity()));
        cells.put("address-type", PersonalColumns.isBusiness(order) ? "Commercial" : "Residential");
        cells.put("payment-method-details", "Standard");
        if (!order.byAmazon() && order.salesChannel().equals("Amazon.de")) {
            cells.put("default-ship-from-address-name", "Lager Elder, Frau Ines Hollerbach");
            cells.put("default-ship-from-address-field-1", "Holunderweg 14");
            cells.put("default-ship-from-city", "Kassel");
            cells.put("default-ship-from-country", "DE");
            cells.put("default-ship-from-postal-code", "34117");
        }
        if (isBusiness(order)) {
            String company = COMPANIES.get(Math.floorMod(order.id().hashCode() / 30, COMPANIES.size()));
            cells.put("buyer-company-name", company);
            cells.put("purchase-order-number", "PO-" + order.id().substring(12));
            cells.put("invoice-business-legal-name", company);
            cells.put(
                    "invoice-business-address",
                    "17 Inventor Row, " + order.shipTo().city());
        }
    }
}
