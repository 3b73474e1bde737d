package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.causes.Causes;
import redflag.check.NoteCheck;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.rules.Metric;
import redflag.words.Messages;

/** A deed reads as done only where the actions file says that it was, and in no other words than its own. */
class ActionsTakenTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final String SHIFT = "late-shipment/action.weekday";
    private static final Plan DRAFT = new Plan(
            Reason.LATE_SHIPMENT,
            "Plan of action: late shipment rate",
            List.of(Metric.LATE_SHIPMENT_RATE_30),
            List.of(new Plan.Paragraph(0, "12 orders of 240 were late. [1]")),
            List.of(paragraph(
                    "late-shipment/cause.weekday/FRIDAY",
                    "Question to the seller: 7 of the 12 late orders were placed on a Friday [2]. [confirm: who confirms"
                            + " them, and what kept them from it?]")),
            List.of(paragraph(SHIFT, "[confirm: the shift that was changed, by whom and since when]")),
            List.of(paragraph(
                    "late-shipment/prevention.weekday",
                    "[confirm: who looks every day at the orders due] Our target: a late shipment rate under 3.2 %.")),
            List.of(),
            List.of(new Plan.Question(
                    asked("late-shipment/cause.staffing", "[confirm: who was away, from when to when]"),
                    asked("late-shipment/action.staffing", "[confirm: who was hired]"),
                    asked(
                            "late-shipment/prevention.staffing",
                            "[confirm: the deputy] Our target: 120 % of the peak."))),
            List.of(),
            List.of(
                    new Plan.Evidence(1, Plan.Basis.ROWS, "12 rows", List.of()),
                    new Plan.Evidence(2, Plan.Basis.ROWS, "7 rows", List.of())));

    private static Plan.Paragraph asked(String id, String text) {
        return new Plan.Paragraph(0, text, Optional.of(id));
    }

    private static Plan.Paragraph paragraph(String id, String text) {
        return new Plan.Paragraph(1, text, Optional.of(id));
    }

    /** @param filled done on, done by, proof, note; blank for what is not filled in */
    private static ActionRow row(String id, String file, int row, String... filled) {
        List<Optional<String>> cells = Arrays.stream(filled)
                .map(cell -> Optional.of(cell).filter(c -> !c.isEmpty()))
                .toList();
        return new ActionRow(
                id,
                Optional.empty(),
                cells.get(0).map(LocalDate::parse),
                Optional.empty(),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                Optional.empty(),
                Optional.empty(),
                new Source(file, row));
    }

    private static ActionsTaken after(ActionRow... rows) {
        return ActionsTaken.of(List.of(DRAFT), List.of(rows), AS_OF, PlanLibrary.shipped(), NoteCheck::unusable, "en");
    }

    private static String action(ActionsTaken taken) {
        return taken.plans().get(0).actionsTaken().get(0).text();
    }

    private static Measure measure(ActionsTaken taken, String id) {
        return taken.measures().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> warnings(ActionsTaken taken) {
        return taken.warnings().stream()
                .map(w -> Messages.english().text(w.key(), w.facts()))
                .toList();
    }

    @Test
    void withoutConfirmationsThePlanStandsAsDrafted() {
        ActionsTaken taken = after();

        assertThat(taken.plans()).containsExactly(DRAFT);
        assertThat(taken.measures())
                .extracting(Measure::id)
                .containsExactly(
                        "late-shipment/cause.weekday/FRIDAY",
                        SHIFT,
                        "late-shipment/prevention.weekday",
                        "late-shipment/cause.staffing");
        assertThat(taken.measures())
                .extracting(Measure::state)
                .containsExactly(Measure.State.OPEN, Measure.State.OPEN, Measure.State.OPEN, Measure.State.ASKED);
        assertThat(measure(taken, SHIFT).what()).isEqualTo("the shift that was changed, by whom and since when");
    }

    @Test
    void aConfirmedDeedReadsAsDoneWithDayPersonAndEvidence() {
        ActionsTaken taken = after(row(
                SHIFT, "acme/actions.csv", 4, "2026-11-12", "Dana Liu", "rota-46.pdf", "a Saturday shift was added."));

        assertThat(action(taken)).isEqualTo("Done on 12 November 2026 by Dana Liu: a Saturday shift was added [3].");
        Plan plan = taken.plans().get(0);
        assertThat(plan.actionsTaken().get(0).number()).isEqualTo(1);
        assertThat(plan.toConfirm()).isEqualTo(DRAFT.toConfirm() - 1);
        assertThat(plan.evidence().get(2))
                .isEqualTo(new Plan.Evidence(
                        3,
                        Plan.Basis.DEED,
                        "Done on 12 November 2026 by Dana Liu. Proof: rota-46.pdf.",
                        List.of(new Source("acme/actions.csv", 4))));
        assertThat(measure(taken, SHIFT).state()).isEqualTo(Measure.State.CONFIRMED);
        assertThat(measure(taken, SHIFT).evidence()).contains(3);
    }

    @Test
    void aProofThatIsNotNamedIsSaidToBeMissing() {
        ActionsTaken taken = after(row(SHIFT, "a.csv", 2, "2026-11-12", "Dana Liu", "", "a shift was added"));

        assertThat(action(taken)).endsWith("a shift was added [3].");
        assertThat(taken.plans().get(0).evidence().get(2).text()).endsWith("No proof is named.");
    }

    /** The threshold beside it is the plan's own and stays. */
    @Test
    void preventionInPlaceKeepsItsMeasure() {
        ActionsTaken taken = after(row(
                "late-shipment/prevention.weekday",
                "a.csv",
                2,
                "2026-11-13",
                "Ann",
                "",
                "the warehouse lead reads the list of due orders at 9:00"));

        assertThat(taken.plans().get(0).prevention().get(0).text())
                .isEqualTo("Put in place on 13 November 2026 by Ann: the warehouse lead reads the list of due orders at"
                        + " 9:00 [3]. Our target: a late shipment rate under 3.2 %.");
    }

    @Test
    void anAnsweredQuestionIsAStatementWithTheFiguresThatRaisedIt() {
        ActionsTaken taken = after(row(
                "late-shipment/cause.weekday/FRIDAY",
                "a.csv",
                2,
                "2026-11-12",
                "Ann",
                "",
                "Nobody was on duty on Friday evenings."));

        assertThat(taken.plans().get(0).rootCauses().get(0).text())
                .isEqualTo("7 of the 12 late orders were placed on a Friday [2]. Nobody was on duty on Friday evenings"
                        + " [3].");
    }

    @Test
    void theNewestConfirmationStands() {
        ActionsTaken taken = after(
                row(SHIFT, "b.csv", 9, "2026-11-10", "Ann", "", "the first try"),
                row(SHIFT, "a.csv", 2, "2026-11-12", "Dana", "", "the second try"),
                row(SHIFT, "b.csv", 3, "", "", "", ""));

        assertThat(action(taken)).contains("the second try").doesNotContain("first");
        assertThat(taken.warnings()).isEmpty();
    }

    @Test
    void twoOfOneDayThatDisagreeAreWarnedOfWithBothRows() {
        ActionsTaken taken = after(
                row(SHIFT, "b.csv", 9, "2026-11-12", "Ann", "", "a shift was added"),
                row(SHIFT, "a.csv", 2, "2026-11-12", "Dana", "", "the cut-off was moved"));

        assertThat(action(taken)).contains("Ann: a shift was added");
        assertThat(warnings(taken))
                .containsExactly(
                        "\"late-shipment/action.weekday\" is confirmed twice for 12 November 2026, and not alike: a.csv,"
                                + " row 2, and b.csv, row 9. The latter stands.");
    }

    /** The report of the next night is filled in already with what was put back the night before. */
    @Test
    void theSameConfirmationInASecondFileIsNoDisagreement() {
        assertThat(after(
                                row(SHIFT, "a.csv", 2, "2026-11-12", "Ann", "", "a shift was added"),
                                row(SHIFT, "b.csv", 9, "2026-11-12", "Ann", "rota.pdf", "a shift was added"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aDeedOfALaterDayIsNoneYet() {
        ActionRow tomorrow = row(SHIFT, "a.csv", 2, "2026-11-23", "Ann", "", "a shift was added");

        ActionsTaken taken = after(tomorrow);

        assertThat(action(taken)).startsWith(Plan.CONFIRM);
        assertThat(measure(taken, SHIFT).state()).isEqualTo(Measure.State.LATER);
        assertThat(action(ActionsTaken.of(
                        List.of(DRAFT),
                        List.of(tomorrow),
                        AS_OF.plusDays(1),
                        PlanLibrary.shipped(),
                        NoteCheck::unusable,
                        "en")))
                .startsWith("Done on 23 November 2026");
    }

    @Test
    void whatIsFilledInByHalvesStaysToBeConfirmedAndSaysWhy() {
        List<Measure.State> states = new ArrayList<>();
        for (ActionRow half : List.of(
                row(SHIFT, "a.csv", 2, "", "Ann", "", "a shift was added"),
                row(SHIFT, "a.csv", 2, "2026-11-12", "", "", "a shift was added"),
                row(SHIFT, "a.csv", 2, "2026-11-12", "Ann", "rota.pdf", ""))) {
            ActionsTaken taken = after(half);
            assertThat(action(taken)).isEqualTo(DRAFT.actionsTaken().get(0).text());
            assertThat(taken.plans().get(0).toConfirm()).isEqualTo(DRAFT.toConfirm());
            states.add(measure(taken, SHIFT).state());
        }
        assertThat(states).containsExactly(Measure.State.NO_DAY, Measure.State.NO_PERSON, Measure.State.NO_NOTE);
    }

    @Test
    void aRowThatIsNotFilledInConfirmsNothingAndIsNotKept() {
        ActionsTaken taken = after(
                row(SHIFT, "a.csv", 2, "", "", "", ""),
                row("order-defect-rate/action.item", "a.csv", 3, "", "", "", ""));

        assertThat(taken.plans()).containsExactly(DRAFT);
        assertThat(taken.measures()).hasSize(4);
        assertThat(taken.warnings()).isEmpty();
    }

    @Test
    void anIdThatNoPlanKnowsIsKeptAndWarnedOfOnce() {
        ActionsTaken taken = after(
                row("late-shipment/action.1x", "a.csv", 2, "2026-11-12", "Ann", "", "a shift was added"),
                row("late-shipment/action.1x", "b.csv", 3, "2026-11-12", "Ann", "", "a shift was added"));

        assertThat(measure(taken, "late-shipment/action.1x").state()).isEqualTo(Measure.State.UNKNOWN);
        assertThat(warnings(taken))
                .containsExactly(
                        "No plan knows the action \"late-shipment/action.1x\" (b.csv, row 3). It is kept on the"
                                + " sheet Actions.");
    }

    @Test
    void aConfirmationOfAPlanThatTheNightDoesNotNeedIsKeptWithoutAWord() {
        ActionsTaken taken = after(row("valid-tracking/action.way/USPS", "a.csv", 2, "2026-11-12", "Ann", "", "done"));

        assertThat(measure(taken, "valid-tracking/action.way/USPS").state()).isEqualTo(Measure.State.NOT_ASKED);
        assertThat(taken.warnings()).isEmpty();
    }

    /** Somebody's words can't pass for a confirmation of what he left open. */
    @Test
    void aNoteThatIsItselfToBeConfirmedLeavesThePlanUnfinished() {
        ActionsTaken taken = after(row(SHIFT, "a.csv", 2, "2026-11-12", "Ann", "", "[confirm: Dana knows]"));

        assertThat(taken.plans().get(0).toConfirm()).isEqualTo(DRAFT.toConfirm());
    }

    /** Nobody asserts it but he who was asked; then it needs its answers as every other cause does. */
    @Test
    void anAnsweredQuestionBecomesARootCauseWithAnActionAndAPreventionToConfirm() {
        ActionsTaken taken = after(row(
                "late-shipment/cause.staffing",
                "a.csv",
                2,
                "2026-11-12",
                "Ann",
                "",
                "two of three packers were ill from 9 to 11 October 2026"));

        Plan plan = taken.plans().get(0);
        assertThat(plan.questions()).isEmpty();
        assertThat(plan.rootCauses().get(1))
                .isEqualTo(new Plan.Paragraph(
                        2,
                        "Two of three packers were ill from 9 to 11 October 2026 [3].",
                        Optional.of("late-shipment/cause.staffing")));
        assertThat(plan.actionsTaken().get(1).text()).isEqualTo("[confirm: who was hired]");
        assertThat(plan.actionsTaken().get(1).number()).isEqualTo(2);
        assertThat(plan.prevention().get(1).number()).isEqualTo(2);
        assertThat(plan.toConfirm()).isEqualTo(DRAFT.toConfirm() + 2);
        assertThat(measure(taken, "late-shipment/action.staffing").state()).isEqualTo(Measure.State.OPEN);
    }

    @Test
    void aQuestionThatNobodyAnswersKeepsNoPlanFromBeingFinished() {
        Plan plan = after(
                        row(
                                "late-shipment/cause.weekday/FRIDAY",
                                "a.csv",
                                2,
                                "2026-11-12",
                                "Ann",
                                "",
                                "nobody was there"),
                        row(SHIFT, "a.csv", 3, "2026-11-12", "Ann", "", "a shift was added"),
                        row(
                                "late-shipment/prevention.weekday",
                                "a.csv",
                                4,
                                "2026-11-12",
                                "Ann",
                                "",
                                "a daily list is read"))
                .plans()
                .get(0);

        assertThat(plan.toConfirm()).isZero();
        assertThat(plan.questions()).hasSize(1);
    }

    @Test
    void aReadingCopyIsConfirmedInItsOwnLanguage() {
        Plan draft = PlanFixture.draft("zh", PlanFixture.off(Metric.LATE_SHIPMENT_RATE_30, false), Causes.none());
        List<ActionRow> rows = List.of(
                row("late-shipment/action.not-listed", "a.csv", 2, "2026-11-12", "Ann", "", "a shift was added"),
                row("late-shipment/cause.not-listed", "a.csv", 3, "2026-11-12", "Ann", "", "nobody was there"));

        Plan plan = ActionsTaken.of(List.of(draft), rows, AS_OF, PlanLibrary.shipped(), NoteCheck::unusable, "zh")
                .plans()
                .get(0);

        assertThat(draft.toConfirm()).isEqualTo(3);
        assertThat(plan.toConfirm()).isEqualTo(1);
        assertThat(plan.actionsTaken().get(0).text()).isEqualTo("Ann 于 2026年11月12日 完成：a shift was added [3]。");
        assertThat(plan.rootCauses().get(0).text()).isEqualTo("Nobody was there [2]。");
    }

    /** He who began to answer means it: nothing is ready to be sent before he has finished. */
    @Test
    void aQuestionThatIsAnsweredByHalvesIsLeftToConfirm() {
        ActionsTaken taken = after(row("late-shipment/cause.staffing", "a.csv", 2, "", "", "", "two packers were ill"));

        Plan plan = taken.plans().get(0);
        assertThat(plan.questions()).isEmpty();
        assertThat(plan.rootCauses().get(1).text()).startsWith(Plan.CONFIRM);
        assertThat(plan.toConfirm()).isEqualTo(DRAFT.toConfirm() + 3);
        assertThat(measure(taken, "late-shipment/cause.staffing").state()).isEqualTo(Measure.State.NO_DAY);
    }
}
