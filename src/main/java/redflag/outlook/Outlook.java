package redflag.outlook;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Rate;

/**
 * What becomes of a rate on the {@value Outlooks#DAYS} days after the as-of date. Which day is on target is told of
 * reports with as many in their window as Amazon acts on; others are neither on nor off target.
 *
 * @param today what the tally gives for today's window; missing where there is nothing to count
 * @param standing how that is
 * @param volume what the days to come are reckoned by; missing where less than a week is known, and then there is no course
 * @param courses by assumption; at the usual pace only where the window has something to count today
 * @param firstDayOnTarget where the rate is not on target today: the first day on which it is, without a new defect
 * @param offTargetAgain the first day after it on which it is off target again, without a new defect
 * @param firstDayOffTarget where the rate is not off target today: the first day on which it is, at the usual pace
 * @param known what of each day's window is known already; as many days as courses have, none without courses
 * @param likely what each day is likely to count at the usual pace; none where there is no such course
 * @param rises the days on which it is higher than the day before though no defect comes in, without a new defect
 */
public record Outlook(
        Optional<Rate> today,
        Standing standing,
        Optional<UsualVolume> volume,
        Map<Assumption, Course> courses,
        Optional<LocalDate> firstDayOnTarget,
        Optional<LocalDate> offTargetAgain,
        Optional<LocalDate> firstDayOffTarget,
        List<KnownDay> known,
        List<LikelyDay> likely,
        List<Rise> rises) {

    public Outlook {
        Map<Assumption, Course> sorted = new EnumMap<>(Assumption.class);
        sorted.putAll(courses);
        courses = Collections.unmodifiableMap(sorted);
        known = List.copyOf(known);
        likely = List.copyOf(likely);
        rises = List.copyOf(rises);
    }

    /** How a rate stands on a day. */
    public enum Standing {
        /** There is nothing to count. */
        NOTHING,
        /** Fewer than Amazon acts on. */
        TOO_FEW,
        ON_TARGET,
        OFF_TARGET
    }

    public Optional<Course> course(Assumption assumption) {
        return Optional.ofNullable(courses.get(assumption));
    }
}
