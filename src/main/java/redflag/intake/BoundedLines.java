package redflag.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses text without line ends, so that something that is no table at all can't fill the memory as one row. */
final class BoundedLines extends FilterReader {

    static final int LONGEST = 1 << 20;

    private int length;

    BoundedLines(Reader in) {
        super(in);
    }

    /** A line is longer than any row of an export. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        int character = super.read();
        pass((char) character);
        return character;
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, wanted);
        for (int i = offset; i < offset + count; i++) {
            pass(target[i]);
        }
        return count;
    }

    private void pass(char character) throws IOException {
        length = character == '\n' || character == '\r' ? 0 : length + 1;
        if (length > LONGEST) {
            throw new TooLong();
        }
    }
}
