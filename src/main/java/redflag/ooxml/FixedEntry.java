package redflag.ooxml;

import java.time.LocalDateTime;
import java.util.zip.ZipEntry;

/** Entries of zip files that say nothing of when they were made, so that the same content gives the same bytes. */
public final class FixedEntry {

    /** At the very earliest time a zip can say, the JDK would add one of the zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private FixedEntry() {}

    public static ZipEntry named(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }
}
