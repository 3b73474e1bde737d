package redflag.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.metrics.Ledgers;

/** Orders up to 22 November: the three newest whole days are those from the 19th to the 21st. */
class ShortFileTests {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);

    private final Ledgers store = Ledgers.of("US");

    private void orders(LocalDate from, LocalDate to, int each) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            for (int i = 0; i < each; i++) {
                store.order(day, Code.MFN, Code.SHIPPED);
            }
        }
    }

    private Optional<Remark> warning() {
        return ShortFile.warning(store.asOf(LAST));
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

    @Test
    void reportsThatDoNotReachBackFourWeeksSayNothing() {
        orders(LAST.minusDays(30), LAST.minusDays(4), 20);
        orders(LAST, LAST, 1);

        assertThat(warning()).isEmpty();
    }
}
