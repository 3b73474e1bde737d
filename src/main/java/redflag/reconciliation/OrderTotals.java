package redflag.reconciliation;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.rules.Reading;

/** How many orders more or fewer other ways of counting a period's orders give than the days of the marketplace. */
final class OrderTotals {

    private final List<String> atTheEdges = new ArrayList<>();
    private long ofUtcDays;
    private long cancelled;
    private long ofNobody;

    OrderTotals(StoreLedger ledger, Reading reading, Period days) {
        StoreOrders orders = ledger.orders();
        Code fulfilment = reading.fulfilment().filter(f -> f == Fulfilment.AFN).isPresent() ? Code.AFN : Code.MFN;
        ZoneDays utc = new ZoneDays(ZoneOffset.UTC);
        long first = days.from().toEpochDay();
        long last = days.to().toEpochDay();
        for (int order : orders.placedIn(days.from().minusDays(1), days.to().plusDays(1))) {
            boolean inside = isWithin(orders.epochDay(order), first, last);
            if (inside && orders.fulfilment(order).isEmpty()) {
                ofNobody++;
            }
            if (!orders.isFulfilledBy(order, fulfilment)) {
                continue;
            }
            boolean insideByUtc = isWithin(Moments.epochDay(orders.placed(order), utc), first, last);
            if (inside != insideByUtc) {
                ofUtcDays += insideByUtc ? 1 : -1;
                atTheEdges.add(orders.orderId(order));
            }
            cancelled += inside && orders.isCancelled(order) ? 1 : 0;
        }
    }

    private static boolean isWithin(long day, long first, long last) {
        return day >= first && day <= last;
    }

    /** So many more with days of UTC; negative for fewer. */
    long ofUtcDays() {
        return ofUtcDays;
    }

    /** The orders that days of UTC put on the other side of a window's end. */
    List<String> atTheEdges() {
        return atTheEdges;
    }

    /** Cancelled orders among them. */
    long cancelled() {
        return cancelled;
    }

    /** Orders of which no row says who fulfilled them, and which are not among them. */
    long ofNobody() {
        return ofNobody;
    }
}
