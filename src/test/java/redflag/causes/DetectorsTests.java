package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/** Each detector with the rows that it is about, and with rows that only look alike. */
class DetectorsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store US = OneStore.of("US");

    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.UPDATED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.SKU,
            Field.EXPECTED_SHIP,
            Field.SHIPPED,
            Field.EXPECTED_DELIVERY,
            Field.DELIVERED,
            Field.BUYER_REQUESTED_CANCELLATION,
            Field.CANCELLED_BY));
    private final FactTable.Builder late = new FactTable.Builder(EnumSet.of(Field.ORDER));
    private final FactTable.Builder defects = new FactTable.Builder(
            EnumSet.of(Field.ORDER, Field.FULFILMENT, Field.NEGATIVE_FEEDBACK, Field.A_TO_Z_CLAIM, Field.CHARGEBACK));
    private final FactTable.Builder listings =
            new FactTable.Builder(EnumSet.of(Field.STORE, Field.SKU, Field.QUANTITY));
    private final EnumSet<FactType> there = EnumSet.of(FactType.ORDER_LINE);
    private int rows;

    /** The exports reach over all windows. */
    DetectorsTests() {
        order("2026-08-01", Code.AFN, Code.SHIPPED).endRow(rows);
        order("2026-11-22", Code.AFN, Code.SHIPPED).endRow(rows);
    }

    @ParameterizedTest(name = "until {0}, handed over {1}: {2}")
    @CsvSource({
        "2026-11-10T08:00:00Z, 2026-11-10T08:00:00Z, 1, in the last second",
        "2026-11-10T08:00:00Z, 2026-11-10T08:00:01Z, 0, a second late",
        "2026-11-10, 2026-11-11T07:59:59Z, 1, still the day of the limit in Seattle",
        "2026-11-10, 2026-11-11T08:00:00Z, 0, the day after"
    })
    void handedOverInTimeAndOnAmazonsListIsConfirmedLate(String limit, String shipped, int found, String because) {
        order("2026-11-08", Code.MFN, Code.SHIPPED)
                .moment(Field.EXPECTED_SHIP, moment(limit))
                .moment(Field.SHIPPED, moment(shipped))
                .endRow(rows);
        late(id());

        assertThat(explained("confirmed-late-shipped-on-time", Metric.LATE_SHIPMENT_RATE_30))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0} orders a day over, {1} in time: {2}")
    @CsvSource({
        "6, 4, true, most of ten are handed over a day after the limit",
        "5, 5, false, half of them is not usual",
        "5, 4, false, nine orders show no habit"
    })
    void aProductThatUsuallyTakesLongerThanItMayIsNamed(int over, int inTime, boolean isFound, String because) {
        for (int i = 0; i < over + inTime; i++) {
            order("2026-11-08", Code.MFN, Code.SHIPPED)
                    .text(Field.SKU, "TENT")
                    .moment(Field.EXPECTED_SHIP, moment("2026-11-10"))
                    .moment(Field.SHIPPED, moment(i < over ? "2026-11-11" : "2026-11-09"))
                    .endRow(rows);
            if (i < over) {
                late(id());
            }
        }

        assertThat(!explained("usual-handover-over-handling-time", Metric.LATE_SHIPMENT_RATE_30)
                        .isEmpty())
                .as(because)
                .isEqualTo(isFound);
    }

    /** Due on Monday 9 November: seven business days later is Wednesday the 18th. */
    @ParameterizedTest(name = "by {0} on {1}: {2}")
    @CsvSource({
        "AMAZON, 2026-11-18, 1, the seventh business day",
        "AMAZON, 2026-11-17, 0, the sixth",
        "MERCHANT, 2026-11-18, 0, the seller did it"
    })
    void whatAmazonCancelsAfterSevenBusinessDaysWasNeverConfirmed(Code by, String changed, int found, String because) {
        order("2026-11-16", Code.MFN, Code.CANCELLED)
                .moment(Field.EXPECTED_SHIP, moment("2026-11-09"))
                .moment(Field.UPDATED, moment(changed))
                .code(Field.CANCELLED_BY, by)
                .endRow(rows);

        assertThat(explained("not-confirmed-in-seven-business-days", Metric.PRE_FULFILLMENT_CANCELLATION_RATE))
                .as(because)
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0} left: {1}")
    @CsvSource({"0, 1", "2, 1", "3, 0"})
    void aCancelledProductWithHardlyAnyLeftWasOversold(long left, int found) {
        order("2026-11-18", Code.MFN, Code.CANCELLED).text(Field.SKU, "TENT").endRow(rows);
        there.add(FactType.LISTING);
        listings.text(Field.STORE, "north").text(Field.SKU, "TENT").count(Field.QUANTITY, left);
        listings.endRow(2);

        assertThat(explained("oversold", Metric.PRE_FULFILLMENT_CANCELLATION_RATE))
                .hasSize(found);
    }

    @ParameterizedTest(name = "{0} of {1} cancelled beside {2} of Amazon: {3}")
    @CsvSource({"4, 4, 20, 4", "4, 4, 19, 0", "4, 5, 40, 0"})
    void aFewOrdersOfWhichAllAreCancelledBesideManyByAmazonMayBeAnAccident(
            int cancelled, int own, int amazons, int found) {
        for (int i = 0; i < own; i++) {
            order("2026-11-18", Code.MFN, i < cancelled ? Code.CANCELLED : Code.SHIPPED)
                    .endRow(rows);
        }
        for (int i = 0; i < amazons; i++) {
            order("2026-11-18", Code.AFN, Code.SHIPPED).endRow(rows);
        }

        assertThat(explained("accidental-seller-fulfilled-offer", Metric.PRE_FULFILLMENT_CANCELLATION_RATE))
                .hasSize(found);
    }

    @Test
    void anOrderDefectIsJoinedWithWhatElseBefellTheOrder() {
        there.add(FactType.ORDER_DEFECT);
        order("2026-10-20", Code.MFN, Code.SHIPPED)
                .moment(Field.EXPECTED_DELIVERY, moment("2026-10-26"))
                .moment(Field.DELIVERED, moment("2026-10-27"))
                .endRow(rows);
        String delivered = defect();
        order("2026-10-20", Code.MFN, Code.CANCELLED)
                .code(Field.CANCELLED_BY, Code.MERCHANT)
                .endRow(rows);
        String cancelled = defect();
        order("2026-10-20", Code.MFN, Code.CANCELLED).endRow(rows);
        defect();
        order("2026-10-20", Code.MFN, Code.CANCELLED)
                .flag(Field.BUYER_REQUESTED_CANCELLATION, true)
                .endRow(rows);
        defect();
        order("2026-11-01", Code.MFN, Code.SHIPPED).endRow(rows);
        String shipped = defect();
        late(shipped);

        assertThat(explained("order-delivered-late", Metric.ORDER_DEFECT_RATE)).containsExactly(delivered);
        assertThat(explained("order-cancelled-by-seller", Metric.ORDER_DEFECT_RATE))
                .as("not by the buyer, and not by nobody knows whom")
                .containsExactly(cancelled);
        assertThat(explained("order-shipped-late", Metric.ORDER_DEFECT_RATE)).containsExactly(shipped);
    }

    @Test
    void ofFewDefectsEachIsToldAsRowsTellIt() {
        order("2026-11-08", Code.MFN, Code.SHIPPED)
                .moment(Field.EXPECTED_SHIP, moment("2026-11-10T08:00:00Z"))
                .moment(Field.SHIPPED, moment("2026-11-12"))
                .endRow(rows);
        late(id());

        Causes.OfMetric told = causes(Metric.LATE_SHIPMENT_RATE_30).get(0);

        assertThat(told.isCompared()).isFalse();
        assertThat(told.accounts()).singleElement().satisfies(account -> {
            assertThat(account.expectedShip()).contains("2026-11-10T08:00:00Z");
            assertThat(account.shipped()).contains("2026-11-12");
            assertThat(account.delivered()).isEmpty();
        });
        assertThat(told.unexplained()).extracting(Defect::orderId).containsExactly(id());
    }

    private FactTable.Builder order(String day, Code fulfilment, Code status) {
        rows++;
        return orders.order(id())
                .moment(Field.PURCHASED, moment(day))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, "Amazon.com");
    }

    private String id() {
        return "111-0000000-%07d".formatted(rows);
    }

    private void late(String order) {
        there.add(FactType.LATE_SHIPMENT);
        late.order(order).endRow(rows);
    }

    private String defect() {
        defects.order(id())
                .code(Field.FULFILMENT, Code.MFN)
                .flag(Field.A_TO_Z_CLAIM, true)
                .endRow(rows);
        return id();
    }

    private static long moment(String text) {
        return text.length() == 10
                ? Moments.ofDay(LocalDate.parse(text))
                : Moments.ofEpochSecond(Instant.parse(text).getEpochSecond());
    }

    private List<String> explained(String cause, Metric metric) {
        return causes(metric).stream()
                .flatMap(of -> of.causes().stream())
                .filter(found -> found.id().equals(cause))
                .flatMap(found -> found.explains().stream())
                .map(Defect::orderId)
                .toList();
    }

    private List<Causes.OfMetric> causes(Metric metric) {
        Map<FactType, FactTable.Builder> tables = Map.of(
                FactType.ORDER_LINE, orders,
                FactType.LATE_SHIPMENT, late,
                FactType.ORDER_DEFECT, defects,
                FactType.LISTING, listings);
        List<FileFacts> files = new ArrayList<>();
        for (FactType type : there) {
            FactTable table = tables.get(type).build();
            files.add(OneStore.file(type, table));
        }
        return ListedRows.causes(files, metric);
    }
}
