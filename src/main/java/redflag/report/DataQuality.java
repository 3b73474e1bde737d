package redflag.report;

import java.util.List;
import redflag.basics.Remark;
import redflag.ledger.Rejection;

/**
 * What the exports of a store's account gave and did not give.
 *
 * @param rejections the rejected rows, as far as they are kept one by one
 * @param missing exports that would measure what is not measured
 */
public record DataQuality(
        List<FileRead> files,
        List<Rejection> rejections,
        List<QuarantinedFile> quarantined,
        List<Remark> warnings,
        List<MissingExport> missing) {

    public DataQuality {
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
        missing = List.copyOf(missing);
    }

    public long rowsRejected() {
        return files.stream().mapToLong(FileRead::rejected).sum();
    }
}
