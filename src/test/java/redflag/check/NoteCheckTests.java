package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Remark;
import redflag.plan.Reason;
import redflag.words.Messages;

/** People's notes stand in letters word by word: what a draft is refused for is no note for one. */
class NoteCheckTests {

    private static String why(String note) {
        return NoteCheck.unusable(Reason.LATE_SHIPMENT, note).map(Remark::key).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \u5df2\u5c06\u5904\u7406\u65f6\u95f4\u63d0\u9ad8\u5230 2 \u5929       | note.not-english         | \u5df2\u5c06\u5904\u7406\u65f6\u95f4\u63d0\u9ad8\u5230
            the carrier \u987a\u4e30 was added                     | note.not-english         | \u987a\u4e30
            the list that Redflag makes is read              | note.names-program       | Redflag
            we will hire two packers                         | note.future-for-done     | we will
            a shift was added. We'll add a second            | note.future-for-done     | We'll
            USPS lost the parcels                            | note.blame               | USPS lost
            Dana was desperate                               | note.emotion             | desperate
            we trained our team                              | note.stock-phrase        | trained our team
            [confirm: what Dana did]                         | note.unresolved-confirm  | [confirm: what Dana did]
            a shift was added [confirm since when]           | note.unresolved-confirm  | [confirm since when]
            a shift was added on [date]                      | note.unresolved-confirm  | [date]
            the cut-off was moved to TBD                     | note.unresolved-confirm  | TBD
            """)
    void aNoteThatALetterWouldBeRefusedForIsNotUsable(String note, String why, String phrase) {
        Remark found = NoteCheck.unusable(Reason.LATE_SHIPMENT, note).orElseThrow();

        assertThat(found).isEqualTo(Remark.of(why, "phrase", phrase));
        assertThat(Messages.english().text(found.key(), found.facts())).contains(phrase);
        assertThat(Messages.forLanguage("zh").text(found.key(), found.facts())).contains(phrase);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a Saturday shift was added",
                "the handling time of SKU A[2]B was raised to 2 days",
                "Prevention: the list of due orders is read at 9:00 by Zo\u00eb M\u00fcller",
                "the pick-up by USPS was moved to 18:00 \u2013 10 \u00b5m film is used, 20 \u00b0C"
            })
    void aPlainNoteStandsAsItIs(String note) {
        assertThat(why(note)).isEmpty();
    }

    /** It looks like a heading of a letter, and is a sentence of one all the same. */
    @Test
    void aNoteThatLooksLikeAHeadingIsReadAsASentence() {
        assertThat(why("Root cause: we will look into it")).isEqualTo("note.future-for-done");
    }
}
