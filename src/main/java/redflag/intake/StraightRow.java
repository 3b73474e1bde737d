package redflag.intake;

import java.util.Arrays;
import java.util.List;
import redflag.ledger.FactTable;

/**
 * Reads a row of a flat file straight from its line, if nothing in it is unusual: as many cells as the header, each a value of its
 * column. Only the cells of columns that are read are cut out, and of one that repeats the cell above no text is made. What is
 * unusual is left to {@link TableReader}, which reads the row as any other.
 *
 * <p>Of the 31 columns of All Orders it is about half; twice as many rows a second (performance.md).
 */
final class StraightRow {

    private final CellReader[] columns;
    private final FactTable.Builder table;
    private final int[] ends;
    private final String[] above;

    /** @param width how many cells a row has */
    StraightRow(List<CellReader> columns, int width, FactTable.Builder table) {
        this.columns = columns.toArray(CellReader[]::new);
        this.table = table;
        this.ends = new int[width];
        this.above = new String[this.columns.length];
        Arrays.fill(above, "");
    }

    /** @return whether all values of the row stand in the table's open row; else it has to be dropped */
    boolean take(String line) {
        if (!hasAllCells(line)) {
            return false;
        }
        for (int i = 0; i < columns.length; i++) {
            CellReader column = columns[i];
            int place = column.place();
            String cell = cell(line, i, place == 0 ? 0 : ends[place - 1] + 1, ends[place]);
            if (CellReader.isBlank(cell)) {
                if (column.isRequired() || column.ignoresBlankRows()) {
                    return false;
                }
            } else if (column.read(cell, table) != CellReader.Found.VALUE) {
                return false;
            }
        }
        return true;
    }

    private boolean hasAllCells(String line) {
        int last = ends.length - 1;
        int tab = -1;
        for (int i = 0; i < last; i++) {
            tab = line.indexOf('\t', tab + 1);
            if (tab < 0) {
                return false;
            }
            ends[i] = tab;
        }
        ends[last] = line.length();
        return line.indexOf('\t', tab + 1) < 0;
    }

    /** Without surrounding blanks. */
    private String cell(String line, int column, int from, int to) {
        String last = above[column];
        if (last.length() == to - from && line.startsWith(last, from)) {
            return last;
        }
        String cell = line.substring(from, to);
        boolean isBare = cell.isEmpty() || isMark(cell.charAt(0)) && isMark(cell.charAt(cell.length() - 1));
        cell = isBare ? cell : cell.strip();
        above[column] = cell;
        return cell;
    }

    /** Of these none is a blank. */
    private static boolean isMark(char c) {
        return c > ' ' && c < '\u007F';
    }
}
