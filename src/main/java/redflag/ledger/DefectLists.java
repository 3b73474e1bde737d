package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/**
 * Gives the rows of Amazon's lists to their stores. The lists name no marketplace, so a row belongs to the store whose
 * folder it lies in ({@code account/store/…}), else to the account's only store, else to the store of its order
 * (exports.md §3.5). A row that none of it decides is warned of, never guessed.
 */
final class DefectLists {

    private static final Set<Code> ORDER_DEFECTS =
            EnumSet.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM, Code.CHARGEBACK);

    private final List<Store> stores;
    private final AccountOrders orders;
    private final OrderSplit split;
    private final Map<StoreId, Map<FactType, List<Ranked>>> lists = new HashMap<>();
    private final List<Remark> warnings = new ArrayList<>();

    private record Ranked(DefectList list, LocalDate newest, int rows) {}

    DefectLists(List<FileFacts> files, List<Store> stores, AccountOrders orders, OrderSplit split) {
        this.stores = stores;
        this.orders = orders;
        this.split = split;
        for (FileFacts facts : files) {
            for (FactType type : List.of(FactType.ORDER_DEFECT, FactType.LATE_SHIPMENT)) {
                facts.table(type).ifPresent(table -> place(facts, type, table));
            }
        }
    }

    /** The lists that concern the store; the one with the newest row first, for it decides. */
    List<DefectList> of(Store store, FactType type) {
        return lists.getOrDefault(store.id(), Map.of()).getOrDefault(type, List.of()).stream()
                .sorted(Comparator.comparing(Ranked::newest)
                        .thenComparing(Ranked::rows)
                        .reversed())
                .map(Ranked::list)
                .toList();
    }

    List<Remark> warnings() {
        return warnings;
    }

    private void place(FileFacts facts, FactType type, FactTable table) {
        Optional<Store> owner = ownerOf(facts.file());
        if (table.size() == 0) {
            if (owner.isPresent()) {
                add(owner.get(), type, facts, table, List.of(), LocalDate.MIN);
            } else {
                warnings.add(Remark.of("warning.empty-list-of-no-store", "file", facts.file()));
            }
            return;
        }
        Map<StoreId, TreeMap<String, ListedOrder>> byStore = new HashMap<>();
        List<Integer> unplaced = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            Optional<Store> store = owner.isPresent() ? owner : split.storeOf(orders, table.orderId(row));
            int at = row;
            Optional<ListedOrder> listed = store.flatMap(s -> listed(facts.file(), type, table, at, s));
            if (store.isEmpty() || listed.isEmpty()) {
                unplaced.add(table.sourceRow(row));
                continue;
            }
            byStore.computeIfAbsent(store.get().id(), s -> new TreeMap<>())
                    .merge(listed.get().orderId(), listed.get(), DefectLists::join);
        }
        for (Store store : stores) {
            Map<String, ListedOrder> listed = byStore.get(store.id());
            if (listed != null) {
                LocalDate newest = listed.values().stream()
                        .map(ListedOrder::placedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                add(store, type, facts, table, listed.values(), newest);
            }
        }
        if (!unplaced.isEmpty()) {
            warnings.add(new Remark(
                    "warning.rows-of-no-store",
                    Map.of("file", facts.file(), "rows", (long) unplaced.size(), "first", (long) unplaced.get(0))));
        }
    }

    private Optional<Store> ownerOf(String file) {
        String[] folders = file.split("/");
        if (folders.length > 2) {
            for (Store store : stores) {
                if (store.id().value().equals(folders[1])) {
                    return Optional.of(store);
                }
            }
        }
        return stores.size() == 1 ? Optional.of(stores.get(0)) : Optional.empty();
    }

    private Optional<ListedOrder> listed(String file, FactType type, FactTable table, int row, Store store) {
        String id = table.orderId(row);
        StoreOrders known = split.ordersOf(store.id());
        int order = known.find(id);
        LocalDate placedOn;
        if (order >= 0) {
            placedOn = known.day(order);
        } else if (table.moment(Field.PURCHASED, row) != Moments.NONE) {
            ZoneDays zone = new ZoneDays(store.marketplace().zone());
            placedOn = LocalDate.ofEpochDay(Moments.epochDay(table.moment(Field.PURCHASED, row), zone));
        } else {
            return Optional.empty();
        }
        // the order's own word first: whoever counts it must find it among the orders that he divides by
        Optional<Code> fulfilment = order >= 0 ? known.fulfilment(order) : table.code(Field.FULFILMENT, row);
        if (fulfilment.isEmpty() && type == FactType.LATE_SHIPMENT) {
            fulfilment = Optional.of(Code.MFN);
        }
        boolean counts =
                !table.has(Field.IMPACTS_ACCOUNT_HEALTH, row) || table.isTrue(Field.IMPACTS_ACCOUNT_HEALTH, row);
        Optional<String> sku = table.text(Field.SKU, row);
        return Optional.of(new ListedOrder(
                id,
                placedOn,
                fulfilment,
                kinds(table, row),
                counts,
                sku.isPresent() || order < 0 ? sku : known.sku(order),
                order >= 0,
                List.of(new Source(file, table.sourceRow(row)))));
    }

    private static Set<Code> kinds(FactTable table, int row) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        if (table.isTrue(Field.NEGATIVE_FEEDBACK, row)) {
            kinds.add(Code.NEGATIVE_FEEDBACK);
        }
        if (table.isTrue(Field.A_TO_Z_CLAIM, row)) {
            kinds.add(Code.A_TO_Z_CLAIM);
        }
        if (table.isTrue(Field.CHARGEBACK, row)) {
            kinds.add(Code.CHARGEBACK);
        }
        table.code(Field.DEFECT_KIND, row).filter(ORDER_DEFECTS::contains).ifPresent(kinds::add);
        return kinds;
    }

    private static ListedOrder join(ListedOrder one, ListedOrder other) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        kinds.addAll(one.kinds());
        kinds.addAll(other.kinds());
        List<Source> from = new ArrayList<>(one.from());
        from.addAll(other.from());
        return new ListedOrder(
                one.orderId(),
                one.placedOn(),
                one.fulfilment().isPresent() ? one.fulfilment() : other.fulfilment(),
                kinds,
                one.counts() || other.counts(),
                one.sku().isPresent() ? one.sku() : other.sku(),
                one.inOrders(),
                from);
    }

    private void add(
            Store store,
            FactType type,
            FileFacts facts,
            FactTable table,
            Collection<ListedOrder> listed,
            LocalDate newest) {
        EnumSet<Code> speaksFor = EnumSet.noneOf(Code.class);
        listed.forEach(order -> order.fulfilment().ifPresent(speaksFor::add));
        DefectList list = new DefectList(
                facts.file(),
                table.size() == 0,
                speaksFor,
                knownKinds(type, table),
                facts.rowsRejected(),
                List.copyOf(listed));
        lists.computeIfAbsent(store.id(), s -> new HashMap<>())
                .computeIfAbsent(type, t -> new ArrayList<>())
                .add(new Ranked(list, newest, listed.size()));
    }

    private static Set<Code> knownKinds(FactType type, FactTable table) {
        if (type == FactType.LATE_SHIPMENT || table.hasColumn(Field.DEFECT_KIND)) {
            return ORDER_DEFECTS;
        }
        EnumSet<Code> known = EnumSet.noneOf(Code.class);
        if (table.hasColumn(Field.NEGATIVE_FEEDBACK)) {
            known.add(Code.NEGATIVE_FEEDBACK);
        }
        if (table.hasColumn(Field.A_TO_Z_CLAIM)) {
            known.add(Code.A_TO_Z_CLAIM);
        }
        if (table.hasColumn(Field.CHARGEBACK)) {
            known.add(Code.CHARGEBACK);
        }
        return known;
    }
}
