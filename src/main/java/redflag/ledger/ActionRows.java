package redflag.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.basics.Store;

/** The rows of actions files, store by store. */
final class ActionRows {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private ActionRows() {}

    /** Those of a store, by file and row. */
    static List<ActionRow> of(List<FileFacts> files, Owners owners, Store store) {
        List<ActionRow> rows = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.ACTION).orElse(null);
            for (int row = 0; table != null && row < table.size(); row++) {
                if (table.has(Field.ID, row)
                        && owners.of(facts.file(), table, row).contains(store)) {
                    rows.add(row(facts.file(), table, row));
                }
            }
        }
        rows.sort(Comparator.comparing((ActionRow row) -> row.source().file())
                .thenComparing(row -> row.source().row()));
        return rows;
    }

    private static ActionRow row(String file, FactTable table, int row) {
        return new ActionRow(
                text(table, Field.ID, row).orElse(""),
                text(table, Field.MEASURE, row),
                table.day(Field.DONE_ON, row),
                text(table, Field.NOT_A_DAY, row),
                text(table, Field.DONE_BY, row),
                text(table, Field.PROOF, row),
                text(table, Field.NOTE, row),
                text(table, Field.OWNER, row),
                text(table, Field.DUE, row),
                new Source(file, table.sourceRow(row)));
    }

    /** On one line, for it becomes part of a sentence. */
    private static Optional<String> text(FactTable table, Field field, int row) {
        return table.text(field, row)
                .map(text -> BLANKS.matcher(text.strip()).replaceAll(" "))
                .filter(text -> !text.isEmpty());
    }

    /** Filled-in rows that are no store's: once a file. */
    static List<Remark> ofNoStore(List<FileFacts> files, Owners owners) {
        List<Remark> warnings = new ArrayList<>();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.ACTION).orElse(null);
            long rows = 0;
            for (int row = 0; table != null && row < table.size(); row++) {
                boolean isLost = table.has(Field.ID, row)
                        && owners.of(facts.file(), table, row).isEmpty()
                        && row(facts.file(), table, row).isFilledIn();
                rows += isLost ? 1 : 0;
            }
            if (rows > 0) {
                warnings.add(new Remark("warning.actions-of-no-store", Map.of("file", facts.file(), "rows", rows)));
            }
        }
        return warnings;
    }
}
