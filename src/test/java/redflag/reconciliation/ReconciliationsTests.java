package redflag.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.metrics.Finding;
import redflag.metrics.Ledgers;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.past.Snapshot;
import redflag.past.Snapshot.Counted;
import redflag.past.Snapshot.SeenDefect;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

/** Late shipments and cancellations of the US on 22 November: windows from 24 October, and from 15 to 21 November. */
class ReconciliationsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Period MONTH = new Period(LocalDate.of(2026, 10, 24), AS_OF);
    private static final String LATE = "lateShipmentRate30";

    private static final Difference NOTHING = new Difference(0, 0);

    private final Ledgers store = Ledgers.of("US");

    private Reconciliation reconciled(Metric metric, Optional<Snapshot> earlier) {
        StoreLedger ledger = store.asOf(AS_OF);
        List<Finding> findings = Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none());
        return Reconciliations.of(ledger, findings, earlier).stream()
                .filter(reconciliation -> reconciliation.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private Reconciliation reconciled() {
        return reconciled(Metric.LATE_SHIPMENT_RATE_30, Optional.empty());
    }

    private String order(LocalDate day) {
        return store.order(day, Code.MFN, Code.SHIPPED);
    }

    /** One order a day from 1 September on. */
    private void anOrderADay() {
        store.lateList();
        for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            order(day);
        }
    }

    private void printed(long affected, long total, Period days) {
        store.printed(LATE, affected, total, days.from(), days.to(), days.to(), "");
    }

    @Test
    void equalCountsOfTheSameDaysNeedNoExplanation() {
        anOrderADay();
        printed(0, 30, MONTH);

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.difference()).contains(new Difference(0, 0));
        assertThat(reconciliation.explanations()).isEmpty();
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }

    @Test
    void anExportOfTwoDaysBeforeIsHeldAgainstTheRowsOfItsOwnDays() {
        anOrderADay();
        String leftSince = order(LocalDate.of(2026, 10, 23));
        String within = order(LocalDate.of(2026, 10, 24));
        String since = order(LocalDate.of(2026, 11, 21));
        List.of(leftSince, within, since).forEach(store::late);
        // 22 October to 20 November: 30 days and the two orders of the 23rd and 24th
        printed(2, 32, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.difference()).contains(new Difference(0, 0));
        assertThat(reconciliation.explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.OTHER_DAYS);
            assertThat(explanation.orders())
                    .as("late in one of the two windows only")
                    .containsExactly(leftSince, since);
        });
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }

    @Test
    void whatTheDaysDoNotExplainIsLeft() {
        anOrderADay();
        printed(1, 33, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.explanations()).extracting(Explanation::kind).containsExactly(Kind.OTHER_DAYS);
        assertThat(reconciliation.unexplained()).contains(new Difference(1, 3));
    }

    @Test
    void daysBeforeTheOrderReportsAreNamedAndNotGuessed() {
        store.lateList();
        order(LocalDate.of(2026, 10, 24));
        order(AS_OF);
        Period days = new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 18));
        printed(0, 9, days);

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.explanations())
                .containsExactly(new Explanation(
                        Kind.DAYS_NOT_EXPORTED,
                        Optional.empty(),
                        Optional.of(new Period(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 23))),
                        List.of()));
        assertThat(reconciliation.unexplained()).contains(new Difference(0, 7));
    }

    /** 22:30 in Los Angeles (UTC-7) is the next day in UTC: it lies before the window here and in it there. */
    @Test
    void ordersAtTheEdgesTellThatTheExportCountsDaysOfUtc() {
        anOrderADay();
        Instant evening = Instant.parse("2026-10-24T05:30:00Z");
        String edge = store.orderAt(evening, evening, Optional.of(Code.MFN), Code.SHIPPED);
        printed(0, 31, MONTH);

        assertThat(reconciled().explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.DAYS_OF_UTC);
            assertThat(explanation.part()).contains(new Difference(0, 1));
            assertThat(explanation.orders()).containsExactly(edge);
        });
    }

    /** Shipped a day after they are placed, and expected two days after it, so that the window has thirty of them by each date. */
    private void anOrderADayWithDates() {
        store.ordersTellOfDelivery();
        store.lateList();
        for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            store.shipped(day, day.plusDays(2), day.plusDays(1));
        }
    }

    @ParameterizedTest(name = "expected {0}, shipped {1}: {2}")
    @CsvSource({
        "2026-10-23, 2026-10-25, SHIP_DATE",
        "2026-10-24, 2026-10-26, EXPECTED_SHIP_DATE",
        "2026-10-22, 2026-10-23, none"
    })
    void ordersAtTheEdgeTellWhichDateTheExportCountsBy(LocalDate expected, LocalDate shipped, String kind) {
        anOrderADayWithDates();
        String edge = store.shipped(LocalDate.of(2026, 10, 22), expected, shipped);
        store.late(edge);
        printed(1, 31, MONTH);

        Reconciliation reconciliation = reconciled();

        if (kind.equals("none")) {
            assertThat(reconciliation.explanations())
                    .as("a date that does not fit is not named")
                    .isEmpty();
            return;
        }
        assertThat(reconciliation.explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.valueOf(kind));
            assertThat(explanation.part()).contains(new Difference(1, 1));
            assertThat(explanation.orders()).containsExactly(edge);
        });
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }

    @Test
    void aDateThatGivesOneOfTheTwoCountsExplainsNothing() {
        anOrderADayWithDates();
        store.late(store.shipped(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 25)));
        printed(2, 31, MONTH);

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.explanations()).isEmpty();
        assertThat(reconciliation.unexplained()).contains(new Difference(2, 1));
    }

    @ParameterizedTest(name = "{0} printed, 1 of 31 by rows: {1}")
    @CsvSource({
        "0.0323, SAME_RATE_WITHOUT_COUNTS",
        "0.03, SAME_RATE_WITHOUT_COUNTS",
        "0.0322, OTHER_RATE_WITHOUT_COUNTS",
        "0.08, OTHER_RATE_WITHOUT_COUNTS"
    })
    void aRateWithoutCountsIsShownAndNotTakenApart(String rate, Kind kind) {
        anOrderADay();
        store.late(order(LocalDate.of(2026, 11, 1)));
        store.stated(LATE, rate, MONTH.from(), MONTH.to());

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.printed()).isEqualTo(new Figure.StatedRate(new BigDecimal(rate)));
        assertThat(reconciliation.difference()).isEmpty();
        assertThat(reconciliation.unexplained()).isEmpty();
        assertThat(reconciliation.explanations())
                .containsExactly(new Explanation(kind, Optional.empty(), Optional.of(MONTH), List.of()));
    }

    @Test
    void asManyFewerOrdersAsAreCancelledAreTheCancelledOnes() {
        anOrderADay();
        store.order(LocalDate.of(2026, 11, 3), Code.MFN, Code.CANCELLED);
        store.order(LocalDate.of(2026, 11, 4), Code.MFN, Code.CANCELLED);
        printed(0, 30, MONTH);

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.CANCELLED_NOT_COUNTED);
            assertThat(explanation.part()).contains(new Difference(0, -2));
        });
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }

    @Test
    void ordersThatNobodyGivesAFulfilmentExplainAsManyAsThereAre() {
        anOrderADay();
        Instant noon = Instant.parse("2026-11-03T20:00:00Z");
        store.orderAt(noon, noon, Optional.empty(), Code.SHIPPED);
        printed(0, 32, MONTH);

        Reconciliation reconciliation = reconciled();

        assertThat(reconciliation.explanations()).singleElement().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.FULFILMENT_UNKNOWN);
            assertThat(explanation.part()).contains(new Difference(0, 1));
        });
        assertThat(reconciliation.unexplained()).contains(new Difference(0, 1));
    }

    @Test
    void defectsThatNightsSawFirstAfterTheDayOfTheExportExplainWhatTheRowsHaveMore() {
        anOrderADay();
        String old = order(LocalDate.of(2026, 11, 1));
        String since = order(LocalDate.of(2026, 11, 2));
        List.of(old, since).forEach(store::late);
        printed(1, 32, MONTH);

        Reconciliation sameDay = reconciled(
                Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 3), seen(old, "2026-11-03")));

        assertThat(sameDay.explanations())
                .as("stated on the as-of date, which nothing is newer than")
                .isEmpty();
        assertThat(sameDay.unexplained()).contains(new Difference(-1, 0));
    }

    @Test
    void aDefectOfTheExportsDaysThatCameAfterItIsNamed() {
        anOrderADay();
        String old = order(LocalDate.of(2026, 11, 1));
        String since = order(LocalDate.of(2026, 11, 2));
        List.of(old, since).forEach(store::late);
        Period days = new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20));
        printed(1, 32, days);

        Reconciliation reconciliation = reconciled(
                Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 3), seen(old, "2026-11-03")));

        assertThat(reconciliation.explanations()).last().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.DEFECTS_SINCE);
            assertThat(explanation.part()).contains(new Difference(-1, 0));
            assertThat(explanation.orders()).containsExactly(since);
        });
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }

    @Test
    void nightsThatSawNoDefectHaveSeenThatThereWasNone() {
        anOrderADay();
        String since = order(LocalDate.of(2026, 11, 2));
        store.late(since);
        printed(0, 31, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Reconciliation reconciliation =
                reconciled(Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 20)));

        assertThat(reconciliation.explanations()).last().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.DEFECTS_SINCE);
            assertThat(explanation.orders()).containsExactly(since);
        });
    }

    @Test
    void whatTheFirstNightSawMayBeOlderThanTheExport() {
        anOrderADay();
        String old = order(LocalDate.of(2026, 11, 1));
        store.late(old);
        printed(0, 31, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Reconciliation reconciliation = reconciled(
                Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 21), seen(old, "2026-11-21")));

        assertThat(reconciliation.explanations()).extracting(Explanation::kind).containsExactly(Kind.OTHER_DAYS);
        assertThat(reconciliation.unexplained()).contains(new Difference(-1, 0));
    }

    @Test
    void whereMoreOrdersMayBeItThanAreMissingNoneIsNamedForSure() {
        anOrderADay();
        List<String> since = List.of(order(LocalDate.of(2026, 11, 1)), order(LocalDate.of(2026, 11, 2)));
        since.forEach(store::late);
        printed(1, 32, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Explanation explanation = reconciled(Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 20)))
                .explanations()
                .get(1);

        assertThat(explanation.part()).contains(new Difference(-1, 0));
        assertThat(explanation.orders()).isEqualTo(since);
        assertThat(explanation.isAmong()).isTrue();
    }

    @Test
    void aDefectThatLastNightsWindowHadLeftIsNotCalledNew() {
        anOrderADay();
        store.late(order(LocalDate.of(2026, 10, 22)));
        printed(0, 31, new Period(LocalDate.of(2026, 10, 22), LocalDate.of(2026, 11, 20)));

        Reconciliation reconciliation =
                reconciled(Metric.LATE_SHIPMENT_RATE_30, watchedSince(LocalDate.of(2026, 11, 20)));

        assertThat(reconciliation.explanations()).extracting(Explanation::kind).containsExactly(Kind.OTHER_DAYS);
    }

    /** Last night's, with what the nights since then saw. */
    private static Optional<Snapshot> watchedSince(LocalDate first, SeenDefect... defects) {
        LocalDate night = AS_OF.minusDays(1);
        Counted counted = new Counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), "LIST", first, night);
        return Optional.of(new Snapshot(night, List.of(defects), List.of(counted), Map.of(), Map.of(), Map.of()));
    }

    private static SeenDefect seen(String order, String firstSeen) {
        return new SeenDefect(
                Metric.LATE_SHIPMENT_RATE_30,
                Optional.empty(),
                order,
                AS_OF.plusDays(9),
                LocalDate.parse(firstSeen),
                Map.of());
    }

    @Test
    void aCancellationAfterTheDayOfTheExportIsAStateThatChanged() {
        anOrderADay();
        Instant placed = Instant.parse("2026-11-16T20:00:00Z");
        String early =
                store.orderAt(placed, Instant.parse("2026-11-17T20:00:00Z"), Optional.of(Code.MFN), Code.CANCELLED);
        String late =
                store.orderAt(placed, Instant.parse("2026-11-21T20:00:00Z"), Optional.of(Code.MFN), Code.CANCELLED);
        store.printed(
                "preFulfillmentCancellationRate",
                1,
                9,
                LocalDate.of(2026, 11, 14),
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 11, 20),
                "");

        Reconciliation reconciliation = reconciled(Metric.PRE_FULFILLMENT_CANCELLATION_RATE, Optional.empty());

        assertThat(reconciliation.explanations()).last().satisfies(explanation -> {
            assertThat(explanation.kind()).isEqualTo(Kind.CHANGED_SINCE);
            assertThat(explanation.orders()).containsExactly(late).doesNotContain(early);
        });
        assertThat(reconciliation.unexplained()).contains(NOTHING);
    }
}
