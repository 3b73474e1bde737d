package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.ListedOrder;
import redflag.ledger.Moments;
import redflag.ledger.Source;
import redflag.ledger.StoreOrders;
import redflag.ledger.StoreReturns.Return;
import redflag.metrics.Defect;
import redflag.metrics.Population;
import redflag.stock.Product;
import redflag.stock.Stock;

/** What else befell orders with a bad review, a claim or a chargeback (domain.md §3.6.1). */
final class OrderDefectDetectors {

    private static final int LEAST_DEFECTS = 3;
    private static final int LEAST_ORDERS_BEFORE = 10;

    /** A return has to be answered within 48 hours (domain.md §3.6.1, cause 9). */
    private static final long SECONDS_TO_ANSWER = 48 * 3_600L;

    private static final Set<String> UNANSWERED = Set.of("pending", "pending approval", "requested", "open");

    private final Rows rows;
    private final StoreOrders orders;
    private final Stock stock;
    private final Deliveries deliveries;
    private final FeedbackDetectors feedback;

    OrderDefectDetectors(Rows rows, Stock stock) {
        this.rows = rows;
        this.orders = rows.orders();
        this.stock = stock;
        this.deliveries = new Deliveries(rows);
        this.feedback = new FeedbackDetectors(rows, this::asin);
    }

    List<Cause> of(Subject defects) {
        Set<String> late = listed(rows.ledger().defects().lateShipments());
        Set<String> cancelled = listed(rows.ledger().defects().cancellations());
        Predicate<Defect> isSellers = defect -> isSellers(defects, defect);
        Predicate<Defect> isCancelled =
                isSellers.and(defect -> cancelled.contains(defect.orderId()) || isCancelledBySeller(defect));
        List<Cause> causes = new ArrayList<>();
        causes.add(defects.cause(
                "order-shipped-late",
                "",
                isSellers.and(defect ->
                        late.contains(defect.orderId()) || rows.isAfter(Field.SHIPPED, Field.EXPECTED_SHIP, defect))));
        causes.add(defects.cause(
                "order-delivered-late",
                "",
                defect -> rows.isAfter(Field.DELIVERED, Field.EXPECTED_DELIVERY, defect) || isSaidToBeLate(defect)));
        causes.add(defects.cause("order-cancelled-by-seller", "", isCancelled));
        Set<String> without = Products.with(stock, Product.Flag.CANCELLED_OUT_OF_STOCK, Product.Flag.OVERSOLD);
        causes.add(defects.cause(
                "order-out-of-stock",
                "",
                isCancelled.and(defect -> defect.sku().filter(without::contains).isPresent())));
        causes.addAll(byReturns(defects));
        causes.addAll(feedback.of(defects, List.copyOf(causes), isSellers));
        defects.population().ifPresent(population -> causes.addAll(fromOneDate(defects, population)));
        defects.lowVolume("low-volume", "").ifPresent(causes::add);
        return causes;
    }

    /** What counts on the list that decides. */
    private static Set<String> listed(List<DefectList> lists) {
        Set<String> ids = new HashSet<>();
        lists.stream().findFirst().map(DefectList::orders).orElse(List.of()).stream()
                .filter(ListedOrder::counts)
                .forEach(order -> ids.add(order.orderId()));
        return ids;
    }

    /** Amazon ships its own orders, and cancels them: that says nothing of the seller. */
    private boolean isSellers(Subject defects, Defect defect) {
        int order = rows.find(defect);
        return !defects.reading().fulfilment().equals(Optional.of(Fulfilment.AFN))
                && (order < 0 || !orders.isFulfilledBy(order, Code.AFN));
    }

    /** Only if an export says that he did: without that it may have been the buyer or Amazon. */
    private boolean isCancelledBySeller(Defect defect) {
        int order = rows.find(defect);
        return order >= 0
                && orders.isCancelled(order)
                && !orders.isBuyerRequested(order)
                && orders.cancelledBy(order).equals(Optional.of(Code.MERCHANT));
    }

    /** By the buyer, as the reason of a return. */
    private boolean isSaidToBeLate(Defect defect) {
        return rows.ledger().returns().of(defect.orderId()).stream()
                .anyMatch(one -> ReturnReason.of(one.reason()).equals(Optional.of(ReturnReason.ARRIVED_LATE)));
    }

    /** What buyers said when they sent it back, and whether anybody answered. */
    private List<Cause> byReturns(Subject defects) {
        Map<String, ReturnReason> reasons = new HashMap<>();
        Set<String> unanswered = new HashSet<>();
        Set<String> notDescribed = new TreeSet<>();
        for (Defect defect : defects.defects()) {
            for (Return one : rows.ledger().returns().of(defect.orderId())) {
                ReturnReason.of(one.reason()).ifPresent(reason -> {
                    // of several reasons that which comes first in the table of causes
                    reasons.merge(defect.orderId(), reason, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    if (reason == ReturnReason.NOT_AS_DESCRIBED) {
                        asin(defect).ifPresent(notDescribed::add);
                    }
                });
                if (isUnanswered(one)) {
                    unanswered.add(defect.orderId());
                }
            }
        }
        List<Cause> causes = new ArrayList<>();
        causes.add(defects.cause(
                "not-received",
                "",
                defect -> reasons.get(defect.orderId()) == ReturnReason.NOT_RECEIVED || isOverdueWithBuyer(defect)));
        causes.add(said("damaged", ReturnReason.DAMAGED, defects, reasons));
        causes.add(said("wrong-or-missing-item", ReturnReason.WRONG_OR_MISSING, defects, reasons));
        for (String asin : notDescribed) {
            causes.add(defects.cause(
                    "not-as-described",
                    asin,
                    defect -> reasons.get(defect.orderId()) == ReturnReason.NOT_AS_DESCRIBED
                            && asin(defect).equals(Optional.of(asin))));
        }
        causes.add(said("defective", ReturnReason.DEFECTIVE, defects, reasons));
        causes.add(defects.cause("return-not-answered", "", defect -> unanswered.contains(defect.orderId())));
        return causes;
    }

    private static Cause said(String id, ReturnReason reason, Subject defects, Map<String, ReturnReason> reasons) {
        return defects.cause(id, "", defect -> reasons.get(defect.orderId()) == reason);
    }

    /** As the returns say, else as the order does. */
    private Optional<String> asin(Defect defect) {
        return rows.ledger().returns().of(defect.orderId()).stream()
                .flatMap(one -> one.asin().stream())
                .findFirst()
                .or(() -> rows.asin(defect));
    }

    /** Still waiting 48 hours later, by a file that tells of later days. */
    private static boolean isUnanswered(Return one) {
        return one.status()
                        .filter(status -> UNANSWERED.contains(status.strip().toLowerCase(Locale.ROOT)))
                        .isPresent()
                && one.requested() != Moments.NONE
                && Moments.epochSecond(one.toldUntil()) - Moments.epochSecond(one.requested()) > SECONDS_TO_ANSWER;
    }

    /** Handed over, and the export that says so and tells of deliveries has none though it reaches past the promise. */
    private boolean isOverdueWithBuyer(Defect defect) {
        int order = rows.find(defect);
        long promised = rows.moment(Field.EXPECTED_DELIVERY, defect.orderId());
        return order >= 0
                && promised != Moments.NONE
                && rows.moment(Field.DELIVERED, defect.orderId()) == Moments.NONE
                && orders.source(Field.SHIPPED, order)
                        .map(Source::file)
                        .filter(file -> rows.day(promised) < deliveries.toldUntil(file))
                        .isPresent();
    }

    /** Products that have defects from one date on and had hardly any before: a lot, a supplier, a change (cause 6). */
    private List<Cause> fromOneDate(Subject defects, Population population) {
        Map<String, List<Integer>> affected = new TreeMap<>();
        for (int order : population.affected()) {
            orders.asin(order)
                    .ifPresent(asin -> affected.computeIfAbsent(asin, a -> new ArrayList<>())
                            .add(orders.epochDay(order)));
        }
        affected.values().removeIf(days -> days.size() < LEAST_DEFECTS);
        if (affected.isEmpty()) {
            return List.of();
        }
        Map<String, List<Integer>> all = new HashMap<>();
        for (int order : population.orders()) {
            orders.asin(order)
                    .filter(affected::containsKey)
                    .ifPresent(asin ->
                            all.computeIfAbsent(asin, a -> new ArrayList<>()).add(orders.epochDay(order)));
        }
        List<Cause> causes = new ArrayList<>();
        affected.forEach((asin, days) -> firstDay(days, all.getOrDefault(asin, List.of()), affected.size())
                .ifPresent(from -> causes.add(defects.cause(
                        "asin-from-one-date",
                        LocalDate.ofEpochDay(from) + "/" + asin,
                        defect -> rows.placedDay(defect) >= from
                                && rows.asin(defect).equals(Optional.of(asin))))));
        return causes;
    }

    /** The day of the most remarkable rise, if it is beyond doubt. */
    private static Optional<Integer> firstDay(List<Integer> affected, List<Integer> all, int products) {
        Optional<Integer> best = Optional.empty();
        double least = Double.MAX_VALUE;
        Set<Integer> days = new TreeSet<>(affected);
        for (int day : days) {
            long since = affected.stream().filter(on -> on >= day).count();
            long ordersSince = all.stream().filter(on -> on >= day).count();
            if (all.size() - ordersSince >= LEAST_ORDERS_BEFORE
                    && Significance.isBeyondDoubt(
                            since, ordersSince, affected.size(), all.size(), days.size() * products)) {
                double chance = Significance.chance(since, ordersSince, new Rate(affected.size(), all.size()));
                if (chance < least) {
                    least = chance;
                    best = Optional.of(day);
                }
            }
        }
        return best;
    }
}
