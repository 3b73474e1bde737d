package redflag.setup;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redflag.intake.InboxFile;
import redflag.job.JobDefinition;

/** Whether there is room for reports and history: 1 GB, and three times what the exports take. */
final class DiskSpace implements Check {

    private static final long LEAST = 1_000_000_000L;
    private static final int TIMES_THE_EXPORTS = 3;

    private final JobDefinition job;
    private final ExportsFolder exports;

    DiskSpace(JobDefinition job, ExportsFolder exports) {
        this.job = job;
        this.exports = exports;
    }

    @Override
    public List<Sign> look() throws IOException {
        long bytes = exports.files().stream().mapToLong(InboxFile::bytes).sum();
        List<Path> folders = new ArrayList<>(List.of(job.reports()));
        job.database().dataFolder().ifPresent(folders::add);
        Map<FileStore, Path> disks = new LinkedHashMap<>();
        for (Path folder : folders) {
            Path there = WritableFolder.nearest(folder);
            disks.putIfAbsent(Files.getFileStore(there), there);
        }
        List<Sign> signs = new ArrayList<>();
        for (Map.Entry<FileStore, Path> disk : disks.entrySet()) {
            signs.add(sign(disk.getValue(), disk.getKey().getUsableSpace(), bytes));
        }
        return signs;
    }

    /** @param exports their size in bytes */
    static Sign sign(Path folder, long free, long exports) {
        String found = Said.size(free) + " are free on the disk of " + folder;
        long needed = Math.max(LEAST, TIMES_THE_EXPORTS * exports);
        return free >= needed
                ? Sign.ok(found)
                : Sign.warn(found + ", which is little", "make room: " + Said.size(needed) + " should be free");
    }
}
