package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.basics.AccountId;
import redflag.basics.Fulfilment;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.MeasuringRules;
import redflag.plan.Plan;
import redflag.plan.Plans;
import redflag.plan.Reason;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.words.Messages;

/** Our own drafts, of every reason, with and without the orders listed. */
class OwnPlansTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final Store STORE = new Store(
            new StoreId("acme-de"),
            new AccountId("acme"),
            Marketplaces.known().find("DE").orElseThrow(),
            "Acme Haushalt",
            Optional.empty(),
            "en",
            "",
            List.of());

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aDraftOfOursLacksNothingButWhatIsToBeConfirmed(Reason reason) {
        for (boolean listed : List.of(true, false)) {
            List<Plan> plans = new Plans(Messages.english(), MeasuringRules.standard())
                    .draft(STORE, AS_OF, List.of(finding(reason.metrics().get(0), listed)));
            assertThat(plans).hasSize(1);

            assertThat(PlanText.findings(plans.get(0)))
                    .extracting(Finding::rule)
                    .containsOnly(Rule.UNRESOLVED_CONFIRM);
        }
    }

    private static redflag.metrics.Finding finding(Metric metric, boolean listed) {
        Target target =
                TargetFile.shipped().inForce(metric, STORE.marketplace(), AS_OF).orElseThrow();
        List<Defect> defects = IntStream.range(0, listed ? 12 : 0)
                .mapToObj(i -> new Defect(
                        "302-1234567-12345" + (10 + i),
                        LocalDate.of(2026, 10, 2).plusDays(i),
                        1,
                        metric == Metric.ORDER_DEFECT_RATE
                                ? List.of(i < 7 ? "NEGATIVE_FEEDBACK" : i < 10 ? "A_TO_Z_CLAIM" : "CHARGEBACK")
                                : List.of("LATE_SHIPMENT"),
                        Optional.of(i < 5 ? "ACM-7" : "ACM-" + i),
                        Optional.empty(),
                        LocalDate.of(2026, 12, 20),
                        List.of(new Source("acme/list.csv", i + 2))))
                .toList();
        Measured measured = new Measured(
                new Figure.Counts(new Rate(42, 240)),
                listed ? Basis.COMPUTED : Basis.PRINTED,
                Precision.EXACT,
                Optional.of(new Period(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 11, 7))),
                AS_OF,
                metric == Metric.ORDER_DEFECT_RATE
                        ? Map.of("negativeFeedback", 7L, "aToZClaims", 4L, "chargebacks", 2L)
                        : Map.of(),
                listed ? Optional.empty() : Optional.of("acme/account-health.json"),
                Optional.empty());
        Reading reading = new Reading(
                metric,
                metric.isSplitByFulfilment() ? Optional.of(Fulfilment.MFN) : Optional.empty(),
                Optional.empty(),
                Optional.of(measured),
                Optional.empty(),
                listed ? Optional.of(measured) : Optional.empty(),
                enforced(target),
                Status.OFF_TARGET,
                Optional.empty(),
                false,
                false,
                Optional.empty());
        return new redflag.metrics.Finding(reading, defects);
    }

    private static Target enforced(Target target) {
        return new Target(
                target.metric(),
                target.marketplace(),
                target.condition(),
                target.value(),
                target.windowDays(),
                target.lagDays(),
                target.axis(),
                target.counts(),
                target.minimum(),
                true,
                target.from(),
                target.source(),
                target.verified(),
                true,
                Optional.empty(),
                target.note());
    }
}
