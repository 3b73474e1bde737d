package redflag.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.ListedOrder.Delivery;

/** Gives the rows of lists of defects, and of traces of them, to their stores. */
final class DefectLists {

    static final Set<Code> ORDER_DEFECTS =
            Collections.unmodifiableSet(EnumSet.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM, Code.CHARGEBACK));

    private static final List<FactType> LISTS = List.of(
            FactType.ORDER_DEFECT,
            FactType.DEFECT_TRACE,
            FactType.LATE_SHIPMENT,
            FactType.CANCELLATION,
            FactType.UNTRACKED_PACKAGE,
            FactType.LATE_DELIVERY);

    /** One or two stars (domain.md §1.2). */
    private static final long BEST_NEGATIVE_RATING = 2;

    /** Of late shipments; the longer one has 30 (exports.md §5). */
    private static final int DAYS_OF_THE_SHORTER_LIST = 10;

    private final List<Store> stores;
    private final Map<StoreId, LocalDate> asOf;
    private final OrderSplit split;
    private final Owners owners;
    private final Map<StoreId, Map<FactType, List<Ranked>>> lists = new HashMap<>();
    private final List<Remark> warnings = new ArrayList<>();
    private final Map<String, Remark> nobodys = new TreeMap<>();

    private final Map<StoreId, Map<String, LocalDate>> written;
    private final FeedbackFiles feedback;

    private record Ranked(DefectList list, FileAge age, String kind) {}

    /** @param written of each store, by file the day on which it was written, where that is known */
    DefectLists(
            List<FileFacts> files,
            List<Store> stores,
            Map<StoreId, LocalDate> asOf,
            OrderSplit split,
            Owners owners,
            Map<StoreId, Map<String, LocalDate>> written) {
        this.stores = stores;
        this.asOf = asOf;
        this.split = split;
        this.owners = owners;
        this.written = written;
        this.feedback = new FeedbackFiles(files, stores, owners, written);
        for (FileFacts facts : files) {
            for (FactType type : LISTS) {
                facts.table(type).ifPresent(table -> place(facts, type, table));
            }
        }
    }

    /** The lists that concern the store; the newest first, for it decides. */
    List<DefectList> of(Store store, FactType type) {
        List<Ranked> all = lists.getOrDefault(store.id(), Map.of()).getOrDefault(type, List.of());
        return all.stream()
                .sorted(FileAge.newestFirst(all, Ranked::age))
                .map(Ranked::list)
                .toList();
    }

    /**
     * The same as one list: there are downloads of 10 and of 30 days, so that for the days before the newest one begins an
     * older one speaks. What an older one lists of the newest one's own days has been taken off since. A list without rows
     * may be of 10 days or of 30: whether it speaks for the days before its last ten is uncertain.
     */
    List<DefectList> joined(Store store, FactType type) {
        List<DefectList> all = of(store, type);
        if (all.size() < 2) {
            return all;
        }
        DefectList newest = all.get(0);
        TreeMap<String, ListedOrder> orders = new TreeMap<>();
        newest.orders().forEach(order -> orders.put(order.orderId(), order));
        long rejected = newest.rowsRejected();
        List<LocalDate> unplacedOn = new ArrayList<>(newest.unplacedOn());
        LocalDate begins = begins(newest).orElse(LocalDate.MIN);
        Optional<LocalDate> sureFrom = newest.headerOnly() ? Optional.of(begins) : Optional.empty();
        boolean isUnsure = false;
        for (DefectList older : all.subList(1, all.size())) {
            LocalDate end = begins;
            List<ListedOrder> before = older.orders().stream()
                    .filter(order -> order.placedOn().isBefore(end))
                    .toList();
            before.forEach(order -> orders.putIfAbsent(order.orderId(), order));
            if (!before.isEmpty()) {
                rejected += older.rowsRejected();
                unplacedOn.addAll(older.unplacedOn());
                isUnsure |= sureFrom.isPresent();
            }
            Optional<LocalDate> first = begins(older).filter(day -> day.isBefore(end));
            if (older.headerOnly() && sureFrom.isEmpty()) {
                sureFrom = first;
            }
            begins = first.orElse(end);
        }
        return List.of(new DefectList(
                newest.file(),
                newest.headerOnly(),
                newest.speaksFor(),
                newest.knowsKinds(),
                rejected,
                unplacedOn,
                newest.writtenOn(),
                isUnsure ? sureFrom : Optional.empty(),
                newest.newestRow(),
                List.copyOf(orders.values())));
    }

    /** The first day of which the list is sure to tell: its first row's, or ten days before it was written. */
    private static Optional<LocalDate> begins(DefectList list) {
        return Stream.concat(
                        list.orders().stream().map(ListedOrder::placedOn),
                        list.writtenOn().map(day -> day.minusDays(DAYS_OF_THE_SHORTER_LIST - 1L)).stream())
                .min(Comparator.naturalOrder());
    }

    /** All traces together: what one kind of export has and another lacks is there all the same. */
    Optional<DefectList> traces(Store store) {
        List<DefectList> all = of(store, FactType.DEFECT_TRACE);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        TreeMap<String, ListedOrder> orders = new TreeMap<>();
        long rejected = 0;
        List<LocalDate> unplacedOn = new ArrayList<>();
        LocalDate newest = LocalDate.MIN;
        for (DefectList list : all) {
            kinds.addAll(list.knowsKinds());
            rejected += list.rowsRejected();
            unplacedOn.addAll(list.unplacedOn());
            LocalDate row = list.newestRow().orElse(LocalDate.MIN);
            newest = row.isAfter(newest) ? row : newest;
            list.orders().forEach(order -> orders.merge(order.orderId(), order, DefectLists::join));
        }
        return Optional.of(new DefectList(
                "",
                false,
                Set.of(Code.MFN, Code.AFN),
                kinds,
                rejected,
                unplacedOn,
                Optional.empty(),
                Optional.empty(),
                newest.equals(LocalDate.MIN) ? Optional.empty() : Optional.of(newest),
                List.copyOf(orders.values())));
    }

    /** By export kind, the newest day that its traces tell of. */
    Map<String, LocalDate> newestTraces(Store store) {
        Map<String, LocalDate> newest = new HashMap<>();
        for (Ranked one : lists.getOrDefault(store.id(), Map.of()).getOrDefault(FactType.DEFECT_TRACE, List.of())) {
            one.list().newestRow().ifPresent(day -> newest.merge(one.kind(), day, (a, b) -> a.isBefore(b) ? b : a));
        }
        return newest;
    }

    List<Remark> warnings() {
        return warnings;
    }

    /** Files of which not one row could be given to a store, and why. */
    Map<String, Remark> nobodys() {
        return nobodys;
    }

    private void place(FileFacts facts, FactType type, FactTable table) {
        Optional<Store> whole = owners.ofWhole(facts.file());
        if (table.size() == 0) {
            if (whole.isPresent()) {
                add(whole.get(), type, facts, table, List.of(), LocalDate.MIN, List.of());
            } else {
                warnings.add(Remark.of("warning.empty-list-of-no-store", "file", facts.file()));
            }
            return;
        }
        Map<StoreId, TreeMap<String, ListedOrder>> byStore = new HashMap<>();
        whole.ifPresent(store -> byStore.put(store.id(), new TreeMap<>()));
        List<Integer> unplaced = new ArrayList<>();
        List<LocalDate> unplacedOn = new ArrayList<>();
        boolean isTrace = type == FactType.DEFECT_TRACE;
        for (int row = 0; row < table.size(); row++) {
            boolean placed = false;
            for (Store store : owners.of(facts.file(), table, row)) {
                if (isTrace
                        && (kinds(table, row).isEmpty()
                                || isLater(table, row, store)
                                || feedback.isReplaced(facts, table, row, store))) {
                    // says nothing against the store, but that the file is about it
                    byStore.computeIfAbsent(store.id(), s -> new TreeMap<>());
                    placed = true;
                    continue;
                }
                Optional<ListedOrder> listed = listed(facts.file(), type, table, row, store);
                if (listed.isPresent() && !isBefore(table, row, store, listed.get())) {
                    placed = true;
                    byStore.computeIfAbsent(store.id(), s -> new TreeMap<>())
                            .merge(keyOf(type, listed.get()), listed.get(), DefectLists::join);
                }
            }
            if (!placed) {
                unplaced.add(table.sourceRow(row));
                unplacedOn.add(placedOn(table, row));
            }
        }
        for (Store store : stores) {
            Map<String, ListedOrder> listed = byStore.get(store.id());
            if (listed != null && (isTrace || !listed.isEmpty())) {
                LocalDate newest = listed.values().stream()
                        .map(ListedOrder::placedOn)
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                add(store, type, facts, table, listed.values(), newest, unplacedOn);
            }
        }
        boolean isOfOrders = facts.table(FactType.ORDER_LINE).isPresent();
        if (unplaced.size() == table.size() && !isOfOrders) {
            nobodys.put(facts.file(), Remark.of("quarantine.rows-of-no-store", "rows", (long) unplaced.size()));
        } else if (!unplaced.isEmpty()) {
            warnings.add(new Remark(
                    "warning.rows-of-no-store",
                    Map.of("file", facts.file(), "rows", (long) unplaced.size(), "first", (long) unplaced.get(0))));
        }
    }

    /** Whether the row tells of something that came after the day which is looked from. */
    private boolean isLater(FactTable table, int row, Store store) {
        long happened = table.moment(Field.HAPPENED, row);
        LocalDate day = asOf.getOrDefault(store.id(), LocalDate.MAX);
        return happened != Moments.NONE
                && Moments.epochDay(happened, new ZoneDays(store.marketplace().zone())) > day.toEpochDay();
    }

    /** Whether the row tells of something that came before the order which it names: one of the two is wrong. */
    private static boolean isBefore(FactTable table, int row, Store store, ListedOrder order) {
        long happened = table.moment(Field.HAPPENED, row);
        return happened != Moments.NONE
                && Moments.epochDay(happened, new ZoneDays(store.marketplace().zone()))
                        < order.placedOn().toEpochDay() - 1;
    }

    /** The newest day that the file tells of, of whatever store. */
    private static Optional<LocalDate> newestRow(FactTable table, Store store) {
        ZoneDays zone = new ZoneDays(store.marketplace().zone());
        return table.span().map(span -> LocalDate.ofEpochDay(Moments.epochDay(span.last(), zone)));
    }

    /** The day of a row that is nobody's; the zone makes no difference that would matter here. */
    private static LocalDate placedOn(FactTable table, int row) {
        long moment = table.moment(Field.PURCHASED, row);
        return moment == Moments.NONE
                ? DefectList.DAY_UNKNOWN
                : LocalDate.ofEpochDay(Moments.epochDay(moment, new ZoneDays(ZoneOffset.UTC)));
    }

    private Optional<ListedOrder> listed(String file, FactType type, FactTable table, int row, Store store) {
        String id = table.orderId(row);
        StoreOrders known = split.ordersOf(store.id());
        int order = known.find(id);
        long stated = table.moment(Field.PURCHASED, row);
        // an order that was placed after the day which is looked from is no stranger; no window holds it
        long placed = stated == Moments.NONE && order < 0 ? owners.placed(id, store) : stated;
        Delivery delivery = delivery(type, table, row, store);
        if (order < 0 && placed == Moments.NONE && delivery.promisedOn().isEmpty()) {
            return Optional.empty();
        }
        LocalDate placedOn =
                placedOn(known, order, placed, store).or(delivery::promisedOn).orElseThrow();
        // the order's own word first: whoever counts it must find it among the orders that he divides by
        Optional<Code> fulfilment = order >= 0 ? known.fulfilment(order) : table.code(Field.FULFILMENT, row);
        if (fulfilment.isEmpty() && type != FactType.ORDER_DEFECT && type != FactType.DEFECT_TRACE) {
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
                delivery,
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
        if (table.count(Field.RATING, row)
                .filter(stars -> stars <= BEST_NEGATIVE_RATING)
                .isPresent()) {
            kinds.add(Code.NEGATIVE_FEEDBACK);
        }
        table.code(Field.DEFECT_KIND, row).filter(ORDER_DEFECTS::contains).ifPresent(kinds::add);
        return kinds;
    }

    private static Optional<LocalDate> placedOn(StoreOrders known, int order, long placed, Store store) {
        if (order >= 0) {
            return Optional.of(known.day(order));
        }
        return placed == Moments.NONE ? Optional.empty() : Optional.of(dayOf(placed, store));
    }

    private static LocalDate dayOf(long moment, Store store) {
        return LocalDate.ofEpochDay(
                Moments.epochDay(moment, new ZoneDays(store.marketplace().zone())));
    }

    /** A row of packages is one; a row of units has as many as it says, and one where it does not. */
    private static Delivery delivery(FactType type, FactTable table, int row, Store store) {
        if (!isOfDeliveries(type)) {
            return Delivery.NONE;
        }
        long promised = table.moment(Field.EXPECTED_DELIVERY, row);
        return new Delivery(
                promised == Moments.NONE ? Optional.empty() : Optional.of(dayOf(promised, store)),
                table.text(Field.CARRIER, row),
                table.text(Field.CATEGORY, row),
                type == FactType.LATE_DELIVERY
                        ? table.count(Field.QUANTITY, row).orElse(1L)
                        : 1);
    }

    private static boolean isOfDeliveries(FactType type) {
        return type == FactType.UNTRACKED_PACKAGE || type == FactType.LATE_DELIVERY;
    }

    /** What is one of a list: an order; of an order's packages those of one day and category that count alike. */
    private static String keyOf(FactType type, ListedOrder order) {
        Delivery delivery = order.delivery();
        return isOfDeliveries(type)
                ? String.join(
                        "\t",
                        order.orderId(),
                        delivery.promisedOn().map(LocalDate::toString).orElse(""),
                        delivery.category().orElse(""),
                        order.counts() ? "" : "no")
                : order.orderId();
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
                first(one.sku(), other.sku()),
                one.inOrders(),
                new Delivery(
                        one.delivery().promisedOn(),
                        first(one.delivery().carrier(), other.delivery().carrier()),
                        one.delivery().category(),
                        one.delivery().count() + other.delivery().count()),
                from);
    }

    /** By its letters, so that the order of rows is no matter. */
    private static Optional<String> first(Optional<String> one, Optional<String> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }

    private void add(
            Store store,
            FactType type,
            FileFacts facts,
            FactTable table,
            Collection<ListedOrder> listed,
            LocalDate newest,
            List<LocalDate> unplacedOn) {
        EnumSet<Code> speaksFor = EnumSet.noneOf(Code.class);
        listed.forEach(order -> order.fulfilment().ifPresent(speaksFor::add));
        Optional<LocalDate> writtenOn =
                Optional.ofNullable(written.getOrDefault(store.id(), Map.of()).get(facts.file()));
        DefectList list = new DefectList(
                facts.file(),
                table.size() == 0,
                speaksFor,
                knownKinds(store, type, table),
                facts.rowsRejected(),
                unplacedOn,
                writtenOn,
                Optional.empty(),
                newestRow(table, store),
                List.copyOf(listed));
        lists.computeIfAbsent(store.id(), s -> new HashMap<>())
                .computeIfAbsent(type, t -> new ArrayList<>())
                .add(new Ranked(list, new FileAge(writtenOn, newest, listed.size(), facts.sha256()), facts.kind()));
    }

    /**
     * Amazon's list knows the kinds that it has a column for. Of traces only feedback is a whole list: a claim shows on a
     * return only where there was one, and in settlements only where it cost money (exports.md §3.6, 9). On a marketplace
     * of the job's own a column is what the job says it is.
     */
    private static Set<Code> knownKinds(Store store, FactType type, FactTable table) {
        if (type != FactType.ORDER_DEFECT && type != FactType.DEFECT_TRACE) {
            return ORDER_DEFECTS;
        }
        EnumSet<Code> known = EnumSet.noneOf(Code.class);
        if (table.hasColumn(Field.RATING)) {
            known.add(Code.NEGATIVE_FEEDBACK);
        }
        if (type == FactType.DEFECT_TRACE && store.marketplace().isAmazons()) {
            return known;
        }
        if (table.hasColumn(Field.DEFECT_KIND)) {
            return ORDER_DEFECTS;
        }
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
