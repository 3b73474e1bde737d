package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTests {

    private final Phrases phrases =
            Phrases.ofLines(List.of("# a comment", "", "train* our … staff|team # another", "we'll", "! we'll see"));

    @Test
    void capitalsEndingsChoicesAndGapsMakeNoDifference() {
        assertThat(phrases.in("We TRAINED our very loyal Staff.")).isTrue();
        assertThat(phrases.in("We’ll do it")).isTrue();
        assertThat(phrases.first("Training our team").orElseThrow().text()).isEqualTo("Training our team");
    }

    @Test
    void partsOfWordsAndLongGapsAreNone() {
        assertThat(phrases.in("a constrained our staff")).isFalse();
        assertThat(phrases.in("train our a b c d e f staff")).isFalse();
        assertThat(phrases.in("train our staffing")).isFalse();
    }

    @Test
    void anExceptionHidesWhatStandsInIt() {
        assertThat(phrases.in("We'll see.")).isFalse();
        assertThat(phrases.in("We'll see, and we'll do it.")).isTrue();
    }
}
