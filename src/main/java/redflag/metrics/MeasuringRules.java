package redflag.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Remark;
import redflag.ledger.FactType;
import redflag.rules.Metric;

/**
 * How an agency wants its stores measured.
 *
 * @param watch from which share of the allowed bad share on a reading is Watch
 * @param peaks seasons with lines of their own
 * @param gates holiday gates that stores are held against; mostly none
 * @param freshness how old exports may be
 * @param filesUnusable whether the account has files that could not be used: what is missing may be in them
 * @param absentMeansNone lists whose absence says that there is nothing to list; of others it says nothing
 */
public record MeasuringRules(
        WatchLines watch,
        List<PeakSeason> peaks,
        List<HolidayGate> gates,
        Freshness freshness,
        Set<FactType> absentMeansNone,
        boolean filesUnusable) {

    public MeasuringRules {
        peaks = List.copyOf(peaks);
        gates = List.copyOf(gates);
        absentMeansNone = Set.copyOf(absentMeansNone);
    }

    /** 80 % of the allowed, late after one day, stale after three, absence means missing, no season, no gate. */
    public static MeasuringRules standard() {
        return new MeasuringRules(
                new WatchLines(new BigDecimal("0.80"), Map.of()),
                List.of(),
                List.of(),
                new Freshness(new Freshness.Limits(1, 3), Map.of()),
                Set.of(),
                false);
    }

    /** The same for an account with a file that could not be used: absence says nothing, for it may be in that file. */
    public MeasuringRules withoutAbsence() {
        return new MeasuringRules(watch, peaks, gates, freshness, Set.of(), true);
    }

    /** Why a metric has no figure: no export has it, or none that could be used. */
    Remark missing(Metric metric) {
        return Remark.of(filesUnusable ? "why.missing-or-unusable" : "why.missing", "metric", metric.jsonName());
    }

    /** The season whose line for the metric is the one that holds on a day; none where the usual line is as low. */
    Optional<PeakSeason> seasonOf(Metric metric, LocalDate day) {
        BigDecimal share = watchShareOf(metric, day);
        return peaks.stream()
                .filter(peak -> peak.days().contains(day))
                .filter(peak -> peak.watch().of(metric).compareTo(share) == 0 && share.compareTo(watch.of(metric)) < 0)
                .findFirst();
    }

    /** The share of the allowed bad share from which on the metric is Watch on a day: in a season the smaller of both. */
    public BigDecimal watchShareOf(Metric metric, LocalDate day) {
        BigDecimal share = watch.of(metric);
        for (PeakSeason peak : peaks) {
            if (peak.days().contains(day)) {
                share = share.min(peak.watch().of(metric));
            }
        }
        return share;
    }
}
