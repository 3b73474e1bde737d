package redflag.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import redflag.job.JobDefinition;

/** Jobs that are in each other's way. */
final class JobsTogether implements Check {

    private final List<JobDefinition> jobs;

    JobsTogether(List<JobDefinition> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    @Override
    public List<Sign> look() {
        Map<String, List<JobDefinition>> nights = new LinkedHashMap<>();
        Map<Path, List<JobDefinition>> reports = new LinkedHashMap<>();
        Map<Path, List<JobDefinition>> metrics = new LinkedHashMap<>();
        for (JobDefinition job : jobs) {
            String night = job.name() + " " + job.database().place();
            nights.computeIfAbsent(night, n -> new ArrayList<>()).add(job);
            reports.computeIfAbsent(job.reports(), n -> new ArrayList<>()).add(job);
            job.operation()
                    .metricsFile()
                    .ifPresent(file -> metrics.computeIfAbsent(file, n -> new ArrayList<>())
                            .add(job));
        }
        List<Sign> signs = new ArrayList<>();
        for (List<JobDefinition> same : nights.values()) {
            if (same.size() > 1) {
                JobDefinition one = same.get(0);
                signs.add(Sign.fail(
                        files(same) + " are all named " + one.name() + " and keep their nights in "
                                + one.database().place() + ": a night of one is taken for a night of the others",
                        "give each a 'name' of its own"));
            }
        }
        reports.forEach((folder, same) -> {
            if (same.size() > 1) {
                signs.add(Sign.warn(
                        files(same) + " write to " + folder + ": the portfolio of one takes the place of the others'",
                        "give each 'reports' of its own"));
            }
        });
        metrics.forEach((file, same) -> {
            if (same.size() > 1) {
                signs.add(Sign.warn(
                        files(same) + " write their figures to " + file
                                + ": those of one take the place of the others'",
                        "give each a 'metrics-file' of its own"));
            }
        });
        return signs.isEmpty()
                ? List.of(Sign.ok("no two of the " + jobs.size() + " jobs have one name or one reports folder"))
                : signs;
    }

    private static String files(List<JobDefinition> jobs) {
        return jobs.stream().map(job -> Objects.toString(job.file())).collect(Collectors.joining(", "));
    }
}
