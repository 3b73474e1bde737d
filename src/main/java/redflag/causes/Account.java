package redflag.causes;

import java.util.Optional;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;

/**
 * What rows say happened to one order: moments as exports give them, an instant or a plain day, missing where none says.
 *
 * @param expectedShip until when it had to be handed over
 * @param shipped when it was
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
        Optional<String> expectedDelivery,
        Optional<String> delivered,
        Optional<Boolean> isTracked,
        boolean isCancelled) {

    static Account of(Defect defect, StoreOrders orders) {
        int order = orders.find(defect.orderId());
        if (order < 0) {
            return new Account(
                    defect,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false);
        }
        return new Account(
                defect,
                text(orders.placed(order)),
                text(orders.moment(Field.EXPECTED_SHIP, order)),
                text(orders.moment(Field.SHIPPED, order)),
                text(orders.moment(Field.EXPECTED_DELIVERY, order)),
                text(orders.moment(Field.DELIVERED, order)),
                orders.isTracked(order),
                orders.isCancelled(order));
    }

    private static Optional<String> text(long moment) {
        return moment == Moments.NONE ? Optional.empty() : Optional.of(Moments.text(moment));
    }
}
