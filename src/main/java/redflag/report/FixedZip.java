package redflag.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import redflag.xlsx.FixedEntry;

/**
 * Packs a zip file anew, its entries in a fixed order and of a fixed time, so that the same content gives the same
 * bytes (with the same deflater).
 */
final class FixedZip {

    private static final String FIRST = "[Content_Types].xml";

    private FixedZip() {}

    /** Leaves {@code to} open. */
    static void repack(Path from, OutputStream to) throws IOException {
        try (ZipFile in = new ZipFile(from.toFile())) {
            ZipOutputStream out = new ZipOutputStream(to);
            for (ZipEntry entry : inOrder(in)) {
                out.putNextEntry(FixedEntry.named(entry.getName()));
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
