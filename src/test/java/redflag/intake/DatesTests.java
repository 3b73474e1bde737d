package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.Moments;

class DatesTests {

    private final Dates dates = new Dates(List.of());

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
                "07/08/2026",
                "13/08/2026",
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

    @Test
    void anImpossibleDayDoesNotSpoilTheNextOne() {
        assertThat(dates.parse("2026-02-28T00:00:00Z")).isNotEqualTo(Moments.NONE);
        assertThat(dates.parse("2026-02-30T00:00:00Z")).isEqualTo(Moments.NONE);
        assertThat(Moments.text(dates.parse("2026-02-28T23:59:59Z"))).isEqualTo("2026-02-28T23:59:59Z");
    }

    @Test
    void theKindsOwnPatternDecidesWhatCouldBeTwoDays() {
        assertThat(Moments.text(new Dates(List.of("M/d/yyyy")).parse("07/08/2026")))
                .isEqualTo("2026-07-08");
        assertThat(Moments.text(new Dates(List.of("d/M/yyyy")).parse("07/08/2026")))
                .isEqualTo("2026-08-07");
        assertThat(Moments.text(new Dates(List.of("M/d/yy")).parse("7/8/26"))).isEqualTo("2026-07-08");
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
            if (found != Moments.NONE) {
                assertThat(OffsetDateTime.parse(text.toString()).toEpochSecond())
                        .as(text.toString())
                        .isEqualTo(Moments.epochSecond(found));
            }
        }
    }
}
