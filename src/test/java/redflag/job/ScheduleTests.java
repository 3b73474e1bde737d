package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> starts(String cron, ZoneId zone, String after, String until) {
        return new Schedule(cron, zone)
                .firstOfDays(Instant.parse(after), Instant.parse(until)).stream()
                        .map(ZonedDateTime::toInstant)
                        .map(Instant::toString)
                        .toList();
    }

    @Test
    void aStartInTheHourThatSummerTimeLeavesOutComesAtItsEnd() {
        assertThat(starts("0 30 2 * * *", BERLIN, "2027-03-27T00:00:00Z", "2027-03-29T12:00:00Z"))
                .containsExactly("2027-03-27T01:30:00Z", "2027-03-28T01:00:00Z", "2027-03-29T00:30:00Z");
    }

    @Test
    void aStartInTheHourThatComesTwiceComesOnce() {
        Schedule schedule = new Schedule("0 30 2 * * *", BERLIN);

        assertThat(starts("0 30 2 * * *", BERLIN, "2027-10-30T12:00:00Z", "2027-11-01T12:00:00Z"))
                .containsExactly("2027-10-31T00:30:00Z", "2027-11-01T01:30:00Z");
        assertThat(schedule.next(Instant.parse("2027-10-31T00:30:00Z")))
                .contains(ZonedDateTime.parse("2027-11-01T02:30+01:00[Europe/Berlin]"));
        assertThat(schedule.next(Instant.parse("2027-10-31T01:10:00Z")))
                .as("ten past two, for the second time")
                .contains(ZonedDateTime.parse("2027-11-01T02:30+01:00[Europe/Berlin]"));
    }

    @Test
    void aDayThatBeginsAtOneIsADay() {
        assertThat(starts("0 15 0 * * *", ZoneId.of("Asia/Beirut"), "2027-03-26T12:00:00Z", "2027-03-29T12:00:00Z"))
                .containsExactly("2027-03-26T22:15:00Z", "2027-03-27T22:00:00Z", "2027-03-28T21:15:00Z");
    }

    @Test
    void ofManyStartsOnADayTheFirstIsTaken() {
        assertThat(starts("*/5 * * * * MON-FRI", BERLIN, "2026-11-20T12:00:00Z", "2026-11-24T12:00:00Z"))
                .containsExactly("2026-11-20T12:00:05Z", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z");
    }

    @Test
    void aScheduleMayEnd() {
        Schedule never = new Schedule("0 0 0 30 2 *", BERLIN);

        assertThat(never.next(Instant.parse("2026-11-20T12:00:00Z"))).isEmpty();
    }
}
