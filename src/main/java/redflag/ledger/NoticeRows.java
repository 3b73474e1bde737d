package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.DaysAhead;
import redflag.basics.Remark;
import redflag.basics.Store;

/**
 * The rows of notices files, store by store: one a notice. Of several with one id that of the newest file stands, within a
 * file the last one; what does not stand is warned of. A notice that came after the as-of date does not count yet.
 */
final class NoticeRows {

    private NoticeRows() {}

    /**
     * @param rows by file and row
     * @param warnings rows that do not stand, and why
     */
    record OfStore(List<NoticeRow> rows, List<Remark> warnings) {}

    private record OfFile(FileAge age, List<NoticeRow> rows) {}

    /** @param writtenOn by file, where it is known */
    static OfStore of(
            List<FileFacts> files, Owners owners, Store store, Map<String, LocalDate> writtenOn, LocalDate asOf) {
        List<Remark> warnings = new ArrayList<>();
        List<OfFile> all = new ArrayList<>();
        for (FileFacts facts : files) {
            List<NoticeRow> rows = rows(facts, owners, store);
            rows.stream()
                    .filter(row -> isLater(row, asOf))
                    .forEach(row -> warnings.add(new Remark(
                            "warning.later-notice",
                            Map.of(
                                    "id", row.id(),
                                    "file", row.source().file(),
                                    "row", Integer.toString(row.source().row()),
                                    "received", row.received().orElse(asOf)))));
            rows.removeIf(row -> isLater(row, asOf));
            if (!rows.isEmpty()) {
                LocalDate newest = rows.stream()
                        .flatMap(row -> row.received().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                Optional<LocalDate> written = Optional.ofNullable(writtenOn.get(facts.file()));
                all.add(new OfFile(new FileAge(written, newest, rows.size(), facts.sha256()), rows));
            }
        }
        all.sort(FileAge.newestFirst(all, OfFile::age).reversed());
        Map<String, NoticeRow> byId = new LinkedHashMap<>();
        Map<List<String>, List<NoticeRow>> replaced = new LinkedHashMap<>();
        all.stream().flatMap(file -> file.rows().stream()).forEach(row -> {
            NoticeRow before = byId.put(row.id(), row);
            if (before != null) {
                replaced.computeIfAbsent(
                                List.of(before.source().file(), row.source().file()), pair -> new ArrayList<>())
                        .add(before);
            }
        });
        replaced.forEach((pair, rows) -> warnings.add(twice(pair.get(0), pair.get(1), rows)));
        List<NoticeRow> rows = new ArrayList<>(byId.values());
        rows.sort(Comparator.comparing((NoticeRow row) -> row.source().file())
                .thenComparing(row -> row.source().row()));
        return new OfStore(rows, warnings);
    }

    private static boolean isLater(NoticeRow row, LocalDate asOf) {
        return row.received().filter(day -> DaysAhead.isLater(day, asOf)).isPresent();
    }

    private static Remark twice(String file, String other, List<NoticeRow> rows) {
        NoticeRow first = rows.get(0);
        return new Remark(
                "warning.notices-twice",
                Map.of(
                        "file",
                        file,
                        "other",
                        other,
                        "same",
                        file.equals(other) ? "yes" : "no",
                        "rows",
                        (long) rows.size(),
                        "id",
                        first.id(),
                        "row",
                        Integer.toString(first.source().row())));
    }

    private static List<NoticeRow> rows(FileFacts facts, Owners owners, Store store) {
        List<NoticeRow> rows = new ArrayList<>();
        ZoneDays days = new ZoneDays(store.marketplace().zone());
        FactTable table = facts.table(FactType.NOTICE).orElse(null);
        for (int row = 0; table != null && row < table.size(); row++) {
            if (table.has(Field.ID, row) && owners.of(facts.file(), table, row).contains(store)) {
                rows.add(row(facts.file(), table, row, days));
            }
        }
        return rows;
    }

    private static NoticeRow row(String file, FactTable table, int row, ZoneDays days) {
        return new NoticeRow(
                DeskCells.text(table, Field.ID, row).orElse(""),
                DeskCells.word(table, Field.NOTICE_KIND, Field.REASON, row),
                DeskCells.word(table, Field.RIGHT, Field.RIGHT_AS_WRITTEN, row),
                DeskCells.word(table, Field.COMPLAINT, Field.COMPLAINT_AS_WRITTEN, row),
                DeskCells.text(table, Field.RIGHTS_OWNER, row),
                DeskCells.text(table, Field.COMPLAINT_ID, row),
                day(table, Field.RECEIVED, row, days),
                DeskCells.ids(table, row, Field.LISTINGS, Field.ASIN, Field.SKU),
                DeskCells.ids(table, row, Field.ORDER_LIST),
                DeskCells.text(table, Field.AMAZON_WROTE, row),
                day(table, Field.DEADLINE, row, days),
                DeskCells.text(table, Field.DUE, row),
                DeskCells.word(table, Field.APPEAL, Field.BANNER, row),
                DeskCells.word(table, Field.STATE, Field.STATUS, row),
                DeskCells.text(table, Field.TITLE, row),
                DeskCells.text(table, Field.SUBMITTED, row),
                DeskCells.text(table, Field.AMAZON_ANSWERED, row),
                DeskCells.text(table, Field.NOTE, row),
                new Source(file, table.sourceRow(row)));
    }

    private static Optional<LocalDate> day(FactTable table, Field field, int row, ZoneDays days) {
        return table.has(field, row)
                ? Optional.of(LocalDate.ofEpochDay(Moments.epochDay(table.moment(field, row), days)))
                : Optional.empty();
    }

    /** Rows that are no store's: once a file. */
    static List<Remark> ofNoStore(List<FileFacts> files, Owners owners) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.NOTICE).orElse(null);
            long rows = 0;
            for (int row = 0; table != null && row < table.size(); row++) {
                rows += owners.of(facts.file(), table, row).isEmpty() ? 1 : 0;
            }
            if (rows > 0) {
                warnings.add(new Remark("warning.notices-of-no-store", Map.of("file", facts.file(), "rows", rows)));
            }
        }
        return warnings;
    }
}
