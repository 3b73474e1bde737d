package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Remark;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.plan.Measure;
import redflag.words.Messages;

/** What the sheet says of answers that the letter does not take. */
class ActionsSheetTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ActionRow ROW = new ActionRow(
            "late-shipment/action.weekday/FRIDAY",
            Optional.empty(),
            Optional.of(DAY),
            Optional.empty(),
            Optional.of("Dana Liu"),
            Optional.empty(),
            Optional.of("we will add a shift"),
            Optional.empty(),
            Optional.empty(),
            new Source("acme/actions.csv", 2));

    private static Content cell(String column, Measure.State state, Optional<Remark> why) {
        Measure measure = new Measure(
                ROW.id(),
                "the shift that was added",
                Optional.empty(),
                Optional.empty(),
                state,
                Optional.of(ROW),
                Optional.empty(),
                Optional.empty(),
                why,
                Optional.empty());
        return ActionsSheet.COLUMNS.stream()
                .filter(of -> of.key().equals(column))
                .findFirst()
                .orElseThrow()
                .cell()
                .apply(new ActionsSheet.Row("acme-us", measure), new ReportWords(Messages.english()));
    }

    @Test
    void aNoteThatCanNotStandInTheLetterSaysWhy() {
        Optional<Remark> why = Optional.of(Remark.of("note.future-for-done", "phrase", "we will"));

        assertThat(cell("actions.state", Measure.State.NOTE_UNUSABLE, why))
                .isEqualTo(new Content.Tinted(
                        "Still to be confirmed: note not usable in the letter: it promises, where Amazon asks what was"
                                + " done (\"we will\") (acme/actions.csv, row 2)",
                        Tone.CONFIRM));
        assertThat(cell("actions.done-on", Measure.State.NOTE_UNUSABLE, why))
                .isEqualTo(new Content.ToFill(new Content.Day(DAY), true));
    }

    /** Put back as it is, the sheet would confirm what is asked now by what was answered then. */
    @Test
    void anAnswerToAnotherQuestionLosesItsDayAndNothingElse() {
        assertThat(cell("actions.done-on", Measure.State.OTHER_QUESTION, Optional.empty()))
                .isEqualTo(new Content.ToFill(Content.nothing(), true));
        assertThat(cell("actions.note", Measure.State.OTHER_QUESTION, Optional.empty()))
                .isEqualTo(new Content.ToFill(Content.of("we will add a shift"), false));
    }
}
