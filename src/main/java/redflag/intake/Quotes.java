package redflag.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import redflag.ledger.FactTable;
import redflag.ledger.Field;

/**
 * What of a rejected row is told. In a text a separator within a name moves all cells behind it, and a blank one that is
 * lost at the end gives the row its width back: a buyer's name or telephone number then stands under a heading that is
 * read. So where there are columns that nobody reads, a cell is quoted if its form alone holds no such thing; any other
 * only if all else in the row is as it should be and no personal column is near.
 */
final class Quotes {

    /** So many characters of a cell are quoted. */
    private static final int LENGTH = 60;

    /** So many cells off their places are thought of. */
    private static final int NEAR = 5;

    private static final int CELLS_THAT_VOUCH = 2;

    /** Marks only, a date of numbers, a number too short for a postcode, an order id that Excel spoilt. */
    private static final Pattern HARMLESS = Pattern.compile(
            "[^\\p{L}\\p{N}@]*|\\d{1,4}([/.-])\\d{1,2}\\1(\\d{1,2}|\\d{4})([ T]\\d{1,2}:\\d{2}(:\\d{2})?)?"
                    + "|[+-]?\\d{1,3}([.,]\\d{1,3})?\\s*%?|\\d([.,]\\d{1,15})?E[+-]?\\d{1,3}|\\d{3}-\\d{7}-\\d{7}");

    private final RowShape shape;
    private final List<CellReader> columns;
    private final FactTable.Builder scratch;

    /** @param scratch a table whose open row is nobody's when a row is quoted */
    Quotes(RowShape shape, List<CellReader> columns, FactTable.Builder scratch) {
        this.shape = shape;
        this.columns = columns;
        this.scratch = scratch;
    }

    /** The cell that is wrong, or nothing if it may be a buyer's. */
    String found(String[] cells, CellReader bad) {
        String cell = bad.cell(cells);
        if (shape.mayBeShifted(cells)) {
            return "";
        }
        return !shape.mayHideAShift() || HARMLESS.matcher(cell).matches() || isVouchedFor(cells, bad) ? cut(cell) : "";
    }

    /** The cells of the columns that we know, which hold no personal data; of a row that may be shifted its order id. */
    Map<String, String> of(String[] cells) {
        Map<String, String> quoted = new LinkedHashMap<>();
        for (CellReader column : columns) {
            if (isTold(cells, column)) {
                quoted.put(column.header(), cut(column.cell(cells)));
            }
        }
        return quoted;
    }

    private boolean isTold(String[] cells, CellReader column) {
        String cell = column.cell(cells);
        if (shape.mayBeShifted(cells)) {
            return column.field() == Field.ORDER && CellReader.isOrderId(cell);
        }
        if (!shape.mayHideAShift() || HARMLESS.matcher(cell).matches()) {
            return true;
        }
        return switch (column.field().form()) {
            case MOMENT, DAY, CODE, FLAG -> isSound(cells, column) || isVouchedFor(cells, column);
            case ORDER_ID -> CellReader.isOrderId(cell) || isVouchedFor(cells, column);
            case TEXT, COUNT, DECIMAL -> isVouchedFor(cells, column);
            case SIGNS -> false;
        };
    }

    /** Whether all else is as it should be, but for one cell at most, and nothing can have slipped here from nearby. */
    private boolean isVouchedFor(String[] cells, CellReader asked) {
        int sound = 0;
        int unsound = 0;
        for (CellReader column : columns) {
            if (column != asked && column.isChecked()) {
                boolean blank = CellReader.isBlank(column.cell(cells));
                boolean good = blank ? !column.isRequired() : isSound(cells, column);
                sound += good && !blank ? 1 : 0;
                unsound += good ? 0 : 1;
            }
        }
        int most = asked.isChecked() && !isSound(cells, asked) ? 0 : 1;
        return sound >= CELLS_THAT_VOUCH && unsound <= most && !shape.isNearPersonal(asked.place(), NEAR);
    }

    /** Whether a word of a row that is passed over is its own and no buyer's text that has slipped there. */
    boolean isRestSound(String[] cells) {
        return !shape.mayBeShifted(cells)
                && columns.stream()
                        .filter(c -> c.isChecked() && c.column().unknownWords() != ExportKind.UnknownWords.IGNORE_ROW)
                        .allMatch(c -> !CellReader.isBlank(c.cell(cells)) && isSound(cells, c));
    }

    private boolean isSound(String[] cells, CellReader column) {
        boolean sound = column.isSound(column.cell(cells), scratch);
        scratch.dropRow();
        return sound;
    }

    static String cut(String cell) {
        return cell.length() > LENGTH ? WholeText.head(cell, LENGTH) + "\u2026" : cell;
    }
}
