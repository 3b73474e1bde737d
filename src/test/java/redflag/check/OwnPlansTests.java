package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.draft;
import static redflag.plan.PlanFixture.group;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.plan.Plan;
import redflag.plan.PlanFixture;
import redflag.plan.Reason;

/** Our own drafts, of every reason, with and without the orders listed, with and without causes. */
class OwnPlansTests {

    /** So many that each gets another variant of some text: of a text with two, one of 256 has the same in all. */
    private static final List<String> STORES =
            List.of("acme-de", "acme-uk", "acme-fr", "acme-it", "acme-es", "acme-nl");

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void aDraftOfOursLacksNothingButWhatIsToBeConfirmed(Reason reason) {
        for (boolean isListed : List.of(true, false)) {
            assertLacksNothing(draft("en", off(reason.metrics().get(0), isListed), Causes.none()));
        }
    }

    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void neitherDoesOneThatStatesCauses(Reason reason) {
        redflag.metrics.Finding finding =
                off(reason.metrics().get(reason.metrics().size() - 1), true);

        assertLacksNothing(draft(
                "en",
                finding,
                causes(
                        finding,
                        group(finding, Dimension.SKU, "ACM-7", i -> i < 5),
                        group(finding, Dimension.CARRIER, "DHL", i -> i > 2 && i < 9),
                        group(finding, Dimension.DAYS, "2026-10-09/2026-10-11", i -> i >= 7 && i < 10),
                        shown(finding, "order-shipped-late", "", i -> i > 8))));
    }

    /** Each text of the library, told of a cause that it is for. */
    @ParameterizedTest
    @MethodSource("redflag.plan.PlanFixture#rates")
    void neitherDoesAnyTextOfACause(Reason reason) {
        redflag.metrics.Finding finding =
                off(reason.metrics().get(reason.metrics().size() - 1), true);
        for (String id : PlanFixture.causesOf(reason)) {
            for (String store : STORES) {
                Plan plan = PlanFixture.draft(
                        store, "en", finding, causes(finding, PlanFixture.cause(finding, id, i -> i < 7)));

                assertThat(PlanText.findings(plan))
                        .as(id + " " + store)
                        .extracting(Finding::rule)
                        .containsOnly(Rule.UNRESOLVED_CONFIRM);
                assertThat(plan.rootCauses().get(0).text()).as(id).doesNotContain("Question to the seller");
            }
        }
    }

    private static void assertLacksNothing(Plan plan) {
        assertThat(PlanText.findings(plan)).extracting(Finding::rule).containsOnly(Rule.UNRESOLVED_CONFIRM);
    }
}
