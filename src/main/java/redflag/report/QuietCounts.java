package redflag.report;

import java.util.Optional;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;

/** Policy counts of which there is nothing to tell one by one: zero, or not known, and not otherwise the night before. */
final class QuietCounts {

    private QuietCounts() {}

    static boolean isQuiet(Reading reading, Optional<PastReading> previous) {
        if (reading.metric().form() != Metric.Form.COUNT) {
            return false;
        }
        boolean changed = previous.isPresent() && previous.get().status() != reading.status();
        boolean zero = reading.status() == Status.ON_TARGET
                && reading.measured()
                        .filter(m -> m.figure().equals(new Figure.Count(0)))
                        .isPresent();
        boolean unknown =
                reading.status() == Status.NOT_MEASURED && reading.measured().isEmpty();
        return !changed && (zero || unknown);
    }

    /** Equal for readings of which the same is to be said. */
    static String groupOf(Reading reading) {
        return reading.decides() + " " + reading.status() + " "
                + reading.why().map(why -> why.key()).orElse("");
    }
}
