package redflag.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.outlook.Targets.limit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.basics.Rate;
import redflag.rules.Condition;
import redflag.rules.Headroom;
import redflag.rules.Target;

/** domain.md §5.3, formulas A, B and C, against counting one by one. */
class HeadroomRulesTests {

    @ParameterizedTest(name = "{2} of {3}, {0} {1}: {7}")
    @CsvFileSource(resources = "headrooms.csv", useHeadersInDisplayName = true)
    void headroomIsAsWorkedOutByHand(
            Condition condition,
            String target,
            long affected,
            long total,
            Long inWindow,
            Long newOrders,
            Long clean,
            String because) {
        assertThat(HeadroomRules.of(new Rate(affected, total), limit(condition, target)))
                .as(because)
                .contains(new Headroom(
                        Optional.ofNullable(inWindow), Optional.ofNullable(newOrders), Optional.ofNullable(clean)));
    }

    @Test
    void headroomIsWhatCountingOneByOneGives() {
        List<Target> targets = List.of(
                limit(Condition.LESS_THAN, "0.01"),
                limit(Condition.LESS_THAN, "0.025"),
                limit(Condition.LESS_THAN, "0.04"),
                limit(Condition.LESS_THAN, "0.05"),
                limit(Condition.LESS_THAN, "0.03"),
                limit(Condition.AT_LEAST, "0.95"),
                limit(Condition.AT_LEAST, "0.90"),
                limit(Condition.AT_LEAST, "0.97"),
                limit(Condition.GREATER_THAN, "0.95"));
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            Target target = targets.get(random.nextInt(targets.size()));
            long total = 1L + random.nextInt(940);
            long affected = random.nextLong(1 + (i % 4 == 0 ? total : total / 6));

            assertThat(HeadroomRules.of(new Rate(affected, total), target))
                    .as("%d of %d, %s %s", affected, total, target.condition(), target.value())
                    .contains(counted(affected, total, target));
        }
    }

    private static Headroom counted(long affected, long total, Target target) {
        if (!meets(affected, total, target)) {
            long clean = 0;
            while (!meets(affected, total + clean, target)) {
                clean++;
            }
            return new Headroom(Optional.empty(), Optional.empty(), Optional.of(clean));
        }
        long inWindow = 0;
        while (affected + inWindow < total && meets(affected + inWindow + 1, total, target)) {
            inWindow++;
        }
        long newOrders = 0;
        while (meets(affected + newOrders + 1, total + newOrders + 1, target)) {
            newOrders++;
        }
        return new Headroom(Optional.of(inWindow), Optional.of(newOrders), Optional.empty());
    }

    /** In whole numbers, thousandths of the limit; nothing of the rules under test. */
    private static boolean meets(long affected, long total, Target target) {
        long thousandths = target.value().movePointRight(3).longValueExact();
        return switch (target.condition()) {
            case LESS_THAN -> affected * 1_000 < thousandths * total;
            case AT_MOST -> affected * 1_000 <= thousandths * total;
            case AT_LEAST -> (total - affected) * 1_000 >= thousandths * total;
            case GREATER_THAN -> (total - affected) * 1_000 > thousandths * total;
            case EQUALS -> affected * 1_000 == thousandths * total;
        };
    }

    @Test
    void whereNoShareIsAllowedThereIsNoHeadroom() {
        assertThat(HeadroomRules.of(new Rate(0, 10), limit(Condition.EQUALS, "0")))
                .isEmpty();
    }
}
