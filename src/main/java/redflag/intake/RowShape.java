package redflag.intake;

import java.util.BitSet;
import java.util.List;
import redflag.ledger.Field;

/**
 * Which cells the rows of a file have, and what a row of another length may hold. A line end within an address makes two
 * short rows of one, and the second begins with the address; a cell that is missing moves those behind it.
 */
final class RowShape {

    private final boolean places;
    private final boolean hasForeignColumns;
    private final BitSet suspect = new BitSet();
    private final BitSet personal = new BitSet();
    private int width;

    /**
     * @param columns those that are read
     * @param places whether cells have places of their own, as in a workbook, so that those that are missing are blank
     */
    RowShape(ExportKind kind, List<String> header, List<CellReader> columns, boolean places) {
        this.places = places;
        this.width = header.size();
        this.hasForeignColumns = columns.size() < width;
        for (int place = 0; place < width; place++) {
            personal.set(place, kind.isPersonal(Headers.fold(header.get(place))));
        }
        suspect.or(personal);
        if (kind.personal().isEmpty()) {
            suspect.set(0, width);
            columns.forEach(column -> suspect.clear(column.place()));
        }
    }

    int width() {
        return width;
    }

    /** If the first row ends in a delimiter more than the header, that is the layout of this file, and no shifted row. */
    void first(String[] cells) {
        for (int i = width; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return;
            }
        }
        width = Math.max(width, cells.length);
    }

    boolean isTooLong(String[] cells) {
        return cells.length > width;
    }

    /** Whether cells are missing, so that it is not sure which one is which. */
    boolean isShort(String[] cells) {
        return cells.length < width && !places;
    }

    /** Whether cells may stand under wrong names. Only among columns that nobody reads can there be buyers' data. */
    boolean mayBeShifted(String[] cells) {
        return cells.length < width && hasForeignColumns;
    }

    /** Whether a row may be shifted though it has as many cells as the header. */
    boolean mayHideAShift() {
        return hasForeignColumns && !places;
    }

    /** Whether a personal column is at most so far away; where the kind names none, any that nobody reads may be one. */
    boolean isNearPersonal(int place, int away) {
        int next = suspect.nextSetBit(Math.max(0, place - away));
        return next >= 0 && next <= place + away;
    }

    /**
     * Whether a text may have slipped here from a personal column: some cells are missing, as many bring one here, and no
     * cell behind it, being a date or number as it should be, shows that they are missing at the end.
     */
    boolean mayBePersonal(CellReader column, String[] cells, List<CellReader> columns) {
        int missing = width - cells.length;
        if (missing <= 0 || places || column.field().form() != Field.Form.TEXT) {
            return false;
        }
        int next = personal.nextSetBit(column.place() + 1);
        return next >= 0
                && next <= column.place() + missing
                && columns.stream()
                        .filter(c -> c.place() > column.place() && c.field().form() != Field.Form.TEXT)
                        .allMatch(c -> CellReader.isBlank(c.cell(cells)));
    }
}
