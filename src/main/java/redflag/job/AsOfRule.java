package redflag.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import redflag.basics.Store;

/**
 * Which day a night looks from: a fixed day, or yesterday in the job's zone.
 *
 * @param fixed missing for yesterday
 */
public record AsOfRule(Optional<LocalDate> fixed, ZoneId zone) {

    public LocalDate asOf(Instant now) {
        return fixed.orElseGet(() -> LocalDate.ofInstant(now, zone).minusDays(1));
    }

    /** The store's own as-of date: the night's, or its marketplace's last complete day where that is earlier. */
    static LocalDate ofStore(Store store, LocalDate asOf, Instant now) {
        LocalDate complete =
                LocalDate.ofInstant(now, store.marketplace().zone()).minusDays(1);
        return complete.isBefore(asOf) ? complete : asOf;
    }
}
