package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** The flat files of orders: exports.md 3.1 to 3.3. */
class OrderKindsTests {

    @TempDir
    Path dir;

    static Stream<DocumentedHeaders> allOrders() {
        return DocumentedHeaders.all().stream().filter(header -> header.kind().equals("allOrders"));
    }

    /** 3.1: the columns are addressed by name in every generation. */
    @ParameterizedTest
    @MethodSource
    void allOrders(DocumentedHeaders header) throws Exception {
        MadeTable table = header.table()
                .row(
                        "amazon-order-id", "123-1234567-0000001",
                        "purchase-date", "2026-11-05T10:19:22+00:00",
                        "last-updated-date", "2026-11-06T08:00:00+00:00",
                        "order-status", "Shipped",
                        "fulfillment-channel", "Merchant",
                        "sales-channel", "Amazon.co.uk",
                        "ship-service-level", "Standard",
                        "sku", "BELL-1",
                        "asin", "B0MADEUP01",
                        "quantity", "2",
                        "promotion-ids", "SHIP-1,SHIP-2");

        assertThat(FactText.of(read(table.tsv())))
                .containsExactly(
                        "order 123-1234567-0000001, purchased 2026-11-05T10:19:22Z,"
                                + " updated 2026-11-06T08:00:00Z, order-status shipped, fulfilment mfn,"
                                + " sales-channel Amazon.co.uk, sku BELL-1, asin B0MADEUP01, quantity 2, ship-service Standard");
    }

    /** 3.1: statuses of India, one l or two, both spellings of the channel, an order of another shop, blanks as --. */
    @Test
    void allOrdersTakesTheWordsThatAreSeen() throws Exception {
        MadeTable table = DocumentedHeaders.table("allOrders", "91 columns");
        String[][] orders = {
            {"123-1234567-0000001", "Pending", "Merchant", "Amazon.in", "true"},
            {"123-1234567-0000002", "Shipped - Delivered to Buyer", "MFN", "Amazon.in", "false"},
            {"123-1234567-0000003", "Shipping", "Amazon", "Amazon.in", ""},
            {"123-1234567-0000004", "Canceled", "AFN", "Amazon.in", ""},
            {"S02-1234567-0000005", "Cancelled", "Amazon", "Non-Amazon", "--"},
        };
        for (String[] order : orders) {
            table.row(
                    "amazon-order-id", order[0],
                    "purchase-date", "2026-11-05T10:19:22+00:00",
                    "order-status", order[1],
                    "fulfillment-channel", order[2],
                    "sales-channel", order[3],
                    "is-buyer-requested-cancellation", order[4],
                    "quantity", " ",
                    "sku", "N/A");
        }

        String same = ", purchased 2026-11-05T10:19:22Z, order-status ";
        assertThat(FactText.of(read(table.tsv())))
                .containsExactly(
                        "order 123-1234567-0000001" + same + "pending, fulfilment mfn, sales-channel Amazon.in,"
                                + " buyer-requested-cancellation yes",
                        "order 123-1234567-0000002" + same + "shipped, fulfilment mfn, sales-channel Amazon.in,"
                                + " buyer-requested-cancellation no",
                        "order 123-1234567-0000003" + same + "shipped, fulfilment afn, sales-channel Amazon.in",
                        "order 123-1234567-0000004" + same + "cancelled, fulfilment afn, sales-channel Amazon.in",
                        "order S02-1234567-0000005" + same + "cancelled, fulfilment afn, sales-channel Non-Amazon");
    }

    /** 3.1: two lines of an order can be alike to the letter; 2.1: a quote is an ordinary character. */
    @Test
    void allOrdersKeepsLinesThatAreAlikeAndQuotesAsTheyStand() throws Exception {
        MadeTable table = DocumentedHeaders.table("allOrders", "33 columns");
        for (int i = 0; i < 2; i++) {
            table.row(
                    "amazon-order-id", "123-1234567-0000001",
                    "purchase-date", "2026-11-05T10:19:22+00:00",
                    "order-status", "Shipped",
                    "fulfillment-channel", "Merchant",
                    "product-name", "Plaque (3\" x 1.5\")",
                    "sku", "\"PLAQUE");
        }

        assertThat(FactText.of(read(table.tsv())))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).endsWith("sku \"PLAQUE"));
    }

    /** 3.2: of the promise the instant is kept, for its day in UTC is a day too late. */
    @ParameterizedTest
    @ValueSource(strings = {"27 columns", "28 columns, older", "68 columns"})
    void unshippedOrders(String form) throws Exception {
        MadeTable table = DocumentedHeaders.table("unshippedOrders", form)
                .row(
                        "order-id", "123-1234567-0000001",
                        "order-item-id", "00000000000001",
                        "purchase-date", "2026-11-05T10:19:22+00:00",
                        "payments-date", "2026-11-05T03:19:22-07:00",
                        "promise-date", "2026-11-10T07:59:59+00:00",
                        "days-past-promise", "-5",
                        "sku", "BELL-1",
                        "product-name", "Bell, 3\" wide",
                        "quantity-purchased", "2",
                        "quantity-to-ship", "1",
                        "ship-service-level", "Expedited",
                        "ship-city", "--");
        FileFacts facts = read(table.tsv());

        assertThat(facts.table(FactType.ORDER_LINE)).as("no list of orders").isEmpty();
        assertThat(facts.table(FactType.ORDER_DETAIL)).isPresent();
        assertThat(FactText.of(facts))
                .containsExactly("order 123-1234567-0000001, sku BELL-1, quantity 2, ship-service Expedited,"
                        + " expected-ship 2026-11-10T07:59:59Z");
    }

    /** 3.3: delivery-Instructions has a capital I; of an order's further lines most cells may be blank. */
    @Test
    void orderReport() throws Exception {
        MadeTable table = DocumentedHeaders.table("orderReport", "34 columns")
                .row(
                        "order-id", "123-1234567-0000001",
                        "purchase-date", "2026-11-05T10:19:22+00:00",
                        "sku", "BELL-1",
                        "quantity-purchased", "1",
                        "ship-service-level", "Standard",
                        "delivery-Instructions", "Behind the shed")
                .row("order-id", "123-1234567-0000001", "sku", "BELL-2", "quantity-purchased", "3");

        assertThat(FactText.of(read(table.tsv())))
                .containsExactly(
                        "order 123-1234567-0000001, sku BELL-1, quantity 1, ship-service Standard",
                        "order 123-1234567-0000001, sku BELL-2, quantity 3");
    }

    private FileFacts read(String text) throws IOException, Unreadable {
        FileFacts facts = Exports.read(dir, "orders.txt", text);
        assertThat(facts.rejections()).isEmpty();
        return facts;
    }
}
