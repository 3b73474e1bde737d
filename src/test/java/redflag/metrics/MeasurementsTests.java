package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Fulfilment;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.outlook.Outlook;
import redflag.outlook.UsualVolume;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;
import redflag.rules.TargetTable;

class MeasurementsTests {

    private static final TargetTable TARGETS = TargetFile.shipped();
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    /** product.md, Truth, 3; Amazon's own BAD is never shown green. */
    @ParameterizedTest(name = "{0}: rows {1}, printed {2} on {3} {4}: {5} {6}, {7}")
    @CsvFileSource(resources = "deciding-figures.csv", useHeadersInDisplayName = true)
    void oneFigureDecides(
            String metric,
            String rows,
            String printed,
            LocalDate printedOn,
            String amazonSays,
            Status status,
            String basis,
            String because) {
        Ledgers store = Ledgers.of("US");
        if (rows != null) {
            orders(store, affected(rows), total(rows));
        }
        if (printed != null) {
            store.printed(
                    metric,
                    affected(printed),
                    total(printed),
                    printedOn.minusDays(29),
                    printedOn,
                    printedOn,
                    amazonSays == null ? "" : amazonSays);
        }

        Reading reading = finding(store.asOf(AS_OF), metric).reading();

        assertThat(reading.status()).as(because).isEqualTo(status);
        assertThat(reading.measured().map(m -> m.basis().name()).orElse(null)).isEqualTo(basis);
    }

    private static long affected(String rate) {
        return Long.parseLong(rate.substring(0, rate.indexOf('/')));
    }

    private static long total(String rate) {
        return Long.parseLong(rate.substring(rate.indexOf('/') + 1));
    }

    @ParameterizedTest(name = "Amazon''s list {0}: {1}")
    @CsvSource({"true, LIST", "false, TRACES"})
    void aFindingSaysWhatItsDefectsComeFrom(boolean listed, DefectSource source) {
        Ledgers store = Ledgers.of("US");
        orders(store, 0, 20);
        String order = store.order(AS_OF.minusDays(20), Code.MFN, Code.SHIPPED);
        store.feedbackOfOneStar(order, AS_OF.minusDays(10));
        if (listed) {
            store.negativeFeedback(order);
        }
        StoreLedger ledger = store.asOf(AS_OF);

        assertThat(finding(ledger, "orderDefectRate").source()).contains(source);
        assertThat(finding(ledger, "lateShipmentRate30").source()).contains(DefectSource.LIST);
        assertThat(finding(ledger, "preFulfillmentCancellationRate").source()).contains(DefectSource.ORDERS);
        assertThat(finding(ledger, "validTrackingRate").source()).isEmpty();
    }

    @Test
    void theUsualVolumeOfAYoungStoreIsThatOfItsOwnWeeks() {
        Ledgers store = Ledgers.of("US");
        store.sellingSince(AS_OF.minusDays(12));
        store.lateList();
        for (LocalDate day = AS_OF.minusDays(12); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            for (int i = 0; i < 10; i++) {
                store.order(day, Code.MFN, Code.SHIPPED);
            }
        }

        UsualVolume volume = finding(store.asOf(AS_OF), "lateShipmentRate30")
                .outlook()
                .flatMap(Outlook::volume)
                .orElseThrow();

        assertThat(volume.days()).as("thirteen days are one whole week").isEqualTo(7);
        assertThat(volume.orders()).isEqualTo(70);
    }

    /** Seller-fulfilled orders of the day before, the first of them late and cancelled, in exports that reach all windows. */
    private static void orders(Ledgers store, long affected, long total) {
        store.order(AS_OF.minusDays(100), Code.AFN, Code.SHIPPED);
        store.order(AS_OF, Code.AFN, Code.SHIPPED);
        store.lateList();
        for (int i = 0; i < total; i++) {
            String id = store.order(AS_OF.minusDays(1), Code.MFN, i < affected ? Code.CANCELLED : Code.SHIPPED);
            if (i < affected) {
                store.late(id);
            }
        }
    }

    @ParameterizedTest(name = "none of {1} {0}: fragile {2}")
    @CsvSource({
        "lateShipmentRate30, 25, true",
        "lateShipmentRate30, 26, false",
        "lateShipmentRate10, 25, true",
        "lateShipmentRate10, 26, false",
        "preFulfillmentCancellationRate, 40, true",
        "preFulfillmentCancellationRate, 41, false"
    })
    void fewerOrdersThanOneDefectNeedsAreFragileAndOnTarget(String metric, int total, boolean fragile) {
        Ledgers store = Ledgers.of("US");
        orders(store, 0, total);

        Reading reading = finding(store.asOf(AS_OF), metric).reading();

        assertThat(reading.fragile()).isEqualTo(fragile);
        assertThat(reading.status()).isEqualTo(Status.ON_TARGET);
    }

    @ParameterizedTest(name = "{0} of {1} {2}: fragile {3}")
    @CsvSource({
        "orderDefectRate, 100, true",
        "orderDefectRate, 101, false",
        "validTrackingRate, 19, true",
        "validTrackingRate, 20, false",
        "unitOnTimeDeliveryRate, 9, true",
        "unitOnTimeDeliveryRate, 10, false"
    })
    void aPrintedRateIsFragileTheSameWay(String metric, int total, boolean fragile) {
        Ledgers store = Ledgers.of("US");
        store.printed(metric, 0, total, AS_OF.minusDays(29), AS_OF, AS_OF, "GOOD");

        Reading reading = finding(store.asOf(AS_OF), metric).reading();

        assertThat(reading.fragile()).isEqualTo(fragile);
        assertThat(reading.status()).isEqualTo(Status.ON_TARGET);
    }

    /** Enforced in the UK from 20 units on. */
    @ParameterizedTest(name = "{0} of {1} units late: {2}")
    @CsvSource({"3, 19, NOT_MEASURED", "0, 19, NOT_MEASURED", "3, 20, OFF_TARGET", "2, 20, WATCH", "0, 20, ON_TARGET"})
    void belowTheEnforcedMinimumNothingIsSaidAndNothingIsMissing(long late, long total, Status status) {
        Ledgers store = Ledgers.of("UK");
        store.printed("unitOnTimeDeliveryRate", late, total, AS_OF.minusDays(20), AS_OF.minusDays(7), AS_OF, "");

        Reading reading = finding(store.asOf(AS_OF), "unitOnTimeDeliveryRate").reading();

        assertThat(reading.status()).isEqualTo(status);
        assertThat(reading.missing()).isFalse();
    }

    /** domain.md §5.4: an order placed on x counts from x + lag on and leaves on x + lag + length. */
    @ParameterizedTest(name = "{0} of {1}: counts from {2}, leaves on {3}")
    @CsvSource({
        "orderDefectRate, 2026-09-09, 2026-09-24, 2026-11-23",
        "orderDefectRate, 2026-11-07, 2026-11-22, 2027-01-21",
        "orderDefectRate, 2024-02-29, 2024-03-15, 2024-05-14",
        "orderDefectRate, 2023-12-16, 2023-12-31, 2024-02-29",
        "lateShipmentRate30, 2026-10-24, 2026-10-24, 2026-11-23",
        "lateShipmentRate30, 2024-02-29, 2024-02-29, 2024-03-30",
        "lateShipmentRate10, 2026-11-13, 2026-11-13, 2026-11-23",
        "lateShipmentRate10, 2024-02-20, 2024-02-20, 2024-03-01",
        "preFulfillmentCancellationRate, 2026-11-15, 2026-11-16, 2026-11-23",
        "preFulfillmentCancellationRate, 2024-02-29, 2024-03-01, 2024-03-08"
    })
    void aDefectCountsUntilTheDayBeforeItLeaves(String metric, LocalDate placed, LocalDate enters, LocalDate leaves) {
        assertThat(defects(metric, placed, enters.minusDays(1))).isEmpty();
        for (LocalDate day : List.of(enters, leaves.minusDays(1))) {
            assertThat(defects(metric, placed, day))
                    .as("on " + day)
                    .singleElement()
                    .satisfies(defect -> {
                        assertThat(defect.axisDate()).isEqualTo(placed);
                        assertThat(defect.leavesOn()).isEqualTo(leaves);
                    });
        }
        assertThat(defects(metric, placed, leaves)).isEmpty();
    }

    /** One bad order placed on a day, among one clean order on each day around it. */
    private static List<Defect> defects(String metric, LocalDate placed, LocalDate asOf) {
        Ledgers store = Ledgers.of("US");
        for (LocalDate day = placed.minusDays(100); !day.isAfter(placed.plusDays(100)); day = day.plusDays(1)) {
            store.order(day, Code.MFN, Code.SHIPPED);
        }
        String bad = store.order(placed, Code.MFN, Code.CANCELLED);
        store.negativeFeedback(bad);
        store.late(bad);
        return finding(store.asOf(asOf), metric).defects();
    }

    /** What a missing day holds is not known: neither its orders nor which of them were cancelled. */
    @ParameterizedTest(name = "{0} cancelled of {1} a day from {2}: {3} {4}, {5}")
    @CsvSource({
        "0, 10, 2026-11-15, ON_TARGET, EXACT, the whole window",
        "0, 10, 2026-11-16, NOT_MEASURED, ESTIMATE, the first day is missing",
        "0, 10, 2026-11-18, NOT_MEASURED, ESTIMATE, three days are missing",
        "1, 10, 2026-11-18, WATCH, ESTIMATE, off target without the missing days",
        "0, 2, 2026-11-16, ON_TARGET, EXACT, a small store has days without an order"
    })
    void cancellationsOfMissingDaysAreNotTakenForNone(
            int cancelled, int ordersADay, LocalDate from, Status status, Precision precision, String because) {
        Ledgers store = Ledgers.of("US");
        for (LocalDate day = from; !day.isAfter(AS_OF); day = day.plusDays(1)) {
            for (int i = 0; i < ordersADay; i++) {
                boolean bad = i < cancelled && day.equals(AS_OF.minusDays(2));
                store.order(day, Code.MFN, bad ? Code.CANCELLED : Code.SHIPPED);
            }
        }

        Reading reading =
                finding(store.asOf(AS_OF), "preFulfillmentCancellationRate").reading();

        assertThat(reading.status()).as(because).isEqualTo(status);
        assertThat(reading.measured().orElseThrow().precision()).isEqualTo(precision);
    }

    @Test
    void ordersAreCountedToTheAsOfDayWhateverTheExportHolds() {
        Ledgers store = Ledgers.of("US");
        for (LocalDate day = AS_OF.minusDays(100); !day.isAfter(AS_OF.plusDays(30)); day = day.plusDays(1)) {
            store.order(day, Code.MFN, Code.SHIPPED);
        }
        store.lateList();

        Reading reading = finding(store.asOf(AS_OF), "lateShipmentRate30").reading();

        assertThat(reading.computed()
                        .map(m -> ((Figure.Counts) m.figure()).rate().total()))
                .contains(30L);
    }

    /** product.md, Truth, 4: a list without claims proves no on target, and the reader is told why. */
    @Test
    void aListWithoutAColumnForEachKindSaysSo() {
        Ledgers store = Ledgers.of("US");
        store.defectsAreFeedbackOnly();
        String bad = "";
        for (LocalDate day = AS_OF.minusDays(100); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            for (int i = 0; i < 10; i++) {
                bad = store.order(day, Code.MFN, Code.SHIPPED);
            }
            if (day.equals(AS_OF.minusDays(30))) {
                store.negativeFeedback(bad);
            }
        }

        Reading reading = finding(store.asOf(AS_OF), "orderDefectRate").reading();

        assertThat(reading.status()).isEqualTo(Status.WATCH);
        assertThat(reading.measured().orElseThrow().precision()).isEqualTo(Precision.AT_LEAST);
        assertThat(reading.why()).contains(Remark.of("why.list-lacks-kinds", "kinds", 2L));
    }

    /** Of 20 orders none is 0 %, one is 5 %: 0.80 % is of other orders. */
    @ParameterizedTest(name = "{0} cancelled of {1}, printed {2}: {3}, {4}")
    @CsvSource({
        "2, 20, 0.0080, WATCH, why.printed-cannot-be",
        "1, 3, 0.012, WATCH, why.printed-cannot-be",
        "2, 20, 0.0000, ON_TARGET, why.figures-differ",
        "10, 250, 0.0080, ON_TARGET, why.figures-differ",
        "10, 242, 0.0080, ON_TARGET, why.figures-differ"
    })
    void aPrintedRateThatCanNotBeOfTheOrdersDoesNotHideTheRows(
            int cancelled, int total, String printed, Status status, String why) {
        Ledgers store = Ledgers.of("US");
        orders(store, cancelled, total);
        store.stated("preFulfillmentCancellationRate", printed, AS_OF.minusDays(7), AS_OF.minusDays(1));

        Reading reading =
                finding(store.asOf(AS_OF), "preFulfillmentCancellationRate").reading();

        assertThat(reading.status()).isEqualTo(status);
        Remark said = reading.why().orElseThrow();
        assertThat(said.key()).isEqualTo(why);
        assertThat(said.facts())
                .containsEntry("rows", cancelled + "/" + total)
                .containsEntry(
                        "printed", new BigDecimal(printed).movePointRight(2).toPlainString() + " %");
    }

    private static Finding finding(StoreLedger ledger, String metric) {
        return Measurements.of(ledger, TARGETS, MeasuringRules.standard(), Past.none()).stream()
                .filter(f -> f.reading().metric() == Metric.find(metric).orElseThrow())
                .filter(f -> !f.reading().fulfilment().equals(Optional.of(Fulfilment.AFN)))
                .findFirst()
                .orElseThrow();
    }
}
