package redflag.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
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
import java.util.stream.Stream;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;

/** Gives the rows of lists of defects, and of traces of them, to their stores. */
final class DefectLists {

    private static final List<FactType> LISTS = List.of(
            FactType.ORDER_DEFECT,
            FactType.DEFECT_TRACE,
            FactType.LATE_SHIPMENT,
            FactType.CANCELLATION,
            FactType.UNTRACKED_PACKAGE,
            FactType.LATE_DELIVERY,
            FactType.INVOICE_DEFECT);

    /** Of late shipments; the longer one has 30 (exports.md §5). */
    private static final int DAYS_OF_THE_SHORTER_LIST = 10;

    private final List<Store> stores;
    private final Map<StoreId, LocalDate> asOf;
    private final OrderSplit split;
    private final Owners owners;
    private final ListRows listRows;
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
        this.listRows = new ListRows(split, owners);
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
        List<Ranked> found = lists.getOrDefault(store.id(), Map.of()).getOrDefault(type, List.of());
        LocalDate day = asOf.getOrDefault(store.id(), LocalDate.MAX);
        // a list of later days has lost the first ones: it stands only where there is no other
        List<Ranked> ofTheDay = found.stream()
                .filter(ranked -> type == FactType.DEFECT_TRACE || !ranked.list.isOfDaysAfter(day))
                .toList();
        List<Ranked> all = ofTheDay.isEmpty() ? found : ofTheDay;
        return all.stream()
                .sorted(FileAge.newestFirst(all, Ranked::age))
                .map(Ranked::list)
                .toList();
    }

    /**
     * The same as one list: there are downloads of 10 and of 30 days, so that for the days before the newest one begins an
     * older one speaks. What an older one lists of the newest one's own days has been taken off since. A list with no row
     * before its last ten days may be of 10 days or of 30: whether it speaks for the days before them is uncertain.
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
        Optional<LocalDate> sureFrom = isOfTenDaysPerhaps(newest, begins) ? Optional.of(begins) : Optional.empty();
        boolean isUnsure = false;
        for (DefectList older : all.subList(1, all.size())) {
            LocalDate end = begins;
            List<ListedOrder> before = older.orders().stream()
                    .filter(order -> order.placedOn().isBefore(end))
                    .toList();
            before.forEach(order -> orders.putIfAbsent(order.orderId(), order));
            // rows that could not be used may be of the days of which it speaks
            rejected += older.rowsRejected();
            older.unplacedOn().stream().filter(day -> day.isBefore(end)).forEach(unplacedOn::add);
            isUnsure |= !before.isEmpty() && sureFrom.isPresent();
            Optional<LocalDate> first = begins(older).filter(day -> day.isBefore(end));
            if (sureFrom.isEmpty()
                    && first.filter(day -> isOfTenDaysPerhaps(older, day)).isPresent()) {
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

    /** Whether nothing in it shows that it is of thirty days and not of ten. */
    private static boolean isOfTenDaysPerhaps(DefectList list, LocalDate begins) {
        return list.headerOnly()
                || list.writtenOn()
                        .filter(day -> begins.equals(day.minusDays(DAYS_OF_THE_SHORTER_LIST - 1L)))
                        .isPresent();
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
            list.orders().forEach(order -> orders.merge(order.orderId(), order, ListRows::join));
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
                        && (ListRows.kinds(table, row).isEmpty()
                                || isLater(table, row, store)
                                || feedback.isReplaced(facts, table, row, store))) {
                    // says nothing against the store, but that the file is about it
                    byStore.computeIfAbsent(store.id(), s -> new TreeMap<>());
                    placed = true;
                    continue;
                }
                Optional<ListedOrder> listed = listRows.listed(facts.file(), type, table, row, store);
                if (listed.isPresent() && !isBefore(table, row, store, listed.get())) {
                    placed = true;
                    byStore.computeIfAbsent(store.id(), s -> new TreeMap<>())
                            .merge(ListRows.keyOf(type, listed.get()), listed.get(), ListRows::join);
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
                ListRows.knownKinds(store, type, table),
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
}
