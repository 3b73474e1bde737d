package redflag.ledger;

import java.util.List;
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

    private static final List<Field> HAPPENED =
            List.of(Field.PURCHASED, Field.UPDATED, Field.SHIPPED, Field.DELIVERED, Field.HAPPENED);

    /** Of the rows of a table; missing where it has none, or does not tell when they happened. */
    static Optional<OrderSpan> of(FactTable lines) {
        Field axis = lines.hasColumn(Field.PURCHASED) ? Field.PURCHASED : Field.HAPPENED;
        List<Field> moments = HAPPENED.stream().filter(lines::hasColumn).toList();
        long first = Moments.NONE;
        long last = Moments.NONE;
        long firstChange = Moments.NONE;
        long changed = Moments.NONE;
        for (int row = 0; row < lines.size(); row++) {
            long moment = lines.moment(axis, row);
            first = earlier(first, moment);
            last = later(last, moment);
            firstChange = earlier(firstChange, lines.moment(Field.UPDATED, row));
            for (Field field : moments) {
                changed = later(changed, lines.moment(field, row));
            }
        }
        return first == Moments.NONE
                ? Optional.empty()
                : Optional.of(new OrderSpan(
                        first, last, firstChange, changed, lines.size(), before(lines, axis, firstChange)));
    }

    private static int before(FactTable lines, Field axis, long moment) {
        int before = 0;
        for (int row = 0; moment != Moments.NONE && row < lines.size(); row++) {
            long own = lines.moment(axis, row);
            before += own != Moments.NONE && Moments.epochSecond(own) < Moments.epochSecond(moment) ? 1 : 0;
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
