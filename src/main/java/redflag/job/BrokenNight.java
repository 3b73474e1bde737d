package redflag.job;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import redflag.delivery.BreakNotice;

/**
 * Tells who looks after the program that a night broke, or that a job file did; nothing of it is kept, for the database may
 * be what broke.
 */
public final class BrokenNight {

    private BrokenNight() {}

    /** @return why somebody could not be told */
    public static Optional<Exception> tell(JobDefinition job, LocalDate asOf, Instant now, String why) {
        return tell(job, asOf, now, BreakNotice.Broken.NIGHT, why);
    }

    /**
     * That the job goes on as it was, for its file is broken now.
     *
     * @param job as it was
     * @return why somebody could not be told
     */
    public static Optional<Exception> tellOfJobFile(JobDefinition job, Instant now, String why) {
        return tell(job, job.asOf().asOf(now), now, BreakNotice.Broken.JOB_FILE, why);
    }

    private static Optional<Exception> tell(
            JobDefinition job, LocalDate asOf, Instant now, BreakNotice.Broken what, String why) {
        return job.mail().flatMap(mail -> {
            try {
                return new BreakNotice(mail, job.name(), asOf, now, job.reports())
                        .send(what, why)
                        .map(left -> new IOException("the operators could not be told: " + left));
            } catch (IOException | RuntimeException e) {
                return Optional.of(e);
            }
        });
    }
}
