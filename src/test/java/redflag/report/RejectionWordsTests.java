package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import redflag.ledger.Rejection;
import redflag.words.Messages;

class RejectionWordsTests {

    private final ReportWords words = new ReportWords(Messages.english());

    @Test
    void whatIsNotShownIsSaidToBeHidden() {
        assertThat(words.rejection(rejection("")))
                .isEqualTo(
                        "quantity: expected a whole number; what stands there is not shown, for it may be a buyer's");
        assertThat(words.rejection(rejection("many"))).isEqualTo("quantity: found \"many\", expected a whole number");
    }

    private static Rejection rejection(String found) {
        return new Rejection(
                "orders.txt", 7, Rejection.Reason.BAD_VALUE, "quantity", found, "a whole number", Map.of());
    }
}
