package redflag.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.past.Snapshot;
import redflag.past.Snapshot.Counted;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Metric;

/** What a night keeps for the nights after it. */
public final class Snapshots {

    /** As far back as the longest window with its lag. */
    private static final int DAYS_OF_ORDERS = 75;

    private Snapshots() {}

    /**
     * @param earlier of the newest earlier night, which knows since when defects are seen
     * @param stock by SKU, see {@link Snapshot}
     * @param outOfStockSince by SKU, see {@link Snapshot}
     */
    public static Snapshot of(
            StoreLedger ledger,
            List<Finding> findings,
            Optional<Snapshot> earlier,
            Map<String, Long> stock,
            Map<String, LocalDate> outOfStockSince) {
        Map<String, LocalDate> firstSeen = firstSeen(earlier);
        List<SeenDefect> defects = new ArrayList<>();
        List<Counted> counted = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (NamedDefects named : NamedDefects.of(findings)) {
            if (named.source().isEmpty()) {
                continue;
            }
            told.add(key(named.metric(), named.fulfilment()));
            counted.add(counted(named, earlier, ledger.asOf()));
            named.defects()
                    .forEach(defect -> defects.add(new SeenDefect(
                            named.metric(),
                            named.fulfilment(),
                            defect.orderId(),
                            defect.leavesOn(),
                            firstSeen.getOrDefault(key(named.metric().name(), defect.orderId()), ledger.asOf()),
                            kinds(named.metric(), defect, firstSeen, ledger.asOf()))));
        }
        // of what nothing tells tonight, what was seen before is still the newest that is known
        earlier.ifPresent(before -> {
            before.defects().stream()
                    .filter(defect -> !told.contains(key(defect.metric(), defect.fulfilment())))
                    .forEach(defects::add);
            before.counted().stream()
                    .filter(then -> !told.contains(key(then.metric(), then.fulfilment())))
                    .forEach(counted::add);
        });
        return new Snapshot(ledger.asOf(), defects, counted, stock, outOfStockSince, orders(ledger, earlier));
    }

    private static String key(Metric metric, Optional<Fulfilment> fulfilment) {
        return metric.name() + " " + fulfilment.map(Enum::name).orElse("");
    }

    private static Counted counted(NamedDefects named, Optional<Snapshot> earlier, LocalDate asOf) {
        String source = named.source().orElseThrow().name();
        LocalDate since = earlier.flatMap(snapshot -> snapshot.counted(named.metric(), named.fulfilment()))
                .filter(before -> before.source().equals(source))
                .map(Counted::since)
                .orElse(asOf);
        return new Counted(named.metric(), named.fulfilment(), source, since, asOf);
    }

    private static Map<String, LocalDate> kinds(
            Metric metric, Defect defect, Map<String, LocalDate> firstSeen, LocalDate asOf) {
        Map<String, LocalDate> kinds = new HashMap<>();
        defect.kinds()
                .forEach(kind -> kinds.put(
                        kind, firstSeen.getOrDefault(key(metric.name(), defect.orderId()) + " " + kind, asOf)));
        return kinds;
    }

    /**
     * Since when each defect is seen, by the name of its metric and its order id with a blank between; and since when with
     * each of its kinds, by the same and the kind.
     */
    private static Map<String, LocalDate> firstSeen(Optional<Snapshot> earlier) {
        Map<String, LocalDate> firstSeen = new HashMap<>();
        earlier.ifPresent(snapshot -> snapshot.defects().forEach(defect -> {
            String key = key(defect.metric().name(), defect.orderId());
            firstSeen.merge(key, defect.firstSeen(), Snapshots::earlier);
            defect.kinds().forEach((kind, seen) -> firstSeen.merge(key + " " + kind, seen, Snapshots::earlier));
        }));
        return firstSeen;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static String key(String metric, String orderId) {
        return metric + " " + orderId;
    }

    /**
     * Orders by day: of the days that the exports cover, and of those that an earlier night knew. Orders do not go away, so
     * that of two counts of a day the greater stands; the other one is of a report that was short, or came too early.
     */
    static Map<LocalDate, Long> orders(StoreLedger ledger, Optional<Snapshot> earlier) {
        LocalDate first = ledger.asOf().minusDays(DAYS_OF_ORDERS - 1L);
        Map<LocalDate, Long> known = new TreeMap<>(covered(ledger, first));
        earlier.ifPresent(night -> night.orders().forEach((day, orders) -> {
            if (!day.isBefore(first)) {
                known.merge(day, orders, Math::max);
            }
        }));
        return known;
    }

    private static Map<LocalDate, Long> covered(StoreLedger ledger, LocalDate first) {
        Optional<Period> cover = ledger.ordersCover();
        if (cover.isEmpty()) {
            return Map.of();
        }
        LocalDate from = cover.get().from().isAfter(first) ? cover.get().from() : first;
        StoreOrders orders = ledger.orders();
        int start = Math.toIntExact(from.toEpochDay());
        int days = Math.toIntExact(cover.get().to().toEpochDay()) - start + 1;
        long[] counts = new long[Math.max(0, days)];
        for (int order : orders.placedIn(from, cover.get().to())) {
            counts[orders.epochDay(order) - start]++;
        }
        Map<LocalDate, Long> byDay = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            byDay.put(from.plusDays(i), counts[i]);
        }
        return byDay;
    }
}
