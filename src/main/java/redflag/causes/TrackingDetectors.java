package redflag.causes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;

/**
 * Why packages have no valid tracking (domain.md §3.6.4). Of tracking numbers only what was wrong with them is known, and no
 * export that is read says which criterion a package missed: what needs that is not looked for.
 */
final class TrackingDetectors {

    /** So many orders of a carrier without one valid number are no coincidence of typing errors. */
    private static final int LEAST_OF_A_CARRIER = 5;

    private static final int LEAST_OF_A_SERVICE = 10;

    /** What stands in a form where no carrier was chosen, in the languages of the marketplaces. */
    private static final Set<String> NO_CARRIER =
            Set.of("", "-", "--", "n/a", "other", "others", "unknown", "sonstige", "autre", "otro", "altro");

    private static final Map<Code, String> NUMBERS = new EnumMap<>(Map.of(
            Code.NO_NUMBER, "number-missing",
            Code.MALFORMED_NUMBER, "number-malformed",
            Code.NUMBER_OF_ANOTHER_CARRIER, "number-of-another-carrier",
            Code.NUMBER_ON_SEVERAL_ORDERS, "number-on-several-orders"));

    private final Rows rows;
    private final StoreOrders orders;

    TrackingDetectors(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
    }

    List<Cause> of(Subject untracked) {
        List<Cause> causes = new ArrayList<>();
        if (asksCarrier()) {
            causes.add(untracked.cause("carrier-missing", "", TrackingDetectors::isWithoutCarrier));
        }
        Map<String, Set<Code>> faults = faults();
        NUMBERS.forEach((fault, id) -> causes.add(untracked.cause(
                id,
                "",
                defect -> faults.getOrDefault(defect.orderId(), Set.of()).contains(fault))));
        Set<Integer> listed = new HashSet<>();
        untracked.defects().forEach(defect -> listed.add(rows.find(defect)));
        listed.remove(-1);
        int[] promised = new PromisedOrders(rows).of(untracked, listed);
        causes.addAll(groups(
                "carrier-never-valid",
                untracked,
                listed,
                promised,
                orders::carrier,
                count -> count[1] >= LEAST_OF_A_CARRIER && count[0] == count[1]));
        causes.addAll(groups(
                "untracked-service",
                untracked,
                listed,
                promised,
                orders::shipService,
                count -> count[1] >= LEAST_OF_A_SERVICE && 2 * count[0] > count[1]));
        causes.add(untracked.cause("confirmed-after-delivery", "", this::isConfirmedAfterDelivery));
        causes.addAll(new ListedGroups(rows).of(untracked));
        untracked
                .lowVolume(
                        untracked.reading().category().isPresent() ? "small-category" : "low-volume",
                        untracked.reading().category().orElse(""))
                .ifPresent(causes::add);
        return causes;
    }

    /** Whether the list has a column for the carrier: only then a package without one says something. */
    private boolean asksCarrier() {
        return rows.ledger().defects().untrackedPackages().stream()
                .findFirst()
                .map(DefectList::orders)
                .orElse(List.of())
                .stream()
                .anyMatch(order -> order.course().asksCarrier());
    }

    /** By order, what is wrong with the numbers of all its listed packages alike. */
    private Map<String, Set<Code>> faults() {
        Map<String, Set<Code>> faults = new HashMap<>();
        rows.ledger().defects().untrackedPackages().stream()
                .limit(1)
                .flatMap(list -> list.orders().stream())
                .forEach(order -> faults.merge(
                        order.orderId(),
                        order.signs(),
                        (one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet())));
        return faults;
    }

    private static boolean isWithoutCarrier(Defect defect) {
        return NO_CARRIER.contains(defect.carrier().orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /** Whether the seller's confirmation, with which the number is sent, came after the delivery. */
    private boolean isConfirmedAfterDelivery(Defect defect) {
        return rows.isAfter(rows.course(defect.orderId()).confirmed(), rows.moment(Field.DELIVERED, defect.orderId()));
    }

    @FunctionalInterface
    private interface Judge {
        /** @param count listed orders and all orders of a group */
        boolean isTheCause(long[] count);
    }

    /** Groups of all orders of which the list would tell, and how many of them are on it. */
    private List<Cause> groups(
            String id,
            Subject untracked,
            Set<Integer> listed,
            int[] promised,
            IntFunction<Optional<String>> value,
            Judge judge) {
        Map<String, long[]> counts = new TreeMap<>();
        for (int order : promised) {
            value.apply(order).ifPresent(name -> {
                long[] count = counts.computeIfAbsent(name, n -> new long[2]);
                count[0] += listed.contains(order) ? 1 : 0;
                count[1]++;
            });
        }
        List<Cause> causes = new ArrayList<>();
        counts.forEach((name, count) -> {
            if (counts.size() > 1 && judge.isTheCause(count)) {
                causes.add(untracked.cause(id, name, defect -> {
                    int order = rows.find(defect);
                    return order >= 0 && value.apply(order).equals(Optional.of(name));
                }));
            }
        });
        return causes;
    }
}
