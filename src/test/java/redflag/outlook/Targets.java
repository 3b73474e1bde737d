package redflag.outlook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Target;

/** Targets for tables, with harmless defaults. */
final class Targets {

    private Targets() {}

    static Target limit(Condition condition, String value) {
        return limit(condition, value, 60, 15);
    }

    static Target limit(Condition condition, String value, int windowDays, int lagDays) {
        return limit(condition, value, windowDays, lagDays, Target.Axis.ORDER_DATE, 0);
    }

    static Target limit(
            Condition condition, String value, int windowDays, int lagDays, Target.Axis axis, long minimum) {
        return new Target(
                Metric.LATE_SHIPMENT_RATE_30,
                "US",
                condition,
                new BigDecimal(value),
                windowDays,
                lagDays,
                axis,
                Set.of(),
                minimum,
                true,
                LocalDate.of(2015, 1, 1),
                "test",
                true,
                true,
                Optional.empty(),
                Optional.empty());
    }
}
