package redflag.job;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a job is meant to start. Each time of the clock on the wall comes once: one in the hour that summer time leaves out is at
 * the end of that hour, one in the hour that comes twice is in the first of them.
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
        CronExpression expression = CronExpression.parse(cron);
        LocalDateTime wall = expression.next(LocalDateTime.ofInstant(after, zone));
        while (wall != null) {
            Instant start = instant(wall);
            if (start.isAfter(after)) {
                return Optional.of(start.atZone(zone));
            }
            wall = expression.next(wall);
        }
        return Optional.empty();
    }

    private Instant instant(LocalDateTime wall) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap()
                ? change.getInstant()
                : wall.atZone(zone).toInstant();
    }

    /** The first start of each of the zone's days, of those after a moment and not after the other one. */
    public List<ZonedDateTime> firstOfDays(Instant after, Instant until) {
        List<ZonedDateTime> starts = new ArrayList<>();
        Optional<ZonedDateTime> start = next(after);
        while (start.filter(at -> !at.toInstant().isAfter(until)).isPresent()) {
            starts.add(start.get());
            start = next(start.get()
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant()
                    .minusNanos(1));
        }
        return starts;
    }
}
