package redflag.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import redflag.basics.Remark;

/**
 * Lines of a UTF-8 file, cut out of its bytes: eight of them are looked at in one step, and a line of nothing but ASCII needs no
 * decoder. It refuses what {@link BoundedLines} refuses, and what is no UTF-8 as a decoder that reports does. Line ends are those
 * of {@link BufferedReader}. Only {@link #readLine} is there: opencsv wants a BufferedReader and asks nothing else of it.
 *
 * <p>Three times as fast as a decoder and a BufferedReader (performance.md).
 */
final class ByteLines extends BufferedReader implements BoundedRows {

    /** A character has three bytes at most, or four where it counts twice. */
    private static final int MOST_BYTES = 3 * BoundedLines.LONGEST + 1;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private boolean isOver;
    private boolean afterReturn;
    private int charsOfRow;
    private int from;
    private int to;
    private boolean isAscii;

    /** @param in whose byte order mark, if there is one, is passed over */
    ByteLines(InputStream in) throws IOException {
        super(Reader.nullReader(), 1);
        this.in = in;
        while (end < 3 && !isOver) {
            fill();
        }
        boolean hasMark = end >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        next = hasMark ? 3 : 0;
    }

    @Override
    public void nextRow() {
        charsOfRow = 0;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        return next() ? line() : null;
    }

    /**
     * Goes to the next line, which then is {@link #bytes} from {@link #from} to before {@link #to}; that they are UTF-8 is known only
     * if it {@link #isAscii}, or once {@link #line} has returned.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        skipLineFeed();
        int at = next;
        isAscii = true;
        while (true) {
            while (at + 8 <= end) {
                long eight = EightBytes.at(buffer, at);
                if ((endsOrNul(eight) | eight & EightBytes.HIGH_BITS) != 0) {
                    if (endsOrNul(eight) != 0) {
                        break;
                    }
                    isAscii = false;
                }
                at += 8;
            }
            while (at < end) {
                byte b = buffer[at];
                if (b == '\n' || b == '\r') {
                    found(at);
                    afterReturn = b == '\r';
                    next = at + 1;
                    return true;
                }
                if (b == 0) {
                    throw new Refused(Remark.of("quarantine.nul-bytes"));
                }
                isAscii &= b > 0;
                at++;
                if ((at & 7) == 0 && at + 8 <= end) {
                    break;
                }
            }
            if (at < end) {
                continue;
            }
            if (isOver) {
                boolean isLine = next < end;
                found(end);
                next = end;
                return isLine;
            }
            at -= next;
            fill();
            at += next;
        }
    }

    private static long endsOrNul(long eight) {
        return EightBytes.are('\n', eight) | EightBytes.are('\r', eight) | EightBytes.are('\0', eight);
    }

    private void skipLineFeed() throws IOException {
        if (!afterReturn) {
            return;
        }
        while (next == end && !isOver) {
            fill();
        }
        if (next < end && buffer[next] == '\n') {
            next++;
        }
        afterReturn = false;
    }

    private void found(int lineEnd) throws IOException {
        from = next;
        to = lineEnd;
        if (isAscii) {
            count(to - from);
        }
    }

    /** The line that {@link #next} has come to. */
    String line() throws IOException {
        if (isAscii) {
            return new String(buffer, from, to - from, StandardCharsets.ISO_8859_1);
        }
        String line = decoder.decode(ByteBuffer.wrap(buffer, from, to - from)).toString();
        count(line.length());
        return line;
    }

    /** Good until the next line is asked for. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean isAscii() {
        return isAscii;
    }

    private void count(int chars) throws IOException {
        charsOfRow += chars + 1;
        if (charsOfRow > BoundedLines.LONGEST) {
            throw new BoundedLines.TooLong();
        }
    }

    /** Reads more behind what is not taken yet. */
    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, end - next);
            end -= next;
            next = 0;
        }
        if (end > MOST_BYTES) {
            throw new BoundedLines.TooLong();
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, end, buffer.length - end);
        isOver = read < 0;
        end += Math.max(read, 0);
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("lines only");
    }

    @Override
    public int read(char[] target, int offset, int length) {
        throw new UnsupportedOperationException("lines only");
    }
}
