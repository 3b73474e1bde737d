package redflag.history;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a whole night was started, and what it came to.
 *
 * @param attempt the newest one; the rest is of it alone
 * @param done whether it came to its end and nothing of it is left
 * @param failures how often it was started and neither done nor stopped on purpose: something failed, it broke, or its
 *     process died
 * @param endedAt when it last came to its end, with failures or without
 * @param exitCode of that end
 */
public record NightRuns(
        int attempt, boolean done, int failures, Optional<Instant> endedAt, Optional<Integer> exitCode) {

    /** This run and those before it. */
    NightRuns after(NightRuns earlier) {
        return new NightRuns(attempt, done, earlier.failures + failures, endedAt, exitCode);
    }
}
