package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.report.Outcomes.store;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redflag.risk.RiskLevel;
import redflag.rules.Status;

class BurnsFirstTests {

    private static String order(Outcomes... stores) {
        return String.join(
                " ",
                Stream.of(stores)
                        .map(Outcomes::made)
                        .sorted(BurnsFirst.ORDER)
                        .map(store -> store.store().value())
                        .toList());
    }

    @Test
    void theRiskLevelComesFirst() {
        assertThat(order(
                        store("a").risk(RiskLevel.HEALTHY).due(0),
                        store("b").risk(RiskLevel.WATCH).due(0),
                        store("c").risk(RiskLevel.OFF_TARGET),
                        store("d").risk(RiskLevel.DEACTIVATED)))
                .isEqualTo("d c b a");
    }

    @Test
    void whatIsOverdueOrDueWithinAWeekComesNextAndALaterDeadlineDoesNot() {
        Outcomes twoOff =
                store("off").late(Status.OFF_TARGET, Status.OFF_TARGET).late(Status.OFF_TARGET, Status.OFF_TARGET);
        assertThat(order(
                        twoOff,
                        store("week").due(7),
                        store("over").due(-3),
                        store("later").due(8)))
                .isEqualTo("over week off later");
    }

    @Test
    void thenHowManyMetricsAreOffAndTheNextDayOfAnother() {
        assertThat(order(
                        store("a").firstOff(40),
                        store("b").firstOff(2),
                        store("c"),
                        store("d").late(Status.OFF_TARGET, Status.OFF_TARGET)))
                .isEqualTo("d b a c");
    }
}
