package redflag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.basics.Period;
import redflag.basics.Rate;

/** Limits are exact on both sides of them. */
class ConditionTests {

    @ParameterizedTest(name = "{2} of {3} is {0} {1}: {4}, {5}")
    @CsvFileSource(resources = "conditions.csv", useHeadersInDisplayName = true)
    void isMetExactly(Condition condition, BigDecimal target, long affected, long total, boolean met, String because) {
        assertThat(condition.meets(new Rate(affected, total), target))
                .as(because)
                .isEqualTo(met);
    }

    @ParameterizedTest(name = "{0} {1}: {2}, {3}")
    @CsvFileSource(resources = "smallest-totals.csv", useHeadersInDisplayName = true)
    void oneAffectedNeedsSoManyOrders(Condition condition, BigDecimal target, long total, String because) {
        assertThat(target(condition, target).smallestTotalForOne()).as(because).isEqualTo(total);
    }

    @Test
    void theSmallestTotalIsTheFirstThatOneAffectedMeets() {
        List<Condition> rates = List.of(Condition.LESS_THAN, Condition.AT_LEAST, Condition.GREATER_THAN);
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            Condition condition = rates.get(random.nextInt(rates.size()));
            BigDecimal share = BigDecimal.valueOf(1 + random.nextInt(300), 3);
            BigDecimal value = condition.isOfTheGood() ? BigDecimal.ONE.subtract(share) : share;
            long first = 1;
            while (!condition.meets(new Rate(1, first), value)) {
                first++;
            }

            assertThat(target(condition, value).smallestTotalForOne())
                    .as(condition + " " + value)
                    .isEqualTo(first);
        }
    }

    @ParameterizedTest(name = "{0}: {1} days, {2} back: {5}")
    @CsvFileSource(resources = "windows.csv", useHeadersInDisplayName = true)
    void aWindowIncludesBothEnds(
            LocalDate asOf, int lengthDays, int lagDays, LocalDate from, LocalDate to, String because) {
        Period window = target(lengthDays, lagDays).window(asOf);

        assertThat(window).as(because).isEqualTo(new Period(from, to));
        assertThat(window.days()).isEqualTo(lengthDays);
        assertThat(window.contains(from)).isTrue();
        assertThat(window.contains(to)).isTrue();
        assertThat(window.contains(from.minusDays(1))).isFalse();
        assertThat(window.contains(to.plusDays(1))).isFalse();
    }

    private static Target target(Condition condition, BigDecimal value) {
        return target(condition, value, 60, 15);
    }

    private static Target target(int windowDays, int lagDays) {
        return target(Condition.LESS_THAN, new BigDecimal("0.01"), windowDays, lagDays);
    }

    private static Target target(Condition condition, BigDecimal value, int windowDays, int lagDays) {
        return new Target(
                Metric.ORDER_DEFECT_RATE,
                "US",
                condition,
                value,
                windowDays,
                lagDays,
                Target.Axis.ORDER_DATE,
                Metric.ORDER_DEFECT_RATE.defectKinds(),
                0,
                true,
                LocalDate.of(2015, 1, 1),
                "test",
                true,
                true,
                Optional.empty(),
                Optional.empty());
    }
}
