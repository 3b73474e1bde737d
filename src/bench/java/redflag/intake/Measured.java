package redflag.intake;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import redflag.ledger.FileFacts;

/**
 * One file read as a night reads it, recognising included.
 *
 * @param peakMiB the most of the heap that was in use when somebody looked, garbage included
 * @param keptMiB what the facts alone take
 */
record Measured(String name, FileFacts facts, long bytes, double seconds, long peakMiB, long keptMiB) {

    private static final Intake INTAKE = new Intake(KindFile.shipped());

    static Measured read(Path file, Hints hints) throws IOException, Unreadable {
        long before = usedAfterCollection();
        long[] peak = {0};
        long start = System.nanoTime();
        ExportKind kind = INTAKE.recognise(file, hints).kind();
        InboxFile found = new InboxFile(file.getFileName().toString(), Files.size(file), kind.id());
        FileFacts facts =
                INTAKE.read(file.toAbsolutePath().getParent(), found, hints, () -> peak[0] = Math.max(peak[0], used()));
        double seconds = (System.nanoTime() - start) / 1e9;
        peak[0] = Math.max(peak[0], used());
        long kept = usedAfterCollection() - before;
        return new Measured(kind.id(), facts, Files.size(file), seconds, peak[0] >> 20, kept >> 20);
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long usedAfterCollection() {
        System.gc();
        return used();
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-24s %9d rows (%d rejected), %7.1f MB: %6.2f s, %8.0f rows/s, %6.1f MB/s; heap %d MiB, facts %d MiB",
                name,
                facts.rowsRead(),
                facts.rowsRejected(),
                bytes / 1e6,
                seconds,
                facts.rowsRead() / seconds,
                bytes / 1e6 / seconds,
                peakMiB,
                keptMiB);
    }
}
