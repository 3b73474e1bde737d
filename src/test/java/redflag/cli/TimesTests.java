package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTests {

    @ParameterizedTest
    @CsvSource({
        "PT0.9S, 0 s",
        "PT59S, 59 s",
        "PT60S, 1 min 0 s",
        "PT59M59S, 59 min 59 s",
        "PT1H1M1S, 1 h 1 min",
        "PT23H59M59S, 23 h 59 min",
        "P1DT2H3M, 1 d 2 h"
    })
    void aDurationHasItsLargestTwoUnits(String duration, String told) {
        assertThat(Times.took(Duration.parse(duration))).isEqualTo(told);
    }

    @Test
    void aMomentIsThatOfTheZone() {
        assertThat(Times.at(Instant.parse("2026-11-23T04:30:59Z"), ZoneId.of("America/Los_Angeles")))
                .isEqualTo("2026-11-22 20:30");
    }
}
