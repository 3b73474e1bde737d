package redflag.job;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import redflag.delivery.BreakNotice;

/** Tells who looks after the program that a night broke; nothing of it is kept, for the database may be what broke. */
final class BrokenNight {

    private BrokenNight() {}

    /** @return why somebody could not be told */
    static Optional<Exception> tell(JobDefinition job, LocalDate asOf, Instant now, Exception why) {
        return job.mail().flatMap(mail -> {
            try {
                return new BreakNotice(mail, job.name(), asOf, now, job.reports())
                        .send(String.valueOf(why.getMessage()))
                        .map(left -> new IOException("the operators could not be told: " + left));
            } catch (IOException | RuntimeException e) {
                return Optional.of(e);
            }
        });
    }
}
