package redflag.report;

import java.time.LocalDate;
import java.util.List;

/**
 * All stores of a night.
 *
 * @param stores worst first: by risk level, then by how many metrics are off target, then by name of the store
 * @param accounts every account of the night with its outcome, by name
 * @param quarantined files that belong to no account's report, and those of all accounts, by path
 */
public record Portfolio(
        String job,
        LocalDate asOf,
        List<StoreOutcome> stores,
        List<AccountOutcome> accounts,
        List<QuarantinedFile> quarantined) {

    public Portfolio {
        stores = List.copyOf(stores);
        accounts = List.copyOf(accounts);
        quarantined = List.copyOf(quarantined);
    }
}
