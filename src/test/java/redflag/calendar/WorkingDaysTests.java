package redflag.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many days of work after a day: neither weekends nor public holidays are any. */
class WorkingDaysTests {

    @ParameterizedTest(name = "{0}: {2} after {1} is {3}, for {4}")
    @CsvSource({
        "US, 2026-11-16, 1, 2026-11-17, Monday to Tuesday",
        "US, 2026-11-13, 1, 2026-11-16, Friday to Monday",
        "US, 2026-11-14, 1, 2026-11-16, Saturday to Monday",
        "US, 2026-11-15, 1, 2026-11-16, Sunday to Monday",
        "US, 2026-11-16, 5, 2026-11-23, a week without a holiday",
        "US, 2026-11-20, 5, 2026-11-30, Thanksgiving on Thursday the 26th is none",
        "UK, 2026-11-20, 5, 2026-11-27, nobody keeps Thanksgiving there",
        "UK, 2026-12-23, 1, 2026-12-24, the day before Christmas is one",
        "UK, 2026-12-24, 1, 2026-12-29, Friday is Christmas and Monday is in place of Boxing Day",
        "US, 2026-07-01, 2, 2026-07-06, Independence Day on Saturday is kept on Friday",
        "US, 2021-12-30, 1, 2022-01-03, New Year on Saturday is kept on the last Friday of the year before",
        "JP, 2026-11-20, 1, 2026-11-23, no calendar of Japan is known: only weekends"
    })
    void isCounted(String country, LocalDate day, int count, LocalDate last, String because) {
        assertThat(WorkingDays.after(day, count, country)).as(because).isEqualTo(last);
    }
}
