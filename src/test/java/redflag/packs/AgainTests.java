package redflag.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.ActionRow;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.Source;
import redflag.notices.MadeNotice;
import redflag.notices.Notice;
import redflag.notices.Notices;
import redflag.plan.Measure;

/** Whether a refused letter is worth sending again, by what is on file. */
class AgainTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final String DETAIL =
            "2026-11-12: Greater detail on the root causes, and the steps you have taken to prevent it";

    @Test
    void aNoticeThatAmazonHasNotAnsweredHasNoSecondLook() {
        assertThat(Again.of(notice(Code.OPEN, "2026-11-10: plan", ""), List.of(), List.of(), 3))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SENT,    2026-11-14, 2026-11-15, 0, WITH_AMAZON",
        "REFUSED, 2026-11-10, 2026-11-10, 0, NOTHING_NEW",
        "REFUSED, 2026-11-10, 2026-11-11, 2, TO_CONFIRM",
        "REFUSED, 2026-11-10, 2026-11-11, 0, PART_WITHOUT_NEWS",
    })
    void theVerdictRestsOnWhatIsNewerThanTheLastSubmission(
            Code state, String sent, String done, int toConfirm, Again.Verdict verdict) {
        Notice notice = notice(state, sent + ": plan", DETAIL);

        Again again = Again.of(notice, List.of(done("cause.supplier", done)), List.of(), toConfirm)
                .orElseThrow();

        assertThat(again.verdict()).isEqualTo(verdict);
    }

    @Test
    void itIsWorthSendingOnceEachPartThatIsAskedForHasNews() {
        Again again = Again.of(
                        notice(Code.REFUSED, "2026-11-10: plan", DETAIL),
                        List.of(done("cause.supplier", "2026-11-15"), done("prevention.supplier", "2026-11-16")),
                        List.of(),
                        0)
                .orElseThrow();

        assertThat(again.verdict()).isEqualTo(Again.Verdict.WORTH_SENDING);
        assertThat(again.news().keySet()).containsExactly(Again.Ask.ROOT_CAUSE, Again.Ask.PREVENTION);
        assertThat(again.news().get(Again.Ask.ROOT_CAUSE)).containsExactly("authenticity/cause.supplier/N-1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026-11-10: plan, ANSWER_NOT_ON_FILE",
        "2026-11-12: not enough information on the actions you have taken, first plan, SENDING_NOT_DATED",
        "2026-11-12: we can not accept this, 2026-11-10: plan, ASKS_NOT_KNOWN",
    })
    void whatIsNotOnFileIsSaid(String answer, String sent, Again.Verdict verdict) {
        Again again = Again.of(
                        notice(Code.REFUSED, sent, answer), List.of(done("cause.supplier", "2026-11-15")), List.of(), 0)
                .orElseThrow();

        assertThat(again.verdict()).isEqualTo(verdict);
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
                Measure.State.CONFIRMED,
                Optional.of(row),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(1));
    }
}
