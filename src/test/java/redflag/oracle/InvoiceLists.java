package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import redflag.oracle.RandomAgency.Shop;

/** Writes Amazon's lists of orders without an invoice in time for the account of a {@link RandomAgency}: a row a shipment. */
final class InvoiceLists {

    private static final String HEADER = "Shipment ID,Order ID,Ship Date UTC,Defect Type,Defect Reason";
    private static final List<String> TYPES = List.of("Missing", "Late");
    private static final List<String> REASONS = List.of("No invoice uploaded", "Upload failed", "");

    private final Random random;
    private final Path account;

    InvoiceLists(Random random, Path account) {
        this.random = random;
        this.account = account;
    }

    /** In the store's folder or in one of the account, where its orders tell whose it is; now and then with an older one. */
    void write(Shop shop) throws IOException {
        List<MadeUpOrder> orders = some(shop);
        boolean isOfTheStore = orders.isEmpty() || random.nextBoolean();
        Path folder = Files.createDirectories(account.resolve(isOfTheStore ? shop.store() : "invoices"));
        List<String> rows = new ArrayList<>();
        orders.forEach(order -> rows.addAll(rows(order)));
        if (!rows.isEmpty() && random.nextInt(3) == 0) {
            rows.add(row(
                    String.format(
                            Locale.ROOT,
                            "998-0000001-%07d",
                            Math.abs(shop.store().hashCode()) % 10_000_000),
                    "2026-01-05"));
        }
        write(folder.resolve("invoice-defects-" + shop.store() + ".csv"), rows);
        MadeUpOrder newest = orders.stream()
                .max((one, other) -> one.day().compareTo(other.day()))
                .orElse(null);
        if (newest != null && random.nextInt(3) == 0) {
            List<String> earlier = new ArrayList<>();
            some(shop).stream()
                    .filter(order -> order.day().isBefore(newest.day()))
                    .forEach(order -> earlier.addAll(rows(order)));
            if (!earlier.isEmpty()) {
                write(folder.resolve("invoice-defects-" + shop.store() + "-older.csv"), earlier);
            }
        }
    }

    private List<MadeUpOrder> some(Shop shop) {
        int inHundred = random.nextInt(20);
        return shop.orders().stream()
                .filter(order -> random.nextInt(100) < inHundred)
                .toList();
    }

    private List<String> rows(MadeUpOrder order) {
        List<String> rows = new ArrayList<>();
        for (int i = random.nextInt(5) == 0 ? 2 : 1; i > 0; i--) {
            rows.add(row(
                    order.id(),
                    order.placed()
                            .plusSeconds(random.nextInt(200_000))
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString()));
        }
        return rows;
    }

    private String row(String id, String shipped) {
        return String.join(",", "D" + random.nextInt(1_000_000), id, shipped, any(TYPES), any(REASONS));
    }

    private void write(Path file, List<String> rows) throws IOException {
        Collections.shuffle(rows, random);
        Files.writeString(file, HEADER + "\n" + (rows.isEmpty() ? "" : String.join("\n", rows) + "\n"));
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
