package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Rates from the orders' own dates (src/docs/metrics.md): estimates on Amazon's marketplaces. */
class OrderRatesTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store US = OneStore.of("US");

    private final FactTable.Builder orders = new FactTable.Builder(EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.EXPECTED_SHIP,
            Field.SHIPPED,
            Field.TRACKED,
            Field.EXPECTED_DELIVERY,
            Field.CANCELLED_BY,
            Field.CARRIER));
    private Optional<FactTable> printed = Optional.empty();
    private String carrier = "UPS";
    private int rows;
    private int lines;

    @ParameterizedTest(name = "limit {0}, handed over {1}, {2}: late {3}")
    @CsvSource({
        "2026-11-10T08:00:00Z, 2026-11-10T08:00:00Z, SHIPPED, 0",
        "2026-11-10T08:00:00Z, 2026-11-10T08:00:01Z, SHIPPED, 1",
        "2026-11-10T07:59:59Z, 2026-11-10, SHIPPED, 1",
        "2026-11-10, 2026-11-11T07:59:59Z, SHIPPED, 0",
        "2026-11-10, 2026-11-11T08:00:00Z, SHIPPED, 1",
        "2026-11-22T07:59:59Z, none, UNSHIPPED, 1",
        "2026-11-23T07:59:59Z, none, UNSHIPPED, 0",
        "2026-11-10T08:00:00Z, 2026-11-10T09:00:00Z, CANCELLED, 0"
    })
    void lateIsWhatWasHandedOverAfterItsLimitOrNotYet(String limit, String shipped, Code status, long late) {
        // days are Pacific: 07:59:59Z is the evening before
        order("2026-11-08", limit, shipped, status);

        Reading reading = measured(Metric.LATE_SHIPMENT_RATE_30);

        assertThat(reading.measured().orElseThrow().figure()).isEqualTo(counts(late, 1));
        assertThat(reading.measured().orElseThrow().precision()).isEqualTo(Precision.ESTIMATE);
    }

    @Test
    void whenAShippedOrderWasHandedOverNobodyKnows() {
        order("2026-11-08", "2026-11-10T08:00:00Z", "none", Code.SHIPPED);

        assertThat(measured(Metric.LATE_SHIPMENT_RATE_30).measured()).isEmpty();
    }

    @Test
    void anEstimateOffTargetIsWatch() {
        order("2026-11-08", "2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z", Code.SHIPPED);
        assertThat(measured(Metric.LATE_SHIPMENT_RATE_30).status()).isEqualTo(Status.WATCH);
    }

    @Test
    void anEstimateOnTargetProvesNothing() {
        order("2026-11-08", "2026-11-10T08:00:00Z", "2026-11-12T08:00:00Z", Code.SHIPPED);
        for (int i = 0; i < 100; i++) {
            order("2026-11-08", "2026-11-10T08:00:00Z", "2026-11-09T08:00:00Z", Code.SHIPPED);
        }
        assertThat(measured(Metric.LATE_SHIPMENT_RATE_30).status()).isEqualTo(Status.NOT_MEASURED);
    }

    @Test
    void aPackageWithoutTrackingNumberMakesTheOrderUntracked() {
        order("2026-10-20", "2026-10-22T08:00:00Z", "2026-10-21T08:00:00Z", Code.SHIPPED, true);
        order("2026-10-20", "2026-10-22T08:00:00Z", "2026-10-21T08:00:00Z", Code.SHIPPED, false);

        Reading reading = measured(Metric.VALID_TRACKING_RATE);

        assertThat(reading.measured().orElseThrow().figure()).isEqualTo(counts(1, 2));
        assertThat(reading.measured().orElseThrow().precision()).isEqualTo(Precision.ESTIMATE);
    }

    /** Amazon judges tracking by category (domain.md §1.5): an estimate of the whole leaves nothing unknown. */
    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void wherePrintedCategoriesDecideAnEstimateOfTheWholeIsNotMissed(boolean isPrinted, boolean isMissing) {
        for (int i = 0; i < 100; i++) {
            order("2026-10-20", "2026-10-22T08:00:00Z", "2026-10-21T08:00:00Z", Code.SHIPPED, i > 0);
        }
        if (isPrinted) {
            FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                    Field.STORE, Field.METRIC, Field.CATEGORY, Field.AFFECTED, Field.TOTAL, Field.STATED_ON));
            table.text(Field.STORE, "north")
                    .text(Field.METRIC, "validTrackingRate")
                    .text(Field.CATEGORY, "Home")
                    .count(Field.AFFECTED, 0)
                    .count(Field.TOTAL, 90)
                    .day(Field.STATED_ON, AS_OF)
                    .endRow(2);
            printed = Optional.of(table.build());
        }

        Reading whole = measured(Metric.VALID_TRACKING_RATE);

        assertThat(whole.category()).isEmpty();
        assertThat(whole.status()).isEqualTo(Status.NOT_MEASURED);
        assertThat(whole.missing()).isEqualTo(isMissing);
    }

    @Test
    void theRateWithoutOneCarrierOrPromisedDayIsTold() {
        for (int i = 0; i < 40; i++) {
            carrier = i % 4 == 0 ? "DHL" : "UPS";
            order(
                    i % 2 == 0 ? "2026-10-20" : "2026-10-21",
                    "2026-10-22T08:00:00Z",
                    "2026-10-21T08:00:00Z",
                    Code.SHIPPED,
                    i % 4 != 0 || i > 24);
        }

        Finding finding = finding(Metric.VALID_TRACKING_RATE, "2026-11-22");

        assertThat(finding.reading().computed().orElseThrow().figure()).isEqualTo(counts(7, 40));
        assertThat(finding.contributions())
                .containsExactly(
                        new Contribution(
                                Contribution.Dimension.CARRIER,
                                "DHL",
                                new Rate(7, 10),
                                Optional.of(new Rate(0, 30)),
                                true),
                        // promised nine days after it was placed
                        new Contribution(
                                Contribution.Dimension.DAY,
                                "2026-10-29",
                                new Rate(7, 20),
                                Optional.of(new Rate(0, 20)),
                                true));
        assertThat(finding.defects())
                .allSatisfy(defect -> assertThat(defect.carrier()).contains("DHL"));
    }

    @Test
    void aCancellationByTheBuyerIsNotTheSellers() {
        cancelled(Code.BUYER);
        cancelled(Code.MERCHANT);
        cancelled(Code.AMAZON);

        Reading reading = measured(Metric.PRE_FULFILLMENT_CANCELLATION_RATE);

        assertThat(reading.measured().orElseThrow().figure()).isEqualTo(counts(2, 3));
        assertThat(reading.measured().orElseThrow().precision()).isEqualTo(Precision.AT_MOST);
    }

    @Test
    void ofItemsCancelledByTwoTheSellersCounts() {
        for (List<Code> both : List.of(List.of(Code.BUYER, Code.MERCHANT), List.of(Code.MERCHANT, Code.BUYER))) {
            for (Code by : both) {
                begin("2026-11-18", Code.CANCELLED);
                orders.code(Field.CANCELLED_BY, by).endRow(++lines);
            }
            rows++;
        }

        assertThat(measured(Metric.PRE_FULFILLMENT_CANCELLATION_RATE)
                        .measured()
                        .orElseThrow()
                        .figure())
                .isEqualTo(counts(2, 2));
    }

    @Test
    void aLimitAfterTheLastKnownDayHasNotPassed() {
        order("2026-11-08", "2026-11-22T07:59:59Z", "none", Code.UNSHIPPED);

        assertThat(measured(Metric.LATE_SHIPMENT_RATE_30, "2026-11-21")
                        .measured()
                        .orElseThrow()
                        .figure())
                .isEqualTo(counts(0, 1));
    }

    private static Figure counts(long affected, long total) {
        return new Figure.Counts(new Rate(affected, total));
    }

    private void cancelled(Code by) {
        begin("2026-11-18", Code.CANCELLED);
        orders.code(Field.CANCELLED_BY, by).endRow(++rows);
    }

    private void begin(String day, Code status) {
        orders.order("111-0000000-%07d".formatted(rows + 1))
                .moment(Field.PURCHASED, Moments.ofDay(LocalDate.parse(day)))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, Code.MFN);
    }

    private void order(String day, String limit, String shipped, Code status) {
        order(day, limit, shipped, status, true);
    }

    private void order(String day, String limit, String shipped, Code status, boolean tracked) {
        begin(day, status);
        orders.moment(Field.EXPECTED_SHIP, moment(limit))
                .moment(
                        Field.EXPECTED_DELIVERY,
                        Moments.ofDay(LocalDate.parse(day).plusDays(9)))
                .flag(Field.TRACKED, tracked)
                .text(Field.CARRIER, carrier);
        if (!shipped.equals("none")) {
            orders.moment(Field.SHIPPED, moment(shipped));
        }
        orders.endRow(++rows);
    }

    private static long moment(String text) {
        return text.length() == 10
                ? Moments.ofDay(LocalDate.parse(text))
                : Moments.ofEpochSecond(java.time.Instant.parse(text).getEpochSecond());
    }

    /** With an order long ago and one on the last day, so that the exports reach over every window. */
    private Reading measured(Metric metric) {
        return measured(metric, "2026-11-22");
    }

    private Reading measured(Metric metric, String lastDay) {
        return finding(metric, lastDay).reading();
    }

    private Finding finding(Metric metric, String lastDay) {
        FactTable.Builder ends = new FactTable.Builder(EnumSet.of(Field.ORDER, Field.PURCHASED, Field.FULFILMENT));
        for (String day : List.of("2026-08-01", lastDay)) {
            ends.order("222-0000000-" + day.replace("-", "").substring(1))
                    .moment(Field.PURCHASED, Moments.ofDay(LocalDate.parse(day)))
                    .code(Field.FULFILMENT, Code.AFN)
                    .endRow(2);
        }
        StoreLedger ledger = OneStore.ledger(US, AS_OF, files(ends));
        return Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(finding -> finding.reading().metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private List<FileFacts> files(FactTable.Builder ends) {
        List<FileFacts> files = new ArrayList<>(List.of(file("a", orders.build(), rows), file("b", ends.build(), 2)));
        printed.ifPresent(table -> files.add(new FileFacts(
                "north/p", "p", "p", 1, "", 1, 0, List.of(), List.of(), Map.of(FactType.PRINTED_FIGURE, table))));
        return files;
    }

    private static FileFacts file(String hash, FactTable table, int rows) {
        return new FileFacts(
                "north/" + hash, hash, "k", 1, "", rows, 0, List.of(), List.of(), Map.of(FactType.ORDER_LINE, table));
    }
}
