package redflag.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Registered;
import redflag.basics.Store;

/**
 * The small made-up agency of {@code sample-data}: ten accounts, thirteen stores, and every trap of the real file formats.
 * Nothing in it depends on the machine, its clock or its zone: it is the same to the byte each time.
 */
public final class SampleAgency {

    /** The date that the exports were downloaded for, a Sunday; orders of this day are the newest. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final String MARA = "mara.lindqvist@example.com";
    private static final String JON = "jon.okafor@example.com";

    private SampleAgency() {}

    /** Writes {@code stores.csv}, {@code exports} and {@code documents} into {@code dir}, over what they hold. */
    public static void write(Path dir) throws IOException {
        Path exports = dir.resolve("exports");
        Marketplace us = marketplace("US");
        Alder.write(ExportFolder.create(exports.resolve("alder")), us);
        Birch.write(ExportFolder.create(exports.resolve("birch")), us);
        Cedar.write(ExportFolder.create(exports.resolve("cedar")), us);
        Elder.write(ExportFolder.create(exports.resolve("elder")));
        Fuji.write(ExportFolder.create(exports.resolve("fuji")), marketplace("JP"));
        Hazel.write(ExportFolder.create(exports.resolve("hazel")), us);
        Juniper.write(ExportFolder.create(exports.resolve("juniper")), us);
        PaperFiles papers = new PaperFiles(dir.resolve("documents"));
        Laurel.write(ExportFolder.create(exports.resolve("laurel")), papers, us);
        Maple.write(ExportFolder.create(exports.resolve("maple")), papers, us);
        Olive.write(ExportFolder.create(exports.resolve("olive")), papers);
        PerformanceSummary.write(new ExportFolder(exports));
        new ExportFolder(dir).put("stores.csv", StoresFile.text(stores()), UTF_8);
    }

    private static List<Store> stores() {
        return List.of(
                store("alder", "US", "Alder Home", "2021-03-15", MARA),
                store("birch", "US", "Birch & Glass", "2022-06-01", MARA, "quality@example.com"),
                store("cedar", "US", "Cedar Workshop", "", JON),
                store("elder", "UK", "Elder UK", "2023-02-20", JON, "europe@example.com", "finance@example.com"),
                store("elder", "DE", "Elder Deutschland", "2023-04-11", JON, "europe@example.com"),
                store("elder", "FR", "Elder France", "2024-01-09", JON, "europe@example.com"),
                store("elder", "IT", "Elder Italia", ElderBooks.ITALY_SINCE.toString(), JON, "europe@example.com"),
                store("fuji", "JP", "Fuji Crafts", "2020-10-05", MARA),
                store("hazel", "US", "Hazel Garden", "2024-08-30", JON),
                store("juniper", "US", "Juniper Press", "", MARA, "legal@example.com"),
                of(
                        store("laurel", "US", "Laurel Candles", "2022-01-17", JON),
                        "Laurel Candles LLC",
                        "Lena Laurel",
                        "12 Tallow Street; Dover DE 19901"),
                store("maple", "US", "Maple Kitchen", "2025-05-06", MARA),
                of(
                        store("olive", "US", "Olive Linen", "", MARA),
                        "Olive Linen LLC",
                        "Olive Marsh",
                        "4 Flax Lane; Salem OR 97301"));
    }

    private static Store store(
            String account, String country, String name, String since, String manager, String... cc) {
        return StoresFile.store(
                new AccountId(account),
                marketplace(country),
                name,
                since.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(since)),
                manager,
                List.of(cc));
    }

    private static Store of(Store store, String name, String contact, String address) {
        return new Store(
                store.id(),
                store.account(),
                store.marketplace(),
                store.name(),
                store.sellerSince(),
                store.language(),
                store.manager(),
                store.cc(),
                new Registered(Optional.of(name), Optional.of(contact), Optional.of(address)));
    }

    static Marketplace marketplace(String country) {
        return Marketplaces.known()
                .find(country)
                .orElseThrow(() -> new IllegalArgumentException("no marketplace " + country));
    }
}
