package redflag.intake;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/**
 * By what a file is known again without reading it: its size and when it was last written.
 *
 * @param written in nanoseconds since 1970
 */
record Stamp(long bytes, long written) {

    private static final long PROVES_NOTHING = Long.MIN_VALUE;

    /** File times may be as coarse as two seconds: what was written so shortly before it was read may have changed since. */
    private static final long COARSEST = TimeUnit.SECONDS.toNanos(2);

    static Stamp of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return new Stamp(now.size(), nanos(now.lastModifiedTime()));
    }

    static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** The same as far as it proves anything to those who come later: not of a file that was written at that time or after it. */
    Stamp asSeenAt(long time) {
        return written < time - COARSEST ? this : new Stamp(bytes, PROVES_NOTHING);
    }

    /** Whether a file of this stamp is what it was when {@code earlier} was put down. */
    boolean proves(Stamp earlier) {
        return equals(earlier) && written != PROVES_NOTHING;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(bytes);
        out.writeLong(written);
    }

    static Stamp read(DataInput in) throws IOException {
        return new Stamp(in.readLong(), in.readLong());
    }
}
