package redflag.causes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;

/**
 * Orders at a price that is far from the usual one of their SKU (domain.md §3.6.3, cause 6): half of it at most, or twice at
 * least. The usual one is the lower median of ten orders or more that were not cancelled.
 */
final class UnitPrices {

    private static final int ORDERS_THAT_SHOW_THE_USUAL = 10;
    private static final double FAR = 2;

    /** Without signs of groups, as order exports have prices (exports.md §2.9). */
    private static final Pattern AMOUNT = Pattern.compile("\\d+(?:[.,]\\d{1,4})?");

    private final StoreOrders orders;
    private final Map<String, Double> usual = new HashMap<>();

    /** @param defects of whose SKUs the usual prices are wanted */
    UnitPrices(StoreOrders orders, List<Defect> defects) {
        this.orders = orders;
        Set<String> asked = new HashSet<>();
        for (Defect defect : defects) {
            int order = orders.find(defect.orderId());
            if (order >= 0 && orders.itemPrice(order).isPresent()) {
                orders.sku(order).ifPresent(asked::add);
            }
        }
        if (asked.isEmpty()) {
            return;
        }
        Map<String, double[]> prices = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int order = 0; order < orders.size(); order++) {
            Optional<String> sku = orders.sku(order).filter(asked::contains);
            double price = sku.isEmpty() || orders.isCancelled(order) || orders.itemUnits(order) == 0
                    ? 0
                    : price(order) / orders.itemUnits(order);
            if (price > 0) {
                int count = counts.merge(sku.get(), 1, Integer::sum);
                double[] of = prices.computeIfAbsent(sku.get(), s -> new double[16]);
                if (count > of.length) {
                    of = Arrays.copyOf(of, 2 * of.length);
                    prices.put(sku.get(), of);
                }
                of[count - 1] = price;
            }
        }
        prices.forEach((sku, of) -> {
            int count = counts.getOrDefault(sku, 0);
            if (count >= ORDERS_THAT_SHOW_THE_USUAL) {
                Arrays.sort(of, 0, count);
                usual.put(sku, of[(count - 1) / 2]);
            }
        });
    }

    /** Of a cancelled line that has no units any more a price may be that of several: it can be too low, not too high. */
    boolean isOutlier(Defect defect) {
        int order = orders.find(defect.orderId());
        double price = order < 0 ? 0 : price(order);
        if (price <= 0) {
            return false;
        }
        double of = orders.sku(order).map(usual::get).orElse(0.0);
        long units = orders.itemUnits(order);
        double each = units == 0 ? price : price / units;
        return of > 0 && (each * FAR <= of || units > 0 && each >= of * FAR);
    }

    /** Of the line, or 0 where none is readable. */
    private double price(int order) {
        return orders.itemPrice(order)
                .map(String::strip)
                .filter(text -> AMOUNT.matcher(text).matches())
                .map(text -> Double.parseDouble(text.replace(',', '.')))
                .orElse(0.0);
    }
}
