package redflag.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.basics.Period;

/** The calendars that are the country's own, and no others. */
class PublicHolidaysTests {

    /** As laws and governments have them. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "US, 2026-07-03, Independence Day",
        "US, 2026-11-26, Thanksgiving Day",
        "US, 2026-06-19, Juneteenth",
        "CA, 2026-07-01, Canada Day",
        "MX, 2026-11-16, Revolution day",
        "BR, 2026-11-20, National day of Zumbi and black awareness",
        "UK, 2026-12-28, Boxing Day",
        "UK, 2026-05-04, Early May Bank Holiday",
        "IE, 2026-10-26, Bank Holiday",
        "DE, 2026-10-03, German Unity Day",
        "DE, 2026-05-14, Ascension Day",
        "FR, 2026-07-14, National Day",
        "IT, 2026-06-02, Republic Day",
        "ES, 2026-10-12, National Day",
        "NL, 2026-04-27, 'Kings'' Birthday'",
        "BE, 2026-07-21, National Day",
        "PL, 2026-11-11, Independence Day",
        "AU, 2026-01-26, National Day"
    })
    void daysAndNamesAreThoseOfTheCountry(String country, LocalDate day, String name) {
        assertThat(PublicHolidays.of(country, new Period(day, day)))
                .containsExactly(new PublicHolidays.Holiday(day, name));
    }

    @Test
    void aDayKeptForNewYearIsOfTheYearBeforeToo() {
        LocalDate friday = LocalDate.of(2021, 12, 31);

        assertThat(PublicHolidays.of("US", new Period(friday, friday)))
                .extracting(PublicHolidays.Holiday::name)
                .containsExactly("New Year's Day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JP", "IN", "SE", "AE", "XX"})
    void aCountryWithoutACalendarOfItsOwnHasNone(String country) {
        assertThat(PublicHolidays.of(country, new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))))
                .isEmpty();
    }
}
