package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.metrics.Freshness;
import redflag.metrics.MissingData;
import redflag.rules.Metric;

/**
 * A line of the download checklist: an export that would measure what is not measured, or that is late or stale.
 *
 * @param name what Seller Central calls it
 * @param where Seller Central has it
 * @param metrics that are not measured and that it would measure
 * @param age of the newest one that is there, where it is late or stale
 */
public record Download(String kind, String name, String where, List<Metric> metrics, Optional<ExportAge> age) {

    public Download {
        metrics = List.copyOf(metrics);
    }

    /** Of one store, those that would measure something first; each once. An old table that people write themselves is none. */
    public static List<Download> of(StoreOutcome store) {
        List<Download> downloads = new ArrayList<>();
        for (MissingExport missing : store.missing()) {
            downloads.add(new Download(
                    missing.kind(),
                    missing.name(),
                    missing.where(),
                    missing.metrics(),
                    store.old().stream()
                            .filter(age -> age.kind().equals(missing.kind()))
                            .findFirst()));
        }
        store.old().stream()
                .filter(age ->
                        downloads.stream().noneMatch(download -> download.kind().equals(age.kind())))
                .filter(age -> !MissingData.isKeptByHand(age.kind()))
                .map(age -> new Download(age.kind(), age.name(), age.where(), List.of(), Optional.of(age)))
                .forEach(downloads::add);
        return downloads;
    }

    /** Whether something is not measured for want of it, or it is too old to say anything of today. */
    public boolean isWanted() {
        return !metrics.isEmpty()
                || age.filter(of -> of.level() == Freshness.Level.STALE).isPresent();
    }

    /** Whether Seller Central has it: some tables people write themselves. */
    public boolean isDownloaded() {
        return !MissingData.isKeptByHand(kind);
    }
}
