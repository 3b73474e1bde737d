package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.draft;
import static redflag.plan.PlanFixture.finding;
import static redflag.plan.PlanFixture.group;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.basics.Rate;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.metrics.Finding;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;

/** A letter says no more than the rows that Amazon counts, and what is to be confirmed keeps its name. */
class PlanClaimsTests {

    private static final Finding LATE = off(Metric.LATE_SHIPMENT_RATE_30, true);

    /** What the rows hold may be more than Amazon counts: a letter would confess to it. */
    @ParameterizedTest
    @EnumSource(names = {"AT_MOST", "ESTIMATE"})
    void rowsThatMayHoldMoreThanAmazonCountsAreNoCause(Precision precision) {
        Finding rows = finding(Metric.PRE_FULFILLMENT_CANCELLATION_RATE, true, Status.OFF_TARGET, precision);
        Finding printed = off(Metric.PRE_FULFILLMENT_CANCELLATION_RATE, false);
        Finding both = PlanFixture.printed(rows, new Rate(5, 96));

        Plan plan = draft("en", both, causes(rows, group(rows, Dimension.SKU, "ACM-7", i -> i < 5)));

        assertThat(ids(plan.rootCauses())).containsExactly("cancellation/cause.not-listed");
        assertThat(plan.rootCauses().get(0).text()).doesNotContain("302-", "ACM-7");
        assertThat(ids(draft("en", printed, Causes.none()).rootCauses())).isEqualTo(ids(plan.rootCauses()));
    }

    /** The same count, one by one: the rows are those that Amazon counts. */
    @Test
    void rowsThatAddUpToTheStatedCountsAreNamed() {
        Finding rows = finding(Metric.PRE_FULFILLMENT_CANCELLATION_RATE, true, Status.OFF_TARGET, Precision.AT_MOST);

        Plan plan = draft("en", PlanFixture.printed(rows, new Rate(12, 240)), causes(rows));

        assertThat(ids(plan.rootCauses())).containsExactly("cancellation/cause.unexplained");
    }

    @Test
    void whereTheExportsNameSomeOfTheOrdersTheSharesAreOfAll() {
        Finding some = PlanFixture.printed(LATE, new Rate(24, 240));

        Plan plan = draft("en", some, causes(LATE, group(LATE, Dimension.SKU, "ACM-7", i -> i < 6)));

        assertThat(plan.issue().get(1).text()).isEqualTo("The exports name 12 of the 24.");
        assertThat(plan.rootCauses().get(0).text()).contains("25.0 %");
        assertThat(plan.issue()).noneMatch(paragraph -> paragraph.text().contains("group by group"));
    }

    @Test
    void aCategoryIsNamedWhereverItsFiguresAre() {
        Plan plan = draft(
                "en", PlanFixture.ofCategory(off(Metric.VALID_TRACKING_RATE, false), "Toys [new]"), Causes.none());

        assertThat(plan.issue().get(0).text()).startsWith("Category Toys (new): 12 packages of 240");
        assertThat(plan.rootCauses().get(0).text()).startsWith("Category Toys (new): Question to the seller:");
    }

    @Test
    void atLeastIsSaid() {
        Plan plan = draft(
                "en", finding(Metric.ORDER_DEFECT_RATE, true, Status.OFF_TARGET, Precision.AT_LEAST), Causes.none());

        assertThat(plan.issue())
                .extracting(Plan.Paragraph::text)
                .contains("There may be more of them than the exports name.");
    }

    /** Else one confirmation would answer both. */
    @Test
    void noTwoThingsToConfirmHaveOneId() {
        Finding packages = off(Metric.VALID_TRACKING_RATE, true);
        Plan plan = draft(
                "en",
                packages,
                causes(
                        packages,
                        shown(packages, "listed-more-often-by-carrier", "Hermes", i -> i < 9),
                        shown(packages, "listed-more-often-by-ship-service", "Hermes", i -> i < 8),
                        shown(packages, "carrier-never-valid", "Hermes", i -> i < 7),
                        shown(packages, "untracked-service", "Hermes", i -> i < 6)));

        assertThat(ids(plan.actionsTaken())).doesNotHaveDuplicates().hasSize(5);
    }

    /** The days of a block move with the figures; what was confirmed of it stays. */
    @Test
    void anIdHasNoDayInIt() {
        assertThat(ids(draft(
                                "en",
                                LATE,
                                causes(
                                        LATE,
                                        group(LATE, Dimension.DAYS, "2026-10-09/2026-10-11", i -> i < 9),
                                        shown(LATE, "handling-time-shortened-of-sku", "2026-10-09/ACM-7", i -> i < 8),
                                        shown(LATE, "placed-after-cut-off", "16", i -> true)))
                        .actionsTaken()))
                .containsExactly(
                        "late-shipment/action.cut-off",
                        "late-shipment/action.block-of-days",
                        "late-shipment/action.shortened-handling-of-item/ACM-7");
    }

    /** Square brackets are for references and for what is to be confirmed. */
    @Test
    void aNameWithBracketsIsNoReference() {
        Plan plan = draft("en", LATE, causes(LATE, group(LATE, Dimension.SKU, "A[2]B", i -> i < 6)));

        assertThat(plan.rootCauses().get(0).text()).contains("A(2)B");
        assertThat(plan.toConfirm()).isEqualTo(6);
        assertThat(ids(plan.actionsTaken())).contains("late-shipment/action.item/A[2]B");
    }

    private static List<String> ids(List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(p -> p.id().orElse("")).toList();
    }
}
