package redflag.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What is on record of a night.
 *
 * @param startedAt when it was planned; one that went on later keeps its first start
 * @param accountsDone accounts with a stored outcome
 * @param end missing where it has none
 * @param endIsKept false of a night of a version that kept no ends: a missing one says nothing
 */
public record NightRecord(
        NightKey key, Instant startedAt, int accountsDone, Optional<NightEnd> end, boolean endIsKept) {}
