package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.rules.Metric;

/** What a return, the order itself and its product say of an order with a defect. */
class OrderDefectDetectorsTests {

    private static final List<Field> OF_DEFECTS =
            List.of(Field.FULFILMENT, Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK);
    private static final List<Field> OF_RETURNS = List.of(Field.HAPPENED, Field.STATUS, Field.ASIN, Field.REASON);
    private static final List<String> BY_RETURNS =
            List.of("not-received", "damaged", "wrong-or-missing-item", "not-as-described", "defective");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CR-DAMAGED_BY_CARRIER, damaged",
        "DAMAGED_BY_FC, damaged",
        "Damaged during shipping, damaged",
        "CR-SWITCHEROO, wrong-or-missing-item",
        "CR-MISSING_PARTS, wrong-or-missing-item",
        "Wrong item was sent, wrong-or-missing-item",
        "NOT_AS_DESCRIBED, not-as-described",
        "AMZ-PG-APP-DIFFERENT-FROM-PHOTO, not-as-described",
        "CR-DEFECTIVE, defective",
        "Defective/Does not work properly, defective",
        "CR-QUALITY_UNACCEPTABLE, defective",
        "CR-MISSED_ESTIMATED_DELIVERY, not-received",
        "NEVER_ARRIVED, not-received",
        "CR-ORDERED_WRONG_ITEM, ",
        "CR-UNWANTED_ITEM, ",
        "CR-NO_REASON_GIVEN, ",
        "CR-FOUND_BETTER_PRICE, "
    })
    void theReasonOfAReturnTellsTheCause(String reason, String cause) {
        ListedRows store = new ListedRows();
        defect(store);
        returned(store, "2026-10-28", reason, "Approved");

        assertThat(store.causes(Metric.ORDER_DEFECT_RATE).get(0).causes())
                .extracting(Cause::id)
                .filteredOn(BY_RETURNS::contains)
                .isEqualTo(cause == null ? List.of() : List.of(cause));
    }

    @Test
    void whatIsNotAsDescribedIsNamedByProduct() {
        ListedRows store = new ListedRows();
        defect(store);
        returned(store, "2026-10-28", "CR-NOT_AS_DESCRIBED", "Approved");

        assertThat(store.causes("not-as-described", Metric.ORDER_DEFECT_RATE))
                .singleElement()
                .satisfies(cause -> assertThat(cause.value()).isEqualTo("B0RETURNED"));
    }

    @ParameterizedTest(name = "{0} on {1}, the file until {2}: {3}")
    @CsvSource({
        "Pending, 2026-10-28T08:00:00Z, 2026-10-30T08:00:00Z, 0, 48 hours are not over",
        "Pending, 2026-10-28T08:00:00Z, 2026-10-30T08:00:01Z, 1, a second later",
        "Approved, 2026-10-28T08:00:00Z, 2026-11-10T08:00:00Z, 0, it was answered"
    })
    void aReturnHasToBeAnsweredIn48Hours(String status, String asked, String until, int found, String because) {
        ListedRows store = new ListedRows();
        defect(store);
        returned(store, asked, "CR-UNWANTED_ITEM", status);
        store.row(FactType.RETURN, "111-9999999-0000001", OF_RETURNS)
                .moment(Field.HAPPENED, moment(until))
                .endRow(store.nextRow());

        assertThat(store.explained("return-not-answered", Metric.ORDER_DEFECT_RATE))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "promised {0}, delivered {1}: {2}")
    @CsvSource({
        "2026-11-21, , 1, the promise has passed",
        "2026-11-22, , 0, it may come today",
        "2026-11-21, 2026-11-21, 0, the buyer has it"
    })
    void anOrderThatWasHandedOverAndNeverDeliveredWasNotReceived(
            String promised, String delivered, int found, String because) {
        ListedRows store = new ListedRows(Field.SHIPPED, Field.EXPECTED_DELIVERY, Field.DELIVERED);
        var order = store.order("2026-10-20", Code.MFN, Code.SHIPPED)
                .moment(Field.SHIPPED, moment("2026-10-21"))
                .moment(Field.EXPECTED_DELIVERY, moment(promised));
        if (delivered != null) {
            order.moment(Field.DELIVERED, moment(delivered));
        }
        order.endRow(store.nextRow());
        listed(store);

        assertThat(store.explained("not-received", Metric.ORDER_DEFECT_RATE))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0} left: {1}")
    @CsvSource({"0, 1", "2, 1", "3, 0"})
    void aCancelledOrderOfAProductWithHardlyAnyLeftWasOutOfStock(long left, int found) {
        ListedRows store = new ListedRows();
        store.order("2026-10-30", Code.MFN, Code.CANCELLED)
                .text(Field.SKU, "TENT")
                .endRow(store.nextRow());
        listed(store);
        // what stands against a product is that of the last 30 days
        store.order("2026-11-18", Code.MFN, Code.CANCELLED)
                .text(Field.SKU, "TENT")
                .endRow(store.nextRow());
        store.listing("TENT", left).endRow(2);

        assertThat(store.explained("order-out-of-stock", Metric.ORDER_DEFECT_RATE))
                .hasSize(found);
    }

    @ParameterizedTest(name = "one of {0}: {1}")
    @CsvSource({"100, 1, 1 % is not under 1 %", "101, 0, it is under 1 %"})
    void oneDefectOfFewOrdersIsOffTargetByItself(int orders, int found, String because) {
        ListedRows store = new ListedRows();
        for (int i = 1; i < orders; i++) {
            store.order("2026-10-20", Code.MFN, Code.SHIPPED).endRow(store.nextRow());
        }
        defect(store);

        assertThat(store.explained("low-volume", Metric.ORDER_DEFECT_RATE))
                .as(because)
                .hasSize(found);
    }

    /** An order of October, and on Amazon's list. */
    private static void defect(ListedRows store) {
        store.order("2026-10-20", Code.MFN, Code.SHIPPED).endRow(store.nextRow());
        listed(store);
    }

    private static void listed(ListedRows store) {
        store.row(FactType.ORDER_DEFECT, store.id(), OF_DEFECTS)
                .code(Field.FULFILMENT, Code.MFN)
                .flag(Field.NEGATIVE_FEEDBACK, true)
                .endRow(store.nextRow());
    }

    private static void returned(ListedRows store, String day, String reason, String status) {
        store.row(FactType.RETURN, store.id(), OF_RETURNS)
                .moment(Field.HAPPENED, moment(day))
                .text(Field.STATUS, status)
                .text(Field.ASIN, "B0RETURNED")
                .text(Field.REASON, reason)
                .endRow(store.nextRow());
    }
}
