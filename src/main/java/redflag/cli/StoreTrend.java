package redflag.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.basics.Store;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetTable;

/**
 * How the metrics of a store that Amazon acts on went night by night.
 *
 * @param nights the days the nights looked from, the oldest first
 */
record StoreTrend(Store store, List<LocalDate> nights, List<Line> lines) {

    /**
     * One metric.
     *
     * @param newest what the newest night found
     * @param target in force on its day
     * @param readings one a night; missing where a night did not look for it
     */
    record Line(PastReading newest, Target target, List<Optional<PastReading>> readings) {

        /** As Amazon states it; missing of a night that did not measure it. */
        List<Optional<Double>> values() {
            return readings.stream()
                    .map(reading -> reading.flatMap(PastReading::measured).map(this::value))
                    .toList();
        }

        private double value(Measured measured) {
            Figure figure = measured.figure();
            if (figure instanceof Figure.Counts counts) {
                return target.condition().stated(counts.rate()).doubleValue();
            }
            if (figure instanceof Figure.StatedRate stated) {
                return stated.fraction().doubleValue();
            }
            if (figure instanceof Figure.Score score) {
                return score.value();
            }
            if (figure instanceof Figure.Count count) {
                return count.value();
            }
            throw new IllegalStateException("no value of " + figure);
        }
    }

    /**
     * @param series the oldest first
     * @param most so many nights at most
     */
    static StoreTrend of(Store store, List<PastReading> series, TargetTable targets, int most) {
        // of nights further back only ratings are looked at
        List<LocalDate> all = series.stream()
                .filter(reading -> reading.metric() != Metric.ACCOUNT_HEALTH_RATING)
                .map(PastReading::asOf)
                .distinct()
                .toList();
        List<LocalDate> nights = all.subList(Math.max(0, all.size() - most), all.size());
        List<Line> lines = new ArrayList<>();
        if (!nights.isEmpty()) {
            LocalDate newest = nights.get(nights.size() - 1);
            series.stream()
                    .filter(reading -> reading.asOf().equals(newest))
                    .filter(reading -> reading.category().isEmpty() && !isQuietCount(reading))
                    .forEach(reading -> targets.inForce(reading.metric(), store.marketplace(), newest)
                            .filter(Target::enforced)
                            .ifPresent(target -> lines.add(line(reading, target, nights, series))));
        }
        return new StoreTrend(store, nights, lines);
    }

    /** Policy counts are told of where they are above their target. */
    private static boolean isQuietCount(PastReading reading) {
        return reading.metric().form() == Metric.Form.COUNT
                && (reading.status() == Status.ON_TARGET || reading.status() == Status.NOT_MEASURED);
    }

    private static Line line(PastReading newest, Target target, List<LocalDate> nights, List<PastReading> series) {
        List<PastReading> same = series.stream()
                .filter(reading -> reading.metric() == newest.metric()
                        && reading.fulfilment().equals(newest.fulfilment())
                        && reading.category().isEmpty())
                .toList();
        return new Line(
                newest,
                target,
                nights.stream()
                        .map(night -> same.stream()
                                .filter(reading -> reading.asOf().equals(night))
                                .findFirst())
                        .toList());
    }
}
