package redflag.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.basics.Store;

/**
 * How far each file tells of a store. Of exports with a row a day, or for a day, the newest row of the store tells; an
 * order report reaches as far for a store without a late order as for the others of its account. A list may have had
 * nothing to list since, so that only the day on which its file was written tells.
 */
final class ExportDays {

    private static final Set<FactType> DATED_BY_ROWS =
            EnumSet.of(FactType.ORDER_LINE, FactType.PRINTED_FIGURE, FactType.DAILY_FIGURE, FactType.ACCOUNT_STATE);

    private static final Set<FactType> DATED_BY_FILE = EnumSet.of(
            FactType.ORDER_DEFECT,
            FactType.DEFECT_TRACE,
            FactType.LATE_SHIPMENT,
            FactType.CANCELLATION,
            FactType.UNTRACKED_PACKAGE,
            FactType.LATE_DELIVERY,
            FactType.INVOICE_DEFECT,
            FactType.LISTING,
            FactType.STOCK);

    private final Owners owners;
    private final OrderCoverage coverage;

    ExportDays(Owners owners, OrderCoverage coverage) {
        this.owners = owners;
        this.coverage = coverage;
    }

    /** By file; of files that tell the store nothing, or of no day, there is none. */
    Map<String, ExportDay> of(List<FileFacts> files, List<Store> stores, Store store, Map<String, LocalDate> written) {
        Map<String, ExportDay> days = new HashMap<>();
        for (FileFacts facts : files) {
            boolean isAnothers = stores.stream()
                    .anyMatch(other -> !other.equals(store) && AccountLedger.isInFolderOf(other, facts.file()));
            if (!isAnothers) {
                day(facts, store, Optional.ofNullable(written.get(facts.file())))
                        .ifPresent(day -> days.put(facts.file(), day));
            }
        }
        return days;
    }

    private Optional<ExportDay> day(FileFacts facts, Store store, Optional<LocalDate> written) {
        Set<FactType> says = facts.tables().keySet();
        if (says.stream().anyMatch(DATED_BY_ROWS::contains)) {
            return Stream.concat(coverage.reachOf(facts, store).stream(), newestRow(facts, store).stream())
                    .max(LocalDate::compareTo)
                    .map(day -> new ExportDay(day, false));
        }
        boolean tells = facts.tables().entrySet().stream()
                .anyMatch(table -> DATED_BY_FILE.contains(table.getKey())
                        && isAbout(store, facts.file(), table.getKey(), table.getValue()));
        return tells ? written.map(day -> new ExportDay(day, true)) : Optional.empty();
    }

    private Optional<LocalDate> newestRow(FileFacts facts, Store store) {
        Optional<LocalDate> newest = Optional.empty();
        for (FactType type : List.of(FactType.PRINTED_FIGURE, FactType.DAILY_FIGURE, FactType.ACCOUNT_STATE)) {
            FactTable table = facts.table(type).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                if (owners.of(facts.file(), table, row).contains(store)) {
                    newest = Stream.of(newest, table.day(Field.STATED_ON, row), table.day(Field.TO, row))
                            .flatMap(Optional::stream)
                            .max(LocalDate::compareTo);
                }
            }
        }
        return newest;
    }

    /** One without rows is of every store that may have it; one with rows of those that it names orders or products of. */
    private boolean isAbout(Store store, String file, FactType type, FactTable table) {
        boolean isOfProducts = type == FactType.LISTING || type == FactType.STOCK;
        for (int row = 0; row < table.size(); row++) {
            List<Store> of = isOfProducts ? owners.ofProduct(file, table, row) : owners.of(file, table, row);
            if (of.contains(store)) {
                return true;
            }
        }
        return table.size() == 0;
    }
}
