package redflag.report;

import java.time.LocalDate;
import java.util.List;
import redflag.basics.Remark;

/**
 * All stores of a night.
 *
 * @param stores worst first: by risk level, then by how many metrics are off target, then by the first day on which a
 *     further one will be, then by name of the store
 * @param accounts every account of the night with its outcome, by name
 * @param quarantined files that belong to no account's report, and those of all accounts, by path
 * @param files that were read, each once, by path; a file of several accounts counts whole
 * @param warnings about the job, its shared files and reports that a program held open; those of an account are in its
 *     reports
 */
public record Portfolio(
        String job,
        LocalDate asOf,
        List<StoreOutcome> stores,
        List<AccountOutcome> accounts,
        List<QuarantinedFile> quarantined,
        List<FileRead> files,
        List<Remark> warnings) {

    public Portfolio {
        stores = List.copyOf(stores);
        accounts = List.copyOf(accounts);
        quarantined = List.copyOf(quarantined);
        files = List.copyOf(files);
        warnings = List.copyOf(warnings);
    }

    /** From the portfolio's own folder. @param file path in the reports folder */
    String address(String file) {
        String folder = asOf + "/";
        return file.startsWith(folder) ? file.substring(folder.length()) : "../" + file;
    }

    public long rows() {
        return files.stream().mapToLong(FileRead::rows).sum();
    }

    public long rejected() {
        return files.stream().mapToLong(FileRead::rejected).sum();
    }
}
