package redflag.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people note down of what they sent and what Amazon answered. */
class ExchangeTests {

    @Test
    void anEntryBeginsWithADay() {
        assertThat(
                        Exchange.parse(
                                "2026-11-10: first plan; with photos\n2026/11/5 second plan\uFF1B2026\u5E7411\u67087\u65E5\uFF1A\u7B2C\u4E09"))
                .containsExactly(
                        new Exchange(Optional.of(LocalDate.of(2026, 11, 10)), "first plan; with photos"),
                        new Exchange(Optional.of(LocalDate.of(2026, 11, 5)), "second plan"),
                        new Exchange(Optional.of(LocalDate.of(2026, 11, 7)), "\u7B2C\u4E09"));
    }

    @Test
    void aDayMayStandAlone() {
        assertThat(Exchange.parse("2026-11-10"))
                .containsExactly(new Exchange(Optional.of(LocalDate.of(2026, 11, 10)), ""));
    }

    @Test
    void withoutADayTheNoteIsKept() {
        assertThat(Exchange.parse("the plan; by phone"))
                .containsExactly(new Exchange(Optional.empty(), "the plan; by phone"));
        assertThat(Exchange.parse("2026-13-10: plan"))
                .containsExactly(new Exchange(Optional.empty(), "2026-13-10: plan"));
        assertThat(Exchange.parse("2026-11-101 plan"))
                .containsExactly(new Exchange(Optional.empty(), "2026-11-101 plan"));
    }

    @Test
    void theNewestDayIsTheLatestWhereverItStands() {
        assertThat(Exchange.newest(Exchange.parse("2026-11-10 a; 2026-11-12 b; 2026-11-11 c; d")))
                .contains(LocalDate.of(2026, 11, 12));
        assertThat(Exchange.newest(Exchange.parse("by phone"))).isEmpty();
    }
}
