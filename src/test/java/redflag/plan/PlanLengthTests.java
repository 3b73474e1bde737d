package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.draft;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redflag.basics.Fulfilment;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.metrics.Finding;
import redflag.rules.Metric;

/** A letter has one or two pages, however many causes rows show, and says what it leaves out. */
class PlanLengthTests {

    private static final Finding DEFECTS = off(Metric.ORDER_DEFECT_RATE, true);
    private static final Finding PACKAGES = off(Metric.VALID_TRACKING_RATE, true);

    private static List<String> ids(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().flatMap(p -> p.id().stream()).toList();
    }

    private static List<Integer> numbers(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(Plan.Paragraph::number).distinct().toList();
    }

    @Test
    void theFiveLargestCausesAreToldUnderTheirNumbersAndNoMore() {
        Plan plan = draft("en", DEFECTS, causes(DEFECTS, Scenes.manyCauses(DEFECTS)));

        assertThat(ids(plan.rootCauses()))
                .as("the last is of the one order that no cause explains")
                .containsExactly(
                        "order-defect-rate/cause.late",
                        "order-defect-rate/cause.delivered-late",
                        "order-defect-rate/cause.not-received",
                        "order-defect-rate/cause.damaged",
                        "order-defect-rate/cause.wrong-item",
                        "order-defect-rate/cause.chargeback");
        List<Integer> told = IntStream.rangeClosed(1, 6).boxed().toList();
        assertThat(numbers(plan.rootCauses())).isEqualTo(told);
        assertThat(numbers(plan.actionsTaken())).isEqualTo(told);
        assertThat(numbers(plan.prevention())).isEqualTo(told);
    }

    /** Of four further causes: orders 1 to 4 by the first two, 4 and 11 by the third, 10 by the fourth. */
    @Test
    void howManyFurtherCausesThereAreIsSaidWithTheOrdersThatHaveNoOther() {
        Plan plan = draft("en", DEFECTS, causes(DEFECTS, Scenes.manyCauses(DEFECTS)));

        assertThat(plan.issue())
                .extracting(Plan.Paragraph::text)
                .contains(
                        "The 5 largest causes are told below. 4 further ones cover 6 of the 12, 2 of which have none of the causes below. [2]");
        assertThat(plan.evidence().get(1).sources()).hasSize(6);
        assertThat(plan.evidence().get(1).text()).endsWith("The sheet Causes of the risk report has these causes.");
    }

    /** What was confirmed of a cause that is told no more is kept, and asked of nobody. */
    @Test
    void onlyWhatTheLetterTellsIsAskedToBeConfirmed() {
        Plan plan = draft("en", DEFECTS, causes(DEFECTS, Scenes.manyCauses(DEFECTS)));

        List<Measure> measures = ActionsTaken.of(
                        List.of(plan),
                        List.of(),
                        PlanFixture.AS_OF,
                        PlanLibrary.shipped(),
                        (reason, note) -> Optional.empty(),
                        "en")
                .measures();

        assertThat(measures).extracting(Measure::id).contains("order-defect-rate/action.wrong-item");
        assertThat(measures).extracting(Measure::id).noneMatch(id -> id.contains("defective"));
    }

    @Test
    void fiveCausesLeaveNothingToSay() {
        List<Cause> five = List.of(Scenes.manyCauses(DEFECTS)).subList(0, 5);

        Plan plan = draft("en", DEFECTS, causes(DEFECTS, five.toArray(Cause[]::new)));

        assertThat(plan.rootCauses()).hasSize(5 + 2);
        assertThat(plan.issue()).extracting(Plan.Paragraph::text).noneMatch(text -> text.contains("further"));
    }

    /** What is asked of orders without a cause takes room as well, and none of it can go. */
    @Test
    void fewerCausesAreToldWhereMuchIsAsked() {
        Finding amazons = Scenes.with(DEFECTS, Optional.of(Fulfilment.AFN), Optional.empty(), DEFECTS.defects());

        Plan plan = Scenes.draft("en", List.of(DEFECTS, amazons), threeCauses(DEFECTS), threeCauses(amazons));

        assertThat(numbers(plan.rootCauses())).hasSize(Told.POINTS);
        assertThat(ids(plan.rootCauses()).subList(0, 2))
                .containsExactly("order-defect-rate/cause.damaged", "order-defect-rate/cause.defective");
        assertThat(ids(plan.rootCauses()))
                .contains("order-defect-rate/cause.damaged/AFN")
                .doesNotContain("order-defect-rate/cause.defective/AFN");
    }

    /** Of the second to the sixth order; three kinds of defect are left without one. */
    private static Causes.OfMetric threeCauses(Finding finding) {
        return Scenes.of(
                finding,
                true,
                shown(finding, "damaged", "", place -> place > 0 && place < 6),
                shown(finding, "defective", "", place -> place > 0 && place < 5),
                shown(finding, "wrong-or-missing-item", "", place -> place > 0 && place < 4));
    }

    /** Each category off target is answered by its largest cause at least; the rest of the room goes by size. */
    @Test
    void everyCategoryKeepsItsLargestCause() {
        List<Finding> findings = new ArrayList<>();
        List<Causes.OfMetric> causes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int most = 10 - i;
            Finding category = Scenes.with(PACKAGES, Optional.empty(), Optional.of("C" + i), PACKAGES.defects());
            findings.add(category);
            causes.add(Scenes.of(
                    category,
                    true,
                    shown(category, "carrier-never-valid", "Hermes", place -> place < most),
                    shown(category, "untracked-service", "Letter", place -> place < most - 4)));
        }

        Plan plan = Scenes.draft("en", findings, causes.toArray(Causes.OfMetric[]::new));

        assertThat(ids(plan.rootCauses()))
                .contains(
                        "valid-tracking/cause.carrier-unknown/Hermes/C0",
                        "valid-tracking/cause.untracked-service/Letter/C0",
                        "valid-tracking/cause.carrier-unknown/Hermes/C1",
                        "valid-tracking/cause.carrier-unknown/Hermes/C2",
                        "valid-tracking/cause.carrier-unknown/Hermes/C3")
                .doesNotContain("valid-tracking/cause.untracked-service/Letter/C1");
        assertThat(plan.issue())
                .extracting(Plan.Paragraph::text)
                .contains(
                        "Category C1: The largest cause is told below. A further one covers 5 of the 12, each of which has a cause below too. [5]");
    }
}
