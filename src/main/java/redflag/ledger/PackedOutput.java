package redflag.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers in as few bytes as they need: neighbours in a column are alike, so that a moment takes two or three and
 * a word one. Not safe for several threads; {@link #flush} ends it.
 */
final class PackedOutput {

    private static final int FULL = 1 << 16;
    private static final int LONGEST_NUMBER = 10;

    private final OutputStream out;
    private final byte[] buffer = new byte[FULL + LONGEST_NUMBER];
    private int size;

    PackedOutput(OutputStream out) {
        this.out = out;
    }

    /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
    void number(long value) throws IOException {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
        if (size >= FULL) {
            empty();
        }
    }

    /** In UTF-8; with surrogates, which need not stand in pairs, char by char. */
    void text(String text) throws IOException {
        boolean hasSurrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        byte[] bytes = hasSurrogates ? chars(text) : text.getBytes(StandardCharsets.UTF_8);
        number(hasSurrogates ? 1 : 0);
        number(bytes.length);
        empty();
        out.write(bytes);
    }

    private static byte[] chars(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * text.length());
        text.chars().forEach(c -> bytes.putChar((char) c));
        return bytes.array();
    }

    /** Each as its difference from the one before that is not blank; 0 stands for {@code blank}. */
    void column(long[] values, long blank) throws IOException {
        long before = 0;
        for (long value : values) {
            before = cell(value, blank, before);
        }
    }

    void column(int[] values, int blank) throws IOException {
        long before = 0;
        for (int value : values) {
            before = cell(value, blank, before);
        }
    }

    private long cell(long value, long blank, long before) throws IOException {
        if (value == blank) {
            number(0);
            return before;
        }
        long difference = value - before;
        if (difference == Long.MIN_VALUE) {
            throw new IllegalArgumentException("a column holds " + before + " and " + value);
        }
        number((difference << 1 ^ difference >> 63) + 1);
        return value;
    }

    void flush() throws IOException {
        empty();
        out.flush();
    }

    private void empty() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
    }
}
