package redflag.intake;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An export that a night will read.
 *
 * @param path in the exports folder, with {@code /}
 * @param kind id of the kind that it was recognised as
 * @param writtenOn the day on which it was last written, wherever on earth: of nothing later can it know
 */
public record InboxFile(String path, long bytes, String kind, Optional<LocalDate> writtenOn) {

    /** A file of which nobody knows when it was written. */
    public InboxFile(String path, long bytes, String kind) {
        this(path, bytes, kind, Optional.empty());
    }
}
