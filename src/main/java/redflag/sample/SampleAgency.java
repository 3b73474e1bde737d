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
import redflag.basics.Store;

/**
 * The small made-up agency of {@code sample-data}: seven accounts, ten stores, and every trap of the real file formats.
 * Nothing in it depends on the machine, its clock or its zone: it is the same to the byte each time.
 */
public final class SampleAgency {

    /** The date that the exports were downloaded for, a Sunday; orders of this day are the newest. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final String MARA = "mara.lindqvist@example.com";
    private static final String JON = "jon.okafor@example.com";

    private SampleAgency() {}

    /** Writes {@code stores.csv} and {@code exports} into {@code dir}, over what they hold. */
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
                store("juniper", "US", "Juniper Press", "", MARA, "legal@example.com"));
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

    static Marketplace marketplace(String country) {
        return Marketplaces.known()
                .find(country)
                .orElseThrow(() -> new IllegalArgumentException("no marketplace " + country));
    }
}
