package redflag.causes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;

/** Why orders, or units of them, came too late (domain.md §3.6.5). */
final class DeliveryDetectors {

    /** As the groups of orders by units have it. */
    private static final long UNITS_OF_A_LARGE_ORDER = 4;

    private static final int MOST_LARGE_ONES = 5;

    /** Amazon's Free Economy, in one word or two, is outside Amazon's protection from late deliveries (domain.md §3.6.5, cause 5). */
    private static final String UNPROTECTED = "freeeconomy";

    private final Rows rows;
    private final StoreOrders orders;

    DeliveryDetectors(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
    }

    List<Cause> of(Subject late) {
        List<Cause> causes = new ArrayList<>();
        causes.add(
                late.cause("handed-over-late", "", defect -> rows.isAfter(Field.SHIPPED, Field.EXPECTED_SHIP, defect)));
        causes.add(late.cause(
                "transit-longer-than-promised",
                "",
                defect -> rows.isInTime(Field.SHIPPED, Field.EXPECTED_SHIP, defect)
                        && rows.isAfter(Field.DELIVERED, Field.EXPECTED_DELIVERY, defect)));
        causes.add(late.cause("unprotected-service", "", this::isUnprotected));
        if (isOfFewLargeOrders(late)) {
            causes.add(late.cause("large-orders", "", DeliveryDetectors::isLarge));
        }
        boolean tellsDeliveries =
                orders.knows(Field.DELIVERED) || late.defects().stream().anyMatch(defect -> !isWithoutDelivery(defect));
        if (tellsDeliveries) {
            causes.add(late.cause("no-delivery-scan", "", this::isWithoutDelivery));
        }
        causes.addAll(new ListedGroups(rows).of(late));
        return causes;
    }

    private boolean isUnprotected(Defect defect) {
        return rows.shipService(defect)
                .filter(service -> service.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]", "")
                        .contains(UNPROTECTED))
                .isPresent();
    }

    private static boolean isLarge(Defect defect) {
        return defect.count() >= UNITS_OF_A_LARGE_ORDER;
    }

    /** Of ten or more late orders one in five, or fewer, has more than half of the late units. */
    private static boolean isOfFewLargeOrders(Subject late) {
        long largeOnes =
                late.defects().stream().filter(DeliveryDetectors::isLarge).count();
        long theirUnits = late.defects().stream()
                .filter(DeliveryDetectors::isLarge)
                .mapToLong(Defect::count)
                .sum();
        return late.defects().size() >= Causes.FEW
                && MOST_LARGE_ONES * largeOnes <= late.defects().size()
                && 2 * theirUnits > late.count();
    }

    private boolean isWithoutDelivery(Defect defect) {
        return rows.moment(Field.DELIVERED, defect.orderId()) == Moments.NONE;
    }
}
