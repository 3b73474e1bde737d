package redflag.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From when to when the rows of a file happened (its orders were placed, else its feedback came in), how early all of them
 * had last been changed, and the newest moment that it tells of; all as {@link Moments}.
 *
 * @param firstChange the oldest last change of a row; {@link Moments#NONE} where the file tells of none
 * @param changed the newest of all moments that have happened
 * @param before how many rows happened before {@code firstChange}
 */
record OrderSpan(long first, long last, long firstChange, long changed, int rows, int before) {

    private static final long[] NO_COLUMN = {};

    private static final List<Field> HAPPENED =
            List.of(Field.PURCHASED, Field.UPDATED, Field.SHIPPED, Field.DELIVERED, Field.HAPPENED);

    /** Of the first rows of a table's columns; missing where it has none, or does not tell when they happened. */
    static Optional<OrderSpan> of(Map<Field, long[]> columns, int size) {
        long[] axis = columns.getOrDefault(Field.PURCHASED, columns.getOrDefault(Field.HAPPENED, NO_COLUMN));
        if (axis == NO_COLUMN) {
            return Optional.empty();
        }
        long[] updated = columns.getOrDefault(Field.UPDATED, NO_COLUMN);
        long first = Moments.NONE;
        long last = Moments.NONE;
        long firstChange = Moments.NONE;
        for (int row = 0; row < size; row++) {
            first = earlier(first, axis[row]);
            last = later(last, axis[row]);
            firstChange = updated == NO_COLUMN ? firstChange : earlier(firstChange, updated[row]);
        }
        long changed = Moments.NONE;
        for (Field field : HAPPENED) {
            long[] moments = columns.getOrDefault(field, NO_COLUMN);
            for (int row = 0; moments != NO_COLUMN && row < size; row++) {
                changed = later(changed, moments[row]);
            }
        }
        return first == Moments.NONE
                ? Optional.empty()
                : Optional.of(new OrderSpan(first, last, firstChange, changed, size, before(axis, size, firstChange)));
    }

    private static int before(long[] axis, int size, long moment) {
        int before = 0;
        for (int row = 0; moment != Moments.NONE && row < size; row++) {
            before += axis[row] != Moments.NONE && Moments.epochSecond(axis[row]) < Moments.epochSecond(moment) ? 1 : 0;
        }
        return before;
    }

    private static long later(long one, long other) {
        boolean otherIsLater = one == Moments.NONE || Moments.epochSecond(other) > Moments.epochSecond(one);
        return other != Moments.NONE && otherIsLater ? other : one;
    }

    private static long earlier(long one, long other) {
        boolean otherIsEarlier = one == Moments.NONE || Moments.epochSecond(other) < Moments.epochSecond(one);
        return other != Moments.NONE && otherIsEarlier ? other : one;
    }
}
