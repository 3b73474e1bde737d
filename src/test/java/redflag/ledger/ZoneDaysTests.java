package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and times of day as java.time has them, whichever instants come one after the other. */
class ZoneDaysTests {

    @ParameterizedTest
    @ValueSource(strings = {"America/Los_Angeles", "Europe/Berlin", "Asia/Kolkata", "Asia/Tokyo", "UTC"})
    void dayAndTimeOfDayAreThoseOfTheZone(String name) {
        ZoneId zone = ZoneId.of(name);
        ZoneDays days = new ZoneDays(zone);
        Random random = new Random(20261127);
        // four years with their changes of clocks, in no order
        long first = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        for (int i = 0; i < 5_000; i++) {
            long second = first + random.nextInt(4 * 366 * 86_400);
            ZonedDateTime there = Instant.ofEpochSecond(second).atZone(zone);
            assertThat(days.epochDay(second))
                    .isEqualTo((int) there.toLocalDate().toEpochDay());
            assertThat(days.secondOfDay(second)).isEqualTo(there.toLocalTime().toSecondOfDay());
        }
    }
}
