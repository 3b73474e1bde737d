package redflag.intake;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.cursors.IntCursor;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.signs.Complaints;
import redflag.signs.TrackingNumbers;

/**
 * Looks at the columns of a file whose text is not kept, and puts what it shows into the rows. Numbers are told from each
 * other while the file is read, and forgotten with it: a hash of one, kept for longer, could be guessed back.
 */
final class Glances {

    private final FactTable.Builder table;
    private final Map<Field, Integer> places = new EnumMap<>(Field.class);
    private final Map<String, SameNumber> numbers = new HashMap<>();

    private static final class SameNumber {
        private final String order;
        private final IntArrayList rows = new IntArrayList(1);
        private boolean isOfSeveral;

        SameNumber(String order) {
            this.order = order;
        }
    }

    /**
     * @param found the kind's columns that the file has, with their places
     * @param table has a column for each of {@link #fields}
     */
    Glances(Map<ExportKind.Column, Integer> found, FactTable.Builder table) {
        this.table = table;
        found.forEach((column, place) -> places.put(column.field(), place));
    }

    /** Whether what stands in the column is looked at, and not read. */
    static boolean isOf(ExportKind.Column column) {
        return column.field().form() == Field.Form.SIGNS;
    }

    /** Whether the file has a column that is looked at. */
    boolean isNeeded() {
        return places.containsKey(Field.COMPLAINTS) || places.containsKey(Field.NUMBER_FAULTS);
    }

    /** Of the row that ends next. */
    void take(String[] cells) {
        if (places.containsKey(Field.COMPLAINTS)) {
            String comment = cell(cells, Field.COMPLAINTS);
            if (!CellReader.isBlank(comment)) {
                table.signs(Field.COMPLAINTS, Complaints.shipped().of(comment));
            }
        }
        if (places.containsKey(Field.NUMBER_FAULTS)) {
            takeNumber(cell(cells, Field.NUMBER_FAULTS), cell(cells, Field.CARRIER), cell(cells, Field.ORDER));
        }
    }

    private String cell(String[] cells, Field field) {
        int place = places.getOrDefault(field, Integer.MAX_VALUE);
        return place < cells.length ? cells[place].strip() : "";
    }

    private void takeNumber(String cell, String carrier, String order) {
        Set<Code> faults = EnumSet.noneOf(Code.class);
        if (cell.equals(order)) {
            faults.add(Code.MALFORMED_NUMBER);
        } else {
            faults.addAll(TrackingNumbers.shipped().faults(cell, carrier));
            TrackingNumbers.shipped().number(cell).ifPresent(number -> {
                SameNumber same = numbers.computeIfAbsent(number, n -> new SameNumber(order));
                same.rows.add(table.size());
                same.isOfSeveral |= !same.order.equals(order);
            });
        }
        table.signs(Field.NUMBER_FAULTS, faults);
    }

    /** After the last row. */
    void finish() {
        for (SameNumber same : numbers.values()) {
            if (same.isOfSeveral) {
                for (IntCursor row : same.rows) {
                    table.addSign(Field.NUMBER_FAULTS, row.value, Code.NUMBER_ON_SEVERAL_ORDERS);
                }
            }
        }
        numbers.clear();
    }
}
