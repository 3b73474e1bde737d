package redflag.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What cells of a column meant, by their bytes: most columns say the same few things a million times. Holds the latest ones only. */
final class SeenCells {

    private static final int PLACES = 1 << 10;

    /** Longer ones hardly come again. */
    private static final int LONGEST = 64;

    private final byte[] @Nullable [] cells = new byte[PLACES][];
    private final long[] values = new long[PLACES];
    private int place;
    private int newest = -1;

    /** @return whether it is known; then {@link #value} is what it meant */
    boolean find(byte[] bytes, int from, int to) {
        if (is(place, bytes, from, to)) {
            return true;
        }
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        place = (hash ^ hash >>> 15) & PLACES - 1;
        return is(place, bytes, from, to);
    }

    private boolean is(int at, byte[] bytes, int from, int to) {
        byte[] cell = cells[at];
        return cell != null && cell.length == to - from && Arrays.equals(cell, 0, cell.length, bytes, from, to);
    }

    long value() {
        return values[place];
    }

    /** Of the cell that was not found. */
    void put(byte[] bytes, int from, int to, long value) {
        if (to - from <= LONGEST) {
            cells[place] = Arrays.copyOfRange(bytes, from, to);
            values[place] = value;
            newest = place;
        }
    }

    /** Forgets the one that was put last, though it may have stood for several rows. */
    void forgetNewest() {
        if (newest >= 0) {
            cells[newest] = null;
            newest = -1;
        }
    }
}
