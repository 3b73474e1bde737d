package redflag.ledger;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every order of an account once, as its newest line states it: between files the newest {@code last-updated-date}
 * wins, ties go to the file with the greater content hash, so neither path nor order of files matters. The lines of an
 * order that have the newest date in the winning file speak together.
 */
final class AccountOrders {

    private final List<FileFacts> files;
    private final List<FactTable> tables = new ArrayList<>();
    private final LongIntHashMap placeByKey = new LongIntHashMap();
    private final ObjectIntHashMap<String> otherIds = new ObjectIntHashMap<>();
    private final List<String> otherIdTexts = new ArrayList<>();

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
            for (int i = 0; i < lines.size(); i++) {
                take(lines, number, i);
            }
        }
    }

    private void take(FactTable lines, int fileNumber, int line) {
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
            return;
        } else if (stamp < updated[place]) {
            return;
        }
        updated[place] = stamp;
        file[place] = fileNumber;
        row[place] = line;
        flags[place] = StoreOrders.flags(lines, line);
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

    FactTable table(int order) {
        return tables.get(file[order]);
    }

    int line(int order) {
        return row[order];
    }

    Optional<String> sku(int order) {
        return tables.get(file[order]).text(Field.SKU, row[order]);
    }

    Source source(int order) {
        return new Source(files.get(file[order]).file(), tables.get(file[order]).sourceRow(row[order]));
    }

    List<String> files() {
        return files.stream().map(FileFacts::file).sorted().toList();
    }

    List<FactTable> tables() {
        return tables;
    }
}
