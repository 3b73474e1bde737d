package redflag.causes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.metrics.Defect;

/**
 * Of several traits that the very same orders share, such as a carrier and its only service, rows cannot say which it is: the
 * first stands, so that nothing is counted twice. What befell each order by itself stays: it may be late and damaged as well.
 */
final class SameDefects {

    /** Causes without a dimension that are a trait which orders share. */
    private static final Set<String> TRAITS = Set.of(
            "usual-handover-over-handling-time",
            "handling-time-shortened",
            "handling-time-shortened-of-sku",
            "demand-spike",
            "placed-after-cut-off",
            "due-on-weekend",
            "public-holiday",
            "carrier-never-valid",
            "untracked-service",
            "asin-from-one-date",
            "marketplace-not-invoiced",
            "no-business-order-invoiced",
            "invoices-late-over-weekend");

    private SameDefects() {}

    /** @param causes of one metric, detectors' first */
    static List<Cause> once(List<Cause> causes) {
        Set<Set<String>> told = new HashSet<>();
        List<Cause> once = new ArrayList<>();
        for (Cause cause : causes) {
            Set<String> orders = cause.explains().stream().map(Defect::orderId).collect(Collectors.toSet());
            boolean isNew = told.add(orders);
            if (isNew || !isTrait(cause)) {
                once.add(cause);
            }
        }
        return once;
    }

    private static boolean isTrait(Cause cause) {
        return cause.dimension().isPresent() || TRAITS.contains(cause.id());
    }
}
