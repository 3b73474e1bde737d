package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Period;

class FiguresTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "between 9 September 2026 and 7 November 2026",
                "from September 9, 2026 to November 7, 2026",
                "2026-09-09 to 2026-11-07",
                "9 Sept. – 7 Nov. 2026",
                "from 9th September to 7th of November, 2026"
            })
    void daysAreReadInTheUsualWordings(String text) {
        assertThat(Figures.periods(text))
                .containsExactly(new Period(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 11, 7)));
    }

    @Test
    void aYearThatOnlyTheLastDayNamesIsThatOfBothOrTheOneBefore() {
        assertThat(Figures.periods("from 9 December to 7 January 2027"))
                .containsExactly(new Period(LocalDate.of(2026, 12, 9), LocalDate.of(2027, 1, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 of 1,204",
                "12 orders of 1,204",
                "12 out of 1204 orders",
                "12 late orders out of our 1,204",
                "12 seller-fulfilled orders of all 1204"
            })
    void countsAreReadInTheUsualWordings(String text) {
        assertThat(Figures.counts(text)).hasSize(1).first().satisfies(count -> {
            assertThat(count.affected()).isEqualTo(12);
            assertThat(count.total()).isEqualTo(1204);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on 12 of November 2026",
                "12 of 9 lists",
                "112-4431907-5520143 of 3 orders",
                "within 24 hours of the order",
                "a share of 3 of our lists",
                "12 of 30 %"
            })
    void otherNumbersAreNoCounts(String text) {
        assertThat(Figures.counts(text)).isEmpty();
    }

    @Test
    void aNumberInWordsIsAFigureAndADayOrAnIdIsNone() {
        assertThat(Figures.hasNumber("Seven orders came late.")).isTrue();
        assertThat(Figures.hasNumber("SKU MPL-7 of order 112-4431907-5520143 since 3 May 2026 [2]"))
                .isFalse();
    }
}
