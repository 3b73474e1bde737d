package redflag.job;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.Store;
import redflag.intake.ExportKind;
import redflag.intake.Intake;
import redflag.ledger.AccountLedger;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;
import redflag.ledger.StoreLedger;
import redflag.metrics.Freshness;
import redflag.report.ExportAge;

/**
 * How old a store's exports are, kind by kind. Of exports with a row a day, or for a day, the newest row tells; a list of
 * defects may have had nothing to list since, so that only the day on which its file was written tells, and that only
 * that it is old.
 */
final class ExportAges {

    private static final Set<FactType> DATED_BY_ROWS =
            EnumSet.of(FactType.ORDER_LINE, FactType.PRINTED_FIGURE, FactType.DAILY_FIGURE, FactType.ACCOUNT_STATE);

    private static final Set<FactType> DATED_BY_FILE = EnumSet.of(
            FactType.ORDER_DEFECT,
            FactType.DEFECT_TRACE,
            FactType.LATE_SHIPMENT,
            FactType.CANCELLATION,
            FactType.UNTRACKED_PACKAGE,
            FactType.LATE_DELIVERY,
            FactType.LISTING,
            FactType.STOCK);

    private ExportAges() {}

    private record Newest(LocalDate day, boolean byFileTime) {}

    /** @param files of the account; those in other stores' folders are left out */
    static List<ExportAge> of(
            StoreLedger ledger, List<FileFacts> files, List<Store> stores, Intake intake, Freshness freshness) {
        Map<String, Newest> newest = new TreeMap<>();
        for (FileFacts file : files) {
            boolean others = stores.stream()
                    .anyMatch(store -> !store.equals(ledger.store()) && AccountLedger.isInFolderOf(store, file.file()));
            if (!others) {
                newest(ledger, file)
                        .ifPresent(day -> newest.merge(
                                file.kind(), day, (one, other) -> one.day.isBefore(other.day) ? other : one));
            }
        }
        List<ExportAge> ages = new ArrayList<>();
        newest.forEach((kind, of) -> ages.add(new ExportAge(
                kind,
                intake.kind(kind).map(ExportKind::name).orElse(kind),
                of.day,
                Math.max(0, ChronoUnit.DAYS.between(of.day, ledger.asOf())),
                freshness.level(Optional.of(kind), of.day, ledger.asOf()),
                of.byFileTime)));
        return ages;
    }

    private static Optional<Newest> newest(StoreLedger ledger, FileFacts file) {
        Set<FactType> says = file.tables().keySet();
        if (says.stream().anyMatch(DATED_BY_ROWS::contains)) {
            Optional<LocalDate> row = file.span().map(span -> span.to());
            // an order report of few orders ends about where the changes of its orders do
            Optional<LocalDate> day = says.contains(FactType.ORDER_LINE)
                    ? row.flatMap(to -> ledger.ordersCover().map(cover -> later(cover.to(), to)))
                    : row;
            return day.map(to -> new Newest(earlier(to, ledger.asOf()), false));
        }
        return says.stream().anyMatch(DATED_BY_FILE::contains)
                ? Optional.ofNullable(ledger.writtenOn().get(file.file()))
                        .map(written -> new Newest(earlier(written, ledger.asOf()), true))
                : Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
