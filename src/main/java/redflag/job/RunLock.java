package redflag.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The run lock of an embedded database. It is on a file beside it, dies with its process, and names its
 * holder, so that anybody can say who is at work without opening the database.
 */
final class RunLock implements HeldLock {

    private static final String NAME = "redflag.lock";

    /** Locked far behind the text, which others may read meanwhile. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final FileChannel channel;
    private final FileLock lock;

    private RunLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the lock, if nobody has it.
     *
     * @param holder what others shall read, such as job, night, process and start
     */
    static Optional<RunLock> take(Path database, String holder) throws IOException {
        Files.createDirectories(database);
        FileChannel channel = FileChannel.open(
                database.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            channel.force(true);
            return Optional.of(new RunLock(channel, lock));
        } catch (IOException e) {
            // with its channel the lock is gone, too
            channel.close();
            throw e;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            // held by this very process
            return null;
        }
    }

    /** What the newest holder wrote. */
    static String holder(Path database) {
        try {
            return Files.readString(database.resolve(NAME), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() throws IOException {
        try (channel;
                lock) {
            channel.truncate(0);
        }
    }
}
