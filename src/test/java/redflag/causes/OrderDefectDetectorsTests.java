package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    private static final List<String> BY_RETURNS = List.of(
            "not-received",
            "order-delivered-late",
            "damaged",
            "wrong-or-missing-item",
            "not-as-described",
            "defective");

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
        "CR-MISSED_ESTIMATED_DELIVERY, order-delivered-late",
        "AMZ-PG-BAD-ARRIVED_TOO_LATE, order-delivered-late",
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
        "2026-11-14, , 1, the promise has passed before the newest day of the export",
        "2026-11-15, , 0, the export ends on that day",
        "2026-11-21, , 0, the promise has passed, and the export is older",
        "2026-11-21, 2026-11-21, 0, the buyer has it"
    })
    void anOrderThatWasHandedOverAndNeverDeliveredWasNotReceived(
            String promised, String delivered, int found, String because) {
        ListedRows store = ListedRows.until("2026-11-15", Field.SHIPPED, Field.EXPECTED_DELIVERY, Field.DELIVERED);
        store.order("2026-10-20", Code.MFN, Code.SHIPPED)
                .moment(Field.SHIPPED, moment("2026-10-21"))
                .moment(Field.DELIVERED, moment("2026-10-26"))
                .endRow(store.nextRow());
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
        ListedRows store = new ListedRows(Field.CANCELLED_BY);
        store.order("2026-10-30", Code.MFN, Code.CANCELLED)
                .code(Field.CANCELLED_BY, Code.MERCHANT)
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

    @ParameterizedTest(name = "{0}, cancelled by {1}, on Amazon's list {2}: {3}")
    @CsvSource({
        "MFN, MERCHANT, false, 1",
        "MFN, , true, 1",
        "MFN, , false, 0",
        "MFN, AMAZON, false, 0",
        "AFN, MERCHANT, false, 0",
        "AFN, , true, 0"
    })
    void theSellerCancelledWhatAnExportOrAmazonsListSays(
            Code fulfilment, @Nullable Code by, boolean isListed, int found) {
        ListedRows store = new ListedRows(Field.CANCELLED_BY);
        var order = store.order("2026-10-20", fulfilment, Code.CANCELLED);
        if (by != null) {
            order.code(Field.CANCELLED_BY, by);
        }
        order.endRow(store.nextRow());
        listed(store, fulfilment);
        if (isListed) {
            store.row(FactType.CANCELLATION, store.id(), List.of()).endRow(store.nextRow());
        }

        assertThat(store.explained("order-cancelled-by-seller", Metric.ORDER_DEFECT_RATE))
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0}, handed over {1}: {2}")
    @CsvSource({"MFN, 2026-10-23, 1", "MFN, 2026-10-22, 0", "AFN, 2026-10-23, 0"})
    void whatAmazonShipsLateIsNotTheSellers(Code fulfilment, String shipped, int found) {
        ListedRows store = new ListedRows(Field.EXPECTED_SHIP, Field.SHIPPED);
        store.order("2026-10-20", fulfilment, Code.SHIPPED)
                .moment(Field.EXPECTED_SHIP, moment("2026-10-22"))
                .moment(Field.SHIPPED, moment(shipped))
                .endRow(store.nextRow());
        listed(store, fulfilment);

        assertThat(store.explained("order-shipped-late", Metric.ORDER_DEFECT_RATE))
                .hasSize(found);
    }

    /** What befell an order by itself is no trait of several: late, damaged and not answered are all of it. */
    @Test
    void whatBefellTheSameOrderStandsBesideOther() {
        ListedRows store = new ListedRows(Field.EXPECTED_DELIVERY, Field.DELIVERED);
        store.order("2026-10-20", Code.MFN, Code.SHIPPED)
                .moment(Field.EXPECTED_DELIVERY, moment("2026-10-26"))
                .moment(Field.DELIVERED, moment("2026-10-27"))
                .endRow(store.nextRow());
        listed(store);
        returned(store, "2026-10-28", "CR-DAMAGED_BY_CARRIER", "Approved");

        assertThat(store.causes(Metric.ORDER_DEFECT_RATE).get(0).causes())
                .extracting(Cause::id)
                .contains("order-delivered-late", "damaged");
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
        listed(store, Code.MFN);
    }

    private static void listed(ListedRows store, Code fulfilment) {
        store.row(FactType.ORDER_DEFECT, store.id(), OF_DEFECTS)
                .code(Field.FULFILMENT, fulfilment)
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
