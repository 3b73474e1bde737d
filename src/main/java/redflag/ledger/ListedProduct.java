package redflag.ledger;

import java.util.Optional;

/**
 * An offer as the newest listings report states it.
 *
 * @param quantity that the seller has on offer; missing where the report leaves it blank, as for offers that Amazon fulfils
 * @param active whether buyers can see it, where the report says so
 */
public record ListedProduct(
        String sku,
        Optional<String> asin,
        Optional<String> title,
        Optional<Code> fulfilment,
        Optional<Long> quantity,
        Optional<Boolean> active,
        Source source) {}
