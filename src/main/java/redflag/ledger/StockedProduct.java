package redflag.ledger;

import java.util.Optional;

/**
 * What of a product lies at Amazon, as the newest inventory export states it.
 *
 * @param available can be sold now, of all its conditions that can be sold
 * @param inbound on its way, where the export says so
 * @param shippedIn30Days units, where the export says so
 */
public record StockedProduct(
        String sku,
        Optional<String> asin,
        Optional<Long> available,
        Optional<Long> inbound,
        Optional<Long> shippedIn30Days,
        Source source) {

    /** With what another row says of the same product, in another condition. */
    StockedProduct with(StockedProduct other) {
        return new StockedProduct(
                sku,
                asin.or(other::asin),
                sum(available, other.available),
                sum(inbound, other.inbound),
                sum(shippedIn30Days, other.shippedIn30Days),
                source);
    }

    private static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
        return one.isPresent() ? one.map(count -> count + other.orElse(0L)) : other;
    }
}
