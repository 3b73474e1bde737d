package redflag.report;

import java.util.List;
import redflag.basics.Remark;
import redflag.ledger.Rejection;

/**
 * What the exports of a store's account gave and did not give.
 *
 * @param rejections the rejected rows, as far as they are kept one by one
 * @param ages how old the exports are, kind by kind
 * @param alerts those of the warnings that a manager must see first
 * @param missing exports that would measure what is not measured
 */
public record DataQuality(
        List<FileRead> files,
        List<Rejection> rejections,
        List<QuarantinedFile> quarantined,
        List<Remark> warnings,
        List<MissingExport> missing,
        List<ExportAge> ages,
        List<Remark> alerts) {

    public DataQuality {
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
        ages = List.copyOf(ages);
        alerts = List.copyOf(alerts);
    }

    /** Exports that are late or stale. */
    public List<ExportAge> late() {
        return ages.stream().filter(age -> !age.isFresh()).toList();
    }

    public long rowsRejected() {
        return files.stream().mapToLong(FileRead::rejected).sum();
    }
}
