package redflag.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.FactType;
import redflag.ledger.ListedOrder;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Target;

/**
 * Rates from rows: the order exports give the denominators, Amazon's lists the affected orders. What each rate counts is
 * in src/docs/metrics.md.
 */
final class ComputedRates {

    /** Without an order by the seller in so many days he does not ship himself. */
    private static final int DAYS_THAT_SHOW_A_HABIT = 45;

    private static final Set<Code> ORDER_DEFECT_KINDS =
            EnumSet.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM, Code.CHARGEBACK);

    private final StoreLedger ledger;
    private final MeasuringRules rules;
    private final OrderRates orderRates;

    ComputedRates(StoreLedger ledger, MeasuringRules rules) {
        this.ledger = ledger;
        this.rules = rules;
        this.orderRates = new OrderRates(ledger);
    }

    /** @param fulfilment of the reading; empty for metrics that are not split */
    Attempt of(Target target, Optional<Fulfilment> fulfilment) {
        return switch (target.metric()) {
            case ORDER_DEFECT_RATE -> orderDefects(target, fulfilment.orElse(Fulfilment.MFN));
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> lateShipments(target);
            case PRE_FULFILLMENT_CANCELLATION_RATE -> cancellations(target);
            case VALID_TRACKING_RATE ->
                fromOrdersOr(
                        orderRates.untracked(target), target, ledger.defects().untrackedPackages());
            case ON_TIME_DELIVERY_RATE -> orderRates.deliveredLate(target).orElseGet(() -> missing(target));
            case UNIT_ON_TIME_DELIVERY_RATE ->
                fromOrdersOr(Optional.empty(), target, ledger.defects().lateDeliveries());
            default -> missing(target);
        };
    }

    private Attempt missing(Target target) {
        return Attempt.missing(rules.missing(target.metric()));
    }

    /** What Amazon lists of packages and units has no total in any export, so that it makes no rate. */
    private Attempt fromOrdersOr(Optional<Attempt> fromOrders, Target target, List<DefectList> lists) {
        if (fromOrders.isPresent() || lists.isEmpty()) {
            return fromOrders.orElseGet(() -> missing(target));
        }
        return Attempt.missing(Remark.of("why.listed-without-total", "affected", (long)
                lists.get(0).orders().size()));
    }

    /** Whether the order exports reach back some weeks and show no order of this fulfilment. */
    boolean hasNoOrdersBy(Fulfilment fulfilment) {
        return ledger.hasOrderExport()
                && ledger.ordersCover()
                        .filter(cover -> !cover.from().isAfter(ledger.asOf().minusDays(DAYS_THAT_SHOW_A_HABIT)))
                        .isPresent()
                && count(ledger.asOf().minusDays(75), ledger.asOf(), fulfilment) == 0;
    }

    long count(LocalDate from, LocalDate to, Fulfilment fulfilment) {
        return count(new Period(from, to), order -> ledger.orders().isFulfilledBy(order, code(fulfilment)));
    }

    private long count(Period window, IntPredicate which) {
        long count = 0;
        for (int order : ledger.orders().placedIn(window.from(), window.to())) {
            if (which.test(order)) {
                count++;
            }
        }
        return count;
    }

    private static Code code(Fulfilment fulfilment) {
        return fulfilment == Fulfilment.MFN ? Code.MFN : Code.AFN;
    }

    private Attempt orderDefects(Target target, Fulfilment fulfilment) {
        Optional<DefectList> list = orderDefectList(fulfilment);
        if (list.isEmpty()) {
            boolean others = !ledger.defects().orderDefects().isEmpty();
            if (ledger.defects().traces().isPresent()) {
                return traced(target, fulfilment, ledger.defects().traces().get());
            }
            return others
                    ? Attempt.missing(Remark.of("why.list-of-other-fulfilment", "fulfilment", fulfilment.name()))
                    : missing(target);
        }
        Set<Code> counted = counted(target);
        long unknownKinds = counted.stream()
                .filter(kind -> !list.get().knowsKinds().contains(kind))
                .count();
        Precision precision = unknownKinds > 0 ? Precision.EXACT.orMore() : Precision.EXACT;
        Attempt attempt = listed(
                target,
                fulfilment,
                list.get(),
                precision,
                order -> order.kinds().stream().anyMatch(counted::contains));
        if (list.get().headerOnly() && usesBothFulfilments(target)) {
            return attempt.measured()
                    .map(m -> Attempt.of(precise(m, m.precision().orMore()), attempt.defects(), attempt.slack())
                            .because(Remark.of("why.empty-list-of-unknown-fulfilment")))
                    .orElse(attempt);
        }
        return unknownKinds > 0
                        && attempt.measured().isPresent()
                        && attempt.why().isEmpty()
                ? attempt.because(Remark.of("why.list-lacks-kinds", "kinds", unknownKinds))
                : attempt;
    }

    /**
     * Without Amazon's list: what feedback, returns and settlements tell. Amazon may not count some of it, and what it
     * counts may leave no such trace. On a marketplace of the job's own the rows are what counts.
     */
    private Attempt traced(Target target, Fulfilment fulfilment, DefectList traces) {
        Precision precision = Precision.EXACT;
        boolean isAmazons = ledger.store().marketplace().isAmazons();
        if (isAmazons && !traces.orders().isEmpty()) {
            precision = precision.orLess();
        }
        Set<Code> counted = counted(target);
        if (!traces.knowsKinds().containsAll(counted)) {
            precision = precision.orMore();
        }
        Attempt attempt = listed(
                target, fulfilment, traces, precision, order -> !order.kinds().isEmpty());
        return isAmazons && attempt.measured().isPresent() ? attempt.because(Remark.of("why.traces-only")) : attempt;
    }

    private Optional<DefectList> orderDefectList(Fulfilment fulfilment) {
        Optional<DefectList> speaking = ledger.defects().orderDefects().stream()
                .filter(list -> list.speaksFor().contains(code(fulfilment)))
                .findFirst();
        if (speaking.isPresent()) {
            return speaking;
        }
        Optional<DefectList> empty = ledger.defects().orderDefects().stream()
                .filter(DefectList::headerOnly)
                .findFirst();
        return empty.isPresent() ? empty : none(ledger.defects().orderDefects(), FactType.ORDER_DEFECT);
    }

    /** The empty list that an absent one stands for, where the agency says so. */
    private Optional<DefectList> none(List<DefectList> present, FactType type) {
        return present.isEmpty() && rules.absentMeansNone().contains(type)
                ? Optional.of(new DefectList(
                        "", false, Set.of(Code.MFN, Code.AFN), ORDER_DEFECT_KINDS, 0, List.of(), List.of()))
                : Optional.empty();
    }

    private Optional<DefectList> deciding(List<DefectList> lists, FactType type) {
        return lists.stream().findFirst().or(() -> none(lists, type));
    }

    private boolean usesBothFulfilments(Target target) {
        Period window = target.window(ledger.asOf());
        return count(window.from(), window.to(), Fulfilment.MFN) > 0
                && count(window.from(), window.to(), Fulfilment.AFN) > 0;
    }

    private Attempt lateShipments(Target target) {
        Optional<DefectList> list = deciding(ledger.defects().lateShipments(), FactType.LATE_SHIPMENT);
        return list.map(l -> listed(target, Fulfilment.MFN, l, Precision.EXACT, ListedOrder::counts))
                .or(() -> orderRates.shippedLate(target))
                .orElseGet(() -> missing(target));
    }

    /** Orders of a list over the orders of the window. A listed order that the exports lack is an order all the same. */
    private Attempt listed(
            Target target,
            Fulfilment fulfilment,
            DefectList list,
            Precision precision,
            java.util.function.Predicate<ListedOrder> counts) {
        if (!ledger.hasOrderExport()) {
            Period window = target.window(ledger.asOf());
            long affected = list.orders().stream()
                    .filter(o -> counts.test(o) && window.contains(o.placedOn()))
                    .count();
            return Attempt.missing(Remark.of("why.count-without-total", "affected", affected));
        }
        Reach reach = Reach.of(ledger, target);
        if (reach.why().isPresent()) {
            return Attempt.missing(reach.why().get());
        }
        List<Defect> defects = new ArrayList<>();
        Map<String, Long> components = new TreeMap<>();
        long strangers = 0;
        for (ListedOrder order : list.orders()) {
            if (counts.test(order)
                    && reach.window().contains(order.placedOn())
                    && order.fulfilment().orElse(code(fulfilment)) == code(fulfilment)) {
                defects.add(defect(target, order));
                strangers += order.inOrders() ? 0 : 1;
                order.kinds().stream()
                        .filter(counted(target)::contains)
                        .forEach(kind -> components.merge(componentOf(kind), 1L, Long::sum));
            }
        }
        long total = strangers + count(reach.window(), order -> ledger.orders().isFulfilledBy(order, code(fulfilment)));
        if (target.metric() == Metric.ORDER_DEFECT_RATE) {
            counted(target).forEach(kind -> components.putIfAbsent(componentOf(kind), 0L));
        }
        Slack slack = new Slack(list.mayHide(reach.window()), ledger.orderRowsRejected(), precision);
        Attempt attempt = rate(reach, defects, total, slack, components);
        return strangers == 0
                ? attempt
                : attempt.because(Remark.of("why.listed-orders-not-exported", "orders", strangers));
    }

    private static Set<Code> counted(Target target) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        target.counts().forEach(kind -> kinds.add(Code.valueOf(kind.name())));
        return kinds;
    }

    static String componentOf(Code kind) {
        return switch (kind) {
            case NEGATIVE_FEEDBACK -> "negativeFeedback";
            case A_TO_Z_CLAIM -> "aToZClaims";
            case CHARGEBACK -> "chargebacks";
            default -> throw new IllegalStateException(kind + " is no order defect");
        };
    }

    private static Defect defect(Target target, ListedOrder order) {
        List<String> kinds = switch (target.metric()) {
            case ORDER_DEFECT_RATE ->
                order.kinds().stream()
                        .filter(counted(target)::contains)
                        .map(Code::name)
                        .toList();
            case PRE_FULFILLMENT_CANCELLATION_RATE -> List.of("CANCELLATION");
            default -> List.of("LATE_SHIPMENT");
        };
        return new Defect(
                order.orderId(),
                order.placedOn(),
                kinds,
                order.sku(),
                leavesOn(target, order.placedOn()),
                order.from());
    }

    /** An order placed on x is in the window of T when T − lag − length + 1 ≤ x ≤ T − lag (domain.md §5.4). */
    static LocalDate leavesOn(Target target, LocalDate axisDate) {
        return axisDate.plusDays((long) target.lagDays() + target.windowDays());
    }

    /**
     * Amazon's list, if there is one. Else cancelled seller-fulfilled orders that the buyer did not cancel. Who else did,
     * mostly no export says, and what a buyer asked for by message it does not know, so that the true count may be lower:
     * at most. On a marketplace of the job's own it is what the rows say.
     */
    private Attempt cancellations(Target target) {
        Optional<DefectList> list = deciding(ledger.defects().cancellations(), FactType.CANCELLATION);
        if (list.isPresent()) {
            return listed(target, Fulfilment.MFN, list.get(), Precision.EXACT, ListedOrder::counts);
        }
        if (!ledger.hasOrderExport()) {
            return missing(target);
        }
        Reach reach = Reach.of(ledger, target);
        if (reach.why().isPresent()) {
            return Attempt.missing(reach.why().get());
        }
        StoreOrders orders = ledger.orders();
        List<Defect> defects = new ArrayList<>();
        long total = 0;
        boolean buyersUnknown = false;
        for (int order : orders.placedIn(reach.window().from(), reach.window().to())) {
            if (!orders.isFulfilledBy(order, Code.MFN)) {
                continue;
            }
            total++;
            Optional<Code> by = orders.cancelledBy(order);
            if (orders.isCancelled(order) && !orders.isBuyerRequested(order) && !by.equals(Optional.of(Code.BUYER))) {
                buyersUnknown |= !orders.knowsBuyerRequest(order) && by.isEmpty();
                defects.add(new Defect(
                        orders.orderId(order),
                        orders.day(order),
                        List.of("CANCELLATION"),
                        orders.sku(order),
                        leavesOn(target, orders.day(order)),
                        List.of(orders.source(order))));
            }
        }
        boolean isAmazons = ledger.store().marketplace().isAmazons();
        Precision precision = defects.isEmpty() || !isAmazons ? Precision.EXACT : Precision.AT_MOST;
        if (reach.lacksDays(total)) {
            // the days that the export lacks had cancellations too
            precision = precision.orMore();
        }
        Slack slack = new Slack(ledger.orderRowsRejected(), ledger.orderRowsRejected(), precision);
        Attempt attempt = rate(reach, defects, total, slack, Map.of());
        if (defects.isEmpty() || !isAmazons || attempt.measured().isEmpty()) {
            return attempt;
        }
        return attempt.because(
                Remark.of(buyersUnknown ? "why.cancelled-by-anybody" : "why.cancelled-not-by-the-buyer"));
    }

    static Attempt rate(Reach reach, List<Defect> defects, long total, Slack hidden, Map<String, Long> components) {
        if (total == 0) {
            return hidden.isNone() ? Attempt.nothingToCount() : Attempt.missing(rejected(hidden));
        }
        Precision otherwise = reach.lacksDays(total) ? hidden.otherwise().orLess() : hidden.otherwise();
        Slack slack = new Slack(hidden.affected(), hidden.total(), otherwise);
        Precision precision = otherwise;
        if (slack.affected() > 0) {
            precision = precision.orMore();
        }
        if (slack.total() > 0) {
            precision = precision.orLess();
        }
        Measured measured = new Measured(
                new Figure.Counts(new Rate(defects.size(), total)),
                Basis.COMPUTED,
                precision,
                Optional.of(reach.window()),
                reach.knownOn(),
                components,
                Optional.empty(),
                Optional.empty());
        return Attempt.of(
                measured,
                defects.stream()
                        .sorted(Comparator.comparing(Defect::axisDate).thenComparing(Defect::orderId))
                        .toList(),
                slack);
    }

    static Remark rejected(Slack slack) {
        return new Remark("why.rejected-rows", Map.of("rows", Math.max(slack.affected(), slack.total())));
    }

    private static Measured precise(Measured measured, Precision precision) {
        return new Measured(
                measured.figure(),
                measured.basis(),
                precision,
                measured.window(),
                measured.knownOn(),
                measured.components(),
                measured.file(),
                measured.asStated());
    }
}
