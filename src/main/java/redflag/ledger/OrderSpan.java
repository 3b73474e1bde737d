package redflag.ledger;

import java.util.Optional;

/**
 * From when to when the orders of a file were placed, and when one of them last changed; all as {@link Moments}.
 *
 * @param changed the newest purchase or change
 */
record OrderSpan(long first, long last, long changed, int rows) {

    /** Of the rows of a table; missing where it has none, or does not tell when orders were placed. */
    static Optional<OrderSpan> of(FactTable lines) {
        if (lines.size() == 0 || !lines.hasColumn(Field.PURCHASED)) {
            return Optional.empty();
        }
        long first = lines.moment(Field.PURCHASED, 0);
        long last = first;
        long changed = first;
        for (int i = 0; i < lines.size(); i++) {
            long purchased = lines.moment(Field.PURCHASED, i);
            long updated = lines.moment(Field.UPDATED, i);
            first = Moments.epochSecond(purchased) < Moments.epochSecond(first) ? purchased : first;
            last = later(last, purchased);
            changed = later(changed, later(purchased, updated));
        }
        return Optional.of(new OrderSpan(first, last, changed, lines.size()));
    }

    private static long later(long one, long other) {
        return other != Moments.NONE && Moments.epochSecond(other) > Moments.epochSecond(one) ? other : one;
    }
}
