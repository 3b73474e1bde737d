package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Remark;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.check.NoteCheck;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.metrics.Finding;
import redflag.rules.Metric;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** What people wrote goes into a letter only where it can stand in one, and answers what is asked there. */
class ConfirmedWordsTests {

    private static final Finding LATE = PlanFixture.off(Metric.LATE_SHIPMENT_RATE_30, true);
    private static final String ITEM = "late-shipment/action.item/ACM-7";
    private static final String STAFF = "late-shipment/cause.staffing";

    private static Plan draft(String language) {
        return PlanFixture.draft(
                language, LATE, PlanFixture.causes(LATE, PlanFixture.group(LATE, Dimension.SKU, "ACM-7", i -> i < 5)));
    }

    private static ActionRow row(String id, String asked, String doneOn, String note) {
        return new ActionRow(
                id,
                Optional.of(asked).filter(text -> !text.isEmpty()),
                Optional.of(LocalDate.parse(doneOn)),
                Optional.empty(),
                Optional.of("Ann"),
                Optional.empty(),
                Optional.of(note),
                Optional.empty(),
                Optional.empty(),
                new Source("acme/actions.csv", 2));
    }

    private static ActionsTaken after(String language, PlanLibrary library, ActionRow... rows) {
        return ActionsTaken.of(
                List.of(draft(language)), List.of(rows), PlanFixture.AS_OF, library, NoteCheck::unusable, language);
    }

    private static ActionsTaken after(ActionRow... rows) {
        return after("en", PlanLibrary.shipped(), rows);
    }

    private static Measure measure(ActionsTaken taken, String id) {
        return taken.measures().stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String action(ActionsTaken taken) {
        return taken.plans().get(0).actionsTaken().get(0).text();
    }

    /** In the copy that is read as well: what is confirmed there is what the letter says. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aNoteThatWouldHarmTheLetterLeavesItsPlaceToConfirm(String language) {
        ActionsTaken taken =
                after(language, PlanLibrary.shipped(), row(ITEM, "", "2026-11-12", "we will raise the handling time"));

        assertThat(taken.plans()).containsExactly(draft(language));
        assertThat(measure(taken, ITEM).state()).isEqualTo(Measure.State.NOTE_UNUSABLE);
        assertThat(measure(taken, ITEM).unusable()).contains(Remark.of("note.future-for-done", "phrase", "we will"));
        assertThat(measure(taken, ITEM).evidence()).isEmpty();
    }

    /** He who answered means it: nothing is ready to be sent before the letter can say it. */
    @Test
    void anAnswerThatCanNotStandIsACauseToConfirm() {
        ActionsTaken taken = after(row(STAFF, "", "2026-11-12", "\u4e24\u540d\u5305\u88c5\u5458\u751f\u75c5"));

        assertThat(taken.plans().get(0).rootCauses())
                .filteredOn(paragraph -> paragraph.id().equals(Optional.of(STAFF)))
                .singleElement()
                .satisfies(paragraph -> assertThat(paragraph.text()).startsWith(Plan.CONFIRM));
        assertThat(measure(taken, STAFF).state()).isEqualTo(Measure.State.NOTE_UNUSABLE);
    }

    @Test
    void bracketsInANoteAreNoReference() {
        ActionsTaken taken = after(row(ITEM, "", "2026-11-12", "the stock of bin [2] was moved"));

        assertThat(action(taken)).contains("the stock of bin (2) was moved [4].");
    }

    /** Any wording of any language and night: an agency's people may read either, and figures move. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "what was changed for SKU ACM-7 - handling time raised, stock moved, offer paused - by whom and on which day",
                "the change that was made to SKU ACM-7 - handling time, place in the warehouse, packing - with its day and  who made it",
                "\u5bf9 SKU ACM-7 \u505a\u4e86\u4ec0\u4e48\u6539\u52a8\uff08\u5ef6\u957f\u5904\u7406\u65f6\u95f4\u3001\u79fb\u52a8\u5e93\u5b58\u3001\u6682\u505c\u9500\u552e\uff09\uff0c\u7531\u8c01\u5728\u54ea\u4e00\u5929\u5b8c\u6210"
            })
    void anAnswerToTheSameQuestionStands(String asked) {
        assertThat(measure(after(row(ITEM, asked, "2026-11-12", "the handling time was raised")), ITEM)
                        .state())
                .isEqualTo(Measure.State.CONFIRMED);
    }

    @Test
    void anAnswerToAnotherQuestionIsToBeConfirmedAgain() {
        ActionsTaken taken = after(row(ITEM, "which shift was added", "2026-11-12", "a Saturday shift was added"));

        assertThat(taken.plans()).containsExactly(draft("en"));
        assertThat(measure(taken, ITEM).state()).isEqualTo(Measure.State.OTHER_QUESTION);
        assertThat(measure(taken, ITEM).row()).isPresent();
        assertThat(taken.warnings()).isEmpty();
    }

    @Test
    void aLaterAnswerToAnotherQuestionHidesNoneToThisOne() {
        ActionsTaken taken = after(
                row(ITEM, "which shift was added", "2026-11-14", "a Saturday shift was added"),
                row(ITEM, "", "2026-11-12", "the handling time was raised"));

        assertThat(action(taken)).contains("Done on 12 November 2026 by Ann: the handling time was raised");
    }

    /** An agency that changes its own text asks another thing under the same name. */
    @Test
    void whatAnAgencysOwnTextAsksIsCompared() {
        PlanTextFile own = YamlFile.read("mine.yaml", """
                                language: en
                                reason: late-shipment
                                causes:
                                  - id: item
                                    when: [more-often-by-sku, more-often-by-asin]
                                    cause: "{count, number} of {of, number} are for {what}. {ref} [confirm: why?]"
                                    action: "[confirm: the new handling time of {what}]"
                                    prevention: "[confirm: who checks] Our target: a rate under {watch}."
                                """, new Problems())
                .flatMap(PlanTextFile::read)
                .orElseThrow();
        PlanLibrary library = PlanLibrary.shipped().overriddenBy(List.of(own));
        ActionRow old = row(
                ITEM,
                "what was changed for SKU ACM-7 - handling time raised, stock moved, offer paused - by whom and on which day",
                "2026-11-12",
                "the stock was moved");
        ActionRow other = row(ITEM, "the new handling time of SKU ACM-7", "2026-11-12", "2 days");

        assertThat(measure(after("en", library, old), ITEM).state()).isEqualTo(Measure.State.OTHER_QUESTION);
        assertThat(measure(after("en", library, other), ITEM).state()).isEqualTo(Measure.State.CONFIRMED);
    }

    /** So that a night that does not ask for it does not lose what was asked. */
    @Test
    void whatIsNotAskedTonightKeepsTheWordsItWasAskedIn() {
        String id = "late-shipment/action.weekday/FRIDAY";

        Measure kept = measure(after(row(id, "which shift was added", "2026-11-12", "a Friday shift was added")), id);

        assertThat(kept.state()).isEqualTo(Measure.State.NOT_ASKED);
        assertThat(kept.what()).isEqualTo("which shift was added");
    }

    /** Whose orders it is about stays where an answered question stood; that it was a question does not. */
    @Test
    void anAnsweredQuestionAboutACategoryIsNoQuestionAnyMore() {
        Finding category = PlanFixture.ofCategory(PlanFixture.off(Metric.VALID_TRACKING_RATE, true), "Toys");
        Plan draft = PlanFixture.draft("en", category, Causes.none());
        ActionRow answer = row(
                "valid-tracking/cause.unexplained/Toys",
                "",
                "2026-11-12",
                "they were sent as letters without tracking");

        Plan plan = ActionsTaken.of(
                        List.of(draft),
                        List.of(answer),
                        PlanFixture.AS_OF,
                        PlanLibrary.shipped(),
                        NoteCheck::unusable,
                        "en")
                .plans()
                .get(0);

        assertThat(plan.rootCauses().get(0).text())
                .startsWith("Category Toys: ")
                .doesNotContain("Question to the seller")
                .endsWith("They were sent as letters without tracking [3].");
    }
}
