package redflag.causes;

import java.util.List;
import redflag.ledger.StoreLedger;
import redflag.stock.Stock;

/**
 * Causes that single rows show, order by order. The table of causes is domain.md §3.6; a detector is silent where the exports
 * lack what it needs.
 */
final class Detectors {

    private final LateShipmentDetectors lateShipments;
    private final CancellationDetectors cancellations;
    private final OrderDefectDetectors orderDefects;
    private final TrackingDetectors tracking;
    private final DeliveryDetectors deliveries;
    private final InvoiceDetectors invoices;

    Detectors(Rows rows, Stock stock, List<StoreLedger> others) {
        this.lateShipments = new LateShipmentDetectors(rows);
        this.cancellations = new CancellationDetectors(rows, stock);
        this.orderDefects = new OrderDefectDetectors(rows, stock);
        this.tracking = new TrackingDetectors(rows);
        this.deliveries = new DeliveryDetectors(rows);
        this.invoices = new InvoiceDetectors(rows, others);
    }

    /** In the order of domain.md; those that explain too little are left out. */
    List<Cause> of(Subject subject) {
        List<Cause> found = switch (subject.metric()) {
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> lateShipments.of(subject);
            case PRE_FULFILLMENT_CANCELLATION_RATE -> cancellations.of(subject);
            case ORDER_DEFECT_RATE -> orderDefects.of(subject);
            case VALID_TRACKING_RATE -> tracking.of(subject);
            case ON_TIME_DELIVERY_RATE, UNIT_ON_TIME_DELIVERY_RATE -> deliveries.of(subject);
            case INVOICE_DEFECT_RATE -> invoices.of(subject);
            default -> List.of();
        };
        return found.stream()
                .filter(cause -> !cause.explains().isEmpty() && cause.share() >= Causes.LEAST_SHARE)
                .toList();
    }
}
