package redflag.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;

/**
 * Amazon's limit for a metric in a marketplace from a day on.
 *
 * @param marketplace country code
 * @param value a fraction for rates (0.01 is 1 %), a plain number for scores and counts
 * @param windowDays how many days count
 * @param lagDays how many days before the as-of date the window ends
 * @param counts the kinds of defect that the target is about; none where the metric has no kinds
 * @param minimum fewer than this in the window and Amazon does not act
 * @param enforced whether Amazon acts on it; otherwise it is shown and no verdict rests on it
 * @param from the first day it applies
 * @param countsCancelledOrders whether claims on cancelled orders count, where nobody but the rows decides: sources disagree
 *     (domain.md §6.1)
 * @param repeatLimit a count this high within the window is off target whatever the rating says; missing where none is
 *     published
 * @param source tag of the source in src/docs/metrics.md
 * @param verified false where no source states it for this marketplace
 */
public record Target(
        Metric metric,
        String marketplace,
        Condition condition,
        BigDecimal value,
        int windowDays,
        int lagDays,
        Axis axis,
        Set<DefectKind> counts,
        long minimum,
        boolean enforced,
        LocalDate from,
        String source,
        boolean verified,
        boolean countsCancelledOrders,
        Optional<Long> repeatLimit,
        Optional<String> note) {

    public Target {
        // in the order of the constants, whatever set it was: the hash of a table depends on it
        counts = Collections.unmodifiableSet(
                counts.isEmpty() ? EnumSet.noneOf(DefectKind.class) : EnumSet.copyOf(counts));
    }

    /** Which date puts an order into the window. */
    public enum Axis {
        ORDER_DATE,
        PROMISED_DELIVERY_DATE,
        REPORT_DATE
    }

    /** The days that count on {@code asOf}. */
    public Period window(LocalDate asOf) {
        return Period.window(asOf, windowDays, lagDays);
    }

    /** The first as-of date whose window holds {@code axisDate}: x is in the window of T when T − lag − length + 1 ≤ x ≤ T − lag (domain.md §5.4). */
    public LocalDate entersOn(LocalDate axisDate) {
        return axisDate.plusDays(lagDays);
    }

    /** The first as-of date whose window holds {@code axisDate} no more. */
    public LocalDate leavesOn(LocalDate axisDate) {
        return axisDate.plusDays((long) lagDays + windowDays);
    }

    /** The smallest total at which one affected still meets the target: 101 for under 1 %; 1 where one never can. */
    public long smallestTotalForOne() {
        BigDecimal allowed = condition.allowedShare(value);
        if (allowed.signum() <= 0) {
            return 1;
        }
        BigDecimal[] parts = BigDecimal.ONE.divideAndRemainder(allowed);
        long floor = parts[0].longValueExact();
        return condition.isMetAtTheLimit() && parts[1].signum() == 0 ? floor : floor + 1;
    }
}
