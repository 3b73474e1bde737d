package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A store's products by SKU, as one file states them: the newest of its kind, for a product that an older one names may
 * be gone.
 *
 * @param file missing where no export tells
 * @param on the day that it tells of, or was written on where it names none, and not after the as-of date; missing where
 *     neither is known
 */
public record NewestProducts<P>(Map<String, P> bySku, Optional<String> file, Optional<LocalDate> on) {

    public NewestProducts {
        bySku = Collections.unmodifiableMap(new TreeMap<>(bySku));
    }

    public static <P> NewestProducts<P> none() {
        return new NewestProducts<>(Map.of(), Optional.empty(), Optional.empty());
    }
}
