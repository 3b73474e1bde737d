package redflag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplaces;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

class TargetFileTests {

    private final Problems problems = new Problems();

    @Test
    void aTargetCountsEveryKindOfDefectUnlessItSaysWhich() {
        assertThat(read(target("orderDefectRate", ""))).containsExactly(EnumSet.allOf(DefectKind.class));
        assertThat(read(target("orderDefectRate", "counts: [chargeback, negative-feedback]")))
                .containsExactly(Set.of(DefectKind.NEGATIVE_FEEDBACK, DefectKind.CHARGEBACK));
        assertThat(read(target("orderDefectRate", "counts: a-to-z-claim")))
                .containsExactly(Set.of(DefectKind.A_TO_Z_CLAIM));
        assertThat(read(target("lateShipmentRate30", ""))).containsExactly(Set.of());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void wrongKindsOfDefectAreMistakes() {
        assertThat(read(target("orderDefectRate", "counts: [claim, chargeback]")))
                .isEmpty();
        assertThat(read(target("orderDefectRate", "counts: []"))).isEmpty();
        assertThat(read(target("lateShipmentRate30", "counts: [chargeback]"))).isEmpty();

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "own.yaml:12: 'counts: claim' must be one of negative-feedback, a-to-z-claim, chargeback",
                        "own.yaml:12: 'counts' must name at least one",
                        "own.yaml:12: 'counts' has a meaning for orderDefectRate only");
    }

    @Test
    void theHashTellsWhatATargetCountsAndNotInWhichOrderItWasWritten() {
        String all = hash("");

        assertThat(hash("counts: [chargeback, a-to-z-claim, negative-feedback]"))
                .isEqualTo(all);
        assertThat(hash("counts: [chargeback, a-to-z-claim]"))
                .isEqualTo(hash("counts: [a-to-z-claim, chargeback]"))
                .isNotEqualTo(all);
    }

    /** No verdict rests on what Amazon does not act on: product.md §5.8. */
    @Test
    void anEarlySignCannotBeEnforced() {
        for (Metric metric : Metric.values()) {
            if (metric.isEarlySign()) {
                assertThat(targets(earlySign(metric, true))).isEmpty();
                assertThat(targets(earlySign(metric, false))).hasSize(1);
            }
        }

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "own.yaml:9: 'enforced' of negativeFeedbackRate must be false: it is an early sign, Amazon acts on"
                                + " none, and no verdict rests on one",
                        "own.yaml:9: 'enforced' of refundRate must be false: it is an early sign, Amazon acts on none, and"
                                + " no verdict rests on one",
                        "own.yaml:9: 'enforced' of returnDissatisfactionRate must be false: it is an early sign, Amazon"
                                + " acts on none, and no verdict rests on one",
                        "own.yaml:9: 'enforced' of contactResponseWithin24Hours must be false: it is an early sign, Amazon"
                                + " acts on none, and no verdict rests on one");
    }

    private static String earlySign(Metric metric, boolean enforced) {
        return target(metric.jsonName(), "")
                .replace("order-date", "report-date")
                .replace("enforced: true", "enforced: " + enforced);
    }

    @Test
    void oneEntryMayBeOfSeveralMetricsOfOneForm() {
        assertThat(targets(target("[lateShipmentRate10, preFulfillmentCancellationRate]", "")))
                .extracting(Target::metric)
                .containsExactly(Metric.LATE_SHIPMENT_RATE_10, Metric.PRE_FULFILLMENT_CANCELLATION_RATE);
        assertThat(problems.list()).isEmpty();

        assertThat(targets(target("[lateShipmentRate10, lateness]", ""))).isEmpty();
        assertThat(targets(target("[]", ""))).isEmpty();
        assertThat(targets(target("[lateShipmentRate10, accountHealthRating]", "")))
                .isEmpty();
        assertThat(targets(target("[orderDefectRate, lateShipmentRate10]", "cancelled-orders: count")))
                .isEmpty();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "own.yaml:2: 'lateness' is no metric",
                        "own.yaml:2: 'metric' must name at least one",
                        "own.yaml:2: 'metric' names rates, scores and counts together: give each an entry of its own",
                        "own.yaml:8: 'axis' of accountHealthRating must be report-date: by no other date can it be counted",
                        "own.yaml:12: 'cancelled-orders' has a meaning for orderDefectRate only");
    }

    @Test
    void aNoteMayBeMadeOfSentencesThatRowsShare() {
        String first = target("lateShipmentRate30", "note: [&axis \"By order date.\", \"Not acted on.\"]");
        String second = target("lateShipmentRate10", "note: [*axis, \"Both must pass.\"]");

        assertThat(targets(first + second.replace("targets:\n", "")))
                .extracting(Target::note)
                .containsExactly(
                        Optional.of("By order date. Not acted on."), Optional.of("By order date. Both must pass."));
        assertThat(targets(target("lateShipmentRate30", "note: One sentence.")))
                .extracting(Target::note)
                .containsExactly(Optional.of("One sentence."));
        assertThat(problems.list()).isEmpty();
    }

    private String hash(String counts) {
        return new TargetTable(targets(target("orderDefectRate", counts))).hash();
    }

    private List<Set<DefectKind>> read(String text) {
        return targets(text).stream().map(Target::counts).toList();
    }

    private List<Target> targets(String text) {
        return TargetFile.read(YamlFile.read("own.yaml", text, problems).orElseThrow(), Marketplaces.known(), problems);
    }

    private static String target(String metric, String counts) {
        return """
                targets:
                  - metric: %s
                    marketplaces: [US]
                    condition: less-than
                    value: 1%%
                    window-days: 60
                    lag-days: 15
                    axis: order-date
                    enforced: true
                    from: 2020-01-01
                    source: our own rule
                    %s
                """.formatted(metric, counts);
    }
}
