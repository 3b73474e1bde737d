package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.outlook.Tally;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;

/** What is counted around the window: order defects of the US on 22 November lie from 9 September to 7 November. */
class CountingTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate LAST_OF_WINDOW = LocalDate.of(2026, 11, 7);

    private final Ledgers store = Ledgers.of("US");

    private Finding orderDefects() {
        return Measurements.of(store.asOf(AS_OF), TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(finding -> finding.reading().metric() == Metric.ORDER_DEFECT_RATE
                        && finding.reading().fulfilment().equals(Optional.of(Fulfilment.MFN)))
                .findFirst()
                .orElseThrow();
    }

    private String orderOn(LocalDate day) {
        return store.order(day, Code.MFN, Code.SHIPPED);
    }

    @Test
    void defectsBehindTheWindowAreInThePipeWithTheDayOnWhichTheyWillCount() {
        orderOn(LocalDate.of(2026, 9, 1));
        String last = orderOn(LAST_OF_WINDOW);
        String next = orderOn(LAST_OF_WINDOW.plusDays(1));
        String today = orderOn(AS_OF);
        String tomorrow = orderOn(AS_OF.plusDays(1));
        List.of(last, next, today, tomorrow).forEach(store::negativeFeedback);

        Finding finding = orderDefects();

        assertThat(finding.defects()).extracting(Defect::orderId).containsExactly(last);
        assertThat(finding.inPipe()).extracting(Defect::orderId).containsExactly(next, today);
        assertThat(finding.inPipe())
                .extracting(defect -> finding.reading().target().entersOn(defect.axisDate()))
                .as("placed on x, it counts from x + 15 on")
                .containsExactly(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 7));
        assertThat(finding.inPipe())
                .extracting(Defect::leavesOn)
                .as("and from x + 75 on no more")
                .containsExactly(LocalDate.of(2027, 1, 22), LocalDate.of(2027, 2, 5));
    }

    @Test
    void theTallyGivesTheRateOfTheWindowAndTheDaysBehindIt() {
        orderOn(LocalDate.of(2026, 8, 1));
        orderOn(LAST_OF_WINDOW);
        orderOn(LAST_OF_WINDOW);
        store.negativeFeedback(orderOn(LAST_OF_WINDOW.plusDays(1)));
        orderOn(AS_OF);
        store.order(AS_OF, Code.AFN, Code.SHIPPED);

        Tally tally = orderDefects().tally().orElseThrow();

        assertThat(tally.over(new Period(LocalDate.of(2026, 9, 9), LAST_OF_WINDOW)))
                .contains(new Rate(0, 2));
        assertThat(tally.total(LAST_OF_WINDOW.plusDays(1))).isEqualTo(1);
        assertThat(tally.affected(LAST_OF_WINDOW.plusDays(1))).isEqualTo(1);
        assertThat(tally.total(AS_OF)).as("of its own fulfilment").isEqualTo(1);
        assertThat(tally.to()).isEqualTo(AS_OF);
        assertThat(tally.from())
                .as("fourteen nights before the window, for those nights' windows")
                .isEqualTo(LocalDate.of(2026, 8, 26));
    }

    @Test
    void whatWasBeforeTheExportsIsUnknownAndNotNone() {
        orderOn(LocalDate.of(2026, 9, 5));
        store.negativeFeedback(orderOn(LAST_OF_WINDOW));
        orderOn(AS_OF);

        assertThat(orderDefects().tally().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 9, 5));
    }

    @Test
    void daysThatTheExportsDoNotReachYetAreNotInTheTally() {
        orderOn(LocalDate.of(2026, 8, 1));
        store.negativeFeedback(orderOn(LAST_OF_WINDOW));
        orderOn(LocalDate.of(2026, 11, 20));

        assertThat(orderDefects().tally().orElseThrow().to()).isEqualTo(LocalDate.of(2026, 11, 20));
    }
}
