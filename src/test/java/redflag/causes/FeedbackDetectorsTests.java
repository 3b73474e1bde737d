package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.causes.ListedRows.moment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.rules.Metric;

/** What the words of feedback say of an order with a defect, beside what returns and exports say. */
class FeedbackDetectorsTests {

    private static final List<Field> OF_DEFECTS = List.of(Field.FULFILMENT, Field.NEGATIVE_FEEDBACK);
    private static final List<Field> OF_FEEDBACK = List.of(Field.HAPPENED, Field.RATING, Field.COMPLAINTS);
    private static final List<Field> OF_RETURNS = List.of(Field.HAPPENED, Field.REASON);

    private final ListedRows store = new ListedRows(Field.EXPECTED_SHIP, Field.SHIPPED);

    @ParameterizedTest(name = "{0}, handed over {1}, fulfilled by {2}: {3}")
    @CsvSource({
        "NOT_RECEIVED, , MFN, feedback-not-received",
        "ARRIVED_LATE, , MFN, feedback-late",
        "ARRIVED_LATE, 2026-10-22, MFN, feedback-late-shipped-in-time",
        "ARRIVED_LATE, 2026-10-23, MFN, feedback-late",
        "DAMAGED, , MFN, feedback-damaged",
        "WRONG_OR_MISSING_ITEM, , MFN, feedback-wrong-or-missing-item",
        "NOT_AS_DESCRIBED, , MFN, feedback-not-as-described",
        "DEFECTIVE, , MFN, feedback-defective",
        "POOR_SERVICE, , MFN, feedback-poor-service",
        "DAMAGED DEFECTIVE, , MFN, feedback-damaged feedback-defective",
        "DAMAGED, , AFN, feedback-damaged",
        "ARRIVED_LATE NOT_RECEIVED, , AFN, feedback-of-amazons-delivery",
        "ARRIVED_LATE DAMAGED, , AFN, feedback-damaged",
        "'', , MFN, ''"
    })
    void whatFeedbackComplainsOf(String complaints, @Nullable String shipped, Code fulfilment, String causes) {
        order(shipped, fulfilment);
        listed(fulfilment);
        feedback(1, complaints);

        assertThat(found()).containsExactlyInAnyOrderElementsOf(words(causes));
    }

    @Test
    void whatIsNotAsDescribedIsNamedByProduct() {
        order(null, Code.MFN);
        listed(Code.MFN);
        feedback(1, "NOT_AS_DESCRIBED");

        assertThat(store.causes("feedback-not-as-described", Metric.ORDER_DEFECT_RATE))
                .singleElement()
                .satisfies(cause -> assertThat(cause.value()).isEqualTo("B0SOLD"));
    }

    /** It is Amazon's part of the defects that is disputed; what caused them nobody has said. */
    @Test
    void whatIsDisputedExplainsNothing() {
        for (int i = 0; i < 200; i++) {
            order(null, Code.AFN);
        }
        listed(Code.AFN);
        feedback(1, "NOT_RECEIVED");

        assertThat(store.causes(Metric.ORDER_DEFECT_RATE).get(0).unexplained()).hasSize(1);
    }

    @Test
    void threeStarsSayNothingAgainstAnOrder() {
        order(null, Code.MFN);
        listed(Code.MFN);
        feedback(3, "DAMAGED");

        assertThat(found()).isEmpty();
    }

    @Test
    void severalCommentsOnAnOrderSaySeveralThings() {
        order(null, Code.MFN);
        listed(Code.MFN);
        feedback(1, "DAMAGED");
        feedback(2, "POOR_SERVICE");

        assertThat(found()).containsExactlyInAnyOrder("feedback-damaged", "feedback-poor-service");
    }

    @ParameterizedTest(name = "returned as {0}: {1}")
    @CsvSource({"CR-DAMAGED_BY_CARRIER, ''", "CR-DEFECTIVE, feedback-damaged"})
    void whatTheReturnSaysAlreadyIsNotSaidAgain(String reason, String causes) {
        order(null, Code.MFN);
        listed(Code.MFN);
        feedback(1, "DAMAGED");
        store.row(FactType.RETURN, store.id(), OF_RETURNS)
                .moment(Field.HAPPENED, moment("2026-10-28"))
                .text(Field.REASON, reason)
                .endRow(store.nextRow());

        assertThat(found()).containsExactlyInAnyOrderElementsOf(words(causes));
    }

    /** One of eleven is less than a tenth. */
    @ParameterizedTest(name = "one of {0}: {1}")
    @CsvSource({"10, 1", "11, 0"})
    void aTenthOfTheDefectsIsTheLeast(int defects, int found) {
        for (int i = 0; i < defects; i++) {
            order(null, Code.MFN);
            listed(Code.MFN);
            feedback(1, i == 0 ? "DEFECTIVE" : "");
        }

        assertThat(store.causes("feedback-defective", Metric.ORDER_DEFECT_RATE)).hasSize(found);
    }

    private List<String> found() {
        return store.causes(Metric.ORDER_DEFECT_RATE).get(0).causes().stream()
                .map(Cause::id)
                .filter(id -> id.startsWith("feedback-"))
                .toList();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Of October, due on the 22nd. */
    private void order(@Nullable String shipped, Code fulfilment) {
        FactTable.Builder order = store.order("2026-10-20", fulfilment, Code.SHIPPED)
                .text(Field.ASIN, "B0SOLD")
                .moment(Field.EXPECTED_SHIP, moment("2026-10-22"));
        if (shipped != null) {
            order.moment(Field.SHIPPED, moment(shipped));
        }
        order.endRow(store.nextRow());
    }

    private void listed(Code fulfilment) {
        store.row(FactType.ORDER_DEFECT, store.id(), OF_DEFECTS)
                .code(Field.FULFILMENT, fulfilment)
                .flag(Field.NEGATIVE_FEEDBACK, true)
                .endRow(store.nextRow());
    }

    private void feedback(long stars, String complaints) {
        Set<Code> signs = EnumSet.noneOf(Code.class);
        words(complaints).forEach(word -> signs.add(Code.valueOf(word)));
        store.row(FactType.DEFECT_TRACE, store.id(), OF_FEEDBACK)
                .moment(Field.HAPPENED, moment("2026-10-30"))
                .count(Field.RATING, stars)
                .signs(Field.COMPLAINTS, signs)
                .endRow(store.nextRow());
    }
}
