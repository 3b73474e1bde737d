package redflag.causes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.ListedOrder;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.Population;
import redflag.rules.Measured;
import redflag.stock.Product;
import redflag.stock.Stock;

/**
 * Causes that single rows show, order by order, whatever other orders did. The table of causes is domain.md §3.6; a detector
 * is silent where the exports lack what it needs.
 */
final class Detectors {

    private static final int ORDERS_THAT_SHOW_THE_USUAL = 10;

    /** Amazon cancels what is not confirmed within seven business days (domain.md §1.3). */
    private static final int BUSINESS_DAYS_TO_CONFIRM = 7;

    /** A seller of Amazon's fulfilment with as few orders of his own, all cancelled, hardly meant to sell them so. */
    private static final int MOST_ACCIDENTAL_ORDERS = 20;

    private static final int TIMES_AS_MANY_BY_AMAZON = 5;

    private final StoreLedger ledger;
    private final StoreOrders orders;
    private final ZoneDays days;
    private final Stock stock;

    Detectors(StoreLedger ledger, Stock stock) {
        this.ledger = ledger;
        this.orders = ledger.orders();
        this.days = new ZoneDays(ledger.store().marketplace().zone());
        this.stock = stock;
    }

    /** In the order of domain.md; those that explain too little are left out. */
    List<Cause> of(Finding finding) {
        List<Cause> found = switch (finding.reading().metric()) {
            case LATE_SHIPMENT_RATE_10, LATE_SHIPMENT_RATE_30 -> lateShipments(finding);
            case PRE_FULFILLMENT_CANCELLATION_RATE -> cancellations(finding);
            case ORDER_DEFECT_RATE -> orderDefects(finding);
            default -> List.of();
        };
        return found.stream()
                .filter(cause -> !cause.explains().isEmpty() && cause.share() >= Causes.LEAST_SHARE)
                .toList();
    }

    private List<Cause> lateShipments(Finding finding) {
        List<Cause> causes = new ArrayList<>();
        causes.add(cause("confirmed-late-shipped-on-time", "", finding, this::isShippedInTime));
        causes.addAll(handoverOverHandling(finding));
        return causes;
    }

    private boolean isShippedInTime(Defect defect) {
        int order = orders.find(defect.orderId());
        if (order < 0) {
            return false;
        }
        long shipped = orders.moment(Field.SHIPPED, order);
        long limit = orders.moment(Field.EXPECTED_SHIP, order);
        return shipped != Moments.NONE && limit != Moments.NONE && !Moments.isAfter(shipped, limit, days);
    }

    /** Products whose orders usually, late or not, take longer until they are handed over than they may. */
    private List<Cause> handoverOverHandling(Finding finding) {
        Population population = finding.population().orElseThrow();
        Map<String, List<Long>> over = new TreeMap<>();
        for (int order : population.orders()) {
            long shipped = orders.moment(Field.SHIPPED, order);
            long limit = orders.moment(Field.EXPECTED_SHIP, order);
            Optional<String> sku = orders.sku(order);
            if (shipped != Moments.NONE && limit != Moments.NONE && sku.isPresent()) {
                over.computeIfAbsent(sku.get(), s -> new ArrayList<>())
                        .add((long) Moments.epochDay(shipped, days) - Moments.epochDay(limit, days));
            }
        }
        List<Cause> causes = new ArrayList<>();
        over.forEach((sku, daysOver) -> {
            if (daysOver.size() >= ORDERS_THAT_SHOW_THE_USUAL && lowerMedian(daysOver) > 0) {
                causes.add(cause(
                        "usual-handover-over-handling-time",
                        sku,
                        finding,
                        defect -> defect.sku().equals(Optional.of(sku))));
            }
        });
        return causes;
    }

    private static long lowerMedian(List<Long> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private List<Cause> cancellations(Finding finding) {
        List<Cause> causes = new ArrayList<>();
        Set<String> oversold = skus(Product.Flag.CANCELLED_OUT_OF_STOCK, Product.Flag.OVERSOLD);
        causes.add(cause(
                "oversold",
                "",
                finding,
                defect -> defect.sku().filter(oversold::contains).isPresent()));
        Set<String> twice = skus(Product.Flag.CANCELLED_TWICE_IN_A_ROW);
        causes.add(cause(
                "same-product-twice-in-a-row",
                "",
                finding,
                defect -> defect.sku().filter(twice::contains).isPresent()));
        causes.add(cause("not-confirmed-in-seven-business-days", "", finding, this::isCancelledByTheClock));
        if (isOfferByAccident(finding)) {
            causes.add(cause("accidental-seller-fulfilled-offer", "", finding, defect -> true));
        }
        return causes;
    }

    private Set<String> skus(Product.Flag... flags) {
        EnumSet<Product.Flag> any = EnumSet.copyOf(Arrays.asList(flags));
        Set<String> skus = new HashSet<>();
        stock.products().stream()
                .filter(product -> product.flags().stream().anyMatch(any::contains))
                .forEach(product -> skus.add(product.sku()));
        return skus;
    }

    private boolean isCancelledByTheClock(Defect defect) {
        int order = orders.find(defect.orderId());
        if (order < 0 || !orders.cancelledBy(order).equals(Optional.of(Code.AMAZON))) {
            return false;
        }
        long limit = orders.moment(Field.EXPECTED_SHIP, order);
        long changed = orders.changed(order);
        return limit != Moments.NONE
                && changed != Moments.NONE
                && orders.moment(Field.SHIPPED, order) == Moments.NONE
                && Moments.epochDay(changed, days)
                        >= plusBusinessDays(LocalDate.ofEpochDay(Moments.epochDay(limit, days)))
                                .toEpochDay();
    }

    private static LocalDate plusBusinessDays(LocalDate day) {
        LocalDate last = day;
        for (int left = BUSINESS_DAYS_TO_CONFIRM; left > 0; ) {
            last = last.plusDays(1);
            boolean isWeekend = last.getDayOfWeek() == DayOfWeek.SATURDAY || last.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= isWeekend ? 0 : 1;
        }
        return last;
    }

    private boolean isOfferByAccident(Finding finding) {
        Population population = finding.population().orElseThrow();
        long all = population.rate().total();
        Optional<Period> window = finding.reading().computed().flatMap(Measured::window);
        return all <= MOST_ACCIDENTAL_ORDERS
                && population.rate().affected() == all
                && window.filter(w -> orders.count(w, Code.AFN) >= TIMES_AS_MANY_BY_AMAZON * all)
                        .isPresent();
    }

    private List<Cause> orderDefects(Finding finding) {
        Set<String> late = new HashSet<>();
        ledger.defects().lateShipments().stream().findFirst().map(DefectList::orders).orElse(List.of()).stream()
                .filter(ListedOrder::counts)
                .forEach(order -> late.add(order.orderId()));
        return List.of(
                cause(
                        "order-shipped-late",
                        "",
                        finding,
                        defect -> late.contains(defect.orderId()) || isShippedLate(defect)),
                cause("order-delivered-late", "", finding, this::isDeliveredLate),
                cause("order-cancelled-by-seller", "", finding, this::isCancelledBySeller));
    }

    private boolean isShippedLate(Defect defect) {
        return isLate(defect, Field.SHIPPED, Field.EXPECTED_SHIP);
    }

    private boolean isDeliveredLate(Defect defect) {
        return isLate(defect, Field.DELIVERED, Field.EXPECTED_DELIVERY);
    }

    private boolean isLate(Defect defect, Field done, Field promised) {
        int order = orders.find(defect.orderId());
        if (order < 0) {
            return false;
        }
        long moment = orders.moment(done, order);
        long limit = orders.moment(promised, order);
        return moment != Moments.NONE && limit != Moments.NONE && Moments.isAfter(moment, limit, days);
    }

    private boolean isCancelledBySeller(Defect defect) {
        int order = orders.find(defect.orderId());
        return order >= 0
                && orders.isCancelled(order)
                && !orders.isBuyerRequested(order)
                && orders.cancelledBy(order).filter(by -> by != Code.MERCHANT).isEmpty();
    }

    private static Cause cause(String id, String value, Finding finding, Predicate<Defect> isExplained) {
        List<Defect> defects = finding.population().orElseThrow().defects();
        return new Cause(
                id,
                finding.reading().metric(),
                finding.reading().fulfilment(),
                Optional.empty(),
                value,
                defects.stream().filter(isExplained).toList(),
                defects.size(),
                Optional.empty());
    }
}
