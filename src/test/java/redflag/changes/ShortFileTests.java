package redflag.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.metrics.Ledgers;
import redflag.past.Snapshot;

/** Orders up to 22 November: the three newest whole days are those from the 19th to the 21st. */
class ShortFileTests {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    private static final Remark THIRTY_OF_THREE_HUNDRED = new Remark(
            "warning.short-file",
            Map.of("found", 30L, "expected", 300L, "from", LAST.minusDays(3), "to", LAST.minusDays(1)));

    private final Ledgers store = Ledgers.of("US");

    private void orders(LocalDate from, LocalDate to, int each) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (int i = 0; i < each; i++) {
                store.order(day, Code.MFN, Code.SHIPPED);
            }
        }
    }

    private Optional<Remark> warning() {
        return warning(Map.of());
    }

    /** @param before what the night before knew of orders by day */
    private Optional<Remark> warning(Map<LocalDate, Long> before) {
        return ShortFile.warning(
                store.asOf(LAST),
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Snapshot(LAST.minusDays(1), List.of(), List.of(), Map.of(), Map.of(), before)));
    }

    @ParameterizedTest(name = "{0} a day, then {1} in three days: {2}")
    @CsvSource({
        "20, 17, true, 17 of 60 are less than three tenths",
        "20, 18, false, 18 of 60 are just three tenths",
        "9, 0, true, none of 27",
        "8, 0, false, of 24 expected ones a quiet weekend can't be told from a short file"
    })
    void farFewerThanUsualIsTold(int usual, int found, boolean told, String because) {
        orders(LAST.minusDays(60), LAST.minusDays(4), usual);
        for (int i = 0; i < found; i++) {
            store.order(LAST.minusDays(1 + i % 3), Code.MFN, Code.SHIPPED);
        }
        orders(LAST, LAST, 1);

        assertThat(warning().isPresent()).as(because).isEqualTo(told);
    }

    @Test
    void theFiguresAreNamed() {
        orders(LAST.minusDays(60), LAST.minusDays(4), 20);
        orders(LAST, LAST, 1);

        assertThat(warning())
                .contains(new Remark(
                        "warning.short-file",
                        Map.of("found", 0L, "expected", 60L, "from", LAST.minusDays(3), "to", LAST.minusDays(1))));
    }

    @Test
    void theDayOnWhichAReportEndsIsNotOverAndSaysNothing() {
        orders(LAST.minusDays(60), LAST.minusDays(1), 20);
        orders(LAST, LAST, 1);

        assertThat(warning()).isEmpty();
    }

    private static Map<LocalDate, Long> aDay(long orders, LocalDate from, LocalDate to) {
        Map<LocalDate, Long> days = new TreeMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            days.put(day, orders);
        }
        return days;
    }

    @Test
    void aFileThatIsShortOnEveryDayIsHeldAgainstWhatNightsKnew() {
        orders(LAST.minusDays(60), LAST, 10);

        assertThat(warning(aDay(100, LAST.minusDays(74), LAST.minusDays(1)))).contains(THIRTY_OF_THREE_HUNDRED);
    }

    @Test
    void aShortFileOfFewDaysIsHeldAgainstWhatNightsKnew() {
        orders(LAST.minusDays(9), LAST, 10);

        assertThat(warning(aDay(100, LAST.minusDays(74), LAST.minusDays(1)))).contains(THIRTY_OF_THREE_HUNDRED);
    }

    @Test
    void nightsThatKnewAsManySayNothing() {
        orders(LAST.minusDays(9), LAST, 10);

        assertThat(warning(aDay(33, LAST.minusDays(74), LAST.minusDays(1))))
                .as("thirty of 99 are more than three tenths")
                .isEmpty();
    }

    @Test
    void nightsThatDoNotKnowFourWeeksSayNothing() {
        orders(LAST.minusDays(9), LAST, 10);

        assertThat(warning(aDay(100, LAST.minusDays(30), LAST.minusDays(1)))).isEmpty();
    }

    @Test
    void ofTwoCountsOfADayTheGreaterIsKept() {
        orders(LAST.minusDays(5), LAST, 10);
        Map<LocalDate, Long> before = aDay(100, LAST.minusDays(8), LAST.minusDays(1));
        before.put(LAST.minusDays(2), 7L);
        Snapshot night = new Snapshot(LAST.minusDays(1), List.of(), List.of(), Map.of(), Map.of(), before);

        Map<LocalDate, Long> kept = Snapshots.orders(store.asOf(LAST), Optional.of(night));

        assertThat(kept)
                .as("so that the night after a short file is told as well")
                .containsEntry(LAST.minusDays(8), 100L)
                .containsEntry(LAST.minusDays(1), 100L)
                .containsEntry(LAST.minusDays(2), 10L)
                .containsEntry(LAST, 10L);
    }

    @Test
    void reportsThatDoNotReachBackFourWeeksSayNothing() {
        orders(LAST.minusDays(30), LAST.minusDays(4), 20);
        orders(LAST, LAST, 1);

        assertThat(warning()).isEmpty();
    }
}
