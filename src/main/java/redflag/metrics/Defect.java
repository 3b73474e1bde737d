package redflag.metrics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redflag.ledger.Source;

/**
 * One order (package, unit) that counts against a metric.
 *
 * @param axisDate the date that puts it into the window
 * @param count so many packages or units of the order count; 1 for metrics that count orders
 * @param kinds what is wrong with it, in capitals as in machine copies
 * @param carrier where the rows say it
 * @param reason why, as Amazon's list words it; missing where it has no column for that
 * @param leavesOn the first as-of date on which it counts no more
 * @param from the rows that say so
 */
public record Defect(
        String orderId,
        LocalDate axisDate,
        long count,
        List<String> kinds,
        Optional<String> sku,
        Optional<String> carrier,
        Optional<String> reason,
        LocalDate leavesOn,
        List<Source> from) {

    static final Comparator<Defect> BY_DAY =
            Comparator.comparing(Defect::axisDate).thenComparing(Defect::orderId);

    public Defect {
        kinds = List.copyOf(kinds);
        from = List.copyOf(from);
    }

    /** One for which no list gives a reason. */
    public Defect(
            String orderId,
            LocalDate axisDate,
            long count,
            List<String> kinds,
            Optional<String> sku,
            Optional<String> carrier,
            LocalDate leavesOn,
            List<Source> from) {
        this(orderId, axisDate, count, kinds, sku, carrier, Optional.empty(), leavesOn, from);
    }
}
