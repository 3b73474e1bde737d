package redflag.report;

import java.util.List;
import java.util.Optional;
import redflag.basics.AccountId;

/**
 * What came of one account in a night; stored, and all that portfolio, mail and summary know of it.
 *
 * @param version of this record's form; goes up when it changes
 * @param stores of the account, in the order of the stores file; empty where it failed
 * @param unchanged how many of its own files were not read again, for they had not changed since an earlier night
 * @param held reports that a program held open
 * @param error why it failed; missing where it did not
 */
public record AccountOutcome(
        int version,
        AccountId account,
        List<StoreOutcome> stores,
        List<FileRead> files,
        int unchanged,
        List<QuarantinedFile> quarantined,
        List<HeldOpen> held,
        double seconds,
        Optional<String> error) {

    public static final int VERSION = 9;

    public AccountOutcome {
        stores = List.copyOf(stores);
        files = List.copyOf(files);
        quarantined = List.copyOf(quarantined);
        held = List.copyOf(held);
    }

    public static AccountOutcome failed(AccountId account, String error, double seconds) {
        return new AccountOutcome(
                VERSION, account, List.of(), List.of(), 0, List.of(), List.of(), seconds, Optional.of(error));
    }

    public boolean isReported() {
        return error.isEmpty();
    }

    public long rows() {
        return files.stream().mapToLong(FileRead::rows).sum();
    }

    public long accepted() {
        return files.stream().mapToLong(FileRead::accepted).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(FileRead::rejected).sum();
    }
}
