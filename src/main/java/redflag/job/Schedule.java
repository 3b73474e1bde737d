package redflag.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is meant to start.
 *
 * @param cron with seconds
 * @param zone whose clock it goes by
 */
public record Schedule(String cron, ZoneId zone) {

    /** Missing for a job that is only run by hand. */
    public static Optional<Schedule> of(JobDefinition job) {
        return job.schedule().map(cron -> new Schedule(cron, job.asOf().zone()));
    }

    /** The first start after a moment; missing where there will be none. */
    public Optional<ZonedDateTime> next(Instant after) {
        return Optional.ofNullable(CronExpression.parse(cron).next(after.atZone(zone)));
    }
}
