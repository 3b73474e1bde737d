package redflag.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redflag.outlook.Targets.limit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;
import redflag.rules.Condition;
import redflag.rules.Target;

/** domain.md §5.4: worked by hand, and against moving the as-of date over the same days. */
class OutlooksTests {

    /** A Sunday. */
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0} days, lag {1}: an order of {2} counts from {3}, no more on {4}")
    @CsvSource({
        "60, 15, 2026-09-09, 2026-09-24, 2026-11-23",
        "30, 0, 2026-11-22, 2026-11-22, 2026-12-22",
        "10, 0, 2026-11-12, 2026-11-12, 2026-11-22",
        "7, 1, 2026-11-15, 2026-11-16, 2026-11-23",
        "7, 1, 2028-02-22, 2028-02-23, 2028-03-01",
        "60, 15, 2027-12-16, 2027-12-31, 2028-02-29"
    })
    void anOrderEntersAndLeavesOnTheseDays(int days, int lag, LocalDate placed, LocalDate enters, LocalDate leaves) {
        Target target = limit(Condition.LESS_THAN, "0.01", days, lag);

        assertThat(target.entersOn(placed)).isEqualTo(enters);
        assertThat(target.leavesOn(placed)).isEqualTo(leaves);
        for (LocalDate day : List.of(enters.minusDays(1), leaves)) {
            assertThat(target.window(day).contains(placed)).as(day.toString()).isFalse();
        }
        for (LocalDate day : List.of(enters, leaves.minusDays(1))) {
            assertThat(target.window(day).contains(placed)).as(day.toString()).isTrue();
        }
    }

    /** Ten orders on each of 30 known days; 2 affected on the 18th, 1 on the 20th. Window 7, lag 0. */
    private static Tally tenADay() {
        return tally(AS_OF, 30, 10, affected -> {
            affected[25] = 2;
            affected[27] = 1;
        });
    }

    private static Tally tally(LocalDate to, int days, int orders, Consumer<int[]> defects) {
        int[] totals = new int[days];
        Arrays.fill(totals, orders);
        int[] affected = new int[days];
        defects.accept(affected);
        return new Tally(to.minusDays(days - 1L), totals, affected);
    }

    @Test
    void aSmallCaseIsAsWorkedOutByHand() {
        Target target = limit(Condition.LESS_THAN, "0.025", 7, 0);
        Outlook outlook = Outlooks.of(tenADay(), target, AS_OF, AS_OF);

        // 3 of 70 today; the two of the 18th leave on the 25th, the one of the 20th on the 27th
        List<CourseDay> clean = days(outlook, Assumption.NO_NEW_DEFECTS);
        assertThat(clean).hasSize(60).startsWith(day(1, 3, 70), day(2, 3, 70), day(3, 1, 70), day(4, 1, 70));
        assertThat(clean.subList(4, 60)).allMatch(day -> day.affected() == 0 && day.total() == 70);
        // 1 of 70 is 1.43 %
        assertThat(outlook.firstDayOnTarget()).contains(AS_OF.plusDays(3));
        assertThat(outlook.offTargetAgain()).isEmpty();
        assertThat(outlook.firstDayOffTarget()).isEmpty();
        // 3 of 70 a day's ten: running sums 0.43, 0.86, 1.29, 1.71, 2.14, 2.57, 3
        assertThat(days(outlook, Assumption.USUAL_PACE))
                .startsWith(
                        day(1, 3, 70),
                        day(2, 4, 70),
                        day(3, 2, 70),
                        day(4, 3, 70),
                        day(5, 2, 70),
                        day(6, 3, 70),
                        day(7, 3, 70));
        assertThat(days(outlook, Assumption.FEWER_ORDERS)).startsWith(day(1, 3, 67), day(2, 3, 64), day(3, 1, 61));
        assertThat(outlook.course(Assumption.NO_NEW_DEFECTS).orElseThrow().worstDay())
                .as("of equal days the first")
                .contains(day(1, 3, 70));
        assertThat(outlook.course(Assumption.FEWER_ORDERS).orElseThrow().worstDay())
                .contains(day(2, 3, 64));
        assertThat(outlook.rises()).isEmpty();
        assertThat(outlook.volume().orElseThrow().days()).isEqualTo(28);
        assertThat(outlook.volume().orElseThrow().orders()).isEqualTo(280);
    }

    @Test
    void aRateEqualToItsTargetIsOffWhereItMustBeUnderAndOnWhereItMustBeAtLeast() {
        // 1 of 50, until it leaves on the fifth day
        Tally tally = tally(AS_OF, 28, 10, affected -> affected[27] = 1);
        Target under = limit(Condition.LESS_THAN, "0.02", 5, 0);
        Target atLeast = limit(Condition.AT_LEAST, "0.98", 5, 0);
        Target over = limit(Condition.GREATER_THAN, "0.98", 5, 0);

        assertThat(Outlooks.of(tally, under, AS_OF, AS_OF).firstDayOnTarget()).contains(AS_OF.plusDays(5));
        assertThat(Outlooks.of(tally, over, AS_OF, AS_OF).firstDayOnTarget()).contains(AS_OF.plusDays(5));
        assertThat(Outlooks.of(tally, atLeast, AS_OF, AS_OF).firstDayOnTarget())
                .as("it is on target today")
                .isEmpty();
    }

    @Test
    void whatIsInThePipeCountsFromTheDayItEnters() {
        // window 3, lag 2: today's is 18 to 20 November; the defect of the 21st enters on the 23rd, leaves on
        // the 26th
        Tally tally = tally(AS_OF, 28, 10, affected -> affected[26] = 1);
        Outlook outlook = Outlooks.of(tally, limit(Condition.LESS_THAN, "0.01", 3, 2), AS_OF, AS_OF);

        assertThat(days(outlook, Assumption.NO_NEW_DEFECTS))
                .startsWith(day(1, 1, 30), day(2, 1, 30), day(3, 1, 30), day(4, 0, 30));
        assertThat(outlook.firstDayOnTarget()).as("it is on target today").isEmpty();
        assertThat(outlook.firstDayOffTarget()).contains(AS_OF.plusDays(1));
    }

    @Test
    void defectsOfDaysThatAreKnownInPartAreNotForgotten() {
        // window 30, lag 10 by promised date: known in full to the 12th; 20 of the 16th are untracked, and 25 were
        // promised
        Target target = limit(Condition.AT_LEAST, "0.95", 30, 10, Target.Axis.PROMISED_DELIVERY_DATE, 0);
        LocalDate from = AS_OF.minusDays(69);
        int[] totals = new int[70];
        Arrays.fill(totals, 10);
        totals[63] = 25;
        int[] affected = new int[70];
        affected[63] = 20;

        Outlook outlook = Outlooks.of(new Tally(from, totals, affected), target, AS_OF, AS_OF.minusDays(10));

        List<CourseDay> clean = days(outlook, Assumption.NO_NEW_DEFECTS);
        assertThat(clean.get(2)).isEqualTo(day(3, 0, 300));
        assertThat(clean.get(3)).as("from 26 November on").isEqualTo(day(4, 20, 315));
        assertThat(outlook.firstDayOffTarget()).contains(AS_OF.plusDays(4));
        assertThat(days(outlook, Assumption.FEWER_ORDERS).get(3).affected()).isEqualTo(20);
    }

    @Test
    void aRateOnTargetAgainMayLeaveItOnceMore() {
        Tally tally = tally(AS_OF, 28, 10, affected -> {
            affected[23] = 1;
            affected[27] = 1;
        });
        // window 2, lag 3: today the 18th and 19th; the one of the 18th leaves tomorrow, that of the 22nd enters on the
        // 25th
        Outlook outlook = Outlooks.of(tally, limit(Condition.LESS_THAN, "0.05", 2, 3), AS_OF, AS_OF);

        assertThat(outlook.firstDayOnTarget()).contains(AS_OF.plusDays(1));
        assertThat(outlook.offTargetAgain()).contains(AS_OF.plusDays(3));
    }

    @Test
    void knownDaysThatAreNotRipeHaveTheUsualShareAtLeast() {
        Tally tally = tally(AS_OF, 28, 10, affected -> {
            affected[20] = 4;
            affected[25] = 2;
        });
        // window 10, lag 5: 8 to 17 November, 4 of 100; 0.4 a day are due on the five days since
        Target byOrder = limit(Condition.LESS_THAN, "0.05", 10, 5);
        assertThat(paces(byOrder, tally))
                .as(
                        "running sums due 0, 1, 1, 2, 2; known 0, 0, 2, 2, 2; none is taken back for one that is known later")
                .startsWith(0L, 1L, 2L, 0L, 0L);
        Target byDelivery = limit(Condition.LESS_THAN, "0.05", 10, 5, Target.Axis.PROMISED_DELIVERY_DATE, 0);
        assertThat(paces(byDelivery, tally)).startsWith(0L, 0L, 2L, 0L, 0L);
        // then 0.4 a day from anew: 0.4, 0.8, 1.2, 1.6, 2
        assertThat(paces(byDelivery, tally).subList(5, 10)).containsExactly(0L, 1L, 0L, 1L, 0L);
    }

    /** What comes in, day by day: the difference of two courses of which one has a window that never ends. */
    private static List<Long> paces(Target target, Tally tally) {
        List<CourseDay> days = days(Outlooks.of(tally, target, AS_OF, AS_OF), Assumption.USUAL_PACE);
        return IntStream.range(0, 10)
                .mapToObj(i -> {
                    LocalDate left = target.window(days.get(i).day()).from().minusDays(1);
                    long before = i == 0
                            ? tally.over(target.window(AS_OF)).orElseThrow().affected()
                            : days.get(i - 1).affected();
                    return days.get(i).affected() - before + tally.affected(left);
                })
                .toList();
    }

    @Test
    void volumesAreTheWeekdaysOwnAndMadeWholeByTheirRunningSum() {
        // one order on the first of four Mondays, and none else: a quarter of one each Monday to come
        int[] totals = new int[28];
        totals[0] = 1;
        Tally tally = new Tally(AS_OF.minusDays(27), totals, new int[28]);
        Outlook outlook = Outlooks.of(tally, limit(Condition.LESS_THAN, "0.01", 1, 0), AS_OF, AS_OF);

        List<LocalDate> orders = days(outlook, Assumption.NO_NEW_DEFECTS).stream()
                .filter(day -> day.total() > 0)
                .map(CourseDay::day)
                .toList();
        // 0.25, 0.5: the second Monday, and then every fourth
        assertThat(orders).containsExactly(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 12, 28));
        assertThat(outlook.courses()).doesNotContainKey(Assumption.USUAL_PACE);
        assertThat(outlook.firstDayOnTarget()).as("0 of 1").contains(LocalDate.of(2026, 11, 30));
    }

    @Test
    void aStoreOfFewWeeksHasTheUsualVolumeOfThose() {
        Target target = limit(Condition.LESS_THAN, "0.04", 30, 0);
        Outlook six = Outlooks.of(tally(AS_OF, 6, 10, a -> {}), target, AS_OF, AS_OF);
        assertThat(six.volume()).isEmpty();
        assertThat(six.courses()).as("too little to tell").isEmpty();

        Outlook seven = Outlooks.of(tally(AS_OF, 7, 10, a -> {}), target, AS_OF, AS_OF);
        assertThat(seven.volume().orElseThrow().days()).isEqualTo(7);
        assertThat(days(seven, Assumption.NO_NEW_DEFECTS)).startsWith(day(1, 0, 80));
        assertThat(Outlooks.of(tally(AS_OF, 27, 10, a -> {}), target, AS_OF, AS_OF)
                        .volume()
                        .orElseThrow()
                        .days())
                .isEqualTo(21);
    }

    @Test
    void daysBeforeTheFirstKnownOneDoNotMakeTheUsualVolumeSmaller() {
        Target target = limit(Condition.LESS_THAN, "0.04", 30, 0);
        int[] totals = new int[40];
        Arrays.fill(totals, 27, 40, 10);
        Tally tally = new Tally(AS_OF.minusDays(39), AS_OF.minusDays(12), totals, new int[40]);

        UsualVolume volume = Outlooks.of(tally, target, AS_OF, AS_OF).volume().orElseThrow();

        assertThat(volume.days()).as("one whole week of thirteen days").isEqualTo(7);
        assertThat(volume.orders()).isEqualTo(70);
    }

    @Test
    void aRateRisesWithoutADefectWhereCleanOrdersLeave() {
        int[] totals = new int[60];
        Arrays.fill(totals, 10);
        totals[30] = 50;
        int[] affected = new int[60];
        affected[40] = 1;
        // window 30, lag 0: axis days 30 to 59; the 50 of day 30 leave tomorrow, ten come
        Outlook outlook = Outlooks.of(
                new Tally(AS_OF.minusDays(59), totals, affected),
                limit(Condition.LESS_THAN, "0.01", 30, 0),
                AS_OF,
                AS_OF);

        assertThat(days(outlook, Assumption.NO_NEW_DEFECTS)).startsWith(day(1, 1, 300));
        assertThat(outlook.rises()).containsExactly(new Rise(AS_OF.plusDays(1), 50, 10));
    }

    @Test
    void belowTheLeastThatAmazonActsOnNoDayIsOnOrOffTarget() {
        Tally tally = tally(AS_OF, 28, 1, affected -> affected[27] = 1);
        Target target = limit(Condition.AT_LEAST, "0.90", 7, 0, Target.Axis.PROMISED_DELIVERY_DATE, 20);

        Outlook outlook = Outlooks.of(tally, target, AS_OF, AS_OF);
        assertThat(outlook.standing()).isEqualTo(Outlook.Standing.TOO_FEW);
        assertThat(outlook.firstDayOnTarget()).isEmpty();
        assertThat(outlook.firstDayOffTarget()).isEmpty();
    }

    @Test
    void tooFewTodayMayBeEnoughOnADayToCome() {
        // one a day for two weeks, the last of them affected: 1 of 20 on the sixth day
        Tally tally = tally(AS_OF, 14, 1, affected -> affected[13] = 1);
        Target ninety = limit(Condition.AT_LEAST, "0.90", 30, 0, Target.Axis.PROMISED_DELIVERY_DATE, 20);
        Target ninetyNine = limit(Condition.AT_LEAST, "0.99", 30, 0, Target.Axis.PROMISED_DELIVERY_DATE, 20);

        Outlook on = Outlooks.of(tally, ninety, AS_OF, AS_OF);
        assertThat(on.standing()).isEqualTo(Outlook.Standing.TOO_FEW);
        assertThat(on.firstDayOnTarget()).contains(AS_OF.plusDays(6));
        assertThat(on.firstDayOffTarget()).isEmpty();
        assertThat(Outlooks.of(tally, ninetyNine, AS_OF, AS_OF).firstDayOffTarget())
                .contains(AS_OF.plusDays(6));
    }

    @Test
    void withOldDataTheWindowOfTodayEndsWhereTheyEnd() {
        // known to the 12th; the window of 22 November would end on the 21st
        LocalDate knownOn = AS_OF.minusDays(10);
        Tally tally = tally(knownOn, 28, 10, affected -> affected[27] = 7);
        Outlook outlook = Outlooks.of(tally, limit(Condition.LESS_THAN, "0.025", 7, 1), AS_OF, knownOn);

        assertThat(days(outlook, Assumption.NO_NEW_DEFECTS)).startsWith(day(1, 0, 70));
        assertThat(days(outlook, Assumption.USUAL_PACE))
                .as("one in ten, 7 of 70")
                .startsWith(day(1, 7, 70));
    }

    /** 3 of 70 in today's window; off target from 4 of 70 on. One day is to come tomorrow, seven in a week. */
    @Test
    void whatIsKnownOfADayToComeIsToldFromWhatIsLikely() {
        Outlook outlook = Outlooks.of(tenADay(), limit(Condition.LESS_THAN, "0.05", 7, 0), AS_OF, AS_OF);

        assertThat(outlook.known()).hasSize(Outlooks.DAYS);
        assertThat(outlook.known().get(0)).isEqualTo(new KnownDay(AS_OF.plusDays(1), 60, 1, 3, 1, 0));
        assertThat(outlook.known().get(3)).isEqualTo(new KnownDay(AS_OF.plusDays(4), 30, 4, 1, 4, 0));
        assertThat(outlook.known().get(6)).isEqualTo(new KnownDay(AS_OF.plusDays(7), 0, 7, 0, 7, 0));

        LikelyDay tomorrow = outlook.likely().get(0);
        double none = 1;
        for (int i = 0; i < 10; i++) {
            none *= (67.5 + i) / (71 + i);
        }
        assertThat(tomorrow.chanceOffTarget()).isCloseTo(1 - none, within(1e-12));
        assertThat(tomorrow.least()).isEqualTo(3);
        assertThat(tomorrow.most()).isEqualTo(4);
        assertThat(tomorrow.total()).isEqualTo(70);
    }

    @Test
    void aDayThatIsOffTargetWithWhatIsKnownIsSoForCertain() {
        Outlook outlook = Outlooks.of(tenADay(), limit(Condition.LESS_THAN, "0.04", 7, 0), AS_OF, AS_OF);

        assertThat(outlook.likely().get(0).chanceOffTarget()).isEqualTo(1);
    }

    /** By order date with a lag: defects of the days after the window turn up late, so that these are not settled. */
    @Test
    void defectsThatTurnUpLateWidenTheKnownDaysToo() {
        Outlook outlook = Outlooks.of(tenADay(), limit(Condition.LESS_THAN, "0.05", 7, 5), AS_OF, AS_OF);
        LikelyDay inFiveDays = outlook.likely().get(4);

        assertThat(outlook.known().get(4)).isEqualTo(new KnownDay(AS_OF.plusDays(5), 70, 0, 0, 5, 3));
        assertThat(inFiveDays.least()).isEqualTo(3);
        assertThat(inFiveDays.chanceOffTarget())
                .isEqualTo(NewDefects.of(new Rate(0, 70), 50).atLeast(4))
                .isPositive();
    }

    private static List<CourseDay> days(Outlook outlook, Assumption assumption) {
        return outlook.course(assumption).orElseThrow().days();
    }

    private static CourseDay day(int after, long affected, long total) {
        return new CourseDay(AS_OF.plusDays(after), affected, total);
    }
}
