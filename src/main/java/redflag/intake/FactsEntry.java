package redflag.intake;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import redflag.ledger.FactsCodec;
import redflag.ledger.FileFacts;

/**
 * What is kept of one export: a head that says of which bytes and settings it is, the facts, and a check sum of all
 * before it.
 */
final class FactsEntry {

    private static final int FORM = 0x52464331;
    private static final int CHECK_SUM = 8;

    private final FactsCache.Place place;
    private final Path file;
    private final String path;
    private final String key;
    private final long since;

    /**
     * @param path of the export, in the exports folder
     * @param since a file that was written after this may change within the same moment, in nanoseconds since 1970
     */
    FactsEntry(FactsCache.Place place, Path file, String path, String key, long since) {
        this.place = place;
        this.since = since;
        this.file = file;
        this.path = path;
        this.key = key;
    }

    /** @param hashedOn the day on which the export was last seen to have these bytes, since 1970 */
    private record Head(String key, Stamp stamp, long hashedOn, String sha256) {

        void write(DataOutputStream out) throws IOException {
            out.writeInt(FORM);
            out.writeUTF(key);
            stamp.write(out);
            out.writeLong(hashedOn);
            out.writeUTF(sha256);
        }

        static Optional<Head> read(DataInputStream in) throws IOException {
            return in.readInt() == FORM
                    ? Optional.of(new Head(in.readUTF(), Stamp.read(in), in.readLong(), in.readUTF()))
                    : Optional.empty();
        }
    }

    /** The facts, if they are those of the export as it is now. */
    Optional<FileFacts> recall(Path export, Stamp now) {
        if (place.readsAnew()) {
            return Optional.empty();
        }
        try {
            return Files.isRegularFile(file) ? recalled(export, now) : Optional.empty();
        } catch (IOException | Unreadable e) {
            return Optional.empty();
        }
    }

    private Optional<FileFacts> recalled(Path export, Stamp now) throws IOException, Unreadable {
        if (!isSound()) {
            return Optional.empty();
        }
        FileFacts facts;
        Head head;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Optional<Head> read = Head.read(in);
            if (read.isEmpty()
                    || !read.get().key.equals(key)
                    || read.get().stamp.bytes() != now.bytes()) {
                return Optional.empty();
            }
            head = read.get();
            boolean isProven = now.proves(head.stamp) && !place.isDue(path, head.hashedOn);
            if (!isProven && !hash(export).equals(head.sha256)) {
                return Optional.empty();
            }
            facts = FactsCodec.read(in);
            if (isProven) {
                return Optional.of(facts);
            }
        }
        // what is kept from now on is what the hash has proven
        keep(now, facts, null);
        return Optional.of(facts);
    }

    private static String hash(Path export) throws IOException, Unreadable {
        ExportBytes bytes = new ExportBytes(export);
        String hash = bytes.hash();
        bytes.checkUnchanged();
        return hash;
    }

    /** Read before the facts: of damaged ones sizes could be any. */
    private boolean isSound() throws IOException {
        long left = Files.size(file) - CHECK_SUM;
        CRC32C sum = new CRC32C();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[1 << 16];
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return false;
                }
                sum.update(buffer, 0, read);
                left -= read;
            }
            return left == 0 && in.readLong() == sum.getValue();
        }
    }

    /**
     * Keeps the facts of the export as it was at {@code stamp}. That they can't be kept is no trouble of the night's.
     *
     * @param total of the folder, which grows by it; null where it stands in it already
     */
    void keep(Stamp stamp, FileFacts facts, @Nullable AtomicLong total) {
        Path unfinished = FactsCache.unfinished(file);
        try {
            write(unfinished, stamp, facts);
            long grown = Files.size(unfinished) - (Files.exists(file) ? Files.size(file) : 0);
            if (total != null && total.addAndGet(grown) > place.mostBytes()) {
                total.addAndGet(-grown);
                Files.delete(unfinished);
                return;
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // the next night reads the export again, and tidies up
        }
    }

    private void write(Path to, Stamp stamp, FileFacts facts) throws IOException {
        CRC32C sum = new CRC32C();
        try (OutputStream raw = Files.newOutputStream(to);
                DataOutputStream out =
                        new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(raw, 1 << 16), sum))) {
            new Head(key, stamp.asSeenAt(since), place.today().toEpochDay(), facts.sha256()).write(out);
            FactsCodec.write(facts, out);
            out.writeLong(sum.getValue());
        }
    }
}
