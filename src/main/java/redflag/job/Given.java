package redflag.job;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redflag.basics.Remark;
import redflag.intake.ExportKind;
import redflag.intake.Intake;
import redflag.ledger.AccountLedger;
import redflag.ledger.FileFacts;
import redflag.ledger.PrintedFigure;
import redflag.ledger.Rejection;
import redflag.ledger.StoreLedger;
import redflag.metrics.Feeds;
import redflag.metrics.Finding;
import redflag.metrics.MissingData;
import redflag.report.DataQuality;
import redflag.report.FileRead;
import redflag.report.MissingExport;
import redflag.report.QuarantinedFile;
import redflag.rules.Metric;

/** What the files of an account give a store, and what they do not. */
final class Given {

    private final NightPlan plan;
    private final Intake intake;

    Given(NightPlan plan, Intake intake) {
        this.plan = plan;
        this.intake = intake;
    }

    DataQuality quality(
            AccountLedger account,
            StoreLedger store,
            List<FileFacts> files,
            List<FileRead> read,
            List<QuarantinedFile> quarantined) {
        List<Rejection> rejections =
                files.stream().flatMap(f -> f.rejections().stream()).toList();
        List<Remark> warnings = new ArrayList<>();
        files.forEach(f -> warnings.addAll(f.warnings()));
        warnings.addAll(account.warnings());
        warnings.addAll(notUsedYet(files));
        for (PrintedFigure figure : store.printed()) {
            if (Metric.find(figure.metric()).isEmpty()) {
                warnings.add(new Remark(
                        "warning.unknown-metric", Map.of("file", figure.source().file(), "name", figure.metric())));
            }
        }
        if (files.isEmpty()) {
            warnings.add(
                    quarantined.isEmpty()
                            ? Remark.of("warning.no-exports")
                            : Remark.of("warning.all-quarantined", "files", (long) quarantined.size()));
        }
        return new DataQuality(
                read,
                rejections,
                quarantined,
                warnings,
                List.of(),
                ExportAges.of(store, files, intake, plan.rules().freshness()),
                List.of());
    }

    /** Said once a kind, until reports use it. */
    private Set<Remark> notUsedYet(List<FileFacts> files) {
        Set<Remark> warnings = new LinkedHashSet<>();
        for (FileFacts file : files) {
            for (String what : Feeds.notUsedYet(file)) {
                warnings.add(new Remark("warning.not-used-yet", Map.of("kind", nameOf(file, intake), "what", what)));
            }
        }
        return warnings;
    }

    static String nameOf(FileFacts facts, Intake intake) {
        return intake.kind(facts.kind()).map(ExportKind::name).orElse(facts.kind());
    }

    /** What would measure that which is not measured. */
    List<MissingExport> missing(StoreLedger ledger, List<Finding> findings) {
        List<MissingExport> missing = new ArrayList<>();
        MissingData.of(ledger, findings)
                .forEach((id, metrics) -> intake.kind(id)
                        .ifPresent(
                                kind -> missing.add(new MissingExport(kind.id(), kind.name(), kind.where(), metrics))));
        return missing;
    }
}
