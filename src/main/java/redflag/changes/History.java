package redflag.changes;

import java.util.List;
import java.util.Optional;
import redflag.past.PastReading;

/**
 * A store's nights up to this one.
 *
 * @param series readings of earlier nights, the oldest first
 * @param assurance where a rating is known
 */
public record History(Changes changes, List<PastReading> series, Optional<Assurance> assurance) {

    public History {
        series = List.copyOf(series);
    }

    /** Of a store without an earlier night. */
    public static History none() {
        return new History(Changes.none(), List.of(), Optional.empty());
    }
}
