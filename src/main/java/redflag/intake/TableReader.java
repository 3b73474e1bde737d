package redflag.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.Remark;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;

/**
 * Turns the rows under a header into facts: streamed into columns, a bad row rejected singly with column, what was found
 * and what was expected. Always rows read = accepted + rejected.
 */
final class TableReader implements Cells {

    /** How often the rows ask whether the night is being stopped. */
    private static final int ROWS_BETWEEN_POLLS = 4_096;

    private static final int WORDS_KEPT = 50;

    private final ExportKind kind;
    private final String file;
    private final int headerRow;
    private final Runnable poll;
    private final List<CellReader> columns = new ArrayList<>();
    private final Map<String, Long> unknownWords = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private FactTable.Builder table = new FactTable.Builder(Set.of());
    private int width;
    private long read;
    private long rejected;

    TableReader(ExportKind kind, String file, int headerRow, Runnable poll) {
        this.kind = kind;
        this.file = file;
        this.headerRow = headerRow;
        this.poll = poll;
    }

    @Override
    public boolean row(int row, String[] cells) {
        if (row < headerRow) {
            return true;
        }
        if (row > headerRow && columns.isEmpty()) {
            // a header read in the charset of its first rows and not in the one that fits the whole file
            return false;
        }
        if (row == headerRow) {
            header(List.of(cells));
            return true;
        }
        if (++read % ROWS_BETWEEN_POLLS == 0) {
            poll.run();
        }
        take(row, cells);
        return true;
    }

    private void header(List<String> header) {
        Map<ExportKind.Column, Integer> places = Headers.match(kind, header).orElse(Map.of());
        Set<Field> fields = EnumSet.noneOf(Field.class);
        places.entrySet().stream()
                .sorted(Comparator.comparing(e -> e.getKey().field()))
                .forEach(e -> {
                    fields.add(e.getKey().field());
                    columns.add(new CellReader(
                            e.getKey(),
                            e.getValue(),
                            header.get(e.getValue()).strip(),
                            (column, word) -> countWord(column, word)));
                });
        table = new FactTable.Builder(fields);
        width = header.size();
    }

    private void countWord(String column, String word) {
        String key = column + "\t" + word;
        if (unknownWords.size() < WORDS_KEPT || unknownWords.containsKey(key)) {
            unknownWords.merge(key, 1L, Long::sum);
        }
    }

    private void take(int row, String[] cells) {
        if (read == 1 && cells.length > width && restIsBlank(cells)) {
            // rows that end in a delimiter more than the header: the layout of this file, not a shifted row
            width = cells.length;
        }
        if (cells.length > width) {
            // which cell is which can't be known, so that none of them is quoted
            reject(row, Rejection.Reason.TOO_MANY_CELLS, "", cells.length + " cells", width + " cells", Map.of());
            return;
        }
        for (CellReader column : columns) {
            String cell = column.cell(cells);
            if (column.isRequired() && CellReader.isBlank(cell)) {
                table.dropRow();
                reject(row, Rejection.Reason.MISSING_VALUE, column.header(), "nothing", "a value", quoted(cells));
                return;
            }
            Optional<String> expected = column.read(cell, table);
            if (expected.isPresent()) {
                table.dropRow();
                String found = mayBeShifted(cells) ? "" : cut(cell);
                reject(row, Rejection.Reason.BAD_VALUE, column.header(), found, expected.get(), quoted(cells));
                return;
            }
        }
        Optional<String> contradiction =
                kind.feeds() == FactType.PRINTED_FIGURE ? contradiction(cells) : Optional.empty();
        if (contradiction.isPresent()) {
            table.dropRow();
            reject(
                    row,
                    Rejection.Reason.CONTRADICTION,
                    "",
                    contradiction.get(),
                    "affected at most total",
                    quoted(cells));
            return;
        }
        table.endRow(row);
    }

    private boolean restIsBlank(String[] cells) {
        for (int i = width; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Counts that can't be. */
    private Optional<String> contradiction(String[] cells) {
        Optional<BigDecimal> affected = number(cells, Field.AFFECTED);
        Optional<BigDecimal> total = number(cells, Field.TOTAL);
        if (affected.isEmpty() || total.isEmpty()) {
            return Optional.empty();
        }
        if (affected.get().compareTo(total.get()) > 0) {
            return Optional.of(affected.get() + " of " + total.get());
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> number(String[] cells, Field field) {
        return columns.stream()
                .filter(c -> c.field() == field)
                .map(c -> c.cell(cells).replace(",", ""))
                .filter(c -> !CellReader.isBlank(c))
                .map(BigDecimal::new)
                .findFirst();
    }

    /**
     * Whether the cells may stand under wrong names: a line end within an address makes two short rows of one, and the
     * second begins with the address. Only order reports have columns with buyers' data.
     */
    private boolean mayBeShifted(String[] cells) {
        return cells.length < width && kind.feeds() == FactType.ORDER_LINE;
    }

    /** The cells of the columns that we know, which hold no personal data; of a row that may be shifted its order id. */
    private Map<String, String> quoted(String[] cells) {
        boolean orderOnly = mayBeShifted(cells);
        Map<String, String> quoted = new LinkedHashMap<>();
        for (CellReader column : columns) {
            String cell = column.cell(cells);
            if (!orderOnly || column.field() == Field.ORDER && CellReader.isOrderId(cell)) {
                quoted.put(column.header(), cut(cell));
            }
        }
        return quoted;
    }

    private static String cut(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "\u2026" : cell;
    }

    private void reject(
            int row, Rejection.Reason reason, String column, String found, String expected, Map<String, String> cells) {
        rejected++;
        if (rejections.size() < FileFacts.REJECTIONS_KEPT) {
            rejections.add(new Rejection(file, row, reason, column, found, expected, cells));
        }
    }

    /** @throws Unreadable if the header never came */
    FileFacts facts(String sha256, String charset) throws Unreadable {
        if (columns.isEmpty()) {
            throw new Unreadable(Remark.of("quarantine.unknown-kind"));
        }
        List<Remark> warnings = new ArrayList<>();
        unknownWords.forEach((key, count) -> {
            String[] parts = key.split("\t", 2);
            warnings.add(new Remark(
                    "warning.unknown-word",
                    Map.of("file", file, "column", parts[0], "word", cut(parts[1]), "rows", count)));
        });
        return new FileFacts(
                file,
                sha256,
                kind.id(),
                kind.version(),
                charset,
                read,
                rejected,
                rejections,
                warnings,
                Map.of(kind.feeds(), table.build()));
    }
}
