package redflag.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessagesTests {

    private static final String PATTERN = "{orders, plural, one {# order} other {# orders}} on {day}";

    /** Patterns and dates are kept between texts. */
    @Test
    void severalAtATimeAreNotMixedUp() {
        Messages messages = Messages.english();
        List<String> texts = IntStream.rangeClosed(1, 2_000)
                .parallel()
                .mapToObj(i -> messages.format(PATTERN, Map.of("orders", (long) i, "day", LocalDate.ofEpochDay(i))))
                .toList();
        assertThat(texts.get(0)).isEqualTo("1 order on 2 January 1970");
        assertThat(texts.get(1_999)).isEqualTo("2,000 orders on 24 June 1975");
        assertThat(texts).doesNotHaveDuplicates();
    }

    @Test
    void aTextWithoutFactsIsAsItStands() {
        assertThat(Messages.english().format("Order defects: 1 % | # < 2", Collections.emptyMap()))
                .isEqualTo("Order defects: 1 % | # < 2");
    }

    @Test
    void anApostropheIsThePatternsOwn() {
        assertThat(Messages.english().format("the seller''s", Map.of())).isEqualTo("the seller's");
    }
}
