package redflag.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Contribution.Dimension;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.rules.Target;

/**
 * The rate without one product, carrier or day, for rates whose total is orders: those placed in the window (order defects,
 * late shipments, cancellations), or those that were counted one by one (tracking and delivery by order reports). Groups
 * without which the rate would not be lower are left out.
 */
final class Contributions {

    private static final int MOST = 10;

    private final StoreOrders orders;
    private final ZoneDays zone;
    private final Target target;
    private final Rate all;
    private final int[] members;
    private final Map<Integer, Defect> defectOf = new HashMap<>();
    private final List<Defect> strangers = new ArrayList<>();

    private Contributions(StoreLedger ledger, Target target, Rate all, int[] members, List<Defect> defects) {
        this.orders = ledger.orders();
        this.zone = new ZoneDays(ledger.store().marketplace().zone());
        this.target = target;
        this.all = all;
        this.members = members;
        for (Defect defect : defects) {
            int order = orders.find(defect.orderId());
            if (order < 0) {
                strangers.add(defect);
            } else {
                defectOf.put(order, defect);
            }
        }
    }

    /**
     * Of each dimension the ten that the rate falls by most without them, the greatest drop first.
     *
     * @param counted what the computed figure was counted from
     * @return none where the orders of the window are not what the rate was divided by
     */
    static List<Contribution> of(StoreLedger ledger, Reading reading, Counting.Counted counted) {
        Optional<Measured> measured = reading.computed().filter(m -> m.window().isPresent());
        if (measured.isEmpty()
                || counted.defects().isEmpty()
                || !(measured.get().figure() instanceof Figure.Counts counts)) {
            return List.of();
        }
        Period window = measured.get().window().orElseThrow();
        Code fulfilment = ListRates.code(reading.fulfilment().orElse(Fulfilment.MFN));
        StoreOrders orders = ledger.orders();
        int[] members = counted.orders().isEmpty()
                ? Arrays.stream(orders.placedIn(window.from(), window.to()))
                        .filter(order -> orders.isFulfilledBy(order, fulfilment))
                        .toArray()
                : counted.orders().stream().mapToInt(Integer::intValue).toArray();
        Contributions contributions =
                new Contributions(ledger, reading.target(), counts.rate(), members, counted.defects());
        if (!contributions.addUp()) {
            return List.of();
        }
        List<Contribution> found = new ArrayList<>(contributions.by(Dimension.SKU, contributions::sku, Defect::sku));
        found.addAll(contributions.by(Dimension.CARRIER, orders::carrier, Defect::carrier));
        found.addAll(contributions.by(
                Dimension.DAY,
                contributions::day,
                defect -> Optional.of(defect.axisDate().toString())));
        return found;
    }

    private boolean addUp() {
        return defectOf.size() + strangers.size() == all.affected() && members.length + strangers.size() == all.total();
    }

    private Optional<String> day(int order) {
        LocalDate day = target.axis() == Target.Axis.PROMISED_DELIVERY_DATE
                ? LocalDate.ofEpochDay(Moments.epochDay(orders.moment(Field.EXPECTED_DELIVERY, order), zone))
                : orders.day(order);
        return Optional.of(day.toString());
    }

    private Optional<String> sku(int order) {
        Defect defect = defectOf.get(order);
        return orders.sku(order).or(() -> defect == null ? Optional.empty() : defect.sku());
    }

    /** Affected and all of a group. */
    private static final class Sums {
        private long affected;
        private long total;
    }

    private List<Contribution> by(
            Dimension dimension, IntFunction<Optional<String>> ofOrder, Function<Defect, Optional<String>> ofStranger) {
        Map<String, Sums> groups = new TreeMap<>();
        for (int order : defectOf.keySet()) {
            ofOrder.apply(order).ifPresent(group -> groups.computeIfAbsent(group, g -> new Sums()).affected++);
        }
        for (Defect stranger : strangers) {
            ofStranger.apply(stranger).ifPresent(group -> {
                Sums sums = groups.computeIfAbsent(group, g -> new Sums());
                sums.affected++;
                sums.total++;
            });
        }
        for (int order : members) {
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
