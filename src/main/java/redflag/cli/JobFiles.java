package redflag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The job files of the working folder, for commands that need not be told them. */
final class JobFiles {

    /** What is said where {@link #all} has none. */
    static final String NONE = "redflag: there is no jobs/*.yaml here; name a job file";

    private static final Path JOBS = Path.of("jobs");

    private JobFiles() {}

    /** {@code jobs/nightly.yaml}, or the only job in {@code jobs/}. */
    static Optional<Path> usual() throws IOException {
        Path nightly = JOBS.resolve("nightly.yaml");
        if (Files.isRegularFile(nightly)) {
            return Optional.of(nightly);
        }
        List<Path> jobs = all();
        return jobs.size() == 1 ? Optional.of(jobs.get(0)) : Optional.empty();
    }

    /** {@code jobs/*.yaml}, by name. */
    static List<Path> all() throws IOException {
        if (!Files.isDirectory(JOBS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(JOBS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
