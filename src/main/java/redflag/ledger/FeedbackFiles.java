package redflag.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Store;
import redflag.basics.StoreId;

/**
 * Which rows of feedback reports stand. Feedback that was removed is on no later report, so that of the reports of one
 * kind the newest speaks for the days from its first row on, and an older one for those before it. A report that ends
 * before the older one begins was downloaded late, and speaks for its own days only.
 */
final class FeedbackFiles {

    private final Map<StoreId, Map<String, List<Report>>> byKind = new HashMap<>();

    private record Report(String file, LocalDate first, FileAge age) {

        LocalDate last() {
            return age.newestRow();
        }

        /** Whether a report that is older than this one has nothing to say of the day any more. */
        boolean speaksFor(LocalDate day, Report older) {
            boolean hasOtherDays = last().isBefore(older.first);
            return !day.isBefore(first) && !(hasOtherDays && day.isAfter(last()));
        }
    }

    /** @param written of each store, by file the day on which it was written */
    FeedbackFiles(
            List<FileFacts> files, List<Store> stores, Owners owners, Map<StoreId, Map<String, LocalDate>> written) {
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.DEFECT_TRACE).orElse(null);
            if (table == null || !table.hasColumn(Field.RATING)) {
                continue;
            }
            for (Store store : stores) {
                if (isAbout(store, facts, table, owners)) {
                    Optional<LocalDate> day = Optional.ofNullable(
                            written.getOrDefault(store.id(), Map.of()).get(facts.file()));
                    report(facts, table, store, day)
                            .ifPresent(report -> byKind.computeIfAbsent(store.id(), s -> new TreeMap<>())
                                    .computeIfAbsent(facts.kind(), k -> new ArrayList<>())
                                    .add(report));
                }
            }
        }
        byKind.values()
                .forEach(kinds -> kinds.values().forEach(reports -> {
                    List<Report> all = List.copyOf(reports);
                    reports.sort(FileAge.newestFirst(all, Report::age));
                }));
    }

    /** Whether a newer report of the kind speaks for the day on which the row's feedback was given. */
    boolean isReplaced(FileFacts facts, FactTable table, int row, Store store) {
        long happened = table.moment(Field.HAPPENED, row);
        if (happened == Moments.NONE || !table.hasColumn(Field.RATING)) {
            return false;
        }
        LocalDate day = day(happened, store);
        List<Report> reports = byKind.getOrDefault(store.id(), Map.of()).getOrDefault(facts.kind(), List.of());
        Optional<Report> own =
                reports.stream().filter(r -> r.file().equals(facts.file())).findFirst();
        return own.isPresent()
                && reports.subList(0, reports.indexOf(own.get())).stream()
                        .anyMatch(newer -> newer.speaksFor(day, own.get()));
    }

    private static boolean isAbout(Store store, FileFacts facts, FactTable table, Owners owners) {
        if (owners.ofWhole(facts.file()).filter(store::equals).isPresent()) {
            return true;
        }
        for (int row = 0; row < table.size(); row++) {
            if (owners.of(facts.file(), table, row).contains(store)) {
                return true;
            }
        }
        return false;
    }

    /** Missing where no row tells of a day: such a report begins nowhere. */
    private static Optional<Report> report(FileFacts facts, FactTable table, Store store, Optional<LocalDate> written) {
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        for (int row = 0; row < table.size(); row++) {
            long happened = table.moment(Field.HAPPENED, row);
            if (happened != Moments.NONE) {
                LocalDate day = day(happened, store);
                first = day.isBefore(first) ? day : first;
                last = day.isAfter(last) ? day : last;
            }
        }
        return first.equals(LocalDate.MAX)
                ? Optional.empty()
                : Optional.of(
                        new Report(facts.file(), first, new FileAge(written, last, table.size(), facts.sha256())));
    }

    private static LocalDate day(long moment, Store store) {
        ZoneId zone = store.marketplace().zone();
        return LocalDate.ofEpochDay(Moments.epochDay(moment, new ZoneDays(zone)));
    }
}
