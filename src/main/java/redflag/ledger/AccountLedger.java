package redflag.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.DaysAhead;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/**
 * The merge of an account's files: what each of its stores did, as of its date. The order and the names of the files
 * make no difference; where two files tie, the greater content hash decides.
 *
 * @param stores by store, in the order given
 * @param warnings rows that belong to no store, and whose fault that may be
 * @param nobodys files of which no row could be given to a store, and why
 */
public record AccountLedger(
        AccountId account, Map<StoreId, StoreLedger> stores, List<Remark> warnings, Map<String, Remark> nobodys) {

    public AccountLedger {
        stores = Collections.unmodifiableMap(new LinkedHashMap<>(stores));
        warnings = List.copyOf(warnings);
        nobodys = Collections.unmodifiableMap(new LinkedHashMap<>(nobodys));
    }

    /**
     * Merges what {@code files} say of {@code stores}, all of one account.
     *
     * @param asOf the as-of date of each store; rows dated later are left out
     */
    public static AccountLedger merge(
            AccountId account, List<FileFacts> files, List<Store> stores, Map<StoreId, LocalDate> asOf) {
        return merge(account, files, stores, asOf, Map.of());
    }

    /**
     * The same, where it is known when files were written.
     *
     * @param writtenAt by file, the moment after which it can know nothing
     */
    public static AccountLedger merge(
            AccountId account,
            List<FileFacts> files,
            List<Store> stores,
            Map<StoreId, LocalDate> asOf,
            Map<String, Instant> writtenAt) {
        List<FileFacts> sorted = files.stream()
                .filter(FileFacts::isUsable)
                .sorted(Comparator.comparing(FileFacts::sha256).thenComparing(FileFacts::file))
                .toList();
        AccountOrders orders = new AccountOrders(sorted);
        List<Remark> warnings = new ArrayList<>();
        OrderCoverage coverage = new OrderCoverage(sorted, stores);
        OrderSplit split = OrderSplit.of(orders, stores, asOf);
        warnings.addAll(split.warnings());
        Owners owners = new Owners(stores, orders, split);
        Map<StoreId, Map<String, LocalDate>> written = new HashMap<>();
        stores.forEach(store -> written.put(store.id(), daysOf(writtenAt, store)));
        DefectLists lists = new DefectLists(sorted, stores, asOf, split, owners, written);
        ExportDays exportDays = new ExportDays(owners, coverage);
        Map<String, String> kinds = new HashMap<>();
        sorted.forEach(file -> kinds.put(file.file(), file.kind()));
        Map<StoreId, StoreLedger> ledgers = new LinkedHashMap<>();
        for (Store store : stores) {
            LocalDate day = asOf.getOrDefault(store.id(), LocalDate.MAX);
            List<FileFacts> exports = coverage.filesOf(store);
            Map<String, LocalDate> writtenOn = written.getOrDefault(store.id(), Map.of());
            NoticeRows.OfStore notices = NoticeRows.of(sorted, owners, store, writtenOn, day);
            warnings.addAll(notices.warnings());
            DocumentRows.OfStore documents = DocumentRows.of(sorted, owners, store, writtenOn, day);
            documents.warnings().stream()
                    .filter(warning -> !warnings.contains(warning))
                    .forEach(warnings::add);
            long rejected = exports.stream().mapToLong(FileFacts::rowsRejected).sum();
            ledgers.put(
                    store.id(),
                    new StoreLedger(
                            store,
                            day,
                            split.ordersOf(store.id()),
                            !exports.isEmpty(),
                            coverage.kindOf(store),
                            coverage.of(store, day),
                            rejected + orders.contradictions(),
                            defectsOf(store, lists),
                            printed(sorted, owners, store),
                            DailyFigures.of(sorted, owners, store, day),
                            StoreReturns.of(sorted, owners, store),
                            StoreProducts.of(
                                    sorted,
                                    owners,
                                    store,
                                    writtenOn,
                                    orders,
                                    split.ordersOf(store.id()),
                                    coverage.of(store, day),
                                    day),
                            kinds,
                            exportDays.of(sorted, stores, store, writtenOn),
                            states(sorted, owners, store, day),
                            ActionRows.of(sorted, owners, store),
                            notices.rows(),
                            documents.rows()));
        }
        warnings.addAll(lists.warnings());
        if (orders.detailsOfNoOrder() > 0) {
            warnings.add(Remark.of("warning.details-of-no-order", "rows", orders.detailsOfNoOrder()));
        }
        if (orders.contradictions() > 0) {
            warnings.add(Remark.of("warning.files-contradict", "orders", orders.contradictions()));
        }
        warnings.addAll(strangers(sorted, owners));
        warnings.addAll(ofNoMarketplace(sorted, owners));
        warnings.addAll(ActionRows.ofNoStore(sorted, owners));
        warnings.addAll(NoticeRows.ofNoStore(sorted, owners));
        warnings.addAll(DocumentRows.ofNoStore(sorted, owners));
        return new AccountLedger(account, ledgers, warnings, lists.nobodys());
    }

    /** In the days of the store, which says the same of its rows. */
    private static Map<String, LocalDate> daysOf(Map<String, Instant> moments, Store store) {
        Map<String, LocalDate> days = new HashMap<>();
        moments.forEach((file, moment) ->
                days.put(file, LocalDate.ofInstant(moment, store.marketplace().zone())));
        return days;
    }

    private static StoreDefects defectsOf(Store store, DefectLists lists) {
        return new StoreDefects(
                lists.of(store, FactType.ORDER_DEFECT),
                lists.traces(store),
                lists.newestTraces(store),
                lists.joined(store, FactType.LATE_SHIPMENT),
                lists.of(store, FactType.CANCELLATION),
                lists.of(store, FactType.UNTRACKED_PACKAGE),
                lists.of(store, FactType.LATE_DELIVERY),
                lists.of(store, FactType.INVOICE_DEFECT));
    }

    private static List<PrintedFigure> printed(List<FileFacts> files, Owners owners, Store store) {
        List<PrintedFigure> figures = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.PRINTED_FIGURE).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                if (table.has(Field.METRIC, row)
                        && owners.of(facts.file(), table, row).contains(store)) {
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

    /** The states of the newest day that any file states, as of the night; two files may state one day otherwise. */
    private static List<AccountState> states(List<FileFacts> files, Owners owners, Store store, LocalDate asOf) {
        List<AccountState> newest = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.ACCOUNT_STATE).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                if (!table.has(Field.ACCOUNT_STATUS, row)
                        || !owners.of(facts.file(), table, row).contains(store)) {
                    continue;
                }
                Optional<LocalDate> on = table.day(Field.STATED_ON, row);
                if (on.filter(day -> DaysAhead.isLater(day, asOf)).isPresent()) {
                    continue;
                }
                AccountState state = new AccountState(
                        table.text(Field.ACCOUNT_STATUS, row).orElse(""),
                        on,
                        new Source(facts.file(), table.sourceRow(row)));
                LocalDate night = night(state, asOf);
                if (!newest.isEmpty() && night.isAfter(night(newest.get(0), asOf))) {
                    newest.clear();
                }
                if (newest.isEmpty() || night.equals(night(newest.get(0), asOf))) {
                    newest.add(state);
                }
            }
        }
        return newest;
    }

    /** The as-of date also for what is stated for the day after it: which of two such is the newer, nobody knows. */
    private static LocalDate night(AccountState state, LocalDate asOf) {
        LocalDate on = state.on().orElse(LocalDate.MIN);
        return on.isAfter(asOf) ? asOf : on;
    }

    /** Whether the text is the id of the store, or names its marketplace. */
    static boolean isNamed(Store store, String name) {
        return store.id().value().equals(name) || store.marketplace().isNamed(name);
    }

    /** Whether the file lies in {@code account/store/…}. */
    public static boolean isInFolderOf(Store store, String file) {
        String[] folders = file.split("/");
        return folders.length > 2 && folders[1].equals(store.id().value());
    }

    /** Products and days that could be any store's: once a file. Rows of another country are passed over. */
    private static List<Remark> ofNoMarketplace(List<FileFacts> files, Owners owners) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            for (FactType type : List.of(FactType.DAILY_FIGURE, FactType.LISTING, FactType.STOCK)) {
                FactTable table = facts.table(type).orElse(null);
                long rows = 0;
                for (int row = 0; table != null && row < table.size(); row++) {
                    boolean isNamed = Owners.nameIn(table, row).isPresent() || table.has(Field.COUNTRY, row);
                    rows += !isNamed && owners.of(facts.file(), table, row).isEmpty() ? 1 : 0;
                }
                if (rows > 0) {
                    warnings.add(
                            new Remark("warning.rows-of-no-marketplace", Map.of("file", facts.file(), "rows", rows)));
                }
            }
        }
        return warnings;
    }

    /** What files state of stores and marketplaces that the account does not have: once a file and name. */
    private static List<Remark> strangers(List<FileFacts> files, Owners owners) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            Set<String> marketplaces = new TreeSet<>();
            Map<String, Long> unknownStores = new TreeMap<>();
            for (FactType type : List.of(FactType.PRINTED_FIGURE, FactType.ACCOUNT_STATE)) {
                FactTable table = facts.table(type).orElse(null);
                for (int row = 0; table != null && row < table.size(); row++) {
                    if (owners.of(facts.file(), table, row).isEmpty()) {
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
}
