package redflag.ledger;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link PackedOutput} has written. */
final class PackedInput {

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;

    PackedInput(InputStream in) {
        this.in = in;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte part = part();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new IOException("a number has no end");
    }

    private byte part() throws IOException {
        if (next == end) {
            end = in.read(buffer, 0, buffer.length);
            next = 0;
            if (end <= 0) {
                throw new EOFException();
            }
        }
        return buffer[next++];
    }

    /** A number of things that there can be. */
    int count() throws IOException {
        long count = number();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new IOException(count + " is no number of things");
        }
        return (int) count;
    }

    String text() throws IOException {
        boolean hasSurrogates = number() == 1;
        byte[] bytes = bytes(count());
        return hasSurrogates
                ? ByteBuffer.wrap(bytes).asCharBuffer().toString()
                : new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) throws IOException {
        int there = Math.min(length, end - next);
        byte[] start = Arrays.copyOfRange(buffer, next, next + there);
        next += there;
        if (there == length) {
            return start;
        }
        byte[] rest = in.readNBytes(length - there);
        if (rest.length < length - there) {
            throw new EOFException();
        }
        byte[] bytes = Arrays.copyOf(start, length);
        System.arraycopy(rest, 0, bytes, there, rest.length);
        return bytes;
    }

    long[] longs(int size, long blank) throws IOException {
        long[] values = new long[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long packed = number();
            before = packed == 0 ? before : before + difference(packed);
            values[i] = packed == 0 ? blank : before;
        }
        return values;
    }

    int[] ints(int size, int blank) throws IOException {
        int[] values = new int[size];
        long before = 0;
        for (int i = 0; i < size; i++) {
            long packed = number();
            before = packed == 0 ? before : before + difference(packed);
            values[i] = packed == 0 ? blank : (int) before;
        }
        return values;
    }

    private static long difference(long packed) {
        long zigzag = packed - 1;
        return zigzag >>> 1 ^ -(zigzag & 1);
    }
}
