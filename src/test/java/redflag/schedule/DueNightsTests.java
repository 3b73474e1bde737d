package redflag.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.job.AsOfRule;
import redflag.job.Schedule;

/** A made-up clock goes through a year in which summer time begins and ends, and a program that is not always up. */
class DueNightsTests {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant YEAR_AFTER = Instant.parse("2028-01-01T00:00:00Z");
    private static final Duration LOOK = Duration.ofMinutes(25);

    /**
     * When each starts, in words of this test: what the program makes of the cron expression is not asked.
     *
     * @param last start of a day
     */
    private record Wanted(TimedJob job, LocalTime first, LocalTime last, Predicate<DayOfWeek> on) {

        /** The nights that are due at some time from one moment to another. */
        Set<Night> due(Instant from, Instant to) {
            ZoneId zone = job.schedule().zone();
            Set<Night> nights = new HashSet<>();
            for (LocalDate day = LocalDate.ofInstant(job.earliest(from), zone);
                    !day.isAfter(LocalDate.ofInstant(to, zone));
                    day = day.plusDays(1)) {
                if (on.test(day.getDayOfWeek())
                        && !at(day, first).isAfter(to)
                        && at(day, last).isAfter(job.earliest(from))) {
                    nights.add(new Night(job.key(), day.minusDays(1)));
                }
            }
            return nights;
        }

        private Instant at(LocalDate day, LocalTime time) {
            return day.atTime(time).atZone(job.schedule().zone()).toInstant();
        }
    }

    private static Wanted job(String name, String cron, String zone, String at, int catchUp) {
        return new Wanted(timed(name, cron, zone, catchUp), LocalTime.parse(at), LocalTime.parse(at), day -> true);
    }

    private static TimedJob timed(String name, String cron, String zone, int catchUp) {
        ZoneId id = ZoneId.of(zone);
        return new TimedJob(
                new JobKey("data", name), new Schedule(cron, id), new AsOfRule(Optional.empty(), id), catchUp);
    }

    private static final List<Wanted> JOBS = List.of(
            job("berlin", "0 30 2 * * *", "Europe/Berlin", "02:30", 2),
            job("pacific", "0 0 2 * * *", "America/Los_Angeles", "02:00", 2),
            job("lord-howe", "0 15 2 * * *", "Australia/Lord_Howe", "02:15", 3),
            job("beirut", "0 5 0 * * *", "Asia/Beirut", "00:05", 2),
            job("santiago", "0 59 23 * * *", "America/Santiago", "23:59", 2),
            job("havana", "0 0 0 * * *", "America/Havana", "00:00", 2),
            new Wanted(
                    timed("every-minute", "0 * * * * *", "Europe/London", 2),
                    LocalTime.MIDNIGHT,
                    LocalTime.of(23, 59),
                    day -> true),
            new Wanted(
                    timed("workdays", "0 30 5 * * MON-FRI", "Asia/Shanghai", 5),
                    LocalTime.of(5, 30),
                    LocalTime.of(5, 30),
                    day -> day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY));

    /** Nights that are started, as a database would record them. */
    private static final class World {
        private final Map<Night, Tried> tried = new HashMap<>();
        private final Map<Night, Integer> done = new HashMap<>();
        private final Set<Night> expected = new HashSet<>();
        private final Random dice;
        private Instant now = NEW_YEAR;
        private Instant lastLook = NEW_YEAR;

        private World(long seed) {
            dice = new Random(seed);
        }

        /** Goes through a time with the program up and runs what is due; a night takes its time, and may fail twice. */
        void up(Duration time, double failing, List<Wanted> wanted) {
            List<TimedJob> jobs = wanted.stream().map(Wanted::job).toList();
            Instant from = now;
            Instant end = now.plus(time);
            while (now.isBefore(end)) {
                lastLook = now;
                List<Night> due = new DueNights(jobs, night -> tried.getOrDefault(night, Tried.NEVER)).at(now);
                assertThat(due).doesNotHaveDuplicates();
                due.forEach(night -> run(night, failing));
                now = now.plus(LOOK);
            }
            wanted.forEach(job -> expected.addAll(job.due(from, lastLook)));
        }

        private void run(Night night, double failing) {
            now = now.plusSeconds(dice.nextInt(300));
            Tried before = tried.getOrDefault(night, Tried.NEVER);
            if (dice.nextDouble() < failing && before.failures() < 2) {
                tried.put(night, before.failedAt(now));
            } else {
                done.merge(night, 1, Integer::sum);
                tried.put(night, Tried.DONE);
            }
        }

        void down(Duration time) {
            now = now.plus(time);
        }

        Duration hours(int from, int to) {
            return Duration.ofMinutes(60L * from + dice.nextInt(60 * (to - from)));
        }

        void assertThatEachWasRunOnce() {
            assertThat(done.keySet()).isEqualTo(expected);
            assertThat(done.values()).containsOnly(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachNightIsRunOnceThoughTheProgramIsOftenDown(long seed) {
        World world = new World(seed);
        while (world.now.isBefore(YEAR_AFTER)) {
            world.up(world.hours(3, 72), 0.1, JOBS);
            world.down(world.hours(0, 36));
        }
        world.up(Duration.ofHours(4), 0, JOBS);

        world.assertThatEachWasRunOnce();
        for (Wanted job : JOBS) {
            assertThat(world.done.keySet()).containsAll(job.due(NEW_YEAR, world.lastLook));
        }
    }

    @Test
    void whatIsOlderThanTheDaysOfCatchingUpIsLeftAlone() {
        World world = new World(4);
        world.up(Duration.ofDays(10), 0, JOBS);
        world.down(Duration.ofDays(30));
        world.up(Duration.ofDays(10), 0, JOBS);

        world.assertThatEachWasRunOnce();
        assertThat(world.done.keySet().stream()
                        .filter(night -> night.job().name().equals("berlin")))
                .hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void jobsThatAreAddedChangedAndRemovedHaveEachNightOnce(long seed) {
        World world = new World(seed);
        Wanted before = job("one", "0 30 2 * * *", "Europe/Berlin", "02:30", 2);
        Wanted changed = job("one", "0 0 23 * * *", "Europe/Berlin", "23:00", 4);
        Wanted other = job("two", "0 30 2 * * *", "America/New_York", "02:30", 1);
        while (world.now.isBefore(YEAR_AFTER)) {
            world.up(world.hours(0, 96), 0.1, List.of(before));
            world.up(world.hours(2, 96), 0, List.of(before, other));
            world.up(world.hours(0, 48), 0, List.of(other, changed));
            world.down(world.hours(0, 20));
        }
        world.up(Duration.ofHours(4), 0, List.of(before, other));

        world.assertThatEachWasRunOnce();
        assertThat(world.done.keySet()).containsAll(before.due(NEW_YEAR, world.lastLook));
        assertThat(world.done.keySet().stream()
                        .filter(night -> night.job().equals(other.job().key())))
                .hasSizeBetween(150, 350);
    }

    @Test
    void aNightThatFailsIsStartedFourTimesWithLongerAndLongerPauses() {
        TimedJob job = timed("test", "0 0 4 * * *", "UTC", 2);
        Night night = new Night(job.key(), LocalDate.parse("2027-01-01"));
        Map<Night, Tried> tried = new HashMap<>();
        tried.put(new Night(job.key(), LocalDate.parse("2026-12-31")), Tried.DONE);
        DueNights due = new DueNights(List.of(job), of -> tried.getOrDefault(of, Tried.NEVER));
        List<String> starts = new ArrayList<>();
        for (Instant now = Instant.parse("2027-01-02T00:00:00Z");
                now.isBefore(Instant.parse("2027-01-03T04:00:00Z"));
                now = now.plusSeconds(60)) {
            if (due.at(now).contains(night)) {
                starts.add(now.toString().substring(11, 16));
                tried.put(night, tried.getOrDefault(night, Tried.NEVER).failedAt(now.plusSeconds(30)));
                assertThat(due.at(now)).isEmpty();
            }
        }

        assertThat(starts).containsExactly("04:00", "04:11", "04:32", "05:13");
        assertThat(due.next(Instant.parse("2027-01-02T06:00:00Z"))).contains(Instant.parse("2027-01-03T04:00:00Z"));
    }

    @Test
    void aNightOfWhichNobodySawTheEndIsStartedAtOnceButNotForEver() {
        assertThat(DueNights.again(new Tried(false, 3, Optional.empty()))).contains(Instant.MIN);
        assertThat(DueNights.again(new Tried(false, 4, Optional.empty()))).isEmpty();
    }

    @Test
    void theOldestIsStartedFirstWhateverItsJob() {
        TimedJob early = timed("b-early", "0 0 3 * * *", "UTC", 2);
        TimedJob late = timed("a-late", "0 0 4 * * *", "UTC", 1);

        assertThat(new DueNights(List.of(late, early), night -> Tried.NEVER).at(Instant.parse("2027-01-03T05:00:00Z")))
                .containsExactly(
                        new Night(early.key(), LocalDate.parse("2027-01-01")),
                        new Night(early.key(), LocalDate.parse("2027-01-02")),
                        new Night(late.key(), LocalDate.parse("2027-01-02")));
    }

    @Test
    void aJobThatLooksFromOneDayHasOneNight() {
        LocalDate day = LocalDate.parse("2026-11-22");
        TimedJob fixed = new TimedJob(
                new JobKey("data", "fixed"),
                new Schedule("0 0 4 * * *", ZoneId.of("UTC")),
                new AsOfRule(Optional.of(day), ZoneId.of("UTC")),
                9);

        assertThat(new DueNights(List.of(fixed), night -> Tried.NEVER).at(NEW_YEAR))
                .containsExactly(new Night(fixed.key(), day));
        assertThat(new DueNights(List.of(fixed), night -> Tried.DONE).at(NEW_YEAR))
                .isEmpty();
    }
}
