package redflag.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.rules.Measured;
import redflag.rules.Reading;

/** The orders that a rate was divided by, one by one, and which of them are affected. */
public final class Population {

    private final Rate rate;
    private final int[] orders;
    private final Map<Integer, Defect> affected = new TreeMap<>();
    /** The same places: asked of every order, many times over. */
    private final BitSet affectedPlaces = new BitSet();

    private final List<Defect> strangers = new ArrayList<>();

    private Population(StoreOrders ledger, Rate rate, int[] orders, List<Defect> defects) {
        this.rate = rate;
        this.orders = orders;
        for (Defect defect : defects) {
            int order = ledger.find(defect.orderId());
            if (order < 0) {
                strangers.add(defect);
            } else {
                affected.put(order, defect);
                affectedPlaces.set(order);
            }
        }
    }

    /**
     * Of rates whose total is orders: those placed in the window (order defects, late shipments, cancellations), or those
     * that were counted one by one (tracking and delivery by order reports).
     *
     * @param counted what the computed figure was counted from
     * @return missing where the orders of the window are not what the rate was divided by
     */
    static Optional<Population> of(StoreLedger ledger, Reading reading, Counting.Counted counted) {
        Optional<Measured> measured = reading.computed();
        Optional<Rate> rate = measured.flatMap(Measured::counts);
        Optional<Period> window = measured.flatMap(Measured::window);
        if (rate.isEmpty() || window.isEmpty()) {
            return Optional.empty();
        }
        Code fulfilment = ListRates.code(reading.fulfilment().orElse(Fulfilment.MFN));
        StoreOrders orders = ledger.orders();
        int[] members = counted.orders().isEmpty()
                ? Arrays.stream(orders.placedIn(
                                window.get().from(), window.get().to()))
                        .filter(order -> orders.isFulfilledBy(order, fulfilment))
                        .toArray()
                : counted.orders().stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(new Population(orders, rate.get(), members, counted.defects()))
                .filter(Population::addsUp);
    }

    private boolean addsUp() {
        return affected.size() + strangers.size() == rate.affected()
                && orders.length + strangers.size() == rate.total();
    }

    public Rate rate() {
        return rate;
    }

    /** Places in the ledger of all that it knows. */
    public int[] orders() {
        return orders.clone();
    }

    /** Places in the ledger of the affected ones, in that order. */
    public Iterable<Integer> affected() {
        return Collections.unmodifiableSet(affected.keySet());
    }

    /** What counts against an order; missing if nothing does. */
    public Optional<Defect> defect(int order) {
        return affectedPlaces.get(order) ? Optional.ofNullable(affected.get(order)) : Optional.empty();
    }

    /** All that count, by their days; as many as the rate has affected ones. */
    public List<Defect> defects() {
        return Stream.concat(affected.values().stream(), strangers.stream())
                .sorted(Defect.BY_DAY)
                .toList();
    }

    /** Affected orders that the ledger does not know; they count in both numbers of the rate. */
    public List<Defect> strangers() {
        return Collections.unmodifiableList(strangers);
    }
}
