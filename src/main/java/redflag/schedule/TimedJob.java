package redflag.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import redflag.job.AsOfRule;
import redflag.job.JobDefinition;
import redflag.job.Schedule;

/**
 * What of a job says when its nights are due.
 *
 * @param catchUpDays so long after its time a night is still started, in days of 24 hours
 */
record TimedJob(JobKey key, Schedule schedule, AsOfRule asOf, int catchUpDays) {

    /** Missing for a job that is only run by hand. */
    static Optional<TimedJob> of(JobDefinition job) {
        return Schedule.of(job).map(schedule -> new TimedJob(JobKey.of(job), schedule, job.asOf(), job.catchUpDays()));
    }

    /** Nights whose time was before are left alone. */
    Instant earliest(Instant now) {
        return now.minus(Duration.ofDays(catchUpDays));
    }
}
