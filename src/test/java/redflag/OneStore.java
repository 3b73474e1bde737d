package redflag;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.AccountLedger;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;
import redflag.ledger.StoreLedger;

/** The only store of an account, and what its files say. */
public final class OneStore {

    private OneStore() {}

    public static Store of(String country) {
        return new Store(
                new StoreId("north"),
                new AccountId("north"),
                Marketplaces.known().find(country).orElseThrow(),
                "North",
                Optional.empty(),
                "en",
                "manager@example.com",
                List.of());
    }

    /** A file that says one thing, whose kind is called by that. */
    public static FileFacts file(FactType type, FactTable table) {
        return file(type.name(), type, table);
    }

    /** @param name of the file in the account's folder */
    public static FileFacts file(String name, FactType type, FactTable table) {
        return new FileFacts(
                "north/" + name,
                "sha of " + name,
                type.name(),
                1,
                "UTF-8",
                table.size(),
                0,
                List.of(),
                List.of(),
                Map.of(type, table));
    }

    public static StoreLedger ledger(Store store, LocalDate asOf, List<FileFacts> files) {
        return ledger(store, asOf, files, Map.of());
    }

    /** @param writtenAt by file, the moment after which it can know nothing */
    public static StoreLedger ledger(
            Store store, LocalDate asOf, List<FileFacts> files, Map<String, Instant> writtenAt) {
        return Objects.requireNonNull(
                AccountLedger.merge(store.account(), files, List.of(store), Map.of(store.id(), asOf), writtenAt)
                        .stores()
                        .get(store.id()));
    }
}
