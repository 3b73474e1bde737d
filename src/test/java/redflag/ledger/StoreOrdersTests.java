package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redflag.basics.Store;

class StoreOrdersTests {

    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final Store DE = LedgerFiles.store("north-de", "DE");
    private static final String A = "111-0000001-0000001";
    private static final String B = "111-0000001-0000002";

    @Test
    void anOrderThatTwoStoresNameIsFoundInBothAndOthersInTheirOwn() {
        FactTable.Builder table =
                new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED, Field.FULFILMENT, Field.STORE));
        String onlyUs = "111-0000000-0000009";
        String[][] rows = {{onlyUs, "north-us"}, {A, "north-us"}, {A, "north-de"}, {B, "north-de"}};
        for (int row = 0; row < rows.length; row++) {
            table.order(rows[row][0])
                    .moment(Field.PURCHASED, LedgerFiles.moment("2026-11-01T12:00:00Z"))
                    .code(Field.FULFILMENT, Code.MFN)
                    .text(Field.STORE, rows[row][1])
                    .endRow(row + 2);
        }
        FileFacts file = LedgerFiles.facts("a", "a", Map.of(FactType.ORDER_LINE, table.build()), rows.length, 0);

        AccountLedger ledger = LedgerFiles.merge(List.of(file), US, DE);

        StoreOrders us = ledger.stores().get(US.id()).orders();
        StoreOrders de = ledger.stores().get(DE.id()).orders();
        assertThat(us.size()).isEqualTo(2);
        assertThat(de.size()).isEqualTo(2);
        assertThat(us.orderId(us.find(A))).isEqualTo(A);
        assertThat(de.orderId(de.find(A))).isEqualTo(A);
        assertThat(us.orderId(us.find(onlyUs))).isEqualTo(onlyUs);
        assertThat(de.orderId(de.find(B))).isEqualTo(B);
        assertThat(de.find(onlyUs)).isNegative();
        assertThat(us.find(B)).isNegative();
    }
}
