package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is listed against a store. Of several lists the one that decides comes first.
 *
 * @param orderDefects Amazon's lists of orders with defects
 * @param traces what others have of such defects, all together; missing where no export tells of any
 * @param newestTraces by export kind, the newest day that its traces tell of
 * @param lateShipments Amazon's lists of late shipments
 * @param cancellations Amazon's lists of cancelled orders
 * @param untrackedPackages Amazon's lists of packages without valid tracking
 * @param lateDeliveries Amazon's lists of late deliveries
 * @param invoices Amazon's lists of orders without an invoice in time
 */
public record StoreDefects(
        List<DefectList> orderDefects,
        Optional<DefectList> traces,
        Map<String, LocalDate> newestTraces,
        List<DefectList> lateShipments,
        List<DefectList> cancellations,
        List<DefectList> untrackedPackages,
        List<DefectList> lateDeliveries,
        List<DefectList> invoices) {

    public StoreDefects {
        orderDefects = List.copyOf(orderDefects);
        newestTraces = Map.copyOf(newestTraces);
        lateShipments = List.copyOf(lateShipments);
        cancellations = List.copyOf(cancellations);
        untrackedPackages = List.copyOf(untrackedPackages);
        lateDeliveries = List.copyOf(lateDeliveries);
        invoices = List.copyOf(invoices);
    }

    /** By order what Amazon's lists of late shipments, late deliveries and packages tell of its course; of each kind the list that decides. */
    public Map<String, List<ListedOrder>> onTheWay() {
        Map<String, List<ListedOrder>> byOrder = new HashMap<>();
        Stream.of(lateShipments, lateDeliveries, untrackedPackages)
                .flatMap(lists -> lists.stream().findFirst().stream())
                .map(DefectList::orders)
                .flatMap(List::stream)
                .forEach(order -> byOrder.computeIfAbsent(order.orderId(), id -> new ArrayList<>())
                        .add(order));
        return byOrder;
    }
}
