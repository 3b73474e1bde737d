package redflag.outlook;

import java.util.List;
import java.util.Optional;

/** A rate on the days to come, under one assumption: {@value Outlooks#DAYS} days from the one after the as-of date on. */
public record Course(List<CourseDay> days) {

    public Course {
        days = List.copyOf(days);
    }

    /** The day with the greatest share of affected ones, of equal ones the first; missing where there is nothing to count. */
    public Optional<CourseDay> worstDay() {
        CourseDay worst = null;
        for (CourseDay day : days) {
            if (day.total() > 0 && (worst == null || isHigher(day, worst))) {
                worst = day;
            }
        }
        return Optional.ofNullable(worst);
    }

    /** Exact: crosswise, without a division. Both have something to count. */
    static boolean isHigher(CourseDay one, CourseDay other) {
        return Math.multiplyExact(one.affected(), other.total()) > Math.multiplyExact(other.affected(), one.total());
    }
}
