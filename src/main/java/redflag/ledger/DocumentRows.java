package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.basics.Store;

/**
 * The rows of documents files, store by store: one a document. Of several with one id that of the newest file stands,
 * within a file the last one; what does not stand is warned of. A paper dated after the as-of date is not there yet. One
 * that names no store, in a file that lies in no store's folder, is of every store of the account: a licence is.
 */
final class DocumentRows {

    /** No commas, for they stand within numbers. */
    private static final Pattern BETWEEN_COUNTS = Pattern.compile("[\\s;\uFF1B\u3001]+");

    private static final Pattern COUNT = Pattern.compile("\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2}");

    private DocumentRows() {}

    /**
     * @param rows by file and row
     * @param warnings rows that do not stand, cells that say nothing, and why
     */
    record OfStore(List<DocumentRow> rows, List<Remark> warnings) {}

    private record OfFile(FileAge age, List<DocumentRow> rows) {}

    /** @param writtenOn by file, where it is known */
    static OfStore of(
            List<FileFacts> files, Owners owners, Store store, Map<String, LocalDate> writtenOn, LocalDate asOf) {
        List<Remark> warnings = new ArrayList<>();
        List<OfFile> all = new ArrayList<>();
        for (FileFacts facts : files) {
            List<DocumentRow> rows = rows(facts, owners, store);
            rows.stream().filter(row -> isLater(row, asOf)).forEach(row -> warnings.add(later(row, asOf)));
            rows.removeIf(row -> isLater(row, asOf));
            if (!rows.isEmpty()) {
                LocalDate newest = rows.stream()
                        .flatMap(row -> row.issued().stream())
                        .max(Comparator.naturalOrder())
                        .orElse(LocalDate.MIN);
                Optional<LocalDate> written = Optional.ofNullable(writtenOn.get(facts.file()));
                all.add(new OfFile(new FileAge(written, newest, rows.size(), facts.sha256()), rows));
            }
        }
        all.sort(FileAge.newestFirst(all, OfFile::age).reversed());
        Map<String, DocumentRow> byId = new LinkedHashMap<>();
        all.stream().flatMap(file -> file.rows().stream()).forEach(row -> {
            DocumentRow before = byId.put(row.id(), row);
            if (before != null) {
                warnings.add(twice(before, row));
            }
        });
        List<DocumentRow> rows = new ArrayList<>(byId.values());
        rows.sort(Comparator.comparing((DocumentRow row) -> row.source().file())
                .thenComparing(row -> row.source().row()));
        rows.stream()
                .filter(row -> row.unitsAsWritten().isPresent() && row.units().isEmpty())
                .forEach(row -> warnings.add(withoutUnits(row)));
        return new OfStore(rows, warnings);
    }

    private static boolean isLater(DocumentRow row, LocalDate asOf) {
        return row.issued().filter(day -> day.isAfter(asOf)).isPresent();
    }

    private static Remark later(DocumentRow row, LocalDate asOf) {
        return new Remark(
                "warning.later-document",
                Map.of(
                        "id", row.id(),
                        "file", row.source().file(),
                        "row", Integer.toString(row.source().row()),
                        "issued", row.issued().orElse(asOf)));
    }

    private static Remark twice(DocumentRow before, DocumentRow stands) {
        return new Remark(
                "warning.document-twice",
                Map.of(
                        "id", before.id(),
                        "file", before.source().file(),
                        "row", Integer.toString(before.source().row()),
                        "other", stands.source().file(),
                        "otherRow", Integer.toString(stands.source().row())));
    }

    private static Remark withoutUnits(DocumentRow row) {
        return new Remark(
                "warning.document-units",
                Map.of(
                        "id", row.id(),
                        "file", row.source().file(),
                        "row", Integer.toString(row.source().row()),
                        "found", row.unitsAsWritten().orElse(""),
                        "listings", (long) row.listings().size()));
    }

    private static List<DocumentRow> rows(FileFacts facts, Owners owners, Store store) {
        List<DocumentRow> rows = new ArrayList<>();
        FactTable table = facts.table(FactType.DOCUMENT).orElse(null);
        for (int row = 0; table != null && row < table.size(); row++) {
            if (table.has(Field.ID, row) && isOf(store, facts.file(), table, row, owners)) {
                rows.add(row(facts.file(), table, row));
            }
        }
        return rows;
    }

    private static boolean isOf(Store store, String file, FactTable table, int row, Owners owners) {
        List<Store> of = owners.of(file, table, row);
        return of.contains(store) || of.isEmpty() && Owners.nameIn(table, row).isEmpty();
    }

    private static DocumentRow row(String file, FactTable table, int row) {
        List<String> listings = DeskCells.ids(table, row, Field.LISTINGS, Field.ASIN, Field.SKU);
        Optional<String> units = DeskCells.text(table, Field.UNITS, row);
        return new DocumentRow(
                DeskCells.text(table, Field.ID, row).orElse(""),
                DeskCells.word(table, Field.DOCUMENT_KIND, Field.DOCUMENT_KIND_AS_WRITTEN, row),
                DeskCells.text(table, Field.FILE, row),
                table.day(Field.ISSUED, row),
                table.day(Field.EXPIRES, row),
                DeskCells.text(table, Field.HOLDER, row),
                DeskCells.text(table, Field.HOLDER_ADDRESS, row),
                DeskCells.text(table, Field.SUPPLIER, row),
                DeskCells.text(table, Field.BUYER, row),
                listings,
                units.map(cell -> units(cell, listings)).orElse(Map.of()),
                units,
                DeskCells.ids(table, row, Field.NOTICES),
                DeskCells.text(table, Field.NOTE, row),
                new Source(file, table.sourceRow(row)));
    }

    /** As many counts as listings, in the same order; else nobody can tell which is whose. */
    private static Map<String, Long> units(String cell, List<String> listings) {
        String[] counts = BETWEEN_COUNTS.split(cell);
        Map<String, Long> units = new LinkedHashMap<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts.length != listings.size() || !COUNT.matcher(counts[i]).matches()) {
                return Map.of();
            }
            units.put(listings.get(i), Long.valueOf(counts[i].replace(",", "")));
        }
        return units;
    }

    /** Rows that name a store which the account does not have: once a file. */
    static List<Remark> ofNoStore(List<FileFacts> files, Owners owners) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.DOCUMENT).orElse(null);
            long rows = 0;
            for (int row = 0; table != null && row < table.size(); row++) {
                boolean isStrange = Owners.nameIn(table, row).isPresent()
                        && owners.of(facts.file(), table, row).isEmpty();
                rows += isStrange ? 1 : 0;
            }
            if (rows > 0) {
                warnings.add(new Remark("warning.documents-of-no-store", Map.of("file", facts.file(), "rows", rows)));
            }
        }
        return warnings;
    }
}
