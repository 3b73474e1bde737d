package redflag.causes;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.Population;
import redflag.rules.Metric;
import redflag.rules.Reading;

/**
 * The defects of one metric whose causes are sought.
 *
 * @param defects all that count in the window; where Amazon lists some beside those that orders show, both
 * @param population all orders that they are of; missing where a list names defects that no export has the total of
 */
record Subject(Finding finding, List<Defect> defects, Optional<Population> population) {

    private static final long MOST_OF_A_LOW_VOLUME = 2;

    /** Missing where nothing counts, or nothing names what does. */
    static Optional<Subject> of(Finding finding) {
        List<Defect> defects =
                finding.countsWhatItNames() && finding.population().isPresent()
                        ? finding.population().get().defects()
                        : finding.namesDefects() ? finding.defects() : List.of();
        return defects.isEmpty() ? Optional.empty() : Optional.of(new Subject(finding, defects, finding.population()));
    }

    Reading reading() {
        return finding.reading();
    }

    Metric metric() {
        return reading().metric();
    }

    /** Packages or units of metrics that count them, otherwise orders. */
    long count() {
        return defects.stream().mapToLong(Defect::count).sum();
    }

    /** One or two defects that are off target only because there are so few orders or packages (domain.md §5.2). */
    Optional<Cause> lowVolume(String id, String value) {
        return reading().fragile() && count() <= MOST_OF_A_LOW_VOLUME
                ? Optional.of(cause(id, value, defect -> true))
                : Optional.empty();
    }

    /** Of single rows: these defects, whatever other orders did. */
    Cause cause(String id, String value, Predicate<Defect> isExplained) {
        return cause(id, Optional.empty(), value, isExplained);
    }

    Cause cause(String id, Optional<Dimension> dimension, String value, Predicate<Defect> isExplained) {
        return new Cause(
                id,
                metric(),
                reading().fulfilment(),
                dimension,
                value,
                defects.stream().filter(isExplained).toList(),
                count(),
                Optional.empty());
    }
}
