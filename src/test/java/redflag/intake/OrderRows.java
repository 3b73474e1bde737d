package redflag.intake;

import java.util.Locale;

/** Rows of a made-up All Orders report, tab-separated, each with its line end. */
final class OrderRows {

    static final String HEADER =
            "amazon-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\t"
                    + "sales-channel\tsku\tproduct-name\tquantity\n";

    private OrderRows() {}

    static String id(int number) {
        return String.format(Locale.ROOT, "111-%07d-%07d", number / 1000, number);
    }

    static String row(int number) {
        return row(number, "Brass bell");
    }

    static String row(int number, String productName) {
        return id(number) + "\t2026-11-" + String.format(Locale.ROOT, "%02d", 1 + number % 28)
                + "T10:19:22+00:00\t2026-11-29T12:00:00+00:00\tShipped\tMerchant\tAmazon.com\tSKU-" + number % 7 + "\t"
                + productName + "\t1\n";
    }
}
