package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;

/** The job files of the working folder, for commands that need not be told them. */
final class JobFiles {

    /** What is said where {@link #all} has none. */
    static final String NONE = "redflag: there is no jobs/*.yaml here; name a job file";

    private static final Path JOBS = Path.of("jobs");

    private JobFiles() {}

    /** The job of a file that is sound; all that is wrong with another is said. */
    static Optional<JobDefinition> checked(Path file, PrintWriter err) {
        Problems problems = new Problems();
        Optional<JobDefinition> job = JobFile.read(file, problems);
        if (job.isEmpty()) {
            problems.list().forEach(err::println);
            err.println("redflag: " + Counted.of(problems.list().size(), "problem") + "; nothing was written; exit 2");
        }
        return job;
    }

    /** {@code jobs/nightly.yaml}, or the only job in {@code jobs/}. */
    static Optional<Path> usual() throws IOException {
        Path nightly = JOBS.resolve("nightly.yaml");
        if (Files.isRegularFile(nightly)) {
            return Optional.of(nightly);
        }
        List<Path> jobs = all();
        return jobs.size() == 1 ? Optional.of(jobs.get(0)) : Optional.empty();
    }

    /** The job of this file, or else the usual one; missing where there is none or it is broken, which is said. */
    static Optional<JobDefinition> named(@Nullable Path file, PrintWriter err) throws IOException {
        Optional<Path> job = file == null ? usual() : Optional.of(file);
        if (job.isEmpty()) {
            err.println(
                    "redflag: which job? There is no jobs/nightly.yaml here and not one job alone in jobs/; name it with"
                            + " --job");
        }
        return job.flatMap(of -> checked(of, err));
    }

    /** {@code jobs/*.yaml}, by name. */
    static List<Path> all() throws IOException {
        return Files.isDirectory(JOBS) ? JobFile.in(JOBS) : List.of();
    }
}
