package redflag.sample;

import java.time.Instant;
import java.time.LocalDate;
import redflag.basics.Period;

/**
 * The 80 days that the sample tells of, cut where Amazon's windows begin and end, both ends included. Days are each
 * marketplace's own.
 */
final class Season {

    /** 2026-09-04 to 2026-09-08: older than every window. */
    static final Period BEFORE = new Period(LocalDate.of(2026, 9, 4), LocalDate.of(2026, 9, 8));
    /** 2026-09-09 to 2026-11-07: the order-defect window. */
    static final Period DEFECTS = Period.window(SampleAgency.AS_OF, 60, 15);
    /** 2026-11-08 to 2026-11-14: too new for order defects, too old for cancellations. */
    static final Period BETWEEN = new Period(LocalDate.of(2026, 11, 8), LocalDate.of(2026, 11, 14));
    /** 2026-11-15 to 2026-11-21: the cancellation window. */
    static final Period CANCELLATIONS = Period.window(SampleAgency.AS_OF, 7, 1);
    /** The as-of date itself. */
    static final Period LAST = new Period(SampleAgency.AS_OF, SampleAgency.AS_OF);
    /** 2026-10-24 to 2026-11-22. */
    static final Period LATE_30 = Period.window(SampleAgency.AS_OF, 30, 0);
    /** 2026-11-13 to 2026-11-22. */
    static final Period LATE_10 = Period.window(SampleAgency.AS_OF, 10, 0);

    private Season() {}

    /** Takes orders of one way of fulfilment, so many in each part of the season. */
    static void take(
            OrderBook book, boolean byAmazon, int before, int defects, int between, int cancellations, int last) {
        book.take(BEFORE, before, byAmazon)
                .take(DEFECTS, defects, byAmazon)
                .take(BETWEEN, between, byAmazon)
                .take(CANCELLATIONS, cancellations, byAmazon)
                .take(LAST, last, byAmazon);
    }

    /** How many seller-fulfilled orders of the period were not cancelled at that moment. */
    static int kept(OrderBook book, Period period, Instant moment) {
        return Math.toIntExact(book.merchant(period).stream()
                .filter(order -> !order.isCancelledBy(moment))
                .count());
    }
}
