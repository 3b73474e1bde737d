package redflag.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Rate;
import redflag.rules.Basis;
import redflag.rules.Condition;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Target;

/** Targets and figures for rule tables, with harmless defaults. */
final class Limits {

    static final BigDecimal WATCH_FROM_80_PERCENT = new BigDecimal("0.80");

    private Limits() {}

    static Target limit(Condition condition, String value) {
        return limit(Metric.ORDER_DEFECT_RATE, condition, value);
    }

    static Target limit(Metric metric, Condition condition, String value) {
        return new Target(
                metric,
                "US",
                condition,
                new BigDecimal(value),
                60,
                15,
                Target.Axis.ORDER_DATE,
                metric.defectKinds(),
                0,
                true,
                LocalDate.of(2015, 1, 1),
                "test",
                true,
                true,
                Optional.empty(),
                Optional.empty());
    }

    static Measured exact(long affected, long total) {
        return measured(new Figure.Counts(new Rate(affected, total)), Precision.EXACT);
    }

    static Measured measured(Figure figure, Precision precision) {
        return new Measured(
                figure,
                Basis.COMPUTED,
                precision,
                Optional.empty(),
                LocalDate.of(2026, 11, 22),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }
}
