package redflag.rules;

import java.util.Optional;

/**
 * How far a rate is from its target (domain.md §5.3). On target the first two are there, off target the third.
 *
 * @param onOrdersInWindow so many more defects may turn up on orders that are in the window already
 * @param onNewOrders so many more defects may come each with a new order
 * @param cleanOrdersToRecover so many clean orders bring the rate back under its target, if nothing leaves the window
 */
public record Headroom(
        Optional<Long> onOrdersInWindow, Optional<Long> onNewOrders, Optional<Long> cleanOrdersToRecover) {}
