package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import redflag.ledger.StoreOrders;

/**
 * Groups of orders that stand out on a list of Amazon's that no export has the total of: held against the seller-fulfilled
 * orders placed on the days on which the listed ones were. That is not what Amazon divides by, so no rate comes of it, only
 * that far more of the group are listed than chance explains.
 */
final class ListedGroups {

    private static final List<Dimension> BY =
            List.of(Dimension.SKU, Dimension.CARRIER, Dimension.SHIP_SERVICE, Dimension.DESTINATION, Dimension.UNITS);
    /** "Top five explain most" (domain.md §3.6.5, cause 4). */
    private static final int MOST_OF_A_KIND = 5;

    private final Rows rows;
    private final StoreOrders orders;

    ListedGroups(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
    }

    /** None where there is a population, whose groups are compared as a whole, or where too few are listed. */
    List<Cause> of(Subject listed) {
        if (listed.population().isPresent() || listed.defects().size() < Causes.FEW) {
            return List.of();
        }
        Set<Integer> affected = new HashSet<>();
        listed.defects().forEach(defect -> affected.add(rows.find(defect)));
        affected.remove(-1);
        int[] all = rows.sellersOrdersOfTheDaysOf(affected);
        OrderGroups groups = new OrderGroups(rows.ledger());
        List<Cause> causes = new ArrayList<>();
        for (Dimension dimension : BY) {
            causes.addAll(of(listed, affected, all, dimension, groups.value(dimension)));
        }
        block(listed, affected, all).ifPresent(causes::add);
        return causes;
    }

    /** Days in a row on which far more of the orders placed are listed: weather, a strike (domain.md §3.6.5, cause 9). */
    private Optional<Cause> block(Subject listed, Set<Integer> affected, int[] all) {
        int first = Arrays.stream(all).map(orders::epochDay).min().orElse(0);
        int last = Arrays.stream(all).map(orders::epochDay).max().orElse(0);
        if (first == last) {
            return Optional.empty();
        }
        long[] totals = new long[last - first + 1];
        long[] listedOnes = new long[totals.length];
        for (int order : all) {
            totals[orders.epochDay(order) - first]++;
            listedOnes[orders.epochDay(order) - first] += affected.contains(order) ? 1 : 0;
        }
        return DayBlocks.find(listedOnes, totals)
                .filter(block -> block.chance() <= Significance.BEYOND_DOUBT)
                .map(block -> {
                    int from = first + block.first();
                    int to = first + block.last();
                    return listed.cause(
                            "listed-block-of-days",
                            Optional.of(Dimension.DAYS),
                            LocalDate.ofEpochDay(from) + "/" + LocalDate.ofEpochDay(to),
                            defect -> rows.placedDay(defect) >= from && rows.placedDay(defect) <= to);
                });
    }

    private List<Cause> of(
            Subject listed,
            Set<Integer> affected,
            int[] all,
            Dimension dimension,
            IntFunction<Optional<String>> value) {
        Map<String, long[]> counts = new TreeMap<>();
        long known = 0;
        long listedKnown = 0;
        for (int order : all) {
            Optional<String> name = value.apply(order);
            if (name.isPresent()) {
                long[] count = counts.computeIfAbsent(name.get(), n -> new long[2]);
                long isListed = affected.contains(order) ? 1 : 0;
                count[0] += isListed;
                count[1]++;
                listedKnown += isListed;
                known++;
            }
        }
        long allListed = listedKnown;
        long allKnown = known;
        return counts.entrySet().stream()
                .filter(group -> Significance.isBeyondDoubt(
                        group.getValue()[0], group.getValue()[1], allListed, allKnown, counts.size()))
                .sorted((one, other) -> Long.compare(other.getValue()[0], one.getValue()[0]))
                .limit(MOST_OF_A_KIND)
                .map(group -> listed.cause(
                        "listed-more-often-by-" + dimension.word(), Optional.of(dimension), group.getKey(), defect -> {
                            int order = orders.find(defect.orderId());
                            return order >= 0 && value.apply(order).equals(Optional.of(group.getKey()));
                        }))
                .toList();
    }
}
