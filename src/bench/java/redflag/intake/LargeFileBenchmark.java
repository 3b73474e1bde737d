package redflag.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads one made-up All Orders report of 91 columns, {@code megabytes} (2000) long, which lies in {@code target} meanwhile.
 * A row has about 650 bytes, an order one or two rows.
 */
public final class LargeFileBenchmark {

    private static final int COLUMNS = 91;
    private static final String[] KNOWN = {
        "amazon-order-id",
        "purchase-date",
        "last-updated-date",
        "order-status",
        "fulfillment-channel",
        "sales-channel",
        "ship-service-level",
        "sku",
        "asin",
        "quantity",
        "is-buyer-requested-cancellation"
    };

    private LargeFileBenchmark() {}

    public static void main(String[] args) throws IOException, Unreadable {
        long bytes = Long.getLong("megabytes", 2_000) * 1_000_000;
        Path file = Files.createDirectories(Path.of("target/bench")).resolve("large-orders.txt");
        try {
            write(file, bytes);
            System.out.println(Measured.read(file, Hints.none()).text());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void write(Path file, long bytes) throws IOException {
        StringBuilder row = new StringBuilder(String.join("\t", KNOWN));
        StringBuilder filler = new StringBuilder();
        for (int column = KNOWN.length; column < COLUMNS; column++) {
            row.append("\tcolumn-").append(column);
            filler.append(column % 3 == 0 ? "\tSeventeen letters" : "\t");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            long written = 0;
            for (int number = 0; written < bytes; number++) {
                byte[] line = row.append('\n').toString().getBytes(US_ASCII);
                out.write(line);
                written += line.length;
                row.setLength(0);
                order(row, number).append(filler);
            }
        }
    }

    private static StringBuilder order(StringBuilder row, int number) {
        int order = number * 2 / 3;
        String second = String.format(Locale.ROOT, "%02d:%02d:%02d", order % 24, order % 60, order / 7 % 60);
        int day = 1 + order / 997 % 28;
        return row.append(String.format(
                Locale.ROOT,
                "111-%07d-%07d\t2026-10-%02dT%s+00:00\t2026-11-%02dT%s+00:00\t%s\t%s\tAmazon.com\tStandard\tSKU-%d\tB%09d\t1\tfalse",
                order % 9_999_991,
                order,
                day,
                second,
                day,
                second,
                order % 40 == 0 ? "Cancelled" : "Shipped",
                order % 3 == 0 ? "Amazon" : "Merchant",
                order % 5_000,
                order % 5_000));
    }
}
