package redflag.outlook;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.rules.Target;

/**
 * The days to come, in whole orders. Days that the exports know in full are taken as they are; later ones have the usual
 * volume of their weekday, and never fewer, nor fewer defects, than are known already. Means are made whole by running sums: through a day there are as many as the exact
 * sum, rounded half up, and the day itself has the difference, so that nothing is lost or made up over the weeks.
 *
 * <p>At the usual pace the running sum of affected ones is the running sum of whole orders times the share of today's
 * window, rounded half up. Where defects turn up late (by order date, with a lag) the days after the window's end that are
 * known already have their known defects and, where the pace is ahead of those, as many as it says.
 */
public final class Outlooks {

    /** So many days after the as-of date a course has. */
    public static final int DAYS = 60;

    private static final double TENTH = 0.1;
    private static final int WHOLE = 10;
    private static final int FEWER = 7;

    private final Tally tally;
    private final Target target;
    private final LocalDate asOf;
    private final LocalDate knownOn;
    private final Period window;
    /** The newest day whose defects are all known. */
    private final LocalDate settledOn;

    private Outlooks(Tally tally, Target target, LocalDate asOf, LocalDate knownOn) {
        this.tally = tally;
        this.target = target;
        this.asOf = asOf;
        this.knownOn = knownOn;
        Period whole = target.window(asOf);
        long shift = Math.max(0, ChronoUnit.DAYS.between(knownOn, whole.to()));
        this.window = target.window(asOf.minusDays(shift));
        this.settledOn = defectsTurnUpLate() && window.to().isBefore(knownOn) ? window.to() : knownOn;
    }

    /**
     * @param tally what the rate is counted from, from four weeks before {@code knownOn} and the beginning of the window on
     * @param knownOn the newest axis day that the exports know in full; the tally may hold some of later ones
     */
    public static Outlook of(Tally tally, Target target, LocalDate asOf, LocalDate knownOn) {
        return new Outlooks(tally, target, asOf, knownOn).outlook();
    }

    private Outlook outlook() {
        Optional<Rate> today = tally.over(window);
        Outlook.Standing standing = standing(today);
        Optional<UsualVolume> volume = UsualVolume.of(tally, knownOn);
        if (volume.isEmpty()) {
            return new Outlook(
                    today,
                    standing,
                    volume,
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        Days clean = days(volume.get(), WHOLE, Optional.empty());
        Course noNewDefects = course(clean);
        Optional<Course> usualPace = today.map(rate -> course(days(volume.get(), WHOLE, today)));
        Map<Assumption, Course> courses = new EnumMap<>(Assumption.class);
        courses.put(Assumption.NO_NEW_DEFECTS, noNewDefects);
        usualPace.ifPresent(course -> courses.put(Assumption.USUAL_PACE, course));
        courses.put(Assumption.FEWER_ORDERS, course(days(volume.get(), FEWER, Optional.empty())));
        Optional<LocalDate> heals =
                standing == Outlook.Standing.ON_TARGET ? Optional.empty() : first(noNewDefects, asOf, this::isOnTarget);
        // with nothing in today's window there is no pace
        Optional<LocalDate> breaks = standing == Outlook.Standing.OFF_TARGET
                ? Optional.empty()
                : first(usualPace.orElse(noNewDefects), asOf, this::isOffTarget);
        return new Outlook(
                today,
                standing,
                volume,
                courses,
                heals,
                heals.flatMap(day -> first(noNewDefects, day, this::isOffTarget)),
                breaks,
                known(),
                today.map(share -> likely(noNewDefects, share)).orElse(List.of()),
                rises(clean));
    }

    private Outlook.Standing standing(Optional<Rate> rate) {
        if (rate.isEmpty()) {
            return Outlook.Standing.NOTHING;
        }
        if (rate.get().total() < target.minimum()) {
            return Outlook.Standing.TOO_FEW;
        }
        return isOnTarget(rate.get()) ? Outlook.Standing.ON_TARGET : Outlook.Standing.OFF_TARGET;
    }

    private boolean isOnTarget(Rate rate) {
        return rate.total() >= target.minimum() && target.condition().meets(rate, target.value());
    }

    private boolean isOffTarget(Rate rate) {
        return rate.total() >= target.minimum() && !target.condition().meets(rate, target.value());
    }

    private static Optional<LocalDate> first(Course course, LocalDate after, Predicate<Rate> condition) {
        return course.days().stream()
                .filter(day ->
                        day.day().isAfter(after) && day.rate().filter(condition).isPresent())
                .map(CourseDay::day)
                .findFirst();
    }

    /** Axis days in running sums: {@code total[i]} is of the {@code i} days from {@code from} on. */
    private record Days(LocalDate from, long[] total, long[] affected) {

        long total(LocalDate first, LocalDate last) {
            return total[place(last) + 1] - total[place(first)];
        }

        long affected(LocalDate first, LocalDate last) {
            return affected[place(last) + 1] - affected[place(first)];
        }

        private int place(LocalDate day) {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, day));
        }
    }

    /**
     * @param tenths of the usual volume
     * @param pace the share of affected ones; without, none comes
     */
    private Days days(UsualVolume volume, int tenths, Optional<Rate> pace) {
        LocalDate from = window.from();
        int length = Math.toIntExact(
                ChronoUnit.DAYS.between(from, asOf.plusDays(DAYS).minusDays(target.lagDays())) + 1);
        RunningShare volumes = new RunningShare(tenths, (long) volume.weeks() * WHOLE);
        Optional<Pace> known = pace.filter(share -> defectsTurnUpLate()).map(Pace::new);
        Optional<Pace> coming = pace.map(Pace::new);
        long[] totals = new long[length + 1];
        long[] affected = new long[length + 1];
        for (int i = 0; i < length; i++) {
            LocalDate day = from.plusDays(i);
            long all;
            long bad;
            long seen = tally.affected(day);
            if (day.isAfter(knownOn)) {
                // some of such a day may be known already, and its defects count
                all = Math.max(volumes.next(volume.times(day)), tally.total(day));
                bad = coming.map(share -> share.next(all, seen)).orElse(seen);
            } else {
                all = tally.total(day);
                bad = day.isAfter(window.to()) && known.isPresent()
                        ? known.get().next(all, seen)
                        : seen;
            }
            totals[i + 1] = totals[i] + all;
            affected[i + 1] = affected[i] + bad;
        }
        return new Days(from, totals, affected);
    }

    /** Whether the defects of the days between the window's end and today are not all known yet. */
    private boolean defectsTurnUpLate() {
        return target.axis() == Target.Axis.ORDER_DATE && target.lagDays() > 0;
    }

    /** Parts of whole numbers, made whole by their running sum. */
    private static final class RunningShare {
        private final long numerator;
        private final long denominator;
        private long sum;
        private long given;

        RunningShare(long numerator, long denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }

        long next(long amount) {
            sum += amount;
            long whole = Math.floorDiv(2 * sum * numerator + denominator, 2 * denominator);
            long next = whole - given;
            given = whole;
            return next;
        }
    }

    /** Affected ones at a pace, and never fewer than are seen. */
    private static final class Pace {
        private final RunningShare due;
        private long dueSoFar;
        private long counted;

        Pace(Rate share) {
            this.due = new RunningShare(share.affected(), share.total());
        }

        /** @return {@code seen}, or more where the pace is ahead of what was counted; never more than {@code all} */
        long next(long all, long seen) {
            dueSoFar += due.next(all);
            long through = Math.max(counted + seen, dueSoFar);
            long next = through - counted;
            counted = through;
            return next;
        }
    }

    private Course course(Days days) {
        List<CourseDay> course = new ArrayList<>(DAYS);
        for (int i = 1; i <= DAYS; i++) {
            course.add(on(days, asOf.plusDays(i)));
        }
        return new Course(course);
    }

    private CourseDay on(Days days, LocalDate day) {
        Period counted = target.window(day);
        return new CourseDay(
                day, days.affected(counted.from(), counted.to()), days.total(counted.from(), counted.to()));
    }

    private List<KnownDay> known() {
        List<KnownDay> known = new ArrayList<>(DAYS);
        for (int i = 1; i <= DAYS; i++) {
            LocalDate day = asOf.plusDays(i);
            Known all = knownThrough(knownOn, target.window(day));
            Known settled = knownThrough(settledOn, target.window(day));
            known.add(new KnownDay(day, all.total, all.after, settled.affected, settled.after, settled.affectedAfter));
        }
        return known;
    }

    /**
     * What the exports know of a window, through a day of it and after it.
     *
     * @param after so many days
     */
    private record Known(long total, long affected, int after, long affectedAfter) {}

    private Known knownThrough(LocalDate last, Period counted) {
        long total = 0;
        long affected = 0;
        int after = 0;
        long affectedAfter = 0;
        for (LocalDate day = counted.from(); !day.isAfter(counted.to()); day = day.plusDays(1)) {
            if (day.isAfter(last)) {
                after++;
                affectedAfter += tally.affected(day);
            } else {
                total += tally.total(day);
                affected += tally.affected(day);
            }
        }
        return new Known(total, affected, after, affectedAfter);
    }

    /**
     * @param clean the course without new defects: its totals
     * @param share of today's window
     */
    private List<LikelyDay> likely(Course clean, Rate share) {
        List<LikelyDay> likely = new ArrayList<>(DAYS);
        for (CourseDay day : clean.days()) {
            Known settled = knownThrough(settledOn, target.window(day.day()));
            long seen = settled.affectedAfter;
            NewDefects coming = NewDefects.of(share, day.total() - settled.total);
            likely.add(new LikelyDay(
                    day.day(),
                    settled.affected + Math.max(seen, coming.quantile(TENTH)),
                    settled.affected + Math.max(seen, coming.quantile(1 - TENTH)),
                    day.total(),
                    chanceOffTarget(settled.affected, seen, day.total(), coming)));
        }
        return likely;
    }

    private double chanceOffTarget(long settled, long seen, long total, NewDefects coming) {
        if (total == 0 || !isOffTarget(new Rate(total, total))) {
            return 0;
        }
        long onTarget = -1;
        long offTarget = total;
        while (offTarget - onTarget > 1) {
            long middle = (onTarget + offTarget) >>> 1;
            if (isOffTarget(new Rate(middle, total))) {
                offTarget = middle;
            } else {
                onTarget = middle;
            }
        }
        return settled + seen >= offTarget ? 1 : coming.atLeast(offTarget - settled);
    }

    private List<Rise> rises(Days days) {
        List<Rise> rises = new ArrayList<>();
        CourseDay before = on(days, asOf);
        for (int i = 1; i <= DAYS; i++) {
            CourseDay day = on(days, asOf.plusDays(i));
            LocalDate entering = target.window(day.day()).to();
            LocalDate leaving = target.window(before.day()).from();
            boolean clean = days.affected(entering, entering) == 0;
            if (clean && day.total() > 0 && before.total() > 0 && Course.isHigher(day, before)) {
                rises.add(new Rise(day.day(), days.total(leaving, leaving), days.total(entering, entering)));
            }
            before = day;
        }
        return rises;
    }
}
