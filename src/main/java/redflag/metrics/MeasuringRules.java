package redflag.metrics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import redflag.ledger.FactType;
import redflag.rules.Metric;

/**
 * How an agency wants its stores measured.
 *
 * @param watchShare of the allowed bad share, from which on a reading is Watch; 0.8 is 80 %
 * @param watchShares for single metrics, in place of {@code watchShare}
 * @param staleAfterDays data older than this before the as-of date are stale
 * @param absentMeansNone lists whose absence says that there is nothing to list; of others it says nothing
 */
public record MeasuringRules(
        BigDecimal watchShare, Map<Metric, BigDecimal> watchShares, int staleAfterDays, Set<FactType> absentMeansNone) {

    public MeasuringRules {
        watchShares = Map.copyOf(watchShares);
        absentMeansNone = Set.copyOf(absentMeansNone);
    }

    /** 80 % of the allowed, stale after three days, absence means missing. */
    public static MeasuringRules standard() {
        return new MeasuringRules(new BigDecimal("0.80"), Map.of(), 3, Set.of());
    }

    /** The same, with absence saying nothing: where a file could not be used, what is absent may be in it. */
    public MeasuringRules withoutAbsence() {
        return new MeasuringRules(watchShare, watchShares, staleAfterDays, Set.of());
    }

    BigDecimal watchShareOf(Metric metric) {
        return watchShares.getOrDefault(metric, watchShare);
    }
}
