package redflag.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;
import redflag.metrics.Ledgers;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.past.Snapshot;
import redflag.past.Snapshot.Counted;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

/** What is named beside an estimate and not counted explains no count. */
class BesideAListTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate PRINTED_ON = LocalDate.of(2026, 11, 20);

    /** One late shipment came since the export that prints none, as nights that watch it know. */
    private static List<Kind> explanations(DefectSource source, UnaryOperator<Finding> behind) {
        Ledgers store = Ledgers.of("US");
        for (LocalDate day = LocalDate.of(2026, 9, 1); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            store.order(day, Code.MFN, Code.SHIPPED);
        }
        store.late(store.order(LocalDate.of(2026, 11, 2), Code.MFN, Code.SHIPPED));
        store.printed("lateShipmentRate30", 0, 31, LocalDate.of(2026, 10, 22), PRINTED_ON, PRINTED_ON, "");
        StoreLedger ledger = store.asOf(AS_OF);
        List<Finding> findings =
                Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                        .filter(finding -> finding.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                        .map(behind)
                        .toList();
        Counted counted = new Counted(
                Metric.LATE_SHIPMENT_RATE_30, Optional.empty(), source.name(), PRINTED_ON, AS_OF.minusDays(1));
        Snapshot night = new Snapshot(AS_OF.minusDays(1), List.of(), List.of(counted), Map.of(), Map.of(), Map.of());
        return Reconciliations.of(ledger, findings, Optional.of(night)).stream()
                .flatMap(reconciliation -> reconciliation.explanations().stream())
                .map(Explanation::kind)
                .toList();
    }

    @Test
    void onlyDefectsThatAreCountedCanHaveComeSince() {
        assertThat(explanations(DefectSource.LIST, finding -> finding)).contains(Kind.DEFECTS_SINCE);
        assertThat(explanations(DefectSource.ORDERS_AND_LIST, BesideAList::of)).doesNotContain(Kind.DEFECTS_SINCE);
    }
}
