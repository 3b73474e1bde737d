package redflag.documents;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import redflag.basics.Period;
import redflag.ledger.ListedProduct;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;

/** Units sold by listing, from the order exports of a store. */
final class Sales {

    private static final Pattern ASIN = Pattern.compile("B[0-9A-Z]{9}|[0-9]{9}[0-9X]");

    private final StoreLedger ledger;
    private final Map<String, String> asinBySku = new HashMap<>();

    Sales(StoreLedger ledger) {
        this.ledger = ledger;
        for (ListedProduct product : ledger.products().listings().bySku().values()) {
            product.asin().ifPresent(asin -> asinBySku.put(folded(product.sku()), folded(asin)));
        }
    }

    /** Whether an order of the store is known at all. */
    boolean isAnyKnown() {
        return ledger.orders().size() > 0;
    }

    /** Other names of a listing by which a paper may call it: the SKUs of an ASIN, the ASIN of a SKU. */
    Set<String> namesOf(String listing) {
        String name = folded(listing);
        Set<String> names = new HashSet<>(Set.of(name));
        Optional.ofNullable(asinBySku.get(name)).ifPresent(names::add);
        asinBySku.forEach((sku, asin) -> {
            if (asin.equals(name)) {
                names.add(sku);
            }
        });
        return names;
    }

    /** @return by listing, in the order given */
    Map<String, UnitsSold> of(List<String> listings, Period within) {
        StoreOrders orders = ledger.orders();
        Map<String, Long> units = new HashMap<>();
        listings.forEach(listing -> units.put(folded(listing), 0L));
        boolean[] isAnyWithoutAsin = {false};
        boolean[] isAnyWithoutName = {ledger.orderRowsRejected() > 0};
        if (!listings.isEmpty()) {
            orders.forEachItem((order, asin, sku, quantity, isCancelled) -> {
                if (isCancelled || !within.contains(orders.day(order))) {
                    return;
                }
                Optional<String> code = sku.map(Sales::folded);
                Optional<String> product = asin.map(Sales::folded).or(() -> code.map(asinBySku::get));
                isAnyWithoutAsin[0] |= product.isEmpty();
                isAnyWithoutName[0] |= quantity.isEmpty() || code.isEmpty();
                product.ifPresent(name -> units.computeIfPresent(name, (n, sum) -> sum + quantity.orElse(0L)));
                code.filter(name -> !name.equals(product.orElse("")))
                        .ifPresent(name -> units.computeIfPresent(name, (n, sum) -> sum + quantity.orElse(0L)));
            });
        }
        Optional<Period> selling = selling(within);
        int sold = selling.map(Period::days).orElse(0);
        int known = selling.flatMap(days -> ledger.ordersCover().flatMap(days::and))
                .map(Period::days)
                .orElse(0);
        Map<String, UnitsSold> of = new LinkedHashMap<>();
        listings.forEach(listing -> of.put(
                listing,
                new UnitsSold(
                        listing,
                        within,
                        units.getOrDefault(folded(listing), 0L),
                        known,
                        sold,
                        isAnyWithoutName[0]
                                || isAnyWithoutAsin[0]
                                        && ASIN.matcher(folded(listing)).matches())));
        return of;
    }

    /** The days on which the seller can have sold anything. */
    private Optional<Period> selling(Period within) {
        LocalDate since = ledger.store().sellerSince().orElse(within.from());
        return since.isAfter(within.to()) ? Optional.empty() : within.and(new Period(since, within.to()));
    }

    static String folded(String listing) {
        return listing.toUpperCase(Locale.ROOT);
    }
}
