package redflag.past;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.StoreId;
import redflag.rules.Metric;

/** What the newest earlier night found of each store; nothing of later nights, so that a backfill sees its own past. */
public record Past(Map<StoreId, List<PastReading>> readings) {

    public Past {
        Map<StoreId, List<PastReading>> copy = new HashMap<>();
        readings.forEach((store, of) -> copy.put(store, List.copyOf(of)));
        readings = Map.copyOf(copy);
    }

    /** Of an agency that has no past. */
    public static Past none() {
        return new Past(Map.of());
    }

    public List<PastReading> of(StoreId store) {
        return readings.getOrDefault(store, List.of());
    }

    public Optional<PastReading> reading(
            StoreId store, Metric metric, Optional<Fulfilment> fulfilment, Optional<String> category) {
        return of(store).stream()
                .filter(r -> r.metric() == metric
                        && r.fulfilment().equals(fulfilment)
                        && r.category().equals(category))
                .findFirst();
    }
}
