package redflag.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;
import redflag.metrics.Ledgers;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.past.Snapshot.Counted;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Late shipments of the US on 22 November, with one order a day since 1 September, against the night before. */
class NightToNightTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEFORE = AS_OF.minusDays(1);

    private final Ledgers store = Ledgers.of("US");

    /** Hundred orders on one day of each night's window, beside one a day. */
    private List<Finding> findings() {
        store.lateList();
        for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            store.order(day, Code.MFN, Code.SHIPPED);
        }
        for (int i = 0; i < 300; i++) {
            store.order(LocalDate.of(2026, 11, 1), Code.MFN, Code.SHIPPED);
        }
        return Measurements.of(store.asOf(AS_OF), TargetFile.shipped(), MeasuringRules.standard(), Past.none());
    }

    private static PastReading past(Metric metric, Basis basis, long affected, long total, Period days) {
        return new PastReading(
                BEFORE,
                metric,
                Optional.empty(),
                Optional.empty(),
                Status.ON_TARGET,
                Optional.of(new Measured(
                        new Figure.Counts(new Rate(affected, total)),
                        basis,
                        Precision.EXACT,
                        Optional.of(days),
                        BEFORE,
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
    }

    /** 23 October to 21 November: 30 orders, one a day, and the 300 of the first. */
    @ParameterizedTest(name = "{0} then, 330 now: {1}")
    @CsvSource({
        "330, '', as many as then",
        "331, warning.orders-gone, one order can not go away",
        "700, warning.orders-gone, nor can many",
        "300, '', the days of that night were not over: orders of a last day come late"
    })
    void ordersOfTheSameDaysDoNotGoAway(long then, String warning, String because) {
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.COMPUTED, 0, then, days)), none());

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** An order that the list alone names counts among the orders, and goes with the list's row. */
    @ParameterizedTest(name = "{0} then, 330 now, {1} gone from the list: {2}")
    @CsvSource({
        "331, 111-9999999-0000001, '', the late one was no order of the exports",
        "332, 111-9999999-0000001, warning.orders-gone, it explains one of two",
        "331, 111-0000000-0000001, warning.orders-gone, the struck one's order is still there: another one is gone"
    })
    void anOrderThatOnlyTheListNamedGoesWithIt(long then, String order, String warning, String because) {
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);
        LocalDate day = LocalDate.of(2026, 11, 1);
        SeenDefect struck =
                new SeenDefect(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), order, day.plusDays(31), day, Map.of());

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.COMPUTED, 1, then, days)), seen(struck));

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** 20 October to 18 November, three days before that night: 330 now. 330/50 is 6 by which it may grow. */
    @ParameterizedTest(name = "{0} then, 330 now: {1}")
    @CsvSource({
        "324, '', a few orders of days that were over still come",
        "323, warning.orders-late, seven are more than one in fifty",
    })
    void ordersOfDaysThatWereOverComeLateOnlyInSmallNumbers(long then, String warning, String because) {
        Period days = new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 18));

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.COMPUTED, 0, then, days)), none());

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** No row is late, so that by the rows Amazon's count should not move. */
    @ParameterizedTest(name = "printed {0} then, {1} now: {2}")
    @CsvSource({
        "3, 3, '', it did not",
        "3, 4, '', Amazon counts a little earlier or later than the exports",
        "3, 5, warning.printed-moved, two defects came that no row shows",
        "5, 3, warning.printed-moved, two were taken off"
    })
    void amazonsCountMovesAsTheRowsDo(long then, long now, String warning, String because) {
        store.printed("lateShipmentRate30", now, 330, LocalDate.of(2026, 10, 24), AS_OF, AS_OF, "");
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.PRINTED, then, 330, days)), seen());

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** Late ones of a day that is in both windows, which the list had not shown on the night before. */
    @ParameterizedTest(name = "{0} then, {1} now, three new by rows: {2}")
    @CsvSource({
        "5, 8, '', three late ones that the rows show as well",
        "5, 9, '', Amazon counts one earlier",
        "5, 5, warning.printed-moved, Amazon has not moved though its days did",
        "5, 11, warning.printed-moved, three more came than the rows show"
    })
    void lateOnesThatTheRowsShowExplainAmazonsCount(long then, long now, String warning, String because) {
        store.printed("lateShipmentRate30", now, 330, LocalDate.of(2026, 10, 24), AS_OF, AS_OF, "");
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);
        SeenDefect[] known = new SeenDefect[5];
        for (int i = 0; i < known.length; i++) {
            known[i] = late(LocalDate.of(2026, 11, 1));
        }
        for (int i = 0; i < 3; i++) {
            late(LocalDate.of(2026, 11, 2));
        }

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.PRINTED, then, 330, days)), seen(known));

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** The same days on both nights, and two late ones that the rows show since. */
    @ParameterizedTest(name = "{0} then, {1} now, two new by rows: {2}")
    @CsvSource({
        "1, 3, '', the rows show both",
        "1, 1, '', it may be the same export",
        "3, 1, warning.printed-moved, Amazon took two off and the rows put two on",
        "1, 6, warning.printed-moved, five came and the rows show two"
    })
    void aCountOfTheSameDaysMovesAsTheRowsDo(long then, long now, String warning, String because) {
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);
        store.printed("lateShipmentRate30", now, 330, days.from(), days.to(), AS_OF, "");
        late(LocalDate.of(2026, 11, 1));
        late(LocalDate.of(2026, 11, 2));

        List<Remark> warnings = warnings(
                findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.PRINTED, then, 330, days)), seen());

        assertThat(warnings.stream().map(Remark::key)).as(because).containsExactlyElementsOf(keys(warning));
    }

    /** A late one of the first of the days that last night's window had left already counts as it does now. */
    @Test
    void daysThatTheNightDidNotKeepCountAsNow() {
        Period days = new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 18));
        store.printed("lateShipmentRate30", 0, 330, LocalDate.of(2026, 10, 21), LocalDate.of(2026, 11, 19), AS_OF, "");
        late(LocalDate.of(2026, 10, 20));
        late(LocalDate.of(2026, 10, 20));

        assertThat(warnings(
                        findings(), List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.PRINTED, 2, 330, days)), seen()))
                .as("two then, none now: both left with their day")
                .isEmpty();
    }

    @Test
    void rowsOfAnotherSourceSayNothingOfAmazonsCount() {
        store.printed("lateShipmentRate30", 9, 330, LocalDate.of(2026, 10, 24), AS_OF, AS_OF, "");
        Period days = new Period(LocalDate.of(2026, 10, 23), BEFORE);
        List<PastReading> before = List.of(past(Metric.LATE_SHIPMENT_RATE_30, Basis.PRINTED, 0, 330, days));
        List<Finding> findings = findings();

        assertThat(warnings(findings, before, seen())).isNotEmpty();
        assertThat(warnings(
                        findings.stream().map(BesideAList::of).toList(),
                        before,
                        snapshot(DefectSource.ORDERS_AND_LIST.name())))
                .as("nor do rows that name others than they count")
                .isEmpty();
        assertThat(warnings(findings, before, snapshot("ORDERS"))).isEmpty();
        assertThat(warnings(findings, before, none())).isEmpty();
    }

    private SeenDefect late(LocalDate day) {
        String order = store.order(day, Code.MFN, Code.SHIPPED);
        store.late(order);
        return new SeenDefect(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), order, day.plusDays(30), day, Map.of());
    }

    private static Optional<Snapshot> none() {
        return Optional.empty();
    }

    private static List<Remark> warnings(
            List<Finding> findings, List<PastReading> before, Optional<Snapshot> snapshot) {
        return NightToNight.warnings(findings, before, snapshot, order -> order.startsWith("111-0000000"));
    }

    /** What the list of the night before had shown. */
    private static Optional<Snapshot> seen(SeenDefect... defects) {
        return snapshot("LIST", defects);
    }

    private static Optional<Snapshot> snapshot(String source, SeenDefect... defects) {
        Counted counted = new Counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), source, BEFORE, BEFORE);
        return Optional.of(new Snapshot(BEFORE, List.of(defects), List.of(counted), Map.of(), Map.of(), Map.of()));
    }

    private static List<String> keys(String warning) {
        return warning.isEmpty() ? List.of() : List.of(warning);
    }
}
