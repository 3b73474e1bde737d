package redflag.bench;

import com.carrotsearch.hppc.LongByteHashMap;
import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.cursors.LongLongCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import redflag.basics.Store;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;

/**
 * The floor: a loop over the bytes of mapped files that believes all it sees, cuts out five columns and keeps
 * {@link StoreCounts}. No charset, quotes, hash, checks or other columns. Argument: the job file.
 */
public final class Floor {

    private static final int ORDER = 0;
    private static final int PURCHASED = 2;
    private static final int STATUS = 4;
    private static final int FULFILMENT = 5;
    private static final int CHANNEL = 6;

    private Floor() {}

    public static void main(String[] args) throws Exception {
        Problems problems = new Problems();
        JobDefinition job = JobFile.read(Path.of(args[0]), problems).orElseThrow();
        Map<String, Map<String, Store>> stores = new HashMap<>();
        job.stores()
                .forEach(store -> stores.computeIfAbsent(store.account().value(), a -> new HashMap<>())
                        .put(store.marketplace().salesChannel(), store));
        StoreCounts counts = new StoreCounts();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> accounts = new ArrayList<>();
        stores.forEach((account, of) -> accounts.add(pool.submit(() -> {
            scan(job.exports().resolve(account).resolve("all-orders.txt"), account, of, counts);
            return null;
        })));
        for (Future<?> account : accounts) {
            account.get();
        }
        pool.shutdown();
        counts.print();
    }

    private static void scan(Path file, String account, Map<String, Store> stores, StoreCounts counts)
            throws IOException {
        Map<String, LongLongHashMap> placed = new HashMap<>();
        LongByteHashMap open = new LongByteHashMap();
        try (FileChannel channel = FileChannel.open(file)) {
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            int[] starts = new int[CHANNEL + 2];
            int at = afterLine(bytes, 0);
            while (at < bytes.limit()) {
                int column = 0;
                starts[0] = at;
                while (column <= CHANNEL) {
                    if (bytes.get(at++) == '\t') {
                        starts[++column] = at;
                    }
                }
                if (bytes.get(starts[FULFILMENT]) == 'M') {
                    long id = digits(bytes, starts[ORDER], starts[ORDER + 1] - 1);
                    String of = text(bytes, starts[CHANNEL], starts[CHANNEL + 1] - 1);
                    placed.computeIfAbsent(of, c -> new LongLongHashMap()).put(id, moment(bytes, starts[PURCHASED]));
                    if (bytes.get(starts[STATUS]) != 'C') {
                        open.put(id, (byte) 1);
                    }
                }
                at = afterLine(bytes, at);
            }
        }
        placed.forEach((channel, orders) -> counts.put(account, channel, count(stores.get(channel), orders, open)));
    }

    private static long[] count(Store store, LongLongHashMap orders, LongByteHashMap open) {
        long[] counts = new long[2 * StoreCounts.WINDOWS.size()];
        for (int i = 0; i < StoreCounts.WINDOWS.size(); i++) {
            long begins = StoreCounts.begins(store, StoreCounts.WINDOWS.get(i));
            long ends = StoreCounts.ends(store, StoreCounts.WINDOWS.get(i));
            for (LongLongCursor order : orders) {
                if (order.value >= begins && order.value < ends) {
                    counts[2 * i]++;
                    counts[2 * i + 1] += open.containsKey(order.key) ? 0 : 1;
                }
            }
        }
        return counts;
    }

    private static int afterLine(ByteBuffer bytes, int from) {
        int at = from;
        while (at < bytes.limit() && bytes.get(at++) != '\n') {
            // on
        }
        return at;
    }

    private static long digits(ByteBuffer bytes, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes.get(i) - '0';
            number = digit < 0 ? number : number * 10 + digit;
        }
        return number;
    }

    private static long moment(ByteBuffer bytes, int at) {
        long day = LocalDate.of((int) digits(bytes, at, at + 4), (int) digits(bytes, at + 5, at + 7), (int)
                        digits(bytes, at + 8, at + 10))
                .toEpochDay();
        return day * 86_400
                + digits(bytes, at + 11, at + 13) * 3_600
                + digits(bytes, at + 14, at + 16) * 60
                + digits(bytes, at + 17, at + 19);
    }

    private static String text(ByteBuffer bytes, int from, int to) {
        byte[] text = new byte[to - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
