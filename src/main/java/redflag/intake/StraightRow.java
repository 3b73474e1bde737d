package redflag.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.OrderIds;

/**
 * Reads a row of a flat file straight from the bytes of its line, if nothing in it is unusual: as many cells as the header, each a
 * value of its column. Order ids and moments of Amazon's own form are read by their places; of other cells a text is made only if
 * the column has not had it lately. What is unusual is left to {@link TableReader}, which reads the row as any other.
 */
final class StraightRow {

    private final CellReader[] columns;
    private final SeenCells[] seen;
    private final FactTable.Builder table;
    private final int[] ends;

    /** @param width how many cells a row has */
    StraightRow(List<CellReader> columns, int width, FactTable.Builder table) {
        this.columns = columns.toArray(CellReader[]::new);
        this.seen = columns.stream().map(column -> new SeenCells()).toArray(SeenCells[]::new);
        this.table = table;
        this.ends = new int[width];
    }

    /**
     * Takes the line from {@code from} to before {@code to}; it is written in UTF-8.
     *
     * @return whether all values of the row stand in the table's open row; else it has to be dropped, and {@link #drop} called
     */
    boolean take(byte[] bytes, int from, int to) {
        if (!hasAllCells(bytes, from, to)) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            int place = columns[i].place();
            if (!take(i, bytes, place == 0 ? from : ends[place - 1] + 1, ends[place])) {
                return false;
            }
        }
        return true;
    }

    /** The row that was taken does not stand: what its cells were is forgotten too. */
    void drop() {
        for (SeenCells of : seen) {
            of.forgetNewest();
        }
    }

    private boolean hasAllCells(byte[] bytes, int from, int to) {
        int last = ends.length - 1;
        int tabs = 0;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            for (long left = EightBytes.are('\t', EightBytes.at(bytes, at)); left != 0; left &= left - 1) {
                if (tabs == last) {
                    return false;
                }
                ends[tabs++] = at + EightBytes.first(left);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == '\t') {
                if (tabs == last) {
                    return false;
                }
                ends[tabs++] = at;
            }
        }
        ends[last] = to;
        return tabs == last;
    }

    private boolean take(int i, byte[] bytes, int from, int to) {
        CellReader column = columns[i];
        Field field = column.field();
        switch (field.form()) {
            case ORDER_ID -> {
                long packed = OrderIds.pack(bytes, from, to);
                if (packed != OrderIds.NOT_PACKED) {
                    table.order(packed);
                    return true;
                }
            }
            case MOMENT -> {
                long moment = column.isoMoment(bytes, from, to);
                if (moment != Moments.NONE) {
                    table.moment(field, moment);
                    return true;
                }
            }
            default -> {
                // any cell
            }
        }
        if (seen[i].find(bytes, from, to)) {
            table.repeat(field, seen[i].value());
            return true;
        }
        String cell = new String(bytes, from, to - from, StandardCharsets.UTF_8).strip();
        if (CellReader.isBlank(cell) && (column.isRequired() || column.ignoresBlankRows())
                || column.read(cell, table) != CellReader.Found.VALUE) {
            return false;
        }
        seen[i].put(bytes, from, to, table.value(field));
        return true;
    }
}
