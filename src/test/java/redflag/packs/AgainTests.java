package redflag.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.check.Difference;
import redflag.check.Letter;
import redflag.check.LetterFile;
import redflag.check.Rule;
import redflag.ledger.ActionRow;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.Source;
import redflag.notices.MadeNotice;
import redflag.notices.Notice;
import redflag.notices.Notices;
import redflag.plan.Measure;
import redflag.plan.Reason;

/** Whether a refused letter is worth sending again, by what is on file. */
class AgainTests {

    @TempDir
    private Path folder;

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final String DETAIL =
            "2026-11-12: Greater detail on the root causes, and the steps you have taken to prevent it";

    private static final LastLetter NONE = LastLetter.notFound(LastLetter.State.NOT_ON_FILE, List.of());

    private static final String CAUSES = """
            Root causes

            1. We looked into the 12 orders of B0LAUR0004: 9 of the 12 came from one batch of Northway Ltd.

            """;
    private static final String ACTIONS = """
            Actions taken

            1. We set the 40 units of this batch apart on 2026-11-15 and returned them to Northway Ltd.

            """;
    private static final String PREVENTION = """
            Prevention

            1. Since 2026-11-16 each delivery is held against the invoice; no unit without one is put on sale.
            """;
    private static final String ALL = CAUSES + ACTIONS + PREVENTION;

    private static Again again(Notice notice, int toConfirm, Measure... measures) {
        return Again.of(
                notice,
                Optional.of(Reason.AUTHENTICITY),
                new Again.Drafted(List.of(measures), toConfirm, Optional.empty()),
                List.of(),
                NONE);
    }

    /** A notice that was refused for want of root causes and prevention, with nothing done since. */
    private Again again(String sent, String draft, int toConfirm) throws Exception {
        LastLetter last = new LastLetter(LastLetter.State.FOUND, List.of("plan.md"), Optional.of(letter(sent)));
        return Again.of(
                notice(Code.REFUSED, "2026-11-10: plan.md", DETAIL),
                Optional.of(Reason.AUTHENTICITY),
                new Again.Drafted(List.of(), toConfirm, Optional.of(letter(draft))),
                List.of(),
                last);
    }

    private Letter letter(String text) throws Exception {
        return LetterFile.read(Files.writeString(folder.resolve("letter.md"), text));
    }

    @Test
    void aNoticeThatAmazonHasNotAnsweredHasNoSecondLook() {
        assertThat(Again.isAbout(notice(Code.OPEN, "2026-11-10: plan", ""))).isFalse();
        assertThat(Again.isAbout(notice(Code.REFUSED, "2026-11-10: plan", ""))).isTrue();
        assertThat(Again.isAbout(notice(Code.OPEN, "2026-11-10: plan", DETAIL))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT,    2026-11-14, 2026-11-15, 0, WITH_AMAZON",
        "REFUSED, 2026-11-10, 2026-11-10, 0, NOTHING_NEW",
        "REFUSED, 2026-11-10, 2026-11-11, 2, TO_CONFIRM",
        "REFUSED, 2026-11-10, 2026-11-11, 0, PART_WITHOUT_NEWS",
    })
    void withoutTheLastLetterTheVerdictRestsOnWhatIsNewerThanIt(
            Code state, String sent, String done, int toConfirm, Again.Verdict verdict) {
        Again again = again(notice(state, sent + ": plan", DETAIL), toConfirm, done("cause.supplier", done));

        assertThat(again.verdict()).isEqualTo(verdict);
        assertThat(again.difference()).isEmpty();
        assertThat(again.asked().get(Ask.ROOT_CAUSE).sent()).isEmpty();
    }

    @Test
    void itIsWorthSendingOnceEachPartThatIsAskedForHasNews() {
        Again again = again(
                notice(Code.REFUSED, "2026-11-10: plan", DETAIL),
                0,
                done("cause.supplier", "2026-11-15"),
                done("prevention.supplier", "2026-11-16"));

        assertThat(again.verdict()).isEqualTo(Again.Verdict.WORTH_SENDING);
        assertThat(again.asked().keySet()).containsExactly(Ask.ROOT_CAUSE, Ask.PREVENTION);
        assertThat(again.asked().get(Ask.ROOT_CAUSE).news()).containsExactly("authenticity/cause.supplier/N-1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-11-10: plan, ANSWER_NOT_ON_FILE",
        "2026-11-12: not enough information on the actions you have taken, first plan, SENDING_NOT_DATED",
        "2026-11-12: we can not accept this, 2026-11-10: plan, ASKS_NOT_KNOWN",
    })
    void whatIsNotOnFileIsSaid(String answer, String sent, Again.Verdict verdict) {
        Again again = again(notice(Code.REFUSED, sent, answer), 0, done("cause.supplier", "2026-11-15"));

        assertThat(again.verdict()).isEqualTo(verdict);
    }

    @Test
    void aDraftThatSaysWhatWasSentIsNotSentAgain() throws Exception {
        Again again = again(ALL, PREVENTION + ALL.replace(PREVENTION, "").replace("9 of", "9  of"), 0);

        assertThat(again.verdict()).isEqualTo(Again.Verdict.SAME_LETTER);
        assertThat(again.difference().orElseThrow().isNone()).isTrue();
    }

    @Test
    void whatWasAskedForAndNotSentIsNewsOnceTheDraftHasIt() throws Exception {
        Again again = again("Issue\n\nItems of B0LAUR0004 are said to be inauthentic.\n\n" + ACTIONS, ALL, 0);

        assertThat(again.asked().get(Ask.ROOT_CAUSE))
                .isEqualTo(new Again.Asked(List.of(), held(Held.State.MISSING), held(Held.State.THERE)));
        assertThat(again.asked().get(Ask.PREVENTION))
                .isEqualTo(new Again.Asked(List.of(), held(Held.State.MISSING), held(Held.State.THERE)));
        assertThat(again.verdict()).isEqualTo(Again.Verdict.WORTH_SENDING);
        Difference difference = again.difference().orElseThrow();
        assertThat(difference.added()).hasSize(2);
        assertThat(difference.removed()).containsExactly("Items of B0LAUR0004 are said to be inauthentic.");
    }

    @Test
    void aPartThatWasSentAndIsOtherOnlyInFiguresIsNoNews() throws Exception {
        Again again = again(ALL, ALL.replace("9 of the 12", "10 of the 12"), 0);

        assertThat(again.verdict()).isEqualTo(Again.Verdict.NOTHING_NEW);
        assertThat(again.difference().orElseThrow().figures()).singleElement().satisfies(changed -> {
            assertThat(changed.before()).contains("9 of the 12");
            assertThat(changed.now()).contains("10 of the 12");
        });
        assertThat(again.difference().orElseThrow().added()).isEmpty();
    }

    @Test
    void aDraftThatLacksWhatIsAskedForWaits() throws Exception {
        Again again = again(ACTIONS, CAUSES + ACTIONS, 0);

        assertThat(again.asked().get(Ask.PREVENTION).drafted()).isEqualTo(held(Held.State.MISSING));
        assertThat(again.verdict()).isEqualTo(Again.Verdict.PART_WITHOUT_NEWS);

        LastLetter last = new LastLetter(LastLetter.State.FOUND, List.of("plan.md"), Optional.of(letter(ACTIONS)));
        Again done = Again.of(
                notice(Code.REFUSED, "2026-11-10: plan.md", DETAIL),
                Optional.of(Reason.AUTHENTICITY),
                new Again.Drafted(
                        List.of(done("prevention.supplier", "2026-11-16")), 0, Optional.of(letter(CAUSES + ACTIONS))),
                List.of(),
                last);
        assertThat(done.verdict()).isEqualTo(Again.Verdict.DRAFT_LACKS);
    }

    @Test
    void whatIsStillToBeConfirmedIsNotThere() throws Exception {
        Again again = again(ACTIONS, ALL.replace("9 of the 12", "[confirm: how many] of the 12"), 1);

        assertThat(again.asked().get(Ask.ROOT_CAUSE).drafted()).isEqualTo(held(Held.State.OPEN));
        assertThat(again.verdict()).isEqualTo(Again.Verdict.TO_CONFIRM);
    }

    /** What {@code check} calls a ground for refusal is one. */
    @Test
    void aPromiseWasNoPrevention() throws Exception {
        String promise = "Prevention\n\n1. We will check every delivery against its invoice.\n";

        Again again = again(CAUSES + ACTIONS + promise, ALL, 0);

        assertThat(again.asked().get(Ask.PREVENTION).sent().orElseThrow().faults())
                .contains(Rule.FUTURE_FOR_DONE);
        assertThat(again.asked().get(Ask.PREVENTION).isNew()).isTrue();
        assertThat(again.asked().get(Ask.ROOT_CAUSE).isNew()).as("it was sent").isFalse();
        assertThat(again.verdict()).isEqualTo(Again.Verdict.PART_WITHOUT_NEWS);
    }

    private static Optional<Held> held(Held.State state) {
        return Optional.of(new Held(state, List.of()));
    }

    private static Notice notice(Code state, String submitted, String answered) {
        Store store = OneStore.of("US");
        MadeNotice made =
                MadeNotice.of("N-1", Code.AUTHENTICITY).received("2026-11-02").state(state);
        made = submitted.isEmpty() ? made : made.text(Field.SUBMITTED, submitted);
        made = answered.isEmpty() ? made : made.text(Field.AMAZON_ANSWERED, answered);
        return Notices.of(
                        OneStore.ledger(store, AS_OF, List.of(OneStore.file(FactType.NOTICE, MadeNotice.table(made)))),
                        List.of())
                .all()
                .get(0);
    }

    private static Measure done(String id, String on) {
        ActionRow row = new ActionRow(
                "authenticity/" + id + "/N-1",
                Optional.empty(),
                Optional.of(LocalDate.parse(on)),
                Optional.empty(),
                Optional.of("Dana Liu"),
                Optional.empty(),
                Optional.of("done"),
                Optional.empty(),
                Optional.empty(),
                new Source("north/actions.csv", 2));
        return new Measure(
                row.id(),
                "",
                Optional.empty(),
                Optional.empty(),
                Measure.State.CONFIRMED,
                Optional.of(row),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1));
    }
}
