package redflag.setup;

import java.time.Clock;
import java.util.List;
import redflag.basics.Store;
import redflag.job.JobDefinition;
import redflag.job.Schedule;

/** A job file that is valid: whom it is about and when it starts. */
final class JobCheck implements Check {

    private final JobDefinition job;
    private final Clock clock;

    JobCheck(JobDefinition job, Clock clock) {
        this.job = job;
        this.clock = clock;
    }

    @Override
    public List<Sign> look() {
        long accounts = job.stores().stream().map(Store::account).distinct().count();
        return List.of(
                Sign.ok("job " + job.name() + " is valid: "
                        + Said.count(job.stores().size(), "store") + " of " + Said.count(accounts, "account")),
                start());
    }

    private Sign start() {
        String zone = "its days are those of " + job.asOf().zone();
        return Schedule.of(job)
                .map(schedule -> schedule.next(clock.instant())
                        .map(next -> Sign.ok(zone + "; by its schedule it starts next on " + next.toLocalDate() + " at "
                                + next.toLocalTime()))
                        .orElseGet(() -> Sign.warn(
                                zone + "; by its schedule it never starts again", "mend 'schedule' in the job file")))
                .orElseGet(() -> Sign.ok(zone + "; it has no schedule"));
    }
}
