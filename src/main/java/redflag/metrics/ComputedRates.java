package redflag.metrics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.FactType;
import redflag.ledger.ListedOrder;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
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
    private final ListRates lists;
    private final OrderRates orderRates;
    private final EarlySigns earlySigns;

    ComputedRates(StoreLedger ledger, MeasuringRules rules) {
        this.ledger = ledger;
        this.rules = rules;
        this.lists = new ListRates(ledger);
        this.orderRates = new OrderRates(ledger);
        this.earlySigns = new EarlySigns(ledger);
    }

    /**
     * @param fulfilment of the reading; empty for metrics that are not split
     * @param categories that have readings of their own, which name what is listed of them
     */
    Attempt of(Target target, Optional<Fulfilment> fulfilment, Collection<String> categories) {
        return switch (target.metric()) {
            case ORDER_DEFECT_RATE -> orderDefects(target, fulfilment.orElse(Fulfilment.MFN));
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> lateShipments(target);
            case PRE_FULFILLMENT_CANCELLATION_RATE -> cancellations(target);
            case VALID_TRACKING_RATE -> tracking(target, categories);
            case ON_TIME_DELIVERY_RATE -> orderRates.deliveredLate(target).orElseGet(() -> missing(target));
            case UNIT_ON_TIME_DELIVERY_RATE, INVOICE_DEFECT_RATE -> listed(target, categories);
            case NEGATIVE_FEEDBACK_RATE -> earlySigns.negativeFeedback(target).orElseGet(() -> missing(target));
            case REFUND_RATE -> earlySigns.refunds(target).orElseGet(() -> missing(target));
            default -> missing(target);
        };
    }

    private Attempt missing(Target target) {
        return Attempt.missing(rules.missing(target.metric()));
    }

    /** Of a category of a metric that Amazon splits; there is no rate, for no export has its total. */
    Attempt ofCategory(Target target, String category) {
        return missing(target)
                .naming(named(
                                target,
                                of -> of.filter(category::equalsIgnoreCase).isPresent())
                        .orElse(Counting.Counted.NOTHING));
    }

    private Attempt tracking(Target target, Collection<String> categories) {
        Optional<Attempt> estimate = orderRates.untracked(target);
        if (estimate.filter(attempt -> attempt.measured().isPresent()).isPresent()) {
            return estimate.get();
        }
        Attempt listed = listed(target, categories);
        return listed.equals(missing(target)) ? estimate.orElse(listed) : listed;
    }

    private Attempt listed(Target target, Collection<String> categories) {
        return named(target, otherThan(categories))
                .map(named -> Attempt.missing(Remark.of(
                                "why.listed-without-total",
                                "affected",
                                Stream.concat(named.defects().stream(), named.inPipe().stream())
                                        .mapToLong(Defect::count)
                                        .sum()))
                        .naming(named))
                .orElseGet(() -> missing(target));
    }

    /** What is listed of no category, or of others than these; missing without a list. */
    Optional<Counting.Counted> listedOtherThan(Target target, Collection<String> categories) {
        return named(target, otherThan(categories));
    }

    private static Predicate<Optional<String>> otherThan(Collection<String> categories) {
        return category -> category.filter(name -> categories.stream().anyMatch(name::equalsIgnoreCase))
                .isEmpty();
    }

    /** What Amazon lists of packages, units and invoices has no total in any export, so that it makes no rate; it names them. */
    private Optional<Counting.Counted> named(Target target, Predicate<Optional<String>> category) {
        return switch (target.metric()) {
            case VALID_TRACKING_RATE ->
                ledger.defects().untrackedPackages().stream()
                        .findFirst()
                        .map(list -> lists.deliveries(target, list, "NO_VALID_TRACKING", category));
            case UNIT_ON_TIME_DELIVERY_RATE ->
                ledger.defects().lateDeliveries().stream()
                        .findFirst()
                        .map(list -> lists.deliveries(target, list, "LATE_DELIVERY", category));
            case INVOICE_DEFECT_RATE ->
                ledger.defects().invoices().stream().findFirst().map(list -> lists.invoices(target, list));
            default -> Optional.empty();
        };
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
        return ledger.orders().count(new Period(from, to), ListRates.code(fulfilment));
    }

    /** Whether an order defect is known that the window has not reached yet, of an order that is said to be of this fulfilment. */
    boolean hasInPipe(Target target, Fulfilment fulfilment) {
        Set<String> inPipe = orderDefects(target, fulfilment).counted().inPipe().stream()
                .map(Defect::orderId)
                .collect(Collectors.toSet());
        Optional<Code> code = Optional.of(ListRates.code(fulfilment));
        return !inPipe.isEmpty()
                && Stream.concat(ledger.defects().orderDefects().stream(), ledger.defects().traces().stream())
                        .flatMap(list -> list.orders().stream())
                        .anyMatch(order -> inPipe.contains(order.orderId())
                                && order.fulfilment().equals(code));
    }

    private Attempt orderDefects(Target target, Fulfilment fulfilment) {
        Optional<DefectList> list = orderDefectList(target, fulfilment);
        if (list.isEmpty()) {
            boolean others = !ledger.defects().orderDefects().isEmpty();
            if (ledger.defects().traces().isPresent()) {
                return traced(target, fulfilment, ledger.defects().traces().get());
            }
            return others
                    ? Attempt.missing(Remark.of("why.list-of-other-fulfilment", "fulfilment", fulfilment.name()))
                    : missing(target);
        }
        Set<Code> counted = ListRates.counted(target);
        long unknownKinds = counted.stream()
                .filter(kind -> !list.get().knowsKinds().contains(kind))
                .count();
        Precision precision = unknownKinds > 0 ? Precision.EXACT.orMore() : Precision.EXACT;
        Attempt attempt = lists.of(
                target,
                fulfilment,
                list.get(),
                precision,
                order -> order.kinds().stream().anyMatch(counted::contains));
        if (list.get().headerOnly() && usesBothFulfilments(target)) {
            return attempt.measured().isEmpty()
                    ? attempt
                    : attempt.precise(Precision::orMore).because(Remark.of("why.empty-list-of-unknown-fulfilment"));
        }
        if (!list.get().headerOnly()
                && emptyOrderDefectList()
                        .filter(empty -> empty.isWrittenAfter(list.get()))
                        .isPresent()) {
            // if the newer list without rows is of this fulfilment, all has been taken off
            return orLess(attempt, Remark.of("why.newer-empty-list-of-unknown-fulfilment"));
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
        Set<Code> counted = ListRates.counted(target);
        if (areOld(ledger.defects().newestTraces()) || !traces.knowsKinds().containsAll(counted)) {
            precision = precision.orMore();
        }
        Attempt attempt = lists.of(
                target,
                fulfilment,
                target.countsCancelledOrders() ? traces : traces.each(this::withoutClaimIfCancelled),
                precision,
                order -> order.kinds().stream().anyMatch(counted::contains));
        return isAmazons && attempt.measured().isPresent() ? attempt.because(Remark.of("why.traces-only")) : attempt;
    }

    /** Whether all that tell of a day are too old, each kind by its own limits. */
    private boolean areOld(Map<String, LocalDate> newest) {
        return !newest.isEmpty()
                && newest.entrySet().stream()
                        .allMatch(kind ->
                                rules.freshness().level(Optional.of(kind.getKey()), kind.getValue(), ledger.asOf())
                                        == Freshness.Level.STALE);
    }

    private ListedOrder withoutClaimIfCancelled(ListedOrder listed) {
        int order = ledger.orders().find(listed.orderId());
        return order >= 0 && ledger.orders().isCancelled(order) ? listed.without(Code.A_TO_Z_CLAIM) : listed;
    }

    /** A newer list without rows takes the place of one with rows, where it can be of no other fulfilment. */
    private Optional<DefectList> orderDefectList(Target target, Fulfilment fulfilment) {
        Optional<DefectList> speaking = ledger.defects().orderDefects().stream()
                .filter(list -> list.speaksFor().contains(ListRates.code(fulfilment)))
                .findFirst();
        Optional<DefectList> empty = emptyOrderDefectList();
        if (speaking.isPresent()) {
            boolean isReplaced = !usesBothFulfilments(target)
                    && empty.filter(list -> list.isWrittenAfter(speaking.get())).isPresent();
            return isReplaced ? empty : speaking;
        }
        return empty.isPresent() ? empty : none(ledger.defects().orderDefects(), FactType.ORDER_DEFECT);
    }

    private Optional<DefectList> emptyOrderDefectList() {
        return ledger.defects().orderDefects().stream()
                .filter(DefectList::headerOnly)
                .findFirst();
    }

    /** The empty list that an absent one stands for, where the agency says so. */
    private Optional<DefectList> none(List<DefectList> present, FactType type) {
        return present.isEmpty() && rules.absentMeansNone().contains(type)
                ? Optional.of(new DefectList(
                        "",
                        false,
                        Set.of(Code.MFN, Code.AFN),
                        ORDER_DEFECT_KINDS,
                        0,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()))
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
        return list.map(l -> lateShipments(target, l))
                .or(() -> orderRates.shippedLate(target))
                .orElseGet(() -> missing(target));
    }

    private Attempt lateShipments(Target target, DefectList list) {
        Attempt attempt = lists.of(target, Fulfilment.MFN, list, Precision.EXACT, ListedOrder::counts);
        boolean isUnsure = attempt.counted().defects().stream()
                .anyMatch(defect ->
                        list.sureFrom().filter(defect.axisDate()::isBefore).isPresent());
        return isUnsure ? orLess(attempt, Remark.of("why.newer-empty-list-of-unknown-days")) : attempt;
    }

    /** The same, where there may be fewer affected ones. */
    private static Attempt orLess(Attempt attempt, Remark why) {
        return attempt.measured().isEmpty()
                ? attempt
                : attempt.precise(Precision::orLess).because(why);
    }

    /**
     * Amazon's list, if there is one. Else cancelled seller-fulfilled orders that the buyer did not cancel. Who else did,
     * mostly no export says, and what a buyer asked for by message it does not know, so that the true count may be lower:
     * at most. On a marketplace of the job's own it is what the rows say.
     */
    private Attempt cancellations(Target target) {
        Optional<DefectList> list = deciding(ledger.defects().cancellations(), FactType.CANCELLATION);
        if (list.isPresent()) {
            return lists.of(target, Fulfilment.MFN, list.get(), Precision.EXACT, ListedOrder::counts);
        }
        if (!ledger.hasOrderExport()) {
            return missing(target);
        }
        Reach reach = Reach.of(ledger, target);
        if (reach.why().isPresent()) {
            return Attempt.missing(reach.why().get());
        }
        StoreOrders orders = ledger.orders();
        Counting counting = new Counting(reach, DefectSource.ORDERS);
        boolean buyersUnknown = false;
        for (int order : orders.placedIn(counting.days().from(), counting.days().to())) {
            if (!orders.isFulfilledBy(order, Code.MFN)) {
                continue;
            }
            counting.add(orders.epochDay(order));
            Optional<Code> by = orders.cancelledBy(order);
            if (orders.isCancelled(order) && !orders.isBuyerRequested(order) && !by.equals(Optional.of(Code.BUYER))) {
                buyersUnknown |= !orders.knowsBuyerRequest(order) && by.isEmpty();
                counting.addDefect(new Defect(
                        orders.orderId(order),
                        orders.day(order),
                        1,
                        List.of("CANCELLATION"),
                        orders.sku(order),
                        orders.carrier(order),
                        target.leavesOn(orders.day(order)),
                        List.of(orders.source(order))));
            }
        }
        boolean isAmazons = ledger.store().marketplace().isAmazons();
        boolean isClean = counting.counted().defects().isEmpty();
        Precision precision = isClean || !isAmazons ? Precision.EXACT : Precision.AT_MOST;
        if (reach.lacksDays(counting.total())) {
            // the days that the export lacks had cancellations too
            precision = precision.orMore();
        }
        Slack slack = new Slack(ledger.orderRowsRejected(), ledger.orderRowsRejected(), precision);
        Attempt attempt = ListRates.rate(counting, slack, Map.of());
        if (isClean || !isAmazons || attempt.measured().isEmpty()) {
            return attempt;
        }
        return attempt.because(
                Remark.of(buyersUnknown ? "why.cancelled-by-anybody" : "why.cancelled-not-by-the-buyer"));
    }
}
