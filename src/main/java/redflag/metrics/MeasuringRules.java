package redflag.metrics;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import redflag.basics.Remark;
import redflag.ledger.FactType;
import redflag.rules.Metric;

/**
 * How an agency wants its stores measured.
 *
 * @param watchShare of the allowed bad share, from which on a reading is Watch; 0.8 is 80 %
 * @param watchShares for single metrics, in place of {@code watchShare}
 * @param staleAfterDays data older than this before the as-of date are stale
 * @param filesUnusable whether the account has files that could not be used: what is missing may be in them
 * @param absentMeansNone lists whose absence says that there is nothing to list; of others it says nothing
 */
public record MeasuringRules(
        BigDecimal watchShare,
        Map<Metric, BigDecimal> watchShares,
        int staleAfterDays,
        Set<FactType> absentMeansNone,
        boolean filesUnusable) {

    public MeasuringRules {
        watchShares = Map.copyOf(watchShares);
        absentMeansNone = Set.copyOf(absentMeansNone);
    }

    /** 80 % of the allowed, stale after three days, absence means missing. */
    public static MeasuringRules standard() {
        return new MeasuringRules(new BigDecimal("0.80"), Map.of(), 3, Set.of(), false);
    }

    /** The same for an account with a file that could not be used: absence says nothing, for it may be in that file. */
    public MeasuringRules withoutAbsence() {
        return new MeasuringRules(watchShare, watchShares, staleAfterDays, Set.of(), true);
    }

    /** Why a metric has no figure: no export has it, or none that could be used. */
    Remark missing(Metric metric) {
        return Remark.of(filesUnusable ? "why.missing-or-unusable" : "why.missing", "metric", metric.jsonName());
    }

    BigDecimal watchShareOf(Metric metric) {
        return watchShares.getOrDefault(metric, watchShare);
    }
}
