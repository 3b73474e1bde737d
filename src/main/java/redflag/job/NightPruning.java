package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import redflag.history.NightKey;
import redflag.history.Pruning;

/** Keeps history and logs small, at the end of a run. What Spring Batch keeps of a night goes first: without ours it would be lost. */
final class NightPruning {

    private final JobDefinition job;
    private final JobRepository repository;
    private final Pruning pruning;

    NightPruning(JobDefinition job, JobRepository repository, Pruning pruning) {
        this.job = job;
        this.repository = repository;
        this.pruning = pruning;
    }

    /**
     * @param night that has just ended; it stays, however old it is
     * @param isDone whether nothing of it will be gone on with
     * @throws IOException if log files can't be removed
     */
    void after(NightKey night, boolean isDone) throws IOException {
        if (isDone) {
            pruning.forgetShared(night);
        }
        for (NightKey superseded : pruning.superseded(job.name())) {
            forgetSteps(superseded);
            pruning.forgetWork(superseded);
        }
        Optional<LocalDate> from = pruning.keptFrom(job.name(), job.operation().keepNights());
        if (from.isPresent()) {
            pruning.before(job.name(), from.get(), night.asOf()).forEach(this::forgetSteps);
            pruning.forgetBefore(job.name(), from.get(), night.asOf());
            forgetLogs(from.get(), night.asOf());
        }
    }

    private void forgetSteps(NightKey night) {
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, NightParameters.of(night));
        if (instance != null) {
            repository.deleteJobInstance(instance);
        }
    }

    private void forgetLogs(LocalDate from, LocalDate spared) throws IOException {
        Path folder = job.operation().logs();
        if (!Files.isDirectory(folder)) {
            return;
        }
        Pattern name = Pattern.compile(Pattern.quote(job.name())
                + "-([0-9]{4}-[0-9]{2}-[0-9]{2})-(?:not-begun|(?:only-some-stores-)?[0-9]+)\\.log");
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.toList();
        }
        for (Path log : logs) {
            Matcher of = name.matcher(log.getFileName().toString());
            if (of.matches()) {
                LocalDate day = LocalDate.parse(of.group(1));
                if (day.isBefore(from) && !day.equals(spared)) {
                    Files.delete(log);
                }
            }
        }
    }
}
