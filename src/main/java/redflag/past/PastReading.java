package redflag.past;

import java.time.LocalDate;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;

/**
 * A reading of an earlier night.
 *
 * @param asOf the night
 * @param measured missing where it was not measured
 */
public record PastReading(
        LocalDate asOf,
        Metric metric,
        Optional<Fulfilment> fulfilment,
        Optional<String> category,
        Status status,
        Optional<Measured> measured) {

    /** Whether it is an earlier one of the same metric, fulfilment and category. */
    public boolean isOfSame(Reading reading) {
        return metric == reading.metric()
                && fulfilment.equals(reading.fulfilment())
                && category.equals(reading.category());
    }
}
