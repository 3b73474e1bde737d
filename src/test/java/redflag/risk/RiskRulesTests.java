package redflag.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import redflag.ledger.AccountState;
import redflag.ledger.Source;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;

class RiskRulesTests {

    /** @param readings metric:status, with {@code :missing}, {@code :fragile} and {@code :shown} for not enforced */
    @ParameterizedTest(name = "{0}, Amazon says {1}: {2}, {5}")
    @CsvFileSource(resources = "levels.csv", useHeadersInDisplayName = true)
    void aStoreIsJudgedByWhatBurnsFirst(
            String readings, String amazon, RiskLevel level, String names, boolean fragile, String because) {
        Optional<AmazonState> state = Optional.ofNullable(amazon)
                .map(word -> AmazonState.of(new AccountState(word, Optional.empty(), new Source("report.json", 1))));

        Verdict verdict = RiskRules.judge(readings(readings), state);

        assertThat(verdict)
                .as(because)
                .isEqualTo(new Verdict(level, names == null ? List.of() : List.of(names.split(" ")), fragile));
    }

    @Test
    void theLevelsAreInTheOrderInWhichTheyBurn() {
        assertThat(RiskLevel.values())
                .containsExactly(
                        RiskLevel.DEACTIVATED,
                        RiskLevel.OFF_TARGET,
                        RiskLevel.WATCH,
                        RiskLevel.UNKNOWN,
                        RiskLevel.HEALTHY);
    }

    private static List<Reading> readings(String text) {
        return Arrays.stream(text.split(" "))
                .map(one -> reading(List.of(one.split(":"))))
                .toList();
    }

    private static Reading reading(List<String> parts) {
        Metric metric = Metric.find(parts.get(0)).orElseThrow();
        Target target = new Target(
                metric,
                "US",
                Condition.LESS_THAN,
                new BigDecimal("0.01"),
                60,
                15,
                Target.Axis.ORDER_DATE,
                metric.defectKinds(),
                0,
                !parts.contains("shown"),
                LocalDate.of(2015, 1, 1),
                "test",
                true,
                true,
                Optional.empty(),
                Optional.empty());
        return new Reading(
                metric,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                target,
                Status.valueOf(parts.get(1)),
                Optional.empty(),
                parts.contains("missing"),
                parts.contains("fragile"),
                Optional.empty());
    }
}
