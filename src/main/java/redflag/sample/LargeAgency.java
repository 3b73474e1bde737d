package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Store;

/**
 * A made-up agency as large as wanted, for trials and measurements: accounts {@code a0001}, {@code a0002} and so on, one
 * US store each, every tenth with four European stores instead. Orders spread over the 75 days to
 * {@link SampleAgency#AS_OF}. The same three numbers write the same bytes.
 *
 * @param ordersPerAccount rows of each account's order file; about one order in eight has two
 * @param seed what the random numbers start from
 */
public record LargeAgency(int accounts, int ordersPerAccount, long seed) {

    private static final int MANAGERS = 12;
    private static final String JOB = """
            name: agency
            stores: ../stores.csv
            exports: ../exports
            reports: ../reports
            database: ../data
            as-of: %s
            """;

    /** @throws IllegalArgumentException unless there are 1 to 9999 accounts, and 1 order or more each */
    public LargeAgency {
        if (accounts < 1 || accounts > 9_999 || ordersPerAccount < 1) {
            throw new IllegalArgumentException("an agency has 1 to 9999 accounts with at least one order each, not "
                    + accounts + " accounts with " + ordersPerAccount + " orders");
        }
    }

    /**
     * Writes {@code stores.csv}, {@code exports} and {@code jobs/agency.yaml} into {@code dir}, over what they hold. Needs
     * no more memory for many orders than for few.
     */
    public void write(Path dir) throws IOException {
        Path exports = dir.resolve("exports");
        List<Store> stores = new ArrayList<>();
        for (int number = 1; number <= accounts; number++) {
            String account = String.format(Locale.ROOT, "a%04d", number);
            List<Marketplace> marketplaces = marketplaces(number);
            stores.addAll(stores(account, number, marketplaces));
            Dice dice = new Dice(seed * 10_007L + number);
            new LargeAccount(dice, marketplaces, ordersPerAccount).write(ExportFolder.create(exports.resolve(account)));
        }
        new ExportFolder(dir).put("stores.csv", StoresFile.text(stores), UTF_8);
        ExportFolder.create(dir.resolve("jobs"))
                .put("agency.yaml", JOB.replace("%s", SampleAgency.AS_OF.toString()), UTF_8);
    }

    private static List<Marketplace> marketplaces(int number) {
        List<String> countries = number % 10 == 0 ? List.of("UK", "DE", "FR", "IT") : List.of("US");
        return countries.stream().map(SampleAgency::marketplace).toList();
    }

    private static List<Store> stores(String account, int number, List<Marketplace> marketplaces) {
        String manager = String.format(Locale.ROOT, "manager%02d@example.com", 1 + number % MANAGERS);
        return marketplaces.stream()
                .map(marketplace -> StoresFile.store(
                        new AccountId(account),
                        marketplace,
                        "Store " + account + " " + marketplace.country(),
                        Optional.empty(),
                        manager,
                        List.of()))
                .toList();
    }
}
