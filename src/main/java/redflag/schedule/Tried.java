package redflag.schedule;

import java.time.Instant;
import java.util.Optional;
import redflag.history.NightRuns;

/**
 * What a night has come to so far.
 *
 * @param failures how often it was started and neither done nor stopped on purpose
 * @param lastAt when the last of these ended; missing where that is not known
 */
record Tried(boolean done, int failures, Optional<Instant> lastAt) {

    static final Tried NEVER = new Tried(false, 0, Optional.empty());
    static final Tried DONE = new Tried(true, 0, Optional.empty());

    static Tried of(NightRuns runs) {
        return new Tried(runs.done(), runs.failures(), runs.endedAt());
    }

    Tried failedAt(Instant now) {
        return new Tried(done, failures + 1, Optional.of(now));
    }

    /** What two sources know, of which each may know more than the other. */
    Tried and(Tried other) {
        Optional<Instant> later = lastAt.filter(at -> other.lastAt.isEmpty() || at.isAfter(other.lastAt.get()))
                .or(other::lastAt);
        return new Tried(done || other.done, Math.max(failures, other.failures), later);
    }
}
