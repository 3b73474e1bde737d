package redflag.causes;

import java.util.List;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/**
 * What stands behind some of a metric's defects, as rows support it.
 *
 * @param id what kind of cause, such as {@code more-often-by-sku}
 * @param dimension by what the orders were grouped; missing where they were not
 * @param value which group: a SKU, a weekday, a block of days; what a detector names; empty where there is nothing to name
 * @param explains the defects that it is about
 * @param of so many defects the metric has: packages or units where it counts those
 * @param comparison the group against all orders; missing where single rows say it
 */
public record Cause(
        String id,
        Metric metric,
        Optional<Fulfilment> fulfilment,
        Optional<Dimension> dimension,
        String value,
        List<Defect> explains,
        long of,
        Optional<Comparison> comparison) {

    /** Feedback on orders that Amazon ships, which speaks of their delivery alone as far as its words are known. */
    static final String OF_AMAZONS_DELIVERY = "feedback-of-amazons-delivery";

    public Cause {
        explains = List.copyOf(explains);
    }

    /** So many of the metric's defects it is about: packages or units where it counts those. */
    public long defects() {
        return explains.stream().mapToLong(Defect::count).sum();
    }

    /** Whether it is nothing of the seller's: such defects are to be disputed, and explained by something else if at all. */
    public boolean isToBeDisputed() {
        return id.equals(OF_AMAZONS_DELIVERY);
    }

    /** Share of the metric's defects, from 0 to 1. */
    public double share() {
        return (double) defects() / of;
    }
}
