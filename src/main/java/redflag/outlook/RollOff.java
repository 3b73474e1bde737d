package redflag.outlook;

import java.time.LocalDate;
import redflag.rules.Target;

/**
 * When a record counts: one of axis day x is in the window of T when T − lag − length + 1 ≤ x ≤ T − lag (domain.md §5.4).
 */
public final class RollOff {

    private RollOff() {}

    /** The first as-of date on which it counts. */
    public static LocalDate entersOn(Target target, LocalDate axisDay) {
        return axisDay.plusDays(target.lagDays());
    }

    /** The first as-of date on which it counts no more. */
    public static LocalDate leavesOn(Target target, LocalDate axisDay) {
        return entersOn(target, axisDay).plusDays(target.windowDays());
    }
}
