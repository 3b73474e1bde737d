package redflag.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a zip file anew, its entries in a fixed order and of a fixed time, so that the same content gives the same
 * bytes (with the same deflater).
 */
final class FixedZip {

    private static final String FIRST = "[Content_Types].xml";
    /** No entry says when it was made. At the very earliest time a zip can say, the JDK would add one of the zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private FixedZip() {}

    /** Leaves {@code to} open. */
    static void repack(Path from, OutputStream to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile())) {
            ZipOutputStream out = new ZipOutputStream(to);
            for (ZipEntry entry : inOrder(in)) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(TIME);
                out.putNextEntry(fixed);
                try (InputStream content = in.getInputStream(entry)) {
                    content.transferTo(out);
                }
                out.closeEntry();
            }
            out.finish();
        }
    }

    private static List<ZipEntry> inOrder(ZipFile zip) {
        return zip.stream()
                .map(ZipEntry.class::cast)
                .sorted(Comparator.comparing(
                                (ZipEntry entry) -> !entry.getName().equals(FIRST))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }
}
