package redflag.setup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.job.Failures;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;

/** Checks whether an installation is sound: the machine, each job with all that it works on, and the jobs together. */
public final class Doctor {

    private final Clock clock;

    public Doctor(Clock clock) {
        this.clock = clock;
    }

    /**
     * What was found of one subject.
     *
     * @param about the machine, a job file, or all of them together
     */
    public record Finding(String about, Sign sign) {}

    /** @param jobFiles each once */
    public List<Finding> examine(List<Path> jobFiles) {
        List<Finding> findings = new ArrayList<>(look("this machine", checksOfMachine()));
        List<JobDefinition> jobs = new ArrayList<>();
        for (Path file : jobFiles) {
            Problems problems = new Problems();
            Optional<JobDefinition> job = JobFile.read(file, problems);
            if (job.isEmpty()) {
                problems.list()
                        .forEach(problem ->
                                findings.add(new Finding(file.toString(), Sign.fail(problem.toString(), ""))));
                continue;
            }
            jobs.add(job.get());
            findings.addAll(look(file.toString(), checksOf(job.get())));
        }
        if (jobs.size() > 1) {
            findings.addAll(look("all jobs", List.of(new JobsTogether(jobs))));
        }
        return findings;
    }

    private List<Check> checksOfMachine() {
        return List.of(new JavaCheck(), new ClockCheck(clock));
    }

    /** In the order in which a night comes upon what they look at. */
    private List<Check> checksOf(JobDefinition job) {
        ExportsFolder exports = new ExportsFolder(job);
        List<Check> checks = new ArrayList<>(List.of(
                new JobCheck(job, clock),
                new ExportsCheck(job, exports, clock),
                new WritableFolder("reports", job.reports()),
                new WritableFolder("logs", job.operation().logs())));
        job.operation()
                .metricsFile()
                .map(Path::toAbsolutePath)
                .flatMap(file -> Optional.ofNullable(file.getParent()))
                .ifPresent(folder -> checks.add(new WritableFolder("figures for Prometheus", folder)));
        checks.add(new DatabaseCheck(job, clock));
        checks.add(new MailCheck(job));
        checks.add(new DiskSpace(job, exports));
        return checks;
    }

    private static List<Finding> look(String about, List<Check> checks) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            try {
                check.look().forEach(sign -> findings.add(new Finding(about, sign)));
            } catch (IOException e) {
                findings.add(new Finding(about, Sign.fail(Failures.why(e), "")));
            }
        }
        return findings;
    }
}
