package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.Moments;

class DatesTests {

    private final Dates dates = new Dates(List.of(), Optional.empty(), Optional.empty(), false);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2025-05-05T10:19:22+00:00 | 2025-05-05T10:19:22Z
            2025-05-04T06:35:46-07:00 | 2025-05-04T13:35:46Z
            2025-05-05T10:19:22+05:30 | 2025-05-05T04:49:22Z
            2025-05-05T10:19:22Z      | 2025-05-05T10:19:22Z
            2020-11-18T23:59Z         | 2020-11-18T23:59:00Z
            2026-06-07T00:05:39.930Z  | 2026-06-07T00:05:39Z
            2026-06-07T00:05+09:00    | 2026-06-06T15:05:00Z
            2026-10-03T10:15:00       | 2026-10-03
            2026-10-03T10:15          | 2026-10-03
            2026-07-31                | 2026-07-31
            2024-02-29                | 2024-02-29
            10-Jul-2025               | 2025-07-10
            1-Jul-2025                | 2025-07-01
            10 Jul 2025               | 2025-07-10
            Jul 10, 2025              | 2025-07-10
            2025/7/9                  | 2025-07-09
            2025/07/09                | 2025-07-09
            """)
    void everyFormIsRead(String text, String expected) {
        assertThat(Moments.text(dates.parse(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-02-30T10:19:22+00:00",
                "2025-02-29T10:19:22Z",
                "2026-13-01",
                "31-Jun-2026",
                "2026-11-02T24:00:00Z",
                "2026-11-02T10:60:22Z",
                "2026-11-02T10:19:22+19:00",
                "2026-11-02T10:19:22+05:99",
                "2026-11-02T10:19:22 00:00",
                "2026-11-02x10:19:22Z",
                "+026-11-02T10:19:22Z",
                "20261102",
                "46298",
                "today",
                "\u0662\u0660\u0662\u0666-11-02"
            })
    void whatIsNoDayOrCouldBeTwoIsNotGuessed(String text) {
        assertThat(dates.parse(text)).isEqualTo(Moments.NONE);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2021-08-15 20:35:17 PDT                        | 2021-08-16T03:35:17Z
            2013-01-07 07:35:42 PST                        | 2013-01-07T15:35:42Z
            7/19/24 06:59:59 GMT (7/18/24 23:59:59 PDT)    | 2024-07-19T06:59:59Z
            01.07.2026 22:15:03 UTC                        | 2026-07-01T22:15:03Z
            1 juil. 2026 00:12:44 UTC                      | 2026-07-01T00:12:44Z
            1. M\u00e4rz 2026                                | 2026-03-01
            30 de septiembre de 2026                       | 2026-09-30
            Jul 1, 2026 12:05:09 AM PDT                    | 2026-07-01T07:05:09Z
            Jul 1, 2026 12:05:09 p.m. GMT+9                | 2026-07-01T03:05:09Z
            2026/07/01 8:00:00JST                          | 2026-06-30T23:00:00Z
            2026-11-02 10:19:22                            | 2026-11-02
            2026-11-02 10:19:22 +0530                      | 2026-11-02T04:49:22Z
            22.11.26                                       | 2026-11-22
            """)
    void formsOfOtherCountriesAndReportsAreRead(String text, String expected) {
        Dates american = new Dates(List.of(), Optional.empty(), Optional.of(DateOrder.MONTH_FIRST), false);
        assertThat(Moments.text(american.parse(text.translateEscapes()))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is {1} day first, {2} month first, {3} year first")
    @CsvSource({
        "07/08/26, 2026-08-07, 2026-07-08, 2007-08-26",
        "7-8-2026, 2026-08-07, 2026-07-08, none",
        "25/08/26, 2026-08-25, none, 2025-08-26",
        "8/25/26, none, 2026-08-25, none",
        "31/02/26, none, none, 2031-02-26"
    })
    void numbersAreReadInTheOrderOfTheFile(String text, String dayFirst, String monthFirst, String yearFirst) {
        assertThat(in(DateOrder.DAY_FIRST, text)).isEqualTo(dayFirst);
        assertThat(in(DateOrder.MONTH_FIRST, text)).isEqualTo(monthFirst);
        assertThat(in(DateOrder.YEAR_FIRST, text)).isEqualTo(yearFirst);
    }

    private static String in(DateOrder order, String text) {
        long moment = new Dates(List.of(), Optional.empty(), Optional.of(order), false).parse(text);
        return moment == Moments.NONE ? "none" : Moments.text(moment);
    }

    @Test
    void withoutAnOrderNumbersAreNotGuessed() {
        assertThat(dates.parse("07/08/2026")).isEqualTo(Dates.UNDECIDED);
        assertThat(dates.parse("13/08/2026")).isEqualTo(Dates.UNDECIDED);
        assertThat(dates.parse("41/08/2026")).isEqualTo(Moments.NONE);
    }

    @Test
    void aDateThatSpeaksAgainstTheCountrysOrderSaysSo() {
        Dates american = new Dates(List.of(), Optional.empty(), Optional.of(DateOrder.MONTH_FIRST), true);
        assertThat(american.parse("25/12/2026")).isEqualTo(Dates.CONTRADICTION);
        assertThat(Moments.text(american.parse("12/25/2026"))).isEqualTo("2026-12-25");
    }

    @Test
    void aTimeWithoutZoneIsOfTheKindsZone() {
        Dates brazil = new Dates(List.of(), Optional.of(ZoneId.of("America/Sao_Paulo")), Optional.empty(), false);
        assertThat(Moments.text(brazil.parse("2017-10-02 22:56:33"))).isEqualTo("2017-10-03T01:56:33Z");
        assertThat(Moments.text(brazil.parse("2017-10-02"))).isEqualTo("2017-10-02");
    }

    @Test
    void anImpossibleDayDoesNotSpoilTheNextOne() {
        assertThat(dates.parse("2026-02-28T00:00:00Z")).isNotEqualTo(Moments.NONE);
        assertThat(dates.parse("2026-02-30T00:00:00Z")).isEqualTo(Moments.NONE);
        assertThat(Moments.text(dates.parse("2026-02-28T23:59:59Z"))).isEqualTo("2026-02-28T23:59:59Z");
    }

    @Test
    void theKindsOwnPatternDecidesWhatCouldBeTwoDays() {
        assertThat(Moments.text(
                        new Dates(List.of("M/d/yyyy"), Optional.empty(), Optional.empty(), false).parse("07/08/2026")))
                .isEqualTo("2026-07-08");
        assertThat(Moments.text(
                        new Dates(List.of("d/M/yyyy"), Optional.empty(), Optional.empty(), false).parse("07/08/2026")))
                .isEqualTo("2026-08-07");
        assertThat(Moments.text(
                        new Dates(List.of("M/d/yy"), Optional.empty(), Optional.empty(), false).parse("7/8/26")))
                .isEqualTo("2026-07-08");
        assertThat(Dates.isPattern("M/d/yyyy")).isTrue();
        assertThat(Dates.isPattern("no pattern")).isFalse();
    }

    @Test
    void theFastPathAgreesWithJavaTime() {
        Random random = new Random(20261122);
        DateTimeFormatter seconds = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
        for (int i = 0; i < 20_000; i++) {
            int offsetMinutes = random.nextInt(2 * 18 * 60 + 1) - 18 * 60;
            OffsetDateTime moment = Instant.ofEpochSecond(random.nextLong(4_102_444_800L))
                    .atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
            String offset = String.format(
                    Locale.ROOT,
                    "%s%02d:%02d",
                    offsetMinutes < 0 ? "-" : "+",
                    Math.abs(offsetMinutes) / 60,
                    Math.abs(offsetMinutes) % 60);
            String text = seconds.format(moment) + offset;
            String utc = seconds.format(moment.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";

            long expected = Moments.ofEpochSecond(moment.toEpochSecond());
            assertThat(dates.parse(text)).as(text).isEqualTo(expected);
            assertThat(dates.parse(utc)).as(utc).isEqualTo(expected);
            assertThat(OffsetDateTime.parse(text).toEpochSecond()).isEqualTo(moment.toEpochSecond());
        }
    }

    @Test
    void theFastPathTakesNothingThatJavaTimeRefuses() {
        Random random = new Random(20261123);
        String digits = "0123456789-+:TZ ";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("2026-11-02T10:19:22+00:00");
            for (int n = random.nextInt(3); n >= 0; n--) {
                text.setCharAt(random.nextInt(text.length()), digits.charAt(random.nextInt(digits.length())));
            }
            long found = dates.parse(text.toString());
            boolean iso = text.charAt(10) == 'T' && text.indexOf(" ") < 0 && text.length() == 25;
            if (found != Moments.NONE && iso && text.charAt(22) == ':') {
                assertThat(OffsetDateTime.parse(text.toString()).toEpochSecond())
                        .as(text.toString())
                        .isEqualTo(Moments.epochSecond(found));
            }
        }
    }
}
