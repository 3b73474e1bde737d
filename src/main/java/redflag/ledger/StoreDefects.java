package redflag.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
}
