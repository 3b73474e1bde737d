package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.rules.Metric;

/** Cancelled orders whose price is far from what their product costs otherwise. */
class UnitPricesTests {

    @ParameterizedTest(name = "{0} for {1}, {2} others at 40.00: {3}")
    @CsvSource({
        "20.00, 1, 10, 1, half",
        "20.01, 1, 10, 0, more than half",
        "'20,00', 1, 10, 1, decimal comma",
        "80.00, 1, 10, 1, twice",
        "79.99, 1, 10, 0, less than twice",
        "80.00, 2, 10, 0, two units at the usual price",
        "40.00, 2, 10, 1, two units at half of it",
        "80.00, 0, 10, 0, may have been two units",
        "20.00, 0, 10, 1, no number of units makes that dear",
        "20.00, 1, 9, 0, nine orders show no usual price",
        "'', 0, 10, 0, the export has no price of it",
        "free, 1, 10, 0, no price"
    })
    void aPriceIsFarFromTheUsualOneIfItIsHalfOrTwiceThat(
            String price, long units, int others, int found, String because) {
        ListedRows store = new ListedRows(Field.ITEM_PRICE, Field.QUANTITY, Field.BUYER_REQUESTED_CANCELLATION);
        for (int i = 0; i < others; i++) {
            store.order("2026-10-18", Code.MFN, Code.SHIPPED)
                    .text(Field.SKU, "TENT")
                    .text(Field.ITEM_PRICE, i == 0 ? "80.00" : "40.00")
                    .count(Field.QUANTITY, i == 0 ? 2 : 1)
                    .endRow(store.nextRow());
        }
        // cancelled ones and other products show no usual price of this one
        store.order("2026-10-18", Code.MFN, Code.CANCELLED)
                .text(Field.SKU, "TENT")
                .text(Field.ITEM_PRICE, "40.00")
                .count(Field.QUANTITY, 1)
                .endRow(store.nextRow());
        store.order("2026-10-18", Code.MFN, Code.SHIPPED)
                .text(Field.SKU, "STOVE")
                .text(Field.ITEM_PRICE, "40.00")
                .count(Field.QUANTITY, 1)
                .endRow(store.nextRow());
        var cancelled = store.order("2026-11-18", Code.MFN, Code.CANCELLED)
                .text(Field.SKU, "TENT")
                .count(Field.QUANTITY, units);
        if (!price.isEmpty()) {
            cancelled.text(Field.ITEM_PRICE, price);
        }
        cancelled.endRow(store.nextRow());

        assertThat(store.explained("price-outlier", Metric.PRE_FULFILLMENT_CANCELLATION_RATE))
                .as(because)
                .hasSize(found);
    }
}
