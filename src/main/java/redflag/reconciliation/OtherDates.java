package redflag.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Finding;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;

/**
 * Late shipments by another date than that of the order: Amazon does not publish which one puts an order into the window
 * (domain.md §5.4). A date explains only what it explains to the order, in both counts.
 */
final class OtherDates {

    private static final List<Map.Entry<Field, Kind>> DATES =
            List.of(Map.entry(Field.EXPECTED_SHIP, Kind.EXPECTED_SHIP_DATE), Map.entry(Field.SHIPPED, Kind.SHIP_DATE));

    private final StoreOrders orders;
    private final ZoneDays zone;
    private final Map<String, LocalDate> defects = new HashMap<>();

    OtherDates(StoreLedger ledger, Finding finding) {
        this.orders = ledger.orders();
        this.zone = new ZoneDays(ledger.store().marketplace().zone());
        Stream.of(finding.gone(), finding.defects(), finding.inPipe())
                .flatMap(List::stream)
                .forEach(defect -> defects.put(defect.orderId(), defect.axisDate()));
    }

    /** @param left what is to be explained, all of it */
    Optional<Explanation> explain(Period days, Rate printed, Difference left) {
        return DATES.stream()
                .filter(date -> orders.knows(date.getKey()))
                .flatMap(date -> explain(date.getKey(), date.getValue(), days, printed, left).stream())
                .findFirst();
    }

    private Optional<Explanation> explain(Field date, Kind kind, Period days, Rate printed, Difference left) {
        long total = 0;
        Set<String> affected = new HashSet<>();
        for (int order = 0; order < orders.size(); order++) {
            long moment = orders.moment(date, order);
            if (moment == Moments.NONE
                    || !orders.isFulfilledBy(order, Code.MFN)
                    || !days.contains(LocalDate.ofEpochDay(Moments.epochDay(moment, zone)))) {
                continue;
            }
            total++;
            if (defects.containsKey(orders.orderId(order))) {
                affected.add(orders.orderId(order));
            }
        }
        if (total != printed.total() || affected.size() != printed.affected()) {
            return Optional.empty();
        }
        List<String> moved = new ArrayList<>();
        defects.forEach((order, day) -> {
            if (days.contains(day) != affected.contains(order)) {
                moved.add(order);
            }
        });
        moved.sort(String::compareTo);
        return Optional.of(new Explanation(kind, Optional.of(left), Optional.of(days), moved));
    }
}
