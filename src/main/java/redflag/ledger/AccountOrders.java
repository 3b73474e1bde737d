package redflag.ledger;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every order of an account once, as its newest line states it: between files the newest {@code last-updated-date}
 * wins, ties go to the file that tells of the newer moment, then to the greater content hash, so neither path nor order
 * of files matters. The lines of an order that have the newest date in the winning file speak together. What a file has no
 * column for, another may add.
 */
final class AccountOrders {

    private static final Map<Field, LatestValues.Together> ADDED = new EnumMap<>(Map.of(
            // a late line makes the order late: the earliest limit and the last hand-over
            Field.EXPECTED_SHIP, LatestValues.Together.EARLIEST,
            Field.SHIPPED, LatestValues.Together.LATEST_OF_ALL,
            Field.EXPECTED_DELIVERY, LatestValues.Together.EARLIEST,
            Field.DELIVERED, LatestValues.Together.LATEST_OF_ALL,
            Field.CANCELLED_BY, LatestValues.Together.LATEST,
            Field.TRACKED, LatestValues.Together.EARLIEST));

    private static final List<Code> BLAME = List.of(Code.BUYER, Code.AMAZON, Code.MERCHANT);

    /** Older than whatever has a date. */
    private static final long UNDATED = Long.MIN_VALUE;

    private final List<Said> said = new ArrayList<>();
    private final LongIntHashMap placeByKey = new LongIntHashMap();
    private final ObjectIntHashMap<String> otherIds = new ObjectIntHashMap<>();
    private final List<String> otherIdTexts = new ArrayList<>();
    private final Map<Field, LatestValues> added = new EnumMap<>(Field.class);
    private final Texts names = new Texts();
    private final LatestValues owner = new LatestValues(LatestValues.Together.FIRST);
    private final Map<Integer, TreeSet<String>> furtherOwners = new HashMap<>();
    private final LatestValues addedSku = new LatestValues(LatestValues.Together.FIRST);
    private final LatestValues carrier = new LatestValues(LatestValues.Together.FIRST);
    /** By place what the file being read says of orders that one of equal reach states as of the same moment. */
    private final Map<Integer, Rival> rivals = new HashMap<>();

    private final IntHashSet contradicted = new IntHashSet();

    private long detailsOfNoOrder;

    private long[] keys = new long[1024];
    private long[] updated = new long[1024];
    private int[] file = new int[1024];
    private int[] row = new int[1024];
    /** The line that gives the SKU. */
    private int[] skuRow = new int[1024];

    private byte[] flags = new byte[1024];
    private int size;

    /** A file and what it says of orders; later ones override earlier ones of the same date. */
    private record Said(FileFacts facts, FactTable table, long newest) {

        static List<Said> of(List<FileFacts> files, FactType type) {
            return files.stream()
                    .flatMap(facts -> facts.table(type).stream().map(table -> of(facts, table)))
                    .sorted(Comparator.comparing(Said::newest).thenComparing(one -> one.facts.sha256()))
                    .toList();
        }

        private static Said of(FileFacts facts, FactTable table) {
            return new Said(
                    facts,
                    table,
                    table.span()
                            .map(span -> Moments.epochSecond(span.changed()))
                            .orElse(UNDATED));
        }
    }

    AccountOrders(List<FileFacts> files) {
        said.addAll(Said.of(files, FactType.ORDER_LINE));
        int lineFiles = said.size();
        said.addAll(Said.of(files, FactType.ORDER_DETAIL));
        for (int number = 0; number < said.size(); number++) {
            FactTable table = said.get(number).table;
            List<Field> more = columnsToAdd(table);
            if (number >= lineFiles) {
                addDetails(more, table, number);
                continue;
            }
            for (int i = 0; i < table.size(); i++) {
                int place = take(table, number, i);
                add(more, table, i, place, stampOf(table, i), number);
            }
            settleRivals(number);
        }
    }

    private void addDetails(List<Field> more, FactTable details, int number) {
        for (int i = 0; i < details.size(); i++) {
            int place = placeByKey.getOrDefault(keyOf(details, i), -1);
            if (place < 0) {
                detailsOfNoOrder++;
            } else {
                long moment = details.moment(Field.UPDATED, i);
                long stamp = moment == Moments.NONE ? UNDATED : Moments.epochSecond(moment);
                add(more, details, i, place, stamp, number);
                Optional<String> sku = details.text(Field.SKU, i);
                if (sku.isPresent()) {
                    addedSku.putFirst(place, sku.get(), names, stamp, number, i);
                }
            }
        }
    }

    private static List<Field> columnsToAdd(FactTable lines) {
        List<Field> columns =
                new ArrayList<>(ADDED.keySet().stream().filter(lines::hasColumn).toList());
        for (Field field : List.of(Field.STORE, Field.MARKETPLACE, Field.CARRIER)) {
            if (lines.hasColumn(field)) {
                columns.add(field);
            }
        }
        return columns;
    }

    private void add(List<Field> columns, FactTable lines, int line, int place, long stamp, int fileNumber) {
        boolean owned = false;
        for (Field field : columns) {
            LatestValues.Together together = ADDED.get(field);
            if (together != null) {
                added.computeIfAbsent(field, f -> new LatestValues(together))
                        .put(place, valueOf(field, lines, line), stamp, fileNumber, line);
            } else if (field == Field.CARRIER) {
                lines.text(field, line)
                        .ifPresent(name -> carrier.putFirst(place, name, names, stamp, fileNumber, line));
            } else if (!owned) {
                // a store says more than a marketplace, and comes first
                Optional<String> name = lines.text(field, line);
                owned = name.isPresent();
                name.ifPresent(n -> own(place, n, stamp, fileNumber, line));
            }
        }
    }

    private static long valueOf(Field field, FactTable lines, int line) {
        return switch (field.form()) {
            case MOMENT -> lines.moment(field, line);
            case FLAG ->
                lines.has(field, line) ? Moments.ofEpochSecond(lines.isTrue(field, line) ? 1 : 0) : Moments.NONE;
            default -> lines.code(field, line).map(AccountOrders::blame).orElse(Moments.NONE);
        };
    }

    /** Who cancelled, so that of several items' the seller's counts as later than Amazon's, and that than the buyer's. */
    private static long blame(Code code) {
        return Moments.ofEpochSecond(BLAME.indexOf(code));
    }

    private void own(int place, String name, long stamp, int fileNumber, int line) {
        long before = owner.get(place);
        owner.put(place, names.numberOf(name), stamp, fileNumber, line);
        if (before != Moments.NONE && !names.textOf((int) before).equals(name)) {
            // lines of one order may be several sellers'
            TreeSet<String> all = furtherOwners.computeIfAbsent(place, p -> new TreeSet<>());
            all.add(names.textOf((int) before));
            all.add(name);
        }
    }

    private int take(FactTable lines, int fileNumber, int line) {
        long key = keyOf(lines, line);
        long stamp = stampOf(lines, line);
        int place = placeByKey.getOrDefault(key, -1);
        if (place < 0) {
            place = size++;
            if (place == keys.length) {
                grow(size * 2);
            }
            placeByKey.put(key, place);
            keys[place] = key;
        } else if (stamp < updated[place]) {
            return place;
        } else if (stamp == updated[place] && file[place] == fileNumber) {
            flags[place] = StoreOrders.join(flags[place], StoreOrders.flags(lines, line));
            skuRow[place] = firstBySku(lines, skuRow[place], line);
            return place;
        } else if (stamp == updated[place] && said.get(fileNumber).newest == said.get(file[place]).newest) {
            rivals.merge(place, Rival.of(lines, line), (before, next) -> before.join(lines, next));
            return place;
        }
        rivals.remove(place);
        contradicted.remove(place);
        updated[place] = stamp;
        stand(place, fileNumber, Rival.of(lines, line));
        return place;
    }

    private void stand(int place, int fileNumber, Rival statement) {
        file[place] = fileNumber;
        row[place] = statement.row;
        skuRow[place] = statement.skuRow;
        flags[place] = statement.flags;
    }

    /**
     * What a whole file says of an order that another, which reaches equally far, states as of the same moment: the
     * later of the two files stands, unless they differ on whether it is cancelled. Then nobody knows which is newer, so
     * that it counts as not cancelled, and as one that may be.
     */
    private void settleRivals(int fileNumber) {
        rivals.forEach((place, rival) -> {
            boolean isCancelled = StoreOrders.isCancelled(flags[place]);
            boolean isContradicted = StoreOrders.isCancelled(rival.flags) != isCancelled;
            if (isContradicted) {
                contradicted.add(place);
            }
            if (!isContradicted || isCancelled) {
                stand(place, fileNumber, rival);
            }
        });
        rivals.clear();
    }

    /** What the lines of one file say of an order together. */
    private record Rival(int row, int skuRow, byte flags) {

        static Rival of(FactTable lines, int line) {
            return new Rival(line, line, StoreOrders.flags(lines, line));
        }

        Rival join(FactTable lines, Rival next) {
            return new Rival(row, firstBySku(lines, skuRow, next.skuRow), StoreOrders.join(flags, next.flags));
        }
    }

    /** Of an order's lines the SKU that comes first by its letters stands for it, so that the order of rows is no matter. */
    private static int firstBySku(FactTable lines, int one, int other) {
        Optional<String> before = lines.text(Field.SKU, one);
        Optional<String> sku = lines.text(Field.SKU, other);
        return sku.isPresent() && (before.isEmpty() || sku.get().compareTo(before.get()) < 0) ? other : one;
    }

    /** Takes the lines that state the orders as they stand. */
    @FunctionalInterface
    interface LineVisitor {
        /** @param order place of the order among all */
        void line(int order, FactTable table, int row);
    }

    /** Every line of the newest date in the file that decides on its order, of all files. */
    void forEachStandingLine(LineVisitor visitor) {
        for (int number = 0; number < said.size(); number++) {
            FactTable table = said.get(number).table;
            if (said.get(number).facts.table(FactType.ORDER_LINE).orElse(null) != table) {
                continue;
            }
            for (int line = 0; line < table.size(); line++) {
                int place = placeByKey.getOrDefault(keyOf(table, line), -1);
                if (place >= 0 && file[place] == number && stampOf(table, line) == updated[place]) {
                    visitor.line(place, table, line);
                }
            }
        }
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        updated = Arrays.copyOf(updated, capacity);
        file = Arrays.copyOf(file, capacity);
        row = Arrays.copyOf(row, capacity);
        skuRow = Arrays.copyOf(skuRow, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    private long keyOf(FactTable lines, int line) {
        long key = lines.orderKey(line);
        if (key >= 0) {
            return key;
        }
        String id = lines.orderId(line);
        int number = otherIds.getOrDefault(id, -1);
        if (number < 0) {
            number = otherIdTexts.size();
            otherIds.put(id, number);
            otherIdTexts.add(id);
        }
        return -1L - number;
    }

    private static long stampOf(FactTable lines, int line) {
        long moment = lines.moment(Field.UPDATED, line);
        return Moments.epochSecond(moment == Moments.NONE ? lines.moment(Field.PURCHASED, line) : moment);
    }

    /** The key of an id, or {@link Moments#NONE} if no order has it. */
    long keyOf(String orderId) {
        long packed = OrderIds.pack(orderId);
        if (packed != OrderIds.NOT_PACKED) {
            return packed;
        }
        int number = otherIds.getOrDefault(orderId, -1);
        return number < 0 ? Moments.NONE : -1L - number;
    }

    /** The place of the order with this id, or -1. */
    int find(String orderId) {
        long key = keyOf(orderId);
        return key == Moments.NONE ? -1 : placeByKey.getOrDefault(key, -1);
    }

    int size() {
        return size;
    }

    long key(int order) {
        return keys[order];
    }

    byte flags(int order) {
        return flags[order];
    }

    String orderId(int order) {
        long key = keys[order];
        return key >= 0 ? OrderIds.unpack(key) : otherIdTexts.get((int) -(key + 1));
    }

    long purchased(int order) {
        return said.get(file[order]).table.moment(Field.PURCHASED, row[order]);
    }

    long changed(int order) {
        return said.get(file[order]).table.moment(Field.UPDATED, row[order]);
    }

    /** Whether any of the files states this of any order. */
    boolean knows(Field field) {
        return added.containsKey(field);
    }

    /** A moment that any of the files may state, or {@link Moments#NONE}. */
    long moment(Field field, int order) {
        LatestValues values = added.get(field);
        return values == null ? Moments.NONE : values.get(order);
    }

    Optional<Code> cancelledBy(int order) {
        long code = moment(Field.CANCELLED_BY, order);
        return code == Moments.NONE ? Optional.empty() : Optional.of(BLAME.get((int) Moments.epochSecond(code)));
    }

    /** Whether all its packages have a tracking number, where a file says so. */
    Optional<Boolean> isTracked(int order) {
        long tracked = moment(Field.TRACKED, order);
        return tracked == Moments.NONE ? Optional.empty() : Optional.of(tracked == Moments.ofEpochSecond(1));
    }

    /** The stores or marketplaces that its lines name in a column of their own; mostly none, rarely several. */
    List<String> owners(int order) {
        long name = owner.get(order);
        if (name == Moments.NONE) {
            return List.of();
        }
        TreeSet<String> several = furtherOwners.get(order);
        return several == null ? List.of(names.textOf((int) name)) : List.copyOf(several);
    }

    FactTable table(int order) {
        return said.get(file[order]).table;
    }

    int line(int order) {
        return row[order];
    }

    Optional<String> sku(int order) {
        Optional<String> own = said.get(file[order]).table.text(Field.SKU, skuRow[order]);
        long other = addedSku.get(order);
        return own.isPresent() || other == Moments.NONE ? own : Optional.of(names.textOf((int) other));
    }

    /** What the row says that stands for the order, the first of its lines by SKU. */
    Optional<String> text(Field field, int order) {
        return said.get(file[order]).table.text(field, skuRow[order]);
    }

    /** Of several carriers the first by its letters, where a file says it. */
    Optional<String> carrier(int order) {
        long name = carrier.get(order);
        return name == Moments.NONE ? Optional.empty() : Optional.of(names.textOf((int) name));
    }

    /** The file of its newest line. */
    String fileOf(int order) {
        return said.get(file[order]).facts.file();
    }

    Source source(int order) {
        return new Source(fileOf(order), said.get(file[order]).table.sourceRow(row[order]));
    }

    /** Where it stands what any of the files says of the order; missing where none says it. */
    Optional<Source> source(Field field, int order) {
        LatestValues values = added.get(field);
        if (values == null || values.get(order) == Moments.NONE) {
            return Optional.empty();
        }
        Said by = said.get(values.file(order));
        return Optional.of(new Source(by.facts.file(), by.table.sourceRow(values.row(order))));
    }

    /** Orders that files which reach equally far state otherwise. */
    long contradictions() {
        return contradicted.size();
    }

    /** Rows that add something to an order which no export of orders lists. */
    long detailsOfNoOrder() {
        return detailsOfNoOrder;
    }
}
