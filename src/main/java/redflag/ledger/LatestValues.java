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
        FIRST
    }

    private final Together together;
    private long[] values = new long[0];
    private long[] stamps = new long[0];
    private int[] files = new int[0];

    LatestValues(Together together) {
        this.together = together;
    }

    /** The value of an order, or {@link Moments#NONE}. */
    long get(int order) {
        return order < values.length ? values[order] : Moments.NONE;
    }

    /**
     * @param value {@link Moments#NONE} says nothing
     * @param stamp when it was so, for comparing
     */
    void put(int order, long value, long stamp, int file) {
        if (value == Moments.NONE) {
            return;
        }
        if (order >= values.length) {
            grow(Math.max(order + 1, values.length * 2));
        }
        boolean none = values[order] == Moments.NONE;
        if (none || stamp > stamps[order] || stamp == stamps[order] && file != files[order]) {
            values[order] = value;
            stamps[order] = stamp;
            files[order] = file;
        } else if (stamp == stamps[order]) {
            values[order] = joined(values[order], value);
        }
    }

    private long joined(long one, long other) {
        boolean otherIsLater = Moments.epochSecond(other) > Moments.epochSecond(one);
        return switch (together) {
            case FIRST -> one;
            case EARLIEST -> otherIsLater ? one : other;
            case LATEST -> otherIsLater ? other : one;
        };
    }

    private void grow(int size) {
        int from = values.length;
        values = Arrays.copyOf(values, size);
        Arrays.fill(values, from, size, Moments.NONE);
        stamps = Arrays.copyOf(stamps, size);
        files = Arrays.copyOf(files, size);
    }
}
