package redflag.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Period;
import redflag.basics.Rate;

/**
 * One way of measuring a metric.
 *
 * @param window the days that counted; as printed where the source prints them
 * @param knownOn the day up to which the data reach; the as-of date where they are complete, or the day after it where an
 *     export states that (see {@link redflag.basics.DaysAhead})
 * @param components affected ones by kind of defect; one order may count in several
 * @param file the export that printed it
 * @param asStated the status in the source's words
 */
public record Measured(
        Figure figure,
        Basis basis,
        Precision precision,
        Optional<Period> window,
        LocalDate knownOn,
        Map<String, Long> components,
        Optional<String> file,
        Optional<String> asStated) {

    public Measured {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
    }

    /** Missing where the figure is no rate of counts. */
    public Optional<Rate> counts() {
        return figure instanceof Figure.Counts counts ? Optional.of(counts.rate()) : Optional.empty();
    }
}
