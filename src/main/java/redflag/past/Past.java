package redflag.past;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.StoreId;
import redflag.rules.Metric;

/**
 * What earlier nights found of each store; nothing of later nights, so that a backfill sees its own past.
 *
 * @param readings of the newest earlier night
 * @param series of the nights before, the oldest first, as far back as trends and clocks look
 * @param snapshots of the newest earlier night
 */
public record Past(
        Map<StoreId, List<PastReading>> readings,
        Map<StoreId, List<PastReading>> series,
        Map<StoreId, Snapshot> snapshots) {

    public Past {
        readings = copy(readings);
        series = copy(series);
        snapshots = Map.copyOf(snapshots);
    }

    private static Map<StoreId, List<PastReading>> copy(Map<StoreId, List<PastReading>> readings) {
        Map<StoreId, List<PastReading>> copy = new HashMap<>();
        readings.forEach((store, of) -> copy.put(store, List.copyOf(of)));
        return Map.copyOf(copy);
    }

    /** Of an agency that has no past. */
    public static Past none() {
        return new Past(Map.of(), Map.of(), Map.of());
    }

    public List<PastReading> of(StoreId store) {
        return readings.getOrDefault(store, List.of());
    }

    public List<PastReading> series(StoreId store) {
        return series.getOrDefault(store, List.of());
    }

    public Optional<Snapshot> snapshot(StoreId store) {
        return Optional.ofNullable(snapshots.get(store));
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
