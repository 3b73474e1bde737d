package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;
import redflag.ledger.Code;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.past.Past;
import redflag.rules.TargetFile;

/**
 * The course against brute force: rows that go on for sixty days as usual, without a new defect, are measured day by day,
 * and each day has the counts that were foretold on the first. So has each defect left on its day, and not a day before.
 */
class RollOffTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = AS_OF.minusDays(120);
    private static final int DAYS = 60;

    /** Monday to Sunday, for as long as there are rows. */
    private static final int[] ORDERS_A_DAY = {3, 4, 2, 5, 1, 0, 6};

    private static Ledgers store(LocalDate last, long seed) {
        Ledgers store = Ledgers.of("US");
        store.lateList();
        Random random = new Random(seed);
        for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            for (int i = 0; i < ORDERS_A_DAY[day.getDayOfWeek().getValue() - 1]; i++) {
                boolean bad = random.nextInt(100) < 6 && !day.isAfter(AS_OF);
                String order = store.order(day, Code.MFN, bad ? Code.CANCELLED : Code.SHIPPED);
                if (bad) {
                    store.late(order);
                    store.negativeFeedback(order);
                }
            }
        }
        return store;
    }

    /**
     * Orders promised six days after they are placed and delivered on the fifth; of those promised before today some have no
     * tracking number and come on the ninth.
     */
    private static Ledgers promises(LocalDate last, long seed) {
        Ledgers store = Ledgers.of("US");
        store.ordersTellOfDelivery();
        Random random = new Random(seed);
        for (LocalDate day = FIRST; !day.isAfter(last); day = day.plusDays(1)) {
            for (int i = 0; i < ORDERS_A_DAY[day.getDayOfWeek().getValue() - 1]; i++) {
                LocalDate promised = day.plusDays(6);
                boolean bad = random.nextInt(100) < 20 && promised.isBefore(AS_OF);
                LocalDate delivered = bad ? promised.plusDays(3) : promised.minusDays(1);
                store.promised(
                        day, promised, !bad, delivered.isAfter(last) ? Optional.empty() : Optional.of(delivered));
            }
        }
        return store;
    }

    private static Finding finding(String metric, LocalDate asOf, long seed) {
        boolean byPromise = metric.equals("validTrackingRate") || metric.equals("onTimeDeliveryRate");
        Ledgers store = byPromise ? promises(asOf, seed) : store(asOf, seed);
        return Measurements.of(store.asOf(asOf), TargetFile.shipped(), MeasuringRules.standard(), Past.none()).stream()
                .filter(f -> f.reading().metric().jsonName().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "orderDefectRate, 1",
        "orderDefectRate, 2",
        "lateShipmentRate10, 3",
        "lateShipmentRate30, 4",
        "preFulfillmentCancellationRate, 8",
        "preFulfillmentCancellationRate, 11",
        "validTrackingRate, 5",
        "validTrackingRate, 6",
        "onTimeDeliveryRate, 7",
        "onTimeDeliveryRate, 9"
    })
    void everyDayCountsWhatWasForetold(String metric, long seed) {
        Finding today = finding(metric, AS_OF, seed);
        List<CourseDay> foretold = today.outlook()
                .orElseThrow()
                .courses()
                .get(Assumption.NO_NEW_DEFECTS)
                .days();
        Set<String> listed = new HashSet<>();
        today.defects().forEach(defect -> listed.add(defect.orderId()));
        assertThat(listed).isNotEmpty();
        List<String> measured = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (CourseDay day : foretold) {
            Finding then = finding(metric, day.day(), seed);
            Rate rate = then.tally()
                    .orElseThrow()
                    .over(then.reading().target().window(day.day()))
                    .orElseThrow();
            measured.add(day.day() + " " + rate.affected() + " of " + rate.total());
            expected.add(day.day() + " " + day.affected() + " of " + day.total());
            Set<String> still = new HashSet<>();
            then.defects().forEach(defect -> still.add(defect.orderId()));
            for (Defect defect : today.defects()) {
                assertThat(still.contains(defect.orderId()))
                        .as("%s on %s, leaving on %s", defect.orderId(), day.day(), defect.leavesOn())
                        .isEqualTo(day.day().isBefore(defect.leavesOn()));
            }
            for (Defect defect : today.inPipe()) {
                LocalDate enters = then.reading().target().entersOn(defect.axisDate());
                assertThat(still.contains(defect.orderId()))
                        .as("%s on %s, counting from %s", defect.orderId(), day.day(), enters)
                        .isEqualTo(!day.day().isBefore(enters) && day.day().isBefore(defect.leavesOn()));
            }
        }

        assertThat(foretold).hasSize(DAYS);
        assertThat(measured).isEqualTo(expected);
    }
}
