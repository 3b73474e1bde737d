package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.Code;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** A list of late shipments beside orders up to 22 November; late after one day, stale after three. */
class FreshnessTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private final Ledgers store = Ledgers.of("US");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-11-21, FRESH, one day is as much as is tolerated silently",
        "2026-11-20, LATE, two days are more than warn-after",
        "2026-11-19, LATE, three days are just not more than error-after",
        "2026-11-18, STALE, four days are"
    })
    void anExportIsLateAndThenStale(LocalDate newest, Freshness.Level level, String because) {
        assertThat(MeasuringRules.standard().freshness().level(Optional.empty(), newest, AS_OF))
                .as(because)
                .isEqualTo(level);
    }

    @Test
    void aKindOfItsOwnLimits() {
        Freshness freshness =
                new Freshness(new Freshness.Limits(1, 3), Map.of("allOrders", new Freshness.Limits(0, 1)));

        assertThat(freshness.level(Optional.of("allOrders"), AS_OF.minusDays(2), AS_OF))
                .isEqualTo(Freshness.Level.STALE);
        assertThat(freshness.level(Optional.of("feedback"), AS_OF.minusDays(2), AS_OF))
                .isEqualTo(Freshness.Level.LATE);
    }

    private Finding late(LocalDate written, Past past) {
        return late(written, past, MeasuringRules.standard());
    }

    private Finding late(LocalDate written, Past past, MeasuringRules rules) {
        store.lateList();
        for (LocalDate day = AS_OF.minusDays(100); !day.isAfter(AS_OF); day = day.plusDays(1)) {
            for (int i = 0; i < 5; i++) {
                store.order(day, Code.MFN, Code.SHIPPED);
            }
        }
        store.late(store.order(AS_OF.minusDays(20), Code.MFN, Code.SHIPPED));
        return Measurements.of(
                        store.asOf(AS_OF, Map.of("north/LATE_SHIPMENT", written)), TargetFile.shipped(), rules, past)
                .stream()
                .filter(finding -> finding.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "written on {0}: known on {1}, {2}")
    @CsvSource({
        "2026-11-23, 2026-11-22, ON_TARGET, the file may know of all days",
        "2026-11-22, 2026-11-22, ON_TARGET, of the as-of date too",
        "2026-11-21, 2026-11-21, ON_TARGET, it can't know of the 22nd: the window moves back with it",
        "2026-11-19, 2026-11-19, ON_TARGET, three days are just not too old",
        "2026-11-18, 2026-11-18, NOT_MEASURED, four days are: an old list beside fresh orders proves nothing"
    })
    void aListKnowsNothingOfTheDaysAfterItWasWritten(
            LocalDate written, LocalDate knownOn, Status status, String because) {
        Reading reading = late(written, Past.none()).reading();

        assertThat(reading.measured().orElseThrow().knownOn()).as(because).isEqualTo(knownOn);
        assertThat(reading.measured().orElseThrow().window().orElseThrow().to()).isEqualTo(knownOn);
        assertThat(reading.status()).as(because).isEqualTo(status);
    }

    @ParameterizedTest(name = "{1} days at most of {0}, list of {2}: {3}")
    @CsvSource({
        "LATE_SHIPMENT, 1, 2026-11-20, NOT_MEASURED, the orders are fresh and the list is too old",
        "LATE_SHIPMENT, 1, 2026-11-21, ON_TARGET, both are fresh enough",
        "LATE_SHIPMENT, 10, 2026-11-17, ON_TARGET, the limits of the list are not those of the orders",
        "ORDER_LINE, 1, 2026-11-20, ON_TARGET, nor are those of the orders the list's"
    })
    void aListIsHeldToTheLimitsOfItsOwnKind(
            String kind, int errorAfter, LocalDate written, Status status, String because) {
        MeasuringRules standard = MeasuringRules.standard();
        MeasuringRules rules = new MeasuringRules(
                standard.watch(),
                standard.peaks(),
                standard.gates(),
                new Freshness(new Freshness.Limits(1, 3), Map.of(kind, new Freshness.Limits(0, errorAfter))),
                standard.absentMeansNone(),
                false);

        assertThat(late(written, Past.none(), rules).reading().status())
                .as(because)
                .isEqualTo(status);
    }

    @Test
    void aRedReadingWhoseListIsOldStaysRedWithItsDate() {
        for (int i = 0; i < 40; i++) {
            store.late(store.order(AS_OF.minusDays(20), Code.MFN, Code.SHIPPED));
        }

        Reading reading = late(AS_OF.minusDays(6), Past.none()).reading();

        assertThat(reading.status()).isEqualTo(Status.OFF_TARGET);
        assertThat(reading.why().orElseThrow().key()).isEqualTo("why.red-not-renewed");
        assertThat(reading.why().orElseThrow().facts()).containsEntry("on", AS_OF.minusDays(6));
    }

    @Test
    void aFindingOfAnEarlierNightIsNoReasonToBelieveAnOldList() {
        Past green = new Past(
                Map.of(
                        store.id(),
                        List.of(new PastReading(
                                AS_OF.minusDays(1),
                                Metric.LATE_SHIPMENT_RATE_30,
                                Optional.empty(),
                                Optional.empty(),
                                Status.ON_TARGET,
                                Optional.empty()))),
                Map.of(),
                Map.of());

        assertThat(late(AS_OF.minusDays(6), green).reading().status()).isEqualTo(Status.NOT_MEASURED);
    }
}
