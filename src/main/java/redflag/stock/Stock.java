package redflag.stock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.ledger.Code;
import redflag.ledger.ListedProduct;
import redflag.ledger.NewestProducts;
import redflag.ledger.SkuSales;
import redflag.ledger.SkuSales.Pace;
import redflag.ledger.Source;
import redflag.ledger.StockedProduct;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreProducts;
import redflag.metrics.Freshness;
import redflag.past.Snapshot;
import redflag.stock.Product.Flag;

/**
 * A store's products. An export that is too old says nothing of today's quantities: of its products only what orders tell
 * is known.
 *
 * @param products those with the gravest flag first, then those that last shortest
 * @param listings the export that names the offers
 * @param inventory the export that tells what lies at Amazon
 * @param outOfStockSince by SKU, the first night of an unbroken run of nights without stock: for the nights to come
 */
public record Stock(
        List<Product> products,
        Optional<Export> listings,
        Optional<Export> inventory,
        Map<String, LocalDate> outOfStockSince) {

    private static final int DAYS_A_CANCELLATION_COUNTS = 30;
    private static final long MOST_OF_AN_OVERSOLD_PRODUCT = 2;
    private static final long DAYS_OF_LOW_COVER = 14;
    private static final int DAYS_OF_SHIPPED_UNITS = 30;
    /** Ten years ahead nobody plans; a quantity of 99,999 stands for "enough". */
    private static final long MOST_DAYS_AHEAD = 3_650;

    /**
     * Where quantities come from.
     *
     * @param on the day of which it tells, where that is known
     * @param isStale whether that is too long ago
     */
    public record Export(String file, Optional<LocalDate> on, boolean isStale) {}

    public Stock {
        products = List.copyOf(products);
        outOfStockSince = Collections.unmodifiableMap(new TreeMap<>(outOfStockSince));
    }

    /** Of a store of whose products no export tells. */
    public static Stock none() {
        return new Stock(List.of(), Optional.empty(), Optional.empty(), Map.of());
    }

    /** Products that have this flag. */
    public long count(Flag flag) {
        return products.stream()
                .filter(product -> product.flags().contains(flag))
                .count();
    }

    /** By SKU what is available, where it is known: for the nights to come. */
    public Map<String, Long> available() {
        Map<String, Long> available = new TreeMap<>();
        products.forEach(product -> product.available().ifPresent(quantity -> available.put(product.sku(), quantity)));
        return available;
    }

    /** @param earlier what the newest earlier night knew */
    public static Stock of(StoreLedger ledger, Optional<Snapshot> earlier, Freshness freshness) {
        return new Counting(ledger, earlier, freshness).stock();
    }

    /** The counting of one store and night. */
    private static final class Counting {

        private final LocalDate asOf;
        private final StoreProducts of;
        private final Optional<Export> listings;
        private final Optional<Export> inventory;
        private final boolean paceIsStale;
        private final Map<String, Long> before;
        private final Map<String, LocalDate> since;

        Counting(StoreLedger ledger, Optional<Snapshot> earlier, Freshness freshness) {
            this.asOf = ledger.asOf();
            this.of = ledger.products();
            this.listings = export(of.listings(), ledger, freshness);
            this.inventory = export(of.stock(), ledger, freshness);
            this.paceIsStale = ledger.ordersCover()
                    .filter(cover -> freshness.level(ledger.orderKind(), cover.to(), asOf) == Freshness.Level.STALE)
                    .isPresent();
            this.before = earlier.map(Snapshot::stock).orElse(Map.of());
            this.since = earlier.map(Snapshot::outOfStockSince).orElse(Map.of());
        }

        private static Optional<Export> export(NewestProducts<?> products, StoreLedger ledger, Freshness freshness) {
            return products.file()
                    .map(file -> new Export(
                            file,
                            products.on(),
                            products.on()
                                    .filter(on -> freshness.level(ledger.kindOf(Optional.of(file)), on, ledger.asOf())
                                            == Freshness.Level.STALE)
                                    .isPresent()));
        }

        Stock stock() {
            Set<String> skus = new HashSet<>(of.listings().bySku().keySet());
            skus.addAll(of.stock().bySku().keySet());
            List<Product> products = new ArrayList<>();
            // while an export is missing, what was known before of products that it may name is the newest that is
            // known
            boolean isWhole = listings.isPresent() && (inventory.isPresent() || !isWithAmazon());
            Map<String, LocalDate> without = new TreeMap<>(isWhole ? Map.of() : since);
            without.keySet().removeAll(skus);
            for (String sku : skus) {
                Product product = product(sku);
                products.add(product);
                Optional<LocalDate> known =
                        product.available().isPresent() ? Optional.empty() : Optional.ofNullable(since.get(sku));
                product.outOfStockSince().or(() -> known).ifPresent(day -> without.put(sku, day));
            }
            products.sort(Comparator.comparing((Product product) -> product.flags().stream()
                            .findFirst()
                            .map(Enum::ordinal)
                            .orElse(Integer.MAX_VALUE))
                    .thenComparing(product -> product.daysOfCover().orElse(Long.MAX_VALUE))
                    .thenComparing(Product::sku));
            return new Stock(products, listings, inventory, without);
        }

        private boolean isWithAmazon() {
            return of.listings().bySku().values().stream()
                    .anyMatch(listed -> listed.fulfilment().equals(Optional.of(Code.AFN)));
        }

        private Product product(String sku) {
            Optional<ListedProduct> listed =
                    Optional.ofNullable(of.listings().bySku().get(sku));
            Optional<StockedProduct> stocked =
                    Optional.ofNullable(of.stock().bySku().get(sku));
            SkuSales sales = Objects.requireNonNull(of.sales().get(sku), sku);
            boolean byAmazon = listed.flatMap(ListedProduct::fulfilment)
                    .map(code -> code == Code.AFN)
                    .orElse(stocked.isPresent()
                            && listed.flatMap(ListedProduct::quantity).isEmpty());
            Optional<Export> export = byAmazon ? inventory : listings;
            Optional<Long> available = export.filter(Export::isStale).isPresent()
                    ? Optional.empty()
                    : byAmazon ? stocked.flatMap(StockedProduct::available) : listed.flatMap(ListedProduct::quantity);
            Optional<Pace> pace = pace(sales, stocked);
            Optional<Long> cover = available.flatMap(quantity ->
                    pace.filter(of -> of.units() > 0).map(of -> Math.multiplyExact(quantity, of.days()) / of.units()));
            boolean isOut = isNone(available);
            LocalDate on = export.flatMap(Export::on).orElse(asOf);
            return new Product(
                    sku,
                    listed.flatMap(ListedProduct::asin).or(() -> stocked.flatMap(StockedProduct::asin)),
                    listed.flatMap(ListedProduct::title),
                    listed.flatMap(ListedProduct::fulfilment)
                            .or(() -> byAmazon ? Optional.of(Code.AFN) : Optional.empty()),
                    available,
                    Optional.ofNullable(before.get(sku)),
                    inventory.filter(Export::isStale).isPresent()
                            ? Optional.empty()
                            : stocked.flatMap(StockedProduct::inbound),
                    pace,
                    cover,
                    isOut
                            ? Optional.of(asOf)
                            : cover.filter(days -> days <= MOST_DAYS_AHEAD).map(days -> on.plusDays(days + 1)),
                    isOut ? Optional.of(since.getOrDefault(sku, asOf)) : Optional.empty(),
                    flags(listed, byAmazon, available, cover, sales, pace),
                    source(listed, stocked, byAmazon));
        }

        /** As orders tell; where they do not, or have none though Amazon has shipped some, as the inventory does. */
        private Optional<Pace> pace(SkuSales sales, Optional<StockedProduct> stocked) {
            Optional<Pace> byOrders = paceIsStale ? Optional.empty() : sales.pace();
            if (byOrders.filter(pace -> pace.units() > 0).isPresent()
                    || inventory.filter(Export::isStale).isPresent()) {
                return byOrders;
            }
            return stocked.flatMap(StockedProduct::shippedIn30Days)
                    .map(units -> new Pace(units, DAYS_OF_SHIPPED_UNITS))
                    .or(() -> byOrders);
        }

        private static Source source(
                Optional<ListedProduct> listed, Optional<StockedProduct> stocked, boolean byAmazon) {
            Optional<Source> atSeller = listed.map(ListedProduct::source);
            Optional<Source> atAmazon = stocked.map(StockedProduct::source);
            return (byAmazon ? atAmazon.or(() -> atSeller) : atSeller.or(() -> atAmazon)).orElseThrow();
        }

        private Set<Flag> flags(
                Optional<ListedProduct> listed,
                boolean byAmazon,
                Optional<Long> available,
                Optional<Long> cover,
                SkuSales sales,
                Optional<Pace> pace) {
            Set<Flag> flags = EnumSet.noneOf(Flag.class);
            boolean isOut = isNone(available);
            boolean isLive = listed.flatMap(ListedProduct::active).orElse(false);
            boolean isCancelled = isCancelledOfLate(sales);
            if (isCancelledTwiceInARow(sales)) {
                flags.add(Flag.CANCELLED_TWICE_IN_A_ROW);
            }
            if (isOut && isLive && !byAmazon) {
                flags.add(Flag.LIVE_WITHOUT_STOCK);
            }
            if (isOut && isCancelled) {
                flags.add(Flag.CANCELLED_OUT_OF_STOCK);
            }
            if (!isOut
                    && isCancelled
                    && available
                            .filter(quantity -> quantity <= MOST_OF_AN_OVERSOLD_PRODUCT)
                            .isPresent()) {
                flags.add(Flag.OVERSOLD);
            }
            if (isOut && pace.filter(of -> of.units() > 0).isPresent()) {
                flags.add(Flag.OUT_OF_STOCK);
            }
            if (!isOut && cover.filter(days -> days < DAYS_OF_LOW_COVER).isPresent()) {
                flags.add(Flag.LOW_COVER);
            }
            return Collections.unmodifiableSet(flags);
        }

        private static boolean isNone(Optional<Long> available) {
            return available.filter(quantity -> quantity == 0).isPresent();
        }

        /** Whether the order was placed in the last 30 days, the as-of date among them. */
        private boolean isOfLate(SkuSales sales, int order) {
            return sales.day(order).isAfter(asOf.minusDays(DAYS_A_CANCELLATION_COUNTS));
        }

        private boolean isCancelledOfLate(SkuSales sales) {
            for (int order = 0; order < sales.orders(); order++) {
                if (isOfLate(sales, order) && sales.isCancelledBySeller(order)) {
                    return true;
                }
            }
            return false;
        }

        private boolean isCancelledTwiceInARow(SkuSales sales) {
            for (int order = 1; order < sales.orders(); order++) {
                long apart = ChronoUnit.DAYS.between(sales.day(order - 1), sales.day(order));
                if (sales.isCancelledBySeller(order - 1)
                        && sales.isCancelledBySeller(order)
                        && isOfLate(sales, order)
                        && apart <= DAYS_A_CANCELLATION_COUNTS) {
                    return true;
                }
            }
            return false;
        }
    }
}
