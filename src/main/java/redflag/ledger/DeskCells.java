package redflag.ledger;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Cells of tables that people keep by hand. */
final class DeskCells {

    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\s,;\uFF0C\uFF1B\u3001]+");

    private DeskCells() {}

    /** Missing where nothing but blanks stands there. */
    static Optional<String> text(FactTable table, Field field, int row) {
        return table.text(field, row).map(String::strip).filter(text -> !text.isEmpty());
    }

    static NoticeRow.Word word(FactTable table, Field code, Field asWritten, int row) {
        return new NoticeRow.Word(table.code(code, row), text(table, asWritten, row));
    }

    /** What the cells list, each once, in the order met. */
    static List<String> ids(FactTable table, int row, Field... fields) {
        Set<String> ids = new LinkedHashSet<>();
        for (Field field : fields) {
            text(table, field, row).ifPresent(cell -> ids.addAll(List.of(BETWEEN_IDS.split(cell))));
        }
        ids.remove("");
        return List.copyOf(ids);
    }
}
