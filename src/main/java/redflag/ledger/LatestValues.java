package redflag.ledger;

import java.util.Arrays;

/**
 * One more thing that is known of some of an account's orders, whichever of its files says it: the newest statement
 * stands, between files of one date the one that comes later, and the rows of one file with one date speak together.
 * Not safe for several threads.
 */
final class LatestValues {

    /** Which of two statements of one file is the order's. */
    enum Together {
        EARLIEST,
        LATEST,
        /** The latest, and none at all where a row of the order has none: not all of it has been handed over. */
        LATEST_OF_ALL,
        FIRST
    }

    private static final long NOT_YET = Long.MAX_VALUE;

    private final Together together;
    private long[] values = new long[0];
    private long[] stamps = new long[0];
    private int[] files = new int[0];
    private int[] rows = new int[0];

    LatestValues(Together together) {
        this.together = together;
    }

    /** The value of an order, or {@link Moments#NONE}. */
    long get(int order) {
        long value = order < values.length ? values[order] : Moments.NONE;
        return value == NOT_YET ? Moments.NONE : value;
    }

    /** The number of the file that says it; only for an order of which something is said. */
    int file(int order) {
        return files[order];
    }

    /** The row of that file, in its table. */
    int row(int order) {
        return rows[order];
    }

    /**
     * @param value {@link Moments#NONE} says nothing, or, of all rows together, not yet
     * @param stamp when it was so, for comparing
     */
    void put(int order, long value, long stamp, int file, int row) {
        long said = value == Moments.NONE && together == Together.LATEST_OF_ALL ? NOT_YET : value;
        if (said == Moments.NONE) {
            return;
        }
        if (order >= values.length) {
            grow(Math.max(order + 1, values.length * 2));
        }
        boolean none = values[order] == Moments.NONE;
        if (none || stamp > stamps[order] || stamp == stamps[order] && file != files[order]) {
            set(order, said, stamp, file, row);
        } else if (stamp == stamps[order] && isTheOne(values[order], said)) {
            set(order, said, stamp, file, row);
        }
    }

    /**
     * A text, by its number; of the rows that speak together the one that comes first by its letters stands.
     *
     * @param names gives the numbers
     */
    void putFirst(int order, String text, Texts names, long stamp, int file, int row) {
        long before = get(order);
        boolean together = before != Moments.NONE && stamp == stamps[order] && file == files[order];
        if (!together) {
            put(order, names.numberOf(text), stamp, file, row);
        } else if (text.compareTo(names.textOf((int) before)) < 0) {
            set(order, names.numberOf(text), stamp, file, row);
        }
    }

    private void set(int order, long value, long stamp, int file, int row) {
        values[order] = value;
        stamps[order] = stamp;
        files[order] = file;
        rows[order] = row;
    }

    /** Whether {@code other} stands in place of {@code one}. */
    private boolean isTheOne(long one, long other) {
        if (one == NOT_YET || other == NOT_YET) {
            return other == NOT_YET;
        }
        boolean otherIsLater = Moments.epochSecond(other) > Moments.epochSecond(one);
        return switch (together) {
            case FIRST -> false;
            case EARLIEST -> Moments.epochSecond(other) < Moments.epochSecond(one);
            case LATEST, LATEST_OF_ALL -> otherIsLater;
        };
    }

    private void grow(int size) {
        int from = values.length;
        values = Arrays.copyOf(values, size);
        Arrays.fill(values, from, size, Moments.NONE);
        stamps = Arrays.copyOf(stamps, size);
        files = Arrays.copyOf(files, size);
        rows = Arrays.copyOf(rows, size);
    }
}
