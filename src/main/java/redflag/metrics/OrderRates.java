package redflag.metrics;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.Source;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.rules.Precision;
import redflag.rules.Target;

/**
 * Rates from what order exports tell of hand-over, tracking and delivery. Amazon counts otherwise (the moment of the
 * confirmation, validated tracking, scans of the carrier), so that on its marketplaces they are estimates; on one of the
 * job's own the rows are what counts.
 */
final class OrderRates {

    private final StoreLedger ledger;
    private final StoreOrders orders;
    private final ZoneDays zone;

    OrderRates(StoreLedger ledger) {
        this.ledger = ledger;
        this.orders = ledger.orders();
        this.zone = new ZoneDays(ledger.store().marketplace().zone());
    }

    /** One order, as far as a rate is concerned. */
    private enum Part {
        NONE,
        UNKNOWN,
        GOOD,
        BAD,
        /** It has not happened yet, though its limit has passed. */
        OVERDUE
    }

    private interface Judge {
        /** @param today the newest day that the exports know */
        Part of(int order, long today);
    }

    /**
     * What a rate rests on.
     *
     * @param needed without it no export tells anything
     * @param bad what a bad order is called
     * @param overdue what an overdue order is called
     */
    private record Question(Field needed, List<Field> moments, String bad, String overdue) {}

    private static final Question HAND_OVER = new Question(
            Field.EXPECTED_SHIP, List.of(Field.EXPECTED_SHIP, Field.SHIPPED), "HANDED_OVER_LATE", "NOT_HANDED_OVER");
    private static final Question TRACKING =
            new Question(Field.TRACKED, List.of(Field.SHIPPED, Field.TRACKED), "UNTRACKED", "UNTRACKED");
    private static final Question DELIVERY = new Question(
            Field.DELIVERED, List.of(Field.EXPECTED_DELIVERY, Field.DELIVERED), "LATE_DELIVERY", "NOT_DELIVERED");

    /** Seller-fulfilled orders handed over after their limit, or not yet though it has passed; missing if no export tells. */
    Optional<Attempt> shippedLate(Target target) {
        return rate(target, HAND_OVER, (order, today) -> {
            long limit = orders.moment(Field.EXPECTED_SHIP, order);
            long shipped = orders.moment(Field.SHIPPED, order);
            boolean shippedSomeTime = shipped == Moments.NONE && orders.isShipped(order);
            if (limit == Moments.NONE || shippedSomeTime) {
                return Part.UNKNOWN;
            }
            return orders.isCancelled(order) ? Part.GOOD : course(limit, shipped, today);
        });
    }

    /** Orders handed over with a package that has no tracking number; missing if no export tells. */
    Optional<Attempt> untracked(Target target) {
        return rate(target, TRACKING, (order, today) -> {
            if (orders.moment(Field.SHIPPED, order) == Moments.NONE || orders.isCancelled(order)) {
                return Part.NONE;
            }
            return orders.isTracked(order)
                    .map(tracked -> tracked ? Part.GOOD : Part.BAD)
                    .orElse(Part.UNKNOWN);
        });
    }

    /** Orders delivered after the day or time promised, or not yet though it has passed; missing if no export tells. */
    Optional<Attempt> deliveredLate(Target target) {
        return rate(target, DELIVERY, (order, today) -> {
            long delivered = orders.moment(Field.DELIVERED, order);
            long promised = orders.moment(Field.EXPECTED_DELIVERY, order);
            if (delivered == Moments.NONE && orders.isCancelled(order)) {
                return Part.NONE;
            }
            if (promised == Moments.NONE) {
                return delivered == Moments.NONE ? Part.NONE : Part.UNKNOWN;
            }
            Part part = course(promised, delivered, today);
            boolean isOpen = part == Part.GOOD && (delivered == Moments.NONE || day(delivered) > today);
            return isOpen ? Part.NONE : part;
        });
    }

    private Part course(long limit, long done, long today) {
        if (done == Moments.NONE || day(done) > today) {
            return day(limit) < today ? Part.OVERDUE : Part.GOOD;
        }
        return Moments.isAfter(done, limit, zone) ? Part.BAD : Part.GOOD;
    }

    private long day(long moment) {
        return Moments.epochDay(moment, zone);
    }

    private Optional<Attempt> rate(Target target, Question question, Judge judge) {
        if (!ledger.hasOrderExport() || !orders.knows(question.needed)) {
            return Optional.empty();
        }
        Reach reach = Reach.of(ledger, target);
        Counting counting = new Counting(reach, DefectSource.ORDERS);
        long today = reach.knownOn().toEpochDay();
        long first = reach.window().from().toEpochDay();
        long last = reach.window().to().toEpochDay();
        long firstCounted = counting.days().from().toEpochDay();
        long lastCounted = counting.days().to().toEpochDay();
        long unknown = 0;
        long longestPromise = 0;
        for (int order = 0; order < orders.size(); order++) {
            long axis = axisDay(target, order);
            if (!orders.isFulfilledBy(order, Code.MFN) || axis < firstCounted || axis > lastCounted) {
                continue;
            }
            Part part = judge.of(order, today);
            if (part != Part.NONE) {
                counting.add(axis, order);
            }
            if (axis >= first && axis <= last) {
                unknown += part == Part.UNKNOWN ? 1 : 0;
                longestPromise = Math.max(longestPromise, axis - orders.epochDay(order));
            }
            if (part == Part.BAD || part == Part.OVERDUE) {
                String kind = part == Part.BAD ? question.bad : question.overdue;
                counting.addDefect(defect(target, order, LocalDate.ofEpochDay(axis), kind, question.moments));
            }
        }
        if (unknown > 0 && unknown == counting.total()) {
            return Optional.empty();
        }
        if (reach.why().isPresent()) {
            return reach.why().map(Attempt::missing);
        }
        boolean isAmazons = ledger.store().marketplace().isAmazons();
        Precision precision = isAmazons || beginsTooLate(reach.window(), longestPromise)
                ? Precision.ESTIMATE
                : unknown > 0 ? Precision.EXACT.orMore() : Precision.EXACT;
        Slack slack = new Slack(ledger.orderRowsRejected(), ledger.orderRowsRejected(), precision);
        Attempt attempt = ListRates.rate(counting, slack, Map.of());
        return Optional.of(
                isAmazons && attempt.measured().isPresent()
                        ? attempt.because(Remark.of("why.estimated-from-orders"))
                        : attempt);
    }

    /** With the row of the order, and those that say when it should have happened and when it did. */
    private Defect defect(Target target, int order, LocalDate day, String kind, List<Field> moments) {
        Set<Source> from = new LinkedHashSet<>(List.of(orders.source(order)));
        moments.forEach(field -> orders.source(field, order).ifPresent(from::add));
        return new Defect(
                orders.orderId(order),
                day,
                1,
                List.of(kind),
                orders.sku(order),
                orders.carrier(order),
                target.leavesOn(day),
                List.copyOf(from));
    }

    /** The day that puts the order into a window; before all windows where no export tells. */
    private long axisDay(Target target, int order) {
        if (target.axis() != Target.Axis.PROMISED_DELIVERY_DATE) {
            return orders.epochDay(order);
        }
        long promised = orders.moment(Field.EXPECTED_DELIVERY, order);
        return promised == Moments.NONE ? Long.MIN_VALUE : day(promised);
    }

    /** Whether orders that were promised into the window may have been placed before the exports begin. */
    private boolean beginsTooLate(Period window, long longestPromise) {
        return ledger.ordersCover()
                .filter(cover -> cover.from().isAfter(window.from().minusDays(longestPromise)))
                .isPresent();
    }
}
