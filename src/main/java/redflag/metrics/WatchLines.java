package redflag.metrics;

import java.math.BigDecimal;
import java.util.Map;
import redflag.rules.Metric;

/**
 * From which share of what a target allows on a reading is Watch.
 *
 * @param all of every metric that has none of its own; 0.8 is 80 %
 * @param single of single metrics
 */
public record WatchLines(BigDecimal all, Map<Metric, BigDecimal> single) {

    public WatchLines {
        single = Map.copyOf(single);
    }

    /** The share of one metric. */
    public BigDecimal of(Metric metric) {
        return single.getOrDefault(metric, all);
    }
}
