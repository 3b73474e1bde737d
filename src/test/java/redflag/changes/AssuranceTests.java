package redflag.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.changes.Assurance.State;

/** Six months up to 22 November 2026 begin on 23 May (domain.md §1.8: 250 or more for six months, ten days below at most). */
class AssuranceTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 23);

    private final TreeMap<LocalDate, Long> ratings = new TreeMap<>();

    private void rated(LocalDate from, LocalDate to, long rating) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            ratings.put(day, rating);
        }
    }

    private Assurance clock() {
        return Assurance.of(AS_OF, ratings);
    }

    @ParameterizedTest(name = "{0} days at {1}: {2}")
    @CsvSource({
        "10, 249, MET, ten days below are allowed",
        "11, 249, TOO_MANY_BELOW, eleven are not",
        "11, 250, MET, 250 is not below"
    })
    void daysBelowAreCounted(int days, long rating, State state, String because) {
        rated(FIRST, AS_OF, 400);
        rated(AS_OF.minusDays(days - 1L), AS_OF, rating);

        assertThat(clock().state()).as(because).isEqualTo(state);
        assertThat(clock().daysBelow()).isEqualTo(rating < 250 ? days : 0);
        assertThat(clock().daysKnown()).isEqualTo(184);
    }

    @Test
    void aDayBelowThatHasLeftTheSixMonthsCountsNoMore() {
        rated(FIRST.minusDays(30), FIRST.minusDays(1), 100);
        rated(FIRST, AS_OF, 250);

        assertThat(clock().state()).isEqualTo(State.MET);
        assertThat(clock().from()).isEqualTo(FIRST);
    }

    @Test
    void withTooManyBelowItCanBeMetWhenAllButTenHaveLeft() {
        rated(FIRST, AS_OF, 400);
        rated(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 12), 180);

        assertThat(clock().daysBelow()).isEqualTo(12);
        assertThat(clock().firstPossible())
                .as("the 2nd of August must have left, so that the six months begin on the 3rd")
                .contains(LocalDate.of(2027, 2, 2));
    }

    @Test
    void aHistoryThatBeginsADayLateTellsNothingYet() {
        rated(FIRST.plusDays(1), AS_OF, 400);

        assertThat(clock().state()).isEqualTo(State.HISTORY_TOO_SHORT);
        assertThat(clock().keptSince()).isEqualTo(FIRST.plusDays(1));
        assertThat(clock().firstPossible()).contains(AS_OF.plusDays(1));
    }

    @Test
    void twoKnownDaysProveNothing() {
        rated(FIRST, FIRST, 400);
        rated(AS_OF, AS_OF, 400);

        assertThat(clock().daysKnown()).isEqualTo(2);
        assertThat(clock().daysUnknown()).isEqualTo(182);
        assertThat(clock().daysBelow()).isZero();
        assertThat(clock().state()).isEqualTo(State.PARTLY_KNOWN);
        assertThat(clock().firstPossible()).isEmpty();
    }

    @ParameterizedTest(name = "{0} days unknown, {1} below: {2}")
    @CsvSource({
        "10, 0, MET, were all ten below it would still be met",
        "11, 0, PARTLY_KNOWN, eleven may be too many",
        "4, 6, MET, ten together",
        "5, 6, PARTLY_KNOWN, eleven together",
        "50, 11, TOO_MANY_BELOW, eleven known ones are enough"
    })
    void daysWithoutARatingMayBeBelow(int unknown, int below, State state, String because) {
        rated(FIRST, AS_OF, 400);
        rated(AS_OF.minusDays(below - 1L), AS_OF, 200);
        for (int i = 0; i < unknown; i++) {
            ratings.remove(FIRST.plusDays(1L + i));
        }

        assertThat(clock().state()).as(because).isEqualTo(state);
        assertThat(clock().daysBelow()).isEqualTo(below);
    }

    /** August has 31 days, February 28 or 29: the day on which six months begin on 31 August is 1 March in both years. */
    @ParameterizedTest
    @CsvSource({"2026-08-31, 2027-03-01", "2027-08-31, 2028-03-01", "2027-08-29, 2028-02-28", "2027-08-30, 2028-02-29"})
    void monthsOfDifferentLengths(LocalDate firstKnown, LocalDate possible) {
        rated(firstKnown, firstKnown.plusDays(40), 400);

        Assurance clock = Assurance.of(firstKnown.plusDays(40), ratings);

        assertThat(clock.firstPossible()).contains(possible);
        assertThat(possible.minusMonths(6).plusDays(1))
                .as("that day's six months")
                .isAfterOrEqualTo(firstKnown);
        assertThat(possible.minusDays(1).minusMonths(6).plusDays(1))
                .as("the day before")
                .isBefore(firstKnown);
    }
}
