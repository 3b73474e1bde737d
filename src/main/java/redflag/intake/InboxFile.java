package redflag.intake;

import java.time.Instant;
import java.util.Optional;

/**
 * An export that a night will read.
 *
 * @param path in the exports folder, with {@code /}
 * @param kind id of the kind that it was recognised as
 * @param writtenAt when it was last written: of nothing later can it know
 */
public record InboxFile(String path, long bytes, String kind, Optional<Instant> writtenAt) {

    /** A file of which nobody knows when it was written. */
    public InboxFile(String path, long bytes, String kind) {
        this(path, bytes, kind, Optional.empty());
    }
}
