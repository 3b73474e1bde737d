package redflag.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import redflag.basics.Remark;

/**
 * The bytes of an export; of a gzip file, which its first bytes tell (exports.md §2.10), those that it unpacks to. A link,
 * a pipe or a device is never opened.
 */
final class ExportBytes {

    /** More than this is no export, whatever it is. */
    private static final long MOST_UNPACKED = 8L << 30;

    private static final long RATIO_COUNTS_FROM = 64L << 20;
    private static final int HIGHEST_RATIO = 1_000;
    private static final byte[] GZIP = {0x1F, (byte) 0x8B};

    private final Path path;
    private final long size;
    private final FileTime modified;
    private @Nullable Boolean gzip;

    /** As the file is now. */
    ExportBytes(Path path) throws Unreadable, IOException {
        BasicFileAttributes now = attributes(path);
        if (!now.isRegularFile()) {
            throw new Unreadable(Remark.of("quarantine.not-a-file"));
        }
        this.path = path;
        this.size = now.size();
        this.modified = now.lastModifiedTime();
    }

    private static BasicFileAttributes attributes(Path path) throws Unreadable, IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw changed();
        }
    }

    private static Unreadable changed() {
        return new Unreadable(Remark.of("quarantine.changed"));
    }

    /** Why the file could not be read to its end. */
    static Unreadable unreadable(IOException e) {
        if (e instanceof Refused refused) {
            return new Unreadable(refused.why());
        }
        return e instanceof NoSuchFileException ? changed() : new Unreadable(Remark.of("quarantine.unreadable"));
    }

    Path path() {
        return path;
    }

    /** @throws Unreadable if the file is no longer what it was when this was made */
    void checkUnchanged() throws Unreadable, IOException {
        BasicFileAttributes now = attributes(path);
        if (now.size() != size || !now.lastModifiedTime().equals(modified)) {
            throw changed();
        }
    }

    boolean isGzip() throws IOException {
        if (gzip == null) {
            try (InputStream in = raw()) {
                gzip = Arrays.equals(in.readNBytes(GZIP.length), GZIP);
            }
        }
        return gzip;
    }

    InputStream open() throws IOException {
        return unpacked(raw());
    }

    /** Takes bytes. */
    interface Receiver {
        void take(InputStream in) throws Unreadable, IOException;
    }

    /** Gives the bytes to the receiver. @return SHA-256 of the file as it lies on disk, in hexadecimal */
    String hashing(Receiver receiver) throws Unreadable, IOException {
        MessageDigest digest = sha256();
        try (InputStream raw = new DigestInputStream(raw(), digest);
                InputStream in = unpacked(raw)) {
            receiver.take(in);
            raw.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** SHA-256 of the file as it lies on disk, in hexadecimal. */
    String hash() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(raw(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The same of bytes in memory. */
    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private InputStream raw() throws IOException {
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Without a buffer of its own: who reads has one. */
    private InputStream unpacked(InputStream raw) throws IOException {
        return isGzip() ? new Unpacked(raw) : raw;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a gzip file holds, as far as it is sound and no bomb. */
    private final class Unpacked extends FilterInputStream {

        private long count;

        Unpacked(InputStream packed) throws IOException {
            super(gzip(packed));
        }

        private static InputStream gzip(InputStream packed) throws IOException {
            try {
                return new GZIPInputStream(packed, 1 << 15);
            } catch (IOException e) {
                throw broken();
            }
        }

        private static Refused broken() {
            return new Refused(Remark.of("quarantine.broken-gzip"));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int wanted) throws IOException {
            int read;
            try {
                read = super.read(target, offset, wanted);
            } catch (IOException e) {
                throw broken();
            }
            count += Math.max(read, 0);
            if (count > MOST_UNPACKED || count > RATIO_COUNTS_FROM && count / HIGHEST_RATIO > size) {
                throw new Refused(Remark.of("quarantine.unpacks-too-large"));
            }
            return read;
        }
    }
}
