package redflag.job;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.intake.ExportKind;
import redflag.intake.Intake;
import redflag.ledger.ExportDay;
import redflag.ledger.FileFacts;
import redflag.ledger.StoreLedger;
import redflag.metrics.Freshness;
import redflag.report.ExportAge;

/** How old a store's exports are: of each kind its newest file, see {@link StoreLedger#exportDays}. */
final class ExportAges {

    private ExportAges() {}

    /** @param files of the account */
    static List<ExportAge> of(StoreLedger ledger, List<FileFacts> files, Intake intake, Freshness freshness) {
        Map<String, ExportDay> newest = new TreeMap<>();
        for (FileFacts file : files) {
            Optional.ofNullable(ledger.exportDays().get(file.file()))
                    .map(of -> of.day().isAfter(ledger.asOf()) ? new ExportDay(ledger.asOf(), of.byFileTime()) : of)
                    .ifPresent(of -> newest.merge(
                            file.kind(), of, (one, other) -> one.day().isBefore(other.day()) ? other : one));
        }
        List<ExportAge> ages = new ArrayList<>();
        newest.forEach((kind, of) -> ages.add(new ExportAge(
                kind,
                intake.kind(kind).map(ExportKind::name).orElse(kind),
                intake.kind(kind).map(ExportKind::where).orElse(""),
                of.day(),
                Math.max(0, ChronoUnit.DAYS.between(of.day(), ledger.asOf())),
                freshness.level(Optional.of(kind), of.day(), ledger.asOf()),
                of.byFileTime())));
        return ages;
    }
}
