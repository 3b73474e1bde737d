package redflag.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import redflag.oracle.RandomAgency.Shop;

/** Writes what the stores of a {@link RandomAgency} have for sale: listings reports and inventories of Amazon's. */
final class StockFiles {

    /** So many products are ordered; some more are only offered. */
    static final int PRODUCTS = 12;

    private static final String LISTINGS =
            "item-name\tlisting-id\tseller-sku\tprice\tquantity\tasin1\tfulfillment-channel\tstatus";
    private static final String FULFILLED =
            "seller-sku\tfulfillment-channel-sku\tasin\tcondition-type\tWarehouse-Condition-code\tQuantity Available";
    private static final String MANAGED = "sku\tfnsku\tasin\tcondition\tafn-fulfillable-quantity"
            + "\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-inbound-shipped-quantity";
    private static final String PLANNED = "snapshot-date\tsku\tfnsku\tasin\tcondition\tavailable\tunits-shipped-t30"
            + "\tmarketplace\tinbound-quantity\treserved-quantity\tunfulfillable-quantity";

    private final Random random;
    private final LocalDate asOf;
    private final Path account;

    StockFiles(Random random, LocalDate asOf, Path account) {
        this.random = random;
        this.asOf = asOf;
        this.account = account;
    }

    void write(Shop shop) throws IOException {
        if (random.nextInt(4) > 0) {
            listings(shop);
        }
        switch (random.nextInt(5)) {
            case 0 -> fulfilled(shop);
            case 1 -> managed(shop);
            case 2 -> planned(shop, "planning.txt", 0);
            case 3 -> {
                planned(shop, "planning.txt", 0);
                planned(shop, "planning-older.txt", 40);
            }
            default -> {
                // nothing lies at Amazon
            }
        }
    }

    /** The quantity is blank where Amazon sends, and now and then where the seller does. */
    private void listings(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String sku : some(80)) {
            boolean byAmazon = random.nextInt(4) == 0;
            boolean isBlank = byAmazon || random.nextInt(20) == 0;
            rows.add(String.join(
                    "\t",
                    "Brass plaque (3\" x 1.5\")",
                    "L1",
                    sku,
                    "20.00",
                    isBlank ? "" : quantity(),
                    "B0MADEUP01",
                    byAmazon ? "AMAZON_NA" : "DEFAULT",
                    random.nextInt(4) == 0 ? "Inactive" : "Active"));
        }
        write(shop, "listings.txt", LISTINGS, rows);
    }

    /** A row a condition. */
    private void fulfilled(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String sku : some(50)) {
            for (String condition : List.of("SELLABLE", "UNSELLABLE", "SELLABLE")) {
                if (random.nextInt(3) > 0) {
                    rows.add(String.join("\t", sku, "X1", "B0MADEUP01", "NewItem", condition, quantity()));
                }
            }
        }
        write(shop, "afn-inventory.txt", FULFILLED, rows);
    }

    private void managed(Shop shop) throws IOException {
        List<String> rows = new ArrayList<>();
        for (String sku : some(50)) {
            rows.add(String.join("\t", sku, "X1", "B0MADEUP01", "New", quantity(), "3", "2", quantity()));
        }
        write(shop, "fba-inventory.txt", MANAGED, rows);
    }

    /** Up to three days before the as-of date it tells of today; rows of another country are not the store's. */
    private void planned(Shop shop, String name, int older) throws IOException {
        LocalDate day = asOf.minusDays(List.of(-1, 0, 1, 3, 4, 30).get(random.nextInt(6)) + (long) older);
        String country = shop.country().code();
        List<String> rows = new ArrayList<>();
        for (String sku : some(50)) {
            rows.add(planned(day, sku, country));
            if (random.nextInt(4) == 0) {
                rows.add(planned(day, sku, country.equals("US") ? "CA" : "US"));
            }
        }
        write(shop, name, PLANNED, rows);
    }

    private String planned(LocalDate day, String sku, String country) {
        return String.join(
                "\t",
                day.toString(),
                sku,
                "X1",
                "B0MADEUP01",
                "New",
                quantity(),
                Integer.toString(Math.max(0, random.nextInt(60) - 20)),
                country,
                quantity(),
                "1",
                "1");
    }

    private List<String> some(int inHundred) {
        List<String> skus = new ArrayList<>();
        for (int product = 0; product < PRODUCTS + 2; product++) {
            if (random.nextInt(100) < inHundred) {
                skus.add("SKU-" + product);
            }
        }
        return skus;
    }

    /** None, one or two more often than they would be; now and then as many as stand for "enough". */
    private String quantity() {
        return Integer.toString(
                switch (random.nextInt(6)) {
                    case 0, 1 -> 0;
                    case 2 -> 1 + random.nextInt(3);
                    case 3 -> random.nextInt(4) == 0 ? 99_999 : 10;
                    default -> random.nextInt(60);
                });
    }

    private void write(Shop shop, String name, String header, List<String> rows) throws IOException {
        Collections.shuffle(rows, random);
        if (!rows.isEmpty()) {
            Path folder = Files.createDirectories(account.resolve(shop.store()));
            Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
        }
    }
}
