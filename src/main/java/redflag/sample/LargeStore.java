package redflag.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.basics.Period;
import redflag.sample.Downloads.Signal;

/**
 * Counts, for one store of a {@link LargeAccount}, what its performance report says. Moments are seconds since 1970;
 * windows are turned into such seconds once, so that millions of orders need no calendar.
 */
final class LargeStore {

    private final Marketplace marketplace;
    private final Span defectSpan;
    private final Span cancellationSpan;
    private final Span late30Span;
    private final Span late10Span;
    private final Span deliverySpan;
    private final Span unitSpan;
    private final Span invoiceSpan;

    private int merchantOrders;
    private int amazonOrders;
    private final Map<Signal, Integer> merchantSignals = new EnumMap<>(Signal.class);
    private final Map<Signal, Integer> amazonSignals = new EnumMap<>(Signal.class);
    private int cancellationOrders;
    private int cancellations;
    private int orders30;
    private int orders10;
    private int late30;
    private int late10;
    private int packages;
    private int untracked;
    private int deliveredLate;
    private int units;
    private int unitsLate;
    private int businessOrders;

    /** From {@code begins}, which is in it, to {@code ends}, which is not. */
    private record Span(long begins, long ends) {
        boolean has(long moment) {
            return begins <= moment && moment < ends;
        }
    }

    LargeStore(Marketplace marketplace) {
        this.marketplace = marketplace;
        this.defectSpan = span(60, 15);
        this.cancellationSpan = span(7, 1);
        this.late30Span = span(30, 0);
        this.late10Span = span(10, 0);
        this.deliverySpan = span(30, 10);
        this.unitSpan = span(14, 7);
        this.invoiceSpan = span(7, 7);
    }

    private Span span(int lengthDays, int lagDays) {
        Period period = Period.window(SampleAgency.AS_OF, lengthDays, lagDays);
        return new Span(midnight(period.from()), midnight(period.to().plusDays(1)));
    }

    /** When the day begins there. */
    long midnight(LocalDate day) {
        return day.atStartOfDay(marketplace.zone()).toEpochSecond();
    }

    LocalDate day(long moment) {
        return Instant.ofEpochSecond(moment).atZone(marketplace.zone()).toLocalDate();
    }

    Marketplace marketplace() {
        return marketplace;
    }

    void countOrder(long placed, boolean byAmazon, boolean cancelled, boolean business) {
        if (defectSpan.has(placed)) {
            merchantOrders += byAmazon ? 0 : 1;
            amazonOrders += byAmazon ? 1 : 0;
        }
        if (business && !cancelled && invoiceSpan.has(placed)) {
            businessOrders++;
        }
        if (byAmazon) {
            return;
        }
        if (cancellationSpan.has(placed)) {
            cancellationOrders++;
            cancellations += cancelled ? 1 : 0;
        }
        if (!cancelled) {
            orders30 += late30Span.has(placed) ? 1 : 0;
            orders10 += late10Span.has(placed) ? 1 : 0;
        }
    }

    void countDefect(long placed, boolean byAmazon, Signal signal) {
        if (defectSpan.has(placed)) {
            (byAmazon ? amazonSignals : merchantSignals).merge(signal, 1, Integer::sum);
        }
    }

    void countLate(LocalDate day) {
        late30 += Season.LATE_30.contains(day) ? 1 : 0;
        late10 += Season.LATE_10.contains(day) ? 1 : 0;
    }

    void countDelivery(long placed, int unitCount, boolean withoutTracking, boolean late) {
        if (deliverySpan.has(placed)) {
            packages++;
            untracked += withoutTracking ? 1 : 0;
            deliveredLate += late && !withoutTracking ? 1 : 0;
        }
        if (unitSpan.has(placed) && !withoutTracking) {
            units += unitCount;
            unitsLate += late ? unitCount : 0;
        }
    }

    /** Fills in the rates; health is left to the caller. */
    MarketplaceMetrics report(MarketplaceMetrics metrics) {
        defects(metrics, "afn", amazonOrders, amazonSignals);
        defects(metrics, "mfn", merchantOrders, merchantSignals);
        metrics.lateShipments(late30, orders30, late10, orders10)
                .validTracking(packages - untracked, packages)
                .onTimeDelivery(packages - untracked - deliveredLate, packages - untracked)
                .cancellations(cancellations, cancellationOrders);
        return marketplace.country().equals("US")
                ? metrics.unitOnTimeDelivery(units - unitsLate, units)
                : metrics.invoiceDefects(0, 0, businessOrders);
    }

    private static void defects(
            MarketplaceMetrics metrics, String fulfilment, int orders, Map<Signal, Integer> signals) {
        int feedback = signals.getOrDefault(Signal.NEGATIVE_FEEDBACK, 0);
        int claims = signals.getOrDefault(Signal.CLAIM, 0);
        int chargebacks = signals.getOrDefault(Signal.CHARGEBACK, 0);
        metrics.orderDefects(fulfilment, orders, feedback + claims + chargebacks, feedback, claims, chargebacks);
    }
}
