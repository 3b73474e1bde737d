package redflag.metrics;

import java.util.Optional;
import redflag.basics.Rate;

/**
 * What the orders of one product, carrier or day do to a rate (domain.md §5.3, E).
 *
 * @param group the SKU, the carrier, or the day as {@code 2026-10-03}
 * @param of the group's own orders: affected and all
 * @param without the rate without the group; missing where nothing is left
 * @param onTargetWithout whether that rate meets the target; false where nothing is left
 */
public record Contribution(
        Dimension dimension, String group, Rate of, Optional<Rate> without, boolean onTargetWithout) {

    /** What orders are grouped by. */
    public enum Dimension {
        /** An order of several products counts for the one whose SKU comes first by its letters. */
        SKU,
        /** An order of several carriers counts for the one that comes first by its letters. */
        CARRIER,
        /** The day that puts the order into the window: when it was placed, or the promised one. */
        DAY
    }
}
