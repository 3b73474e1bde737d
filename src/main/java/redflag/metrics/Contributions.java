package redflag.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import redflag.basics.Rate;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Contribution.Dimension;
import redflag.rules.Target;

/**
 * The rate without one product, carrier or day, for rates whose total is orders: those placed in the window (order defects,
 * late shipments, cancellations), or those that were counted one by one (tracking and delivery by order reports). Groups
 * without which the rate would not be lower are left out.
 */
final class Contributions {

    private static final int MOST = 10;

    private final Population population;
    private final StoreOrders orders;
    private final ZoneDays zone;
    private final Target target;
    private final Rate all;
    /** Few days, of which every order has one. */
    private final Map<Long, Optional<String>> namesOfDays = new HashMap<>();

    private Contributions(StoreLedger ledger, Target target, Population population) {
        this.population = population;
        this.orders = ledger.orders();
        this.zone = new ZoneDays(ledger.store().marketplace().zone());
        this.target = target;
        this.all = population.rate();
    }

    /** Of each dimension the ten that the rate falls by most without them, the greatest drop first. */
    static List<Contribution> of(StoreLedger ledger, Target target, Population population) {
        if (population.rate().affected() == 0) {
            return List.of();
        }
        Contributions contributions = new Contributions(ledger, target, population);
        List<Contribution> found = new ArrayList<>(contributions.by(Dimension.SKU, contributions::sku, Defect::sku));
        found.addAll(contributions.by(Dimension.CARRIER, contributions.orders::carrier, Defect::carrier));
        found.addAll(contributions.by(
                Dimension.DAY,
                contributions::day,
                defect -> Optional.of(defect.axisDate().toString())));
        return found;
    }

    private Optional<String> day(int order) {
        LocalDate day = target.axis() == Target.Axis.PROMISED_DELIVERY_DATE
                ? LocalDate.ofEpochDay(Moments.epochDay(orders.moment(Field.EXPECTED_DELIVERY, order), zone))
                : orders.day(order);
        return namesOfDays.computeIfAbsent(day.toEpochDay(), number -> Optional.of(day.toString()));
    }

    private Optional<String> sku(int order) {
        return orders.sku(order).or(() -> population.defect(order).flatMap(Defect::sku));
    }

    /** Affected and all of a group. */
    private static final class Sums {
        private long affected;
        private long total;
    }

    private List<Contribution> by(
            Dimension dimension, IntFunction<Optional<String>> ofOrder, Function<Defect, Optional<String>> ofStranger) {
        Map<String, Sums> groups = new HashMap<>();
        for (int order : population.affected()) {
            ofOrder.apply(order).ifPresent(group -> groups.computeIfAbsent(group, g -> new Sums()).affected++);
        }
        for (Defect stranger : population.strangers()) {
            ofStranger.apply(stranger).ifPresent(group -> {
                Sums sums = groups.computeIfAbsent(group, g -> new Sums());
                sums.affected++;
                sums.total++;
            });
        }
        for (int order : population.orders()) {
            Sums sums = groups.get(ofOrder.apply(order).orElse(""));
            if (sums != null) {
                sums.total++;
            }
        }
        return groups.entrySet().stream()
                .map(group -> contribution(dimension, group.getKey(), group.getValue()))
                .filter(contribution -> compare(rest(contribution), all) < 0)
                .sorted(Comparator.comparing(Contributions::rest, Contributions::compare)
                        .thenComparing(Contribution::group))
                .limit(MOST)
                .toList();
    }

    private Contribution contribution(Dimension dimension, String group, Sums sums) {
        long rest = all.total() - sums.total;
        Optional<Rate> without =
                rest == 0 ? Optional.empty() : Optional.of(new Rate(all.affected() - sums.affected, rest));
        return new Contribution(
                dimension,
                group,
                new Rate(sums.affected, sums.total),
                without,
                without.filter(rate -> rate.total() >= target.minimum()
                                && target.condition().meets(rate, target.value()))
                        .isPresent());
    }

    /** The lower the rate without a group, the greater the drop; where nothing is left, nothing is defective. */
    private static Rate rest(Contribution contribution) {
        return contribution.without().orElse(new Rate(0, 1));
    }

    private static int compare(Rate one, Rate other) {
        return Long.compare(
                Math.multiplyExact(one.affected(), other.total()), Math.multiplyExact(other.affected(), one.total()));
    }
}
