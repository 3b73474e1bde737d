package redflag.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/**
 * The merge of an account's files: what each of its stores did, as of its date. The order and the names of the files
 * make no difference; where two files tie, the greater content hash decides.
 *
 * @param stores by store, in the order given
 * @param warnings rows that belong to no store, and whose fault that may be
 */
public record AccountLedger(AccountId account, Map<StoreId, StoreLedger> stores, List<Remark> warnings) {

    public AccountLedger {
        stores = Collections.unmodifiableMap(new LinkedHashMap<>(stores));
        warnings = List.copyOf(warnings);
    }

    /**
     * Merges what {@code files} say of {@code stores}, all of one account.
     *
     * @param asOf the as-of date of each store; rows dated later are left out
     */
    public static AccountLedger merge(
            AccountId account, List<FileFacts> files, List<Store> stores, Map<StoreId, LocalDate> asOf) {
        List<FileFacts> sorted = files.stream()
                .filter(FileFacts::isUsable)
                .sorted(Comparator.comparing(FileFacts::sha256).thenComparing(FileFacts::file))
                .toList();
        AccountOrders orders = new AccountOrders(sorted);
        List<Remark> warnings = new ArrayList<>();
        OrderCoverage coverage = new OrderCoverage(orders.tables());
        OrderSplit split = OrderSplit.of(orders, stores, asOf);
        warnings.addAll(split.warnings());
        DefectLists lists = new DefectLists(sorted, stores, orders, split);
        Map<StoreId, StoreLedger> ledgers = new LinkedHashMap<>();
        boolean hasOrderExport =
                sorted.stream().anyMatch(f -> f.table(FactType.ORDER_LINE).isPresent());
        long orderRowsRejected = sorted.stream()
                .filter(f -> f.table(FactType.ORDER_LINE).isPresent())
                .mapToLong(FileFacts::rowsRejected)
                .sum();
        for (Store store : stores) {
            LocalDate day = asOf.getOrDefault(store.id(), LocalDate.MAX);
            ledgers.put(
                    store.id(),
                    new StoreLedger(
                            store,
                            day,
                            split.ordersOf(store.id()),
                            hasOrderExport,
                            coverage.of(store, day),
                            orderRowsRejected,
                            lists.of(store, FactType.ORDER_DEFECT),
                            lists.of(store, FactType.LATE_SHIPMENT),
                            printed(sorted, store),
                            state(sorted, store)));
        }
        warnings.addAll(lists.warnings());
        warnings.addAll(strangers(sorted, stores));
        return new AccountLedger(account, ledgers, warnings);
    }

    private static List<PrintedFigure> printed(List<FileFacts> files, Store store) {
        List<PrintedFigure> figures = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.PRINTED_FIGURE).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                if (isOf(store, table, row)) {
                    figures.add(figure(facts.file(), table, row));
                }
            }
        }
        return figures;
    }

    private static PrintedFigure figure(String file, FactTable table, int row) {
        Map<Code, Long> components = new LinkedHashMap<>();
        table.count(Field.NEGATIVE_FEEDBACK_COUNT, row).ifPresent(n -> components.put(Code.NEGATIVE_FEEDBACK, n));
        table.count(Field.A_TO_Z_CLAIM_COUNT, row).ifPresent(n -> components.put(Code.A_TO_Z_CLAIM, n));
        table.count(Field.CHARGEBACK_COUNT, row).ifPresent(n -> components.put(Code.CHARGEBACK, n));
        return new PrintedFigure(
                table.text(Field.METRIC, row).orElse(""),
                table.code(Field.FULFILMENT, row),
                table.text(Field.CATEGORY, row),
                table.day(Field.FROM, row),
                table.day(Field.TO, row),
                table.count(Field.AFFECTED, row),
                table.count(Field.TOTAL, row),
                table.text(Field.RATE, row).map(BigDecimal::new),
                table.count(Field.SCORE, row),
                table.day(Field.STATED_ON, row),
                table.text(Field.STATUS, row),
                components,
                new Source(file, table.sourceRow(row)));
    }

    private static Optional<AccountState> state(List<FileFacts> files, Store store) {
        AccountState newest = null;
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.ACCOUNT_STATE).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                Optional<LocalDate> on = table.day(Field.TO, row);
                if (isOf(store, table, row) && (newest == null || !day(on).isBefore(day(newest.on())))) {
                    newest = new AccountState(
                            table.text(Field.STATUS, row).orElse(""),
                            on,
                            new Source(facts.file(), table.sourceRow(row)));
                }
            }
        }
        return Optional.ofNullable(newest);
    }

    private static LocalDate day(Optional<LocalDate> on) {
        return on.orElse(LocalDate.MIN);
    }

    /** Whether the row names the store, or else its marketplace. */
    private static boolean isOf(Store store, FactTable table, int row) {
        Optional<String> named = table.text(Field.STORE, row);
        if (named.isPresent()) {
            return named.get().equals(store.id().value());
        }
        Optional<String> marketplace = table.text(Field.MARKETPLACE, row);
        return marketplace.isPresent() && Marketplace.find(marketplace.get()).equals(Optional.of(store.marketplace()));
    }

    /** What files state of stores and marketplaces that the account does not have: once a file and name. */
    private static List<Remark> strangers(List<FileFacts> files, List<Store> stores) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            Set<String> marketplaces = new TreeSet<>();
            Map<String, Long> unknownStores = new TreeMap<>();
            for (FactType type : List.of(FactType.PRINTED_FIGURE, FactType.ACCOUNT_STATE)) {
                FactTable table = facts.table(type).orElse(null);
                for (int row = 0; table != null && row < table.size(); row++) {
                    if (isOfNone(stores, table, row)) {
                        Optional<String> store = table.text(Field.STORE, row);
                        store.ifPresent(name -> unknownStores.merge(name, 1L, Long::sum));
                        if (store.isEmpty()) {
                            marketplaces.add(table.text(Field.MARKETPLACE, row)
                                    .filter(name -> !name.isEmpty())
                                    .orElse("?"));
                        }
                    }
                }
            }
            marketplaces.forEach(name -> warnings.add(new Remark(
                    "warning.marketplace-without-store", Map.of("file", facts.file(), "marketplace", name))));
            unknownStores.forEach((name, rows) -> warnings.add(
                    new Remark("warning.unknown-store", Map.of("file", facts.file(), "store", name, "rows", rows))));
        }
        return warnings;
    }

    private static boolean isOfNone(List<Store> stores, FactTable table, int row) {
        return stores.stream().noneMatch(store -> isOf(store, table, row));
    }
}
