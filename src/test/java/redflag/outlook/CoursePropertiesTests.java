package redflag.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.outlook.Targets.limit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.rules.Condition;
import redflag.rules.Target;

/** Courses of random tallies, counted from the other side. */
class CoursePropertiesTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @Test
    void theCourseIsWhatMovingTheAsOfDateGives() {
        Random random = new Random(20261122);
        for (int round = 0; round < 400; round++) {
            int length = 1 + random.nextInt(60);
            int lag = random.nextInt(16);
            int unknown = random.nextInt(4);
            Target target = limit(Condition.LESS_THAN, "0.04", length, lag);
            LocalDate asOf = LocalDate.of(2027, 12, 1).plusDays(random.nextInt(120));
            LocalDate knownOn = asOf.minusDays(unknown);
            // whole weeks alike, so that usual volumes are whole: the days to come are then known for certain
            int[] week = random.ints(7, 0, 30).toArray();
            int known = 150;
            int[] totals = new int[known + 80];
            int[] affected = new int[known + 80];
            for (int i = 0; i < totals.length; i++) {
                totals[i] = i < known - 28 ? random.nextInt(40) : week[i % 7];
                affected[i] = i < known && totals[i] > 0 ? random.nextInt(1 + totals[i] / 8) : 0;
            }
            LocalDate from = knownOn.minusDays(known - 1L);
            Tally whole = new Tally(from, totals, affected);
            Tally cut = new Tally(from, Arrays.copyOf(totals, known), Arrays.copyOf(affected, known));

            Outlook outlook = Outlooks.of(cut, target, asOf, knownOn);

            LocalDate on = null;
            for (CourseDay day : days(outlook, Assumption.NO_NEW_DEFECTS)) {
                Rate counted = count(whole, day.day(), length, lag);
                assertThat(day)
                        .as("%d days, lag %d, as of %s", length, lag, asOf)
                        .isEqualTo(new CourseDay(day.day(), counted.affected(), counted.total() - 1));
                boolean meets = day.total() > 0 && day.affected() * 25 < day.total();
                on = on == null && meets ? day.day() : on;
            }
            Period today =
                    Period.window(knownOn.isBefore(asOf.minusDays(lag)) ? knownOn.plusDays(lag) : asOf, length, lag);
            Rate now = count(whole, today.to(), length, 0);
            boolean meetsToday = now.total() > 1 && now.affected() * 25 < now.total() - 1;
            assertThat(outlook.firstDayOnTarget()).isEqualTo(Optional.ofNullable(meetsToday ? null : on));
        }
    }

    /** Counted from the other side: each axis day is asked whether it counts. One is added to the total, so that there is a rate. */
    private static Rate count(Tally tally, LocalDate asOf, int length, int lag) {
        long bad = 0;
        long all = 1;
        for (LocalDate day = tally.from(); !day.isAfter(tally.to()); day = day.plusDays(1)) {
            LocalDate enters = day.plusDays(lag);
            if (!asOf.isBefore(enters) && asOf.isBefore(enters.plusDays(length))) {
                bad += tally.affected(day);
                all += tally.total(day);
            }
        }
        return new Rate(bad, all);
    }

    @Test
    void oneMoreDefectNeverImprovesACourseWithoutNewOnesAndFewerOrdersNeverDo() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            int known = 120;
            int[] totals = random.ints(known, 0, 1 + random.nextInt(30)).toArray();
            int[] affected = Arrays.stream(totals).map(all -> all / 9).toArray();
            int length = 1 + random.nextInt(60);
            int lag = random.nextInt(16);
            Target target = limit(Condition.LESS_THAN, "0.04", length, lag);
            Outlook before =
                    Outlooks.of(new Tally(AS_OF.minusDays(known - 1L), totals, affected), target, AS_OF, AS_OF);
            int place = random.nextInt(known);
            int[] more = affected.clone();
            more[place] = Math.min(totals[place], more[place] + 1);
            Outlook after = Outlooks.of(new Tally(AS_OF.minusDays(known - 1L), totals, more), target, AS_OF, AS_OF);
            for (Assumption assumption : List.of(Assumption.NO_NEW_DEFECTS, Assumption.FEWER_ORDERS)) {
                for (int i = 0; i < 60; i++) {
                    assertThat(days(after, assumption).get(i).affected())
                            .isGreaterThanOrEqualTo(
                                    days(before, assumption).get(i).affected());
                    assertThat(days(after, assumption).get(i).total())
                            .isEqualTo(days(before, assumption).get(i).total());
                }
            }
            for (int i = 0; i < 60; i++) {
                CourseDay usual = days(before, Assumption.NO_NEW_DEFECTS).get(i);
                CourseDay fewer = days(before, Assumption.FEWER_ORDERS).get(i);
                assertThat(fewer.affected()).isEqualTo(usual.affected());
                // a window of days to come alone may gain one order by rounding
                boolean begins = !target.window(usual.day()).from().isAfter(AS_OF.plusDays(1));
                assertThat(fewer.total()).isLessThanOrEqualTo(usual.total() + (begins ? 0 : 1));
                int number = i;
                before.course(Assumption.USUAL_PACE)
                        .map(course -> course.days().get(number))
                        .ifPresent(pace -> {
                            assertThat(pace.affected()).isBetween(usual.affected(), pace.total());
                            assertThat(pace.total()).isEqualTo(usual.total());
                        });
            }
        }
    }

    private static List<CourseDay> days(Outlook outlook, Assumption assumption) {
        return outlook.course(assumption).orElseThrow().days();
    }
}
