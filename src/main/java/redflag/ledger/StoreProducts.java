package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import redflag.basics.DaysAhead;
import redflag.basics.Period;
import redflag.basics.Store;

/**
 * What a store offers, what of it lies where, and how it sells, by SKU. Of several listings reports or inventories the one
 * that states the newest day stands, else the one written last, else that with the greatest content hash. Files of
 * days behind the as-of date stand only where there is no other.
 *
 * @param sales of the SKUs that are listed or in stock
 */
public record StoreProducts(
        NewestProducts<ListedProduct> listings, NewestProducts<StockedProduct> stock, Map<String, SkuSales> sales) {

    private static final int DAYS_OF_ORDERS = 60;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WEEKS_OF_PACE = 4;

    public StoreProducts {
        sales = Collections.unmodifiableMap(new TreeMap<>(sales));
    }

    /** Whether no export tells of any product. */
    public boolean isEmpty() {
        return listings.bySku().isEmpty() && stock.bySku().isEmpty();
    }

    /**
     * @param files sorted by content hash
     * @param writtenOn by file, where it is known
     * @param orders the store's part of {@code all}
     * @param cover the days of which the order exports know all orders
     */
    static StoreProducts of(
            List<FileFacts> files,
            Owners owners,
            Store store,
            Map<String, LocalDate> writtenOn,
            AccountOrders all,
            StoreOrders orders,
            Optional<Period> cover,
            LocalDate asOf) {
        NewestProducts<ListedProduct> listings =
                newest(files, FactType.LISTING, writtenOn, asOf, file -> listings(file, owners, store));
        NewestProducts<StockedProduct> stock =
                newest(files, FactType.STOCK, writtenOn, asOf, file -> stock(file, owners, store));
        Set<String> skus = new HashSet<>(listings.bySku().keySet());
        skus.addAll(stock.bySku().keySet());
        return new StoreProducts(listings, stock, skus.isEmpty() ? Map.of() : sales(skus, all, orders, cover, asOf));
    }

    private record Dated(FileFacts file, Optional<LocalDate> statedOn, LocalDate day) {}

    /** The products of the newest of the files that has any of the store's. */
    private static <P> NewestProducts<P> newest(
            List<FileFacts> files,
            FactType type,
            Map<String, LocalDate> writtenOn,
            LocalDate asOf,
            Function<FileFacts, Map<String, P>> productsOf) {
        Comparator<Dated> oldestFirst = Comparator.comparing(Dated::day)
                .thenComparing(dated -> dated.file().sha256());
        Comparator<Dated> best = Comparator.<Dated, Boolean>comparing(dated -> DaysAhead.isLater(dated.day(), asOf))
                .thenComparing((one, other) -> DaysAhead.isLater(one.day(), asOf)
                        ? oldestFirst.compare(one, other)
                        : oldestFirst.compare(other, one));
        List<Dated> candidates = files.stream()
                .filter(file -> file.table(type).isPresent())
                .map(file -> dated(file, type, writtenOn))
                .filter(dated -> dated.statedOn()
                        .filter(day -> DaysAhead.isLater(day, asOf))
                        .isEmpty())
                .sorted(best)
                .toList();
        for (Dated candidate : candidates) {
            Map<String, P> products = productsOf.apply(candidate.file());
            if (!products.isEmpty()) {
                Optional<LocalDate> on = candidate.day().equals(LocalDate.MIN)
                        ? Optional.empty()
                        : Optional.of(candidate.day().isAfter(asOf) ? asOf : candidate.day());
                return new NewestProducts<>(
                        products, Optional.of(candidate.file().file()), on);
            }
        }
        return NewestProducts.none();
    }

    private static Dated dated(FileFacts file, FactType type, Map<String, LocalDate> writtenOn) {
        FactTable table = file.table(type).orElseThrow();
        Optional<LocalDate> stated = Optional.empty();
        for (int row = 0; row < table.size(); row++) {
            Optional<LocalDate> day = table.day(Field.STATED_ON, row);
            if (day.isPresent() && (stated.isEmpty() || day.get().isAfter(stated.get()))) {
                stated = day;
            }
        }
        LocalDate written = writtenOn.getOrDefault(file.file(), LocalDate.MIN);
        return new Dated(file, stated, stated.orElse(written));
    }

    private static Map<String, ListedProduct> listings(FileFacts file, Owners owners, Store store) {
        FactTable table = file.table(FactType.LISTING).orElseThrow();
        Map<String, ListedProduct> products = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            Optional<String> sku = table.text(Field.SKU, row);
            if (sku.isPresent() && owners.ofProduct(file.file(), table, row).contains(store)) {
                products.merge(
                        sku.get(),
                        new ListedProduct(
                                sku.get(),
                                table.text(Field.ASIN, row),
                                table.text(Field.TITLE, row),
                                table.code(Field.FULFILMENT, row),
                                table.count(Field.QUANTITY, row),
                                table.text(Field.STATUS, row).flatMap(StoreProducts::isActive),
                                new Source(file.file(), table.sourceRow(row))),
                        StoreProducts::fuller);
            }
        }
        return products;
    }

    /** Of two rows of one SKU the one with more to sell, whatever their order; a live one before one that is not. */
    private static ListedProduct fuller(ListedProduct one, ListedProduct other) {
        int byQuantity =
                Long.compare(one.quantity().orElse(-1L), other.quantity().orElse(-1L));
        int order = byQuantity != 0
                ? byQuantity
                : Boolean.compare(one.active().orElse(false), other.active().orElse(false));
        return order < 0 || order == 0 && other.source().row() < one.source().row() ? other : one;
    }

    private static final Set<String> ACTIVE = Set.of("active", "\u51fa\u54c1\u4e2d", "\u5728\u552e");
    private static final Set<String> INACTIVE =
            Set.of("inactive", "incomplete", "\u505c\u6b62\u4e2d", "\u4e0d\u53ef\u552e", "\u505c\u552e");

    /** Amazon's words in English, Japanese and Chinese; of others nobody knows. */
    private static Optional<Boolean> isActive(String status) {
        String word = status.strip().toLowerCase(Locale.ROOT);
        if (ACTIVE.contains(word)) {
            return Optional.of(true);
        }
        return INACTIVE.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** A row a condition and country: what can't be sold is none that can, and rows of other countries are left out. */
    private static Map<String, StockedProduct> stock(FileFacts file, Owners owners, Store store) {
        FactTable table = file.table(FactType.STOCK).orElseThrow();
        Map<String, StockedProduct> products = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            Optional<String> sku = table.text(Field.SKU, row);
            boolean isUnsellable = table.text(Field.CONDITION, row)
                    .filter(condition -> condition.equalsIgnoreCase("UNSELLABLE"))
                    .isPresent();
            if (sku.isPresent() && owners.ofProduct(file.file(), table, row).contains(store)) {
                products.merge(
                        sku.get(),
                        new StockedProduct(
                                sku.get(),
                                table.text(Field.ASIN, row),
                                isUnsellable ? Optional.of(0L) : table.count(Field.AVAILABLE, row),
                                table.count(Field.INBOUND, row),
                                table.count(Field.SHIPPED_IN_30_DAYS, row),
                                new Source(file.file(), table.sourceRow(row))),
                        StockedProduct::with);
            }
        }
        return products;
    }

    private static Map<String, SkuSales> sales(
            Set<String> skus, AccountOrders all, StoreOrders orders, Optional<Period> cover, LocalDate asOf) {
        LocalDate end = cover.map(Period::to).filter(to -> to.isBefore(asOf)).orElse(asOf);
        Optional<Period> pace = paceDays(cover, end);
        Map<String, SkuSales.Builder> sales = new HashMap<>();
        skus.forEach(sku -> sales.put(sku, new SkuSales.Builder()));
        boolean[] isAllKnown = {true};
        all.forEachStandingLine((place, table, row) -> {
            int order = orders.placeOf(place);
            if (order < 0 || asOf.toEpochDay() - orders.epochDay(order) >= DAYS_OF_ORDERS) {
                return;
            }
            boolean isCancelled = isCancelled(table, row);
            boolean isPaced = !isCancelled
                    && pace.filter(days -> days.contains(orders.day(order))).isPresent();
            Optional<String> sku = table.text(Field.SKU, row);
            Optional<Long> quantity = table.count(Field.QUANTITY, row);
            if (isPaced && (sku.isEmpty() || quantity.isEmpty()) && !isPackage(table, row)) {
                // it may have been any of them
                isAllKnown[0] = false;
            }
            SkuSales.Builder of = sku.map(sales::get).orElse(null);
            if (of == null) {
                return;
            }
            if (isPaced) {
                of.sold(quantity.orElse(0L));
            }
            if (orders.isFulfilledBy(order, Code.MFN)) {
                boolean isBuyers = table.isTrue(Field.BUYER_REQUESTED_CANCELLATION, row)
                        || table.is(Field.CANCELLED_BY, row, Code.BUYER)
                        || orders.cancelledBy(order).equals(Optional.of(Code.BUYER));
                of.line(
                        order,
                        Moments.epochSecond(orders.placed(order)),
                        orders.epochDay(order),
                        isCancelled && !isBuyers);
            }
        });
        int paceDays = isAllKnown[0] ? pace.map(Period::days).orElse(0) : 0;
        Map<String, SkuSales> built = new HashMap<>();
        sales.forEach((sku, of) -> built.put(sku, of.build(paceDays)));
        return built;
    }

    /** An item may be cancelled of an order that is not. */
    static boolean isCancelled(FactTable table, int row) {
        return table.is(Field.ORDER_STATUS, row, Code.CANCELLED)
                || table.code(Field.CANCELLED_BY, row).isPresent();
    }

    /** Whether the row is of one of an order's packages, of which it has more than items: such a record has a row for each. */
    static boolean isPackage(FactTable table, int row) {
        boolean isOfItem = table.text(Field.SKU, row).isPresent()
                || table.count(Field.QUANTITY, row).isPresent();
        return !isOfItem && row > 0 && table.sourceRow(row) == table.sourceRow(row - 1);
    }

    /** The last four weeks of which all orders are known, or as many whole ones as are. */
    private static Optional<Period> paceDays(Optional<Period> cover, LocalDate end) {
        if (cover.isEmpty() || cover.get().from().isAfter(end)) {
            return Optional.empty();
        }
        int weeks = Math.min(WEEKS_OF_PACE, new Period(cover.get().from(), end).days() / DAYS_OF_A_WEEK);
        return weeks == 0
                ? Optional.empty()
                : Optional.of(new Period(end.minusDays((long) weeks * DAYS_OF_A_WEEK - 1), end));
    }
}
