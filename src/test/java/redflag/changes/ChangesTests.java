package redflag.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.changes.Changes.LeftDefect;
import redflag.changes.Changes.NewDefect;
import redflag.changes.Changes.StatusChange;
import redflag.changes.Changes.Unnamed;
import redflag.changes.Changes.Why;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.Ledgers;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.past.Snapshot.Counted;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Late shipments over 30 days of the US: 24 October to 22 November, and the night before a day earlier. */
class ChangesTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate BEFORE = AS_OF.minusDays(1);

    private final Ledgers store = Ledgers.of("US");

    private StoreLedger ledger;
    private List<Finding> findings;

    private void measure() {
        ledger = store.asOf(AS_OF);
        findings = Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(finding -> finding.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                .toList();
    }

    private String late(LocalDate day) {
        String order = store.order(day, Code.MFN, Code.SHIPPED);
        store.late(order);
        return order;
    }

    private static SeenDefect seen(String order, LocalDate leaves, LocalDate first) {
        return new SeenDefect(
                Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), order, leaves, first, Map.of("LATE_SHIPMENT", first));
    }

    private static Optional<Snapshot> snapshot(SeenDefect... defects) {
        return snapshot("LIST", defects);
    }

    private static Optional<Snapshot> snapshot(String source, SeenDefect... defects) {
        Counted counted = new Counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), source, BEFORE, BEFORE);
        return Optional.of(new Snapshot(BEFORE, List.of(defects), List.of(counted), Map.of(), Map.of(), Map.of()));
    }

    private static List<PastReading> before(Status status) {
        return List.of(new PastReading(
                BEFORE, Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), Optional.empty(), status, Optional.empty()));
    }

    /** Exports may be three days old. */
    private Changes changes(List<PastReading> before, Optional<Snapshot> snapshot) {
        return Changes.of(
                AS_OF, findings, before, snapshot, MeasuringRules.standard().freshness());
    }

    @Test
    void newAndGoneDefectsAndAStatusThatTurned() {
        store.order(AS_OF.minusDays(100), Code.MFN, Code.SHIPPED);
        String known = late(AS_OF.minusDays(3));
        String added = late(AS_OF.minusDays(2));
        measure();
        SeenDefect left = seen("left", AS_OF, BEFORE.minusDays(20));
        SeenDefect struck = seen("struck", AS_OF.plusDays(1), BEFORE);

        Changes changes =
                changes(before(Status.ON_TARGET), snapshot(seen(known, AS_OF.plusDays(27), BEFORE), left, struck));

        assertThat(changes.since()).contains(BEFORE);
        assertThat(changes.unnamed()).isEmpty();
        assertThat(changes.newDefects())
                .extracting(NewDefect::defect)
                .extracting(Defect::orderId)
                .containsExactly(added);
        assertThat(changes.leftDefects())
                .as("one leaves on the day itself; the other would have counted till the day after")
                .containsExactly(new LeftDefect(left, Why.WINDOW_LEFT), new LeftDefect(struck, Why.NO_LONGER_LISTED));
        assertThat(changes.statuses())
                .containsExactly(new StatusChange(
                        Metric.LATE_SHIPMENT_RATE_30,
                        Optional.empty(),
                        Optional.empty(),
                        Status.ON_TARGET,
                        Status.OFF_TARGET));
    }

    @Test
    void withoutANightBeforeNothingIsNew() {
        store.order(AS_OF.minusDays(100), Code.MFN, Code.SHIPPED);
        late(AS_OF);
        measure();

        assertThat(changes(List.of(), Optional.empty())).isEqualTo(Changes.none());
    }

    @Test
    void aMetricThatIsNotCountedTonightHasLostNoDefect() {
        store.order(AS_OF, Code.MFN, Code.SHIPPED);
        measure();
        SeenDefect kept = seen("kept", AS_OF.plusDays(9), BEFORE.minusDays(4));

        Changes changes = changes(before(Status.OFF_TARGET), snapshot(kept));
        Snapshot tonight = Snapshots.of(ledger, findings, snapshot(kept), Map.of(), Map.of());

        assertThat(changes.leftDefects()).isEmpty();
        assertThat(changes.unnamed())
                .as("that none is new or left is not known, and said so")
                .containsExactly(new Unnamed(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), BEFORE));
        assertThat(tonight.defects()).as("and is kept for the nights after it").containsExactly(kept);
        assertThat(counted(tonight).on()).as("as of the night that counted it").isEqualTo(BEFORE);
    }

    @ParameterizedTest(name = "named last {0} days ago: {1}")
    @CsvSource({
        "3, true, the list may be so old",
        "4, false, it is no longer expected: what is missing the metric itself says",
    })
    void aListThatCameOnceIsMissedUntilItIsTooOld(int days, boolean isSaid, String because) {
        store.order(AS_OF, Code.MFN, Code.SHIPPED);
        measure();
        Counted once = new Counted(
                Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), "LIST", AS_OF.minusDays(9), AS_OF.minusDays(days));
        Snapshot night = new Snapshot(BEFORE, List.of(), List.of(once), Map.of(), Map.of(), Map.of());

        assertThat(changes(before(Status.NOT_MEASURED), Optional.of(night))
                        .unnamed()
                        .isEmpty())
                .as(because)
                .isNotEqualTo(isSaid);
    }

    @Test
    void whereNothingIsToBeCountedNothingIsMissed() {
        store.order(AS_OF.minusDays(100), Code.AFN, Code.SHIPPED);
        store.order(AS_OF, Code.AFN, Code.SHIPPED);
        measure();

        assertThat(changes(before(Status.ON_TARGET), snapshot()).unnamed())
                .as("no order that the seller ships")
                .isEmpty();
    }

    @Test
    void whatAnotherSourceDoesNotListIsNotSaidToBeStruck() {
        store.order(AS_OF.minusDays(100), Code.MFN, Code.SHIPPED);
        late(AS_OF.minusDays(3));
        measure();
        SeenDefect left = seen("left", AS_OF, BEFORE.minusDays(20));
        SeenDefect estimated = seen("estimated", AS_OF.plusDays(9), BEFORE);

        Changes changes = changes(before(Status.WATCH), snapshot("ORDERS", left, estimated));

        assertThat(changes.leftDefects())
                .containsExactly(new LeftDefect(left, Why.WINDOW_LEFT), new LeftDefect(estimated, Why.SOURCE_CHANGED));
    }

    @Test
    void defectsAreKnownSinceTheFirstNightWithTheSameSource() {
        store.order(AS_OF.minusDays(100), Code.MFN, Code.SHIPPED);
        late(AS_OF.minusDays(3));
        measure();

        assertThat(counted(Snapshots.of(ledger, findings, snapshot("LIST"), Map.of(), Map.of())))
                .isEqualTo(new Counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), "LIST", BEFORE, AS_OF));
        assertThat(counted(Snapshots.of(ledger, findings, snapshot("ORDERS"), Map.of(), Map.of())))
                .isEqualTo(new Counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), "LIST", AS_OF, AS_OF));
    }

    private static Counted counted(Snapshot snapshot) {
        return snapshot.counted(Metric.LATE_SHIPMENT_RATE_30, Optional.empty()).orElseThrow();
    }

    @Test
    void theNightThatSawADefectFirstIsCarriedOn() {
        store.order(AS_OF.minusDays(100), Code.MFN, Code.SHIPPED);
        String known = late(AS_OF.minusDays(3));
        String added = late(AS_OF.minusDays(2));
        measure();
        LocalDate first = BEFORE.minusDays(1);

        Snapshot tonight =
                Snapshots.of(ledger, findings, snapshot(seen(known, AS_OF.plusDays(27), first)), Map.of(), Map.of());

        assertThat(tonight.defects())
                .containsExactly(seen(known, AS_OF.plusDays(27), first), seen(added, AS_OF.plusDays(28), AS_OF));
        assertThat(tonight.orders())
                .as("days without an order are known to be so")
                .containsEntry(AS_OF.minusDays(3), 1L)
                .containsEntry(AS_OF.minusDays(4), 0L);
    }
}
