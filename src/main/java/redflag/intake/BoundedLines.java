package redflag.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import redflag.basics.Remark;

/**
 * Refuses what is no text of rows: NUL characters, which only damage and pictures have, and rows so long that something
 * that is no table at all would fill the memory.
 */
final class BoundedLines extends FilterReader implements BoundedRows {

    static final int LONGEST = 1 << 20;

    private int length;

    BoundedLines(Reader in) {
        super(in);
    }

    /** A row is longer than any row of an export. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void nextRow() {
        length = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int wanted) throws IOException {
        int count = super.read(target, offset, wanted);
        for (int i = offset; i < offset + count; i++) {
            if (target[i] == '\0') {
                throw new Refused(Remark.of("quarantine.nul-bytes"));
            }
        }
        length += Math.max(count, 0);
        if (length > LONGEST) {
            throw new TooLong();
        }
        return count;
    }
}
