package redflag.ledger;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Every order of an account once, as its newest line states it: between files the newest {@code last-updated-date}
 * wins, ties go to the file with the greater content hash, so neither path nor order of files matters. The lines of an
 * order that have the newest date in the winning file speak together. What a file has no column for, another may add.
 */
final class AccountOrders {

    private static final Map<Field, LatestValues.Together> ADDED = new EnumMap<>(Map.of(
            // a late line makes the order late: the earliest limit and the last hand-over
            Field.EXPECTED_SHIP, LatestValues.Together.EARLIEST,
            Field.SHIPPED, LatestValues.Together.LATEST,
            Field.EXPECTED_DELIVERY, LatestValues.Together.EARLIEST,
            Field.DELIVERED, LatestValues.Together.LATEST,
            Field.CANCELLED_BY, LatestValues.Together.FIRST,
            Field.TRACKED, LatestValues.Together.EARLIEST));

    /** Older than whatever has a date. */
    private static final long UNDATED = Long.MIN_VALUE;

    private final List<FileFacts> files;
    private final List<FactTable> tables = new ArrayList<>();
    private final LongIntHashMap placeByKey = new LongIntHashMap();
    private final ObjectIntHashMap<String> otherIds = new ObjectIntHashMap<>();
    private final List<String> otherIdTexts = new ArrayList<>();
    private final Map<Field, LatestValues> added = new EnumMap<>(Field.class);
    private final Texts names = new Texts();
    private final LatestValues owner = new LatestValues(LatestValues.Together.FIRST);
    private final Map<Integer, TreeSet<String>> furtherOwners = new HashMap<>();
    private final LatestValues addedSku = new LatestValues(LatestValues.Together.FIRST);
    private long detailsOfNoOrder;

    private long[] keys = new long[1024];
    private long[] updated = new long[1024];
    private int[] file = new int[1024];
    private int[] row = new int[1024];
    private byte[] flags = new byte[1024];
    private int size;

    /** @param files sorted by content hash */
    AccountOrders(List<FileFacts> files) {
        this.files = files.stream()
                .filter(f -> f.table(FactType.ORDER_LINE).isPresent())
                .toList();
        for (FileFacts facts : this.files) {
            FactTable lines = facts.table(FactType.ORDER_LINE).orElseThrow();
            tables.add(lines);
            int number = tables.size() - 1;
            List<Field> more = columnsToAdd(lines);
            for (int i = 0; i < lines.size(); i++) {
                int place = take(lines, number, i);
                add(more, lines, i, place, stampOf(lines, i), number);
            }
        }
        int number = tables.size();
        for (FileFacts facts : files) {
            Optional<FactTable> details = facts.table(FactType.ORDER_DETAIL);
            if (details.isPresent()) {
                addDetails(details.get(), number++);
            }
        }
    }

    private void addDetails(FactTable details, int number) {
        List<Field> more = columnsToAdd(details);
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
                    addedSku.put(place, names.numberOf(sku.get()), stamp, number);
                }
            }
        }
    }

    private static List<Field> columnsToAdd(FactTable lines) {
        List<Field> columns =
                new ArrayList<>(ADDED.keySet().stream().filter(lines::hasColumn).toList());
        for (Field field : List.of(Field.STORE, Field.MARKETPLACE)) {
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
                        .put(place, valueOf(field, lines, line), stamp, fileNumber);
            } else if (!owned) {
                // a store says more than a marketplace, and comes first
                Optional<String> name = lines.text(field, line);
                owned = name.isPresent();
                name.ifPresent(n -> own(place, n, stamp, fileNumber));
            }
        }
    }

    private static long valueOf(Field field, FactTable lines, int line) {
        return switch (field.form()) {
            case MOMENT -> lines.moment(field, line);
            case FLAG ->
                lines.has(field, line) ? Moments.ofEpochSecond(lines.isTrue(field, line) ? 1 : 0) : Moments.NONE;
            default -> lines.code(field, line).map(c -> (long) c.ordinal()).orElse(Moments.NONE);
        };
    }

    private void own(int place, String name, long stamp, int fileNumber) {
        long before = owner.get(place);
        owner.put(place, names.numberOf(name), stamp, fileNumber);
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
        } else if (file[place] == fileNumber && stamp == updated[place]) {
            flags[place] = StoreOrders.join(flags[place], StoreOrders.flags(lines, line));
            return place;
        } else if (stamp < updated[place]) {
            return place;
        }
        updated[place] = stamp;
        file[place] = fileNumber;
        row[place] = line;
        flags[place] = StoreOrders.flags(lines, line);
        return place;
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        updated = Arrays.copyOf(updated, capacity);
        file = Arrays.copyOf(file, capacity);
        row = Arrays.copyOf(row, capacity);
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
        return tables.get(file[order]).moment(Field.PURCHASED, row[order]);
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
        return code == Moments.NONE ? Optional.empty() : Optional.of(Code.values()[(int) code]);
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
        return tables.get(file[order]);
    }

    int line(int order) {
        return row[order];
    }

    Optional<String> sku(int order) {
        Optional<String> own = tables.get(file[order]).text(Field.SKU, row[order]);
        long other = addedSku.get(order);
        return own.isPresent() || other == Moments.NONE ? own : Optional.of(names.textOf((int) other));
    }

    /** The file of its newest line. */
    String fileOf(int order) {
        return files.get(file[order]).file();
    }

    Source source(int order) {
        return new Source(fileOf(order), tables.get(file[order]).sourceRow(row[order]));
    }

    List<FactTable> tables() {
        return tables;
    }

    /** Rows that add something to an order which no export of orders lists. */
    long detailsOfNoOrder() {
        return detailsOfNoOrder;
    }
}
