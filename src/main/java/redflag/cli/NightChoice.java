package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;

/** Which night a command is about that was run already: {@code [RUN] [--job JOB.yaml]}. */
final class NightChoice {

    /** A day, with the attempt if there was more than one, with the job's name before it or without. */
    private static final Pattern RUN = Pattern.compile("(?:(.+)-)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-([0-9]{1,6}))?");

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "The night, such as 2026-11-22, or 2026-11-22-2 for its second attempt. Default: the newest.")
    private @Nullable String run;

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "The job. Default: jobs/nightly.yaml, or the only job in jobs/.")
    private @Nullable Path file;

    /**
     * A night.
     *
     * @param asOf missing for the newest one
     * @param attempt missing for the newest one
     */
    record Chosen(JobDefinition job, Optional<LocalDate> asOf, Optional<Integer> attempt) {}

    /** Missing where the arguments or the job file are wrong, which is said. */
    Optional<Chosen> read(PrintWriter err) throws IOException {
        return JobFiles.named(file, err).flatMap(job -> chosen(job, err));
    }

    private Optional<Chosen> chosen(JobDefinition job, PrintWriter err) {
        if (run == null) {
            return Optional.of(new Chosen(job, Optional.empty(), Optional.empty()));
        }
        Matcher form = RUN.matcher(run);
        boolean isOfJob =
                form.matches() && (form.group(1) == null || form.group(1).equals(job.name()));
        Optional<LocalDate> asOf = isOfJob ? day(form.group(2)) : Optional.empty();
        if (asOf.isEmpty()) {
            err.println("redflag: '" + run + "' is no night of job " + job.name()
                    + "; write it as 2026-11-22, or 2026-11-22-2 for its second attempt");
            return Optional.empty();
        }
        return Optional.of(
                new Chosen(job, asOf, Optional.ofNullable(form.group(3)).map(Integer::valueOf)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** That there is no such night, in words. */
    static String none(JobDefinition job, NightRunner.Answer.NoSuchNight none) {
        String night = none.asOf().map(day -> "night of " + day).orElse("night");
        return none.newest()
                .map(newest -> "attempt " + newest + " has taken the place of that one in the " + night)
                .orElse("job " + job.name() + " has run no whole " + night);
    }
}
