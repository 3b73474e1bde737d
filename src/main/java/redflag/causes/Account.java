package redflag.causes;

import java.util.Optional;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/**
 * What rows say happened to one order: moments as exports give them, an instant or a plain day, missing where none says.
 *
 * @param expectedShip until when it had to be handed over
 * @param shipped when it was
 * @param shipDate the ship date by which Amazon's list reckons the day of the invoice
 * @param expectedDelivery until when the buyer was promised to have it
 * @param delivered when he had it
 * @param isTracked whether every package has a tracking number
 * @param isCancelled whether it is cancelled as it stands
 */
public record Account(
        Defect defect,
        Optional<String> placed,
        Optional<String> expectedShip,
        Optional<String> shipped,
        Optional<String> shipDate,
        Optional<String> expectedDelivery,
        Optional<String> delivered,
        Optional<Boolean> isTracked,
        boolean isCancelled) {

    static Account of(Metric metric, Defect defect, Rows rows) {
        String id = defect.orderId();
        int order = rows.find(defect);
        Optional<String> shipDate = metric == Metric.INVOICE_DEFECT_RATE
                ? rows.invoice(id).flatMap(listed -> text(listed.course().shipped()))
                : Optional.empty();
        return new Account(
                defect,
                order < 0 ? Optional.empty() : text(rows.orders().placed(order)),
                text(rows.moment(Field.EXPECTED_SHIP, id)),
                text(rows.moment(Field.SHIPPED, id)),
                shipDate,
                text(rows.moment(Field.EXPECTED_DELIVERY, id)),
                text(rows.moment(Field.DELIVERED, id)),
                order < 0 ? Optional.empty() : rows.orders().isTracked(order),
                order >= 0 && rows.orders().isCancelled(order));
    }

    private static Optional<String> text(long moment) {
        return moment == Moments.NONE ? Optional.empty() : Optional.of(Moments.text(moment));
    }
}
