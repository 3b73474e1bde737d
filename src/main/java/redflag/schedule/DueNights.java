package redflag.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which nights are due. That follows from the jobs, from what has run and from the time, and from nothing else, so that it
 * does not matter how long nobody asked, or who ran what.
 *
 * <p>A night is due from its start by the schedule until its job's time to catch up is over. Of several starts that look from
 * the same day the first one counts.
 */
final class DueNights {

    /** So often a night that fails is started altogether. */
    static final int STARTS = 4;

    /** Before the second start; it doubles with each further one. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);

    private final Collection<TimedJob> jobs;
    private final Function<Night, Tried> tried;

    DueNights(Collection<TimedJob> jobs, Function<Night, Tried> tried) {
        this.jobs = jobs;
        this.tried = tried;
    }

    private record Start(Night night, Instant at) {}

    /** Those to be started now, the one whose time came first in front. */
    List<Night> at(Instant now) {
        return open(now).stream()
                .filter(start -> again(tried.apply(start.night()))
                        .filter(at -> !at.isAfter(now))
                        .isPresent())
                .map(Start::night)
                .toList();
    }

    /** When a night is to be started, by what it has come to so far; missing where it is not started any more. */
    static Optional<Instant> again(Tried tried) {
        if (tried.done() || tried.failures() >= STARTS) {
            return Optional.empty();
        }
        if (tried.failures() == 0) {
            return Optional.of(Instant.MIN);
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << (tried.failures() - 1));
        return Optional.of(tried.lastAt().map(at -> at.plus(pause)).orElse(Instant.MIN));
    }

    /** When the answer of {@link #at} changes next, by time alone. */
    Optional<Instant> next(Instant now) {
        List<Instant> moments = new ArrayList<>();
        for (TimedJob job : jobs) {
            job.schedule().next(now).map(ZonedDateTime::toInstant).ifPresent(moments::add);
        }
        open(now)
                .forEach(start -> again(tried.apply(start.night()))
                        .filter(at -> at.isAfter(now))
                        .ifPresent(moments::add));
        return moments.stream().min(Comparator.naturalOrder());
    }

    /** All whose time has come and is not over, whatever they have come to. */
    private List<Start> open(Instant now) {
        Map<Night, Start> starts = new LinkedHashMap<>();
        for (TimedJob job : jobs) {
            for (ZonedDateTime start : job.schedule().firstOfDays(job.earliest(now), now)) {
                Instant at = start.toInstant();
                Night night = new Night(job.key(), job.asOf().asOf(at));
                starts.putIfAbsent(night, new Start(night, at));
            }
        }
        return starts.values().stream()
                .sorted(Comparator.comparing(Start::at)
                        .thenComparing(start -> start.night().job()))
                .toList();
    }
}
