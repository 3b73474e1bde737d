package redflag.ledger;

import com.carrotsearch.hppc.IntHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every order of an account once, as its newest line states it: between files the newest {@code last-updated-date}
 * wins, ties go to the file that tells of the newer moment, then to the greater content hash, so neither path nor order
 * of files matters. The lines of an order that have the newest date in the winning file speak together. What a file has no
 * column for, another may add.
 */
final class AccountOrders {

    /** Older than whatever has a date. */
    private static final long UNDATED = Long.MIN_VALUE;

    private final List<Said> said = new ArrayList<>();
    private final OrderAdditions additions = new OrderAdditions();
    private final LongIntHashMap placeByKey = new LongIntHashMap();
    private final ObjectIntHashMap<String> otherIds = new ObjectIntHashMap<>();
    private final List<String> otherIdTexts = new ArrayList<>();
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
        placeByKey.ensureCapacity(
                said.stream().mapToInt(file -> file.table.size()).max().orElse(0));
        said.addAll(Said.of(files, FactType.ORDER_DETAIL));
        for (int number = 0; number < said.size(); number++) {
            FactTable table = said.get(number).table;
            List<Field> more = OrderAdditions.columnsOf(table);
            if (number >= lineFiles) {
                addDetails(more, table, number);
                continue;
            }
            for (int i = 0; i < table.size(); i++) {
                int place = take(table, number, i);
                additions.add(more, table, i, place, stampOf(table, i), number);
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
                additions.add(more, details, i, place, stamp, number);
                additions.addSku(details, i, place, stamp, number);
            }
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
        if (!rivals.isEmpty() || !contradicted.isEmpty()) {
            rivals.remove(place);
            contradicted.remove(place);
        }
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

    /**
     * The places of all by their ids. Ids without a number have keys in the order met, which depends on the rows: they come
     * first, by their text.
     */
    int[] sortedById() {
        long[] sorted = Arrays.copyOf(keys, size);
        // keys are unique, so that each leads back to its place without an object per order
        Arrays.sort(sorted);
        int[] places = new int[size];
        Arrays.setAll(places, i -> placeByKey.get(sorted[i]));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size && sorted[i] < 0; i++) {
            texts.add(orderId(places[i]));
        }
        texts.sort(Comparator.naturalOrder());
        for (int i = 0; i < texts.size(); i++) {
            places[i] = find(texts.get(i));
        }
        return places;
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

    FactTable table(int order) {
        return said.get(file[order]).table;
    }

    int line(int order) {
        return row[order];
    }

    Optional<String> sku(int order) {
        Optional<String> sku = text(Field.SKU, order);
        return sku.isPresent() ? sku : additions.sku(order);
    }

    /** What the row says that stands for the order, the first of its lines by SKU. */
    Optional<String> text(Field field, int order) {
        return said.get(file[order]).table.text(field, skuRow[order]);
    }

    /** The same of a flag; missing where the row has none. */
    Optional<Boolean> flag(Field field, int order) {
        FactTable table = table(order);
        return table.has(field, skuRow[order]) ? Optional.of(table.isTrue(field, skuRow[order])) : Optional.empty();
    }

    /** The same of a count; 0 where the row has none. */
    long count(Field field, int order) {
        return said.get(file[order]).table.count(field, skuRow[order]).orElse(0L);
    }

    /** The file of its newest line. */
    String fileOf(int order) {
        return said.get(file[order]).facts.file();
    }

    Source source(int order) {
        return new Source(fileOf(order), said.get(file[order]).table.sourceRow(row[order]));
    }

    /** What files say of orders besides. */
    OrderAdditions additions() {
        return additions;
    }

    /** Where it stands what any of the files says of the order; missing where none says it. */
    Optional<Source> source(Field field, int order) {
        return additions.valuesOf(field, order).map(values -> {
            Said by = said.get(values.file(order));
            return new Source(by.facts.file(), by.table.sourceRow(values.row(order)));
        });
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
