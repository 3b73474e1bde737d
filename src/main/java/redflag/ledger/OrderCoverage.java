package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Store;

/**
 * The days for which an account's order exports hold every order, as far as their rows tell: a file reaches from its
 * oldest purchase to its newest. Where it has few orders a day, a later change of an old order shows that it was made
 * later, and it reaches up to {@value #GAP_DAYS} days further: a small account has days without an order. No further, for
 * an export of old orders may be made at any time. Days before a gap that no file reaches are left out.
 */
final class OrderCoverage {

    /** Files this many days apart leave no gap: a small store has days without an order. */
    private static final int GAP_DAYS = 3;

    /** From this many rows a day on, a day without one is a day that the file lacks. */
    private static final int ROWS_A_DAY_OF_A_BUSY_ACCOUNT = 3;

    private final List<OrderSpan> spans = new ArrayList<>();

    OrderCoverage(List<FactTable> orderTables) {
        orderTables.forEach(lines -> lines.span().ifPresent(spans::add));
    }

    /** In the days of the store's marketplace, up to {@code asOf}. */
    Optional<Period> of(Store store, LocalDate asOf) {
        ZoneDays zone = new ZoneDays(store.marketplace().zone());
        List<Period> periods = spans.stream()
                .map(span -> period(span, zone))
                .filter(period -> !period.from().isAfter(asOf))
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList();
        Period covered = null;
        for (Period next : periods) {
            if (covered == null || next.from().isAfter(covered.to().plusDays(GAP_DAYS))) {
                covered = next;
            } else if (next.to().isAfter(covered.to())) {
                covered = new Period(covered.from(), next.to());
            }
        }
        if (covered == null) {
            return Optional.empty();
        }
        return Optional.of(new Period(covered.from(), covered.to().isAfter(asOf) ? asOf : covered.to()));
    }

    /** A plain day is not moved between zones and an instant is, so that the two may cross. */
    private static Period period(OrderSpan span, ZoneDays zone) {
        LocalDate from = day(span.first(), zone);
        LocalDate last = day(span.last(), zone);
        Period purchases = new Period(from, last.isBefore(from) ? from : last);
        LocalDate changed = day(span.changed(), zone);
        boolean busy = span.rows() >= (long) ROWS_A_DAY_OF_A_BUSY_ACCOUNT * purchases.days();
        if (busy || !changed.isAfter(purchases.to())) {
            return purchases;
        }
        LocalDate furthest = purchases.to().plusDays(GAP_DAYS);
        return new Period(from, changed.isBefore(furthest) ? changed : furthest);
    }

    private static LocalDate day(long moment, ZoneDays zone) {
        return LocalDate.ofEpochDay(Moments.epochDay(moment, zone));
    }
}
