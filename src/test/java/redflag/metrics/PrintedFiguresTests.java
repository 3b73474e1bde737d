package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.StoreLedger;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;
import redflag.rules.TargetTable;

/** The shipped targets at their limits, for every metric that a performance summary states. */
class PrintedFiguresTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final TargetTable TARGETS = TargetFile.shipped();

    @ParameterizedTest(name = "{0} of {2} in {1}: {3}, {5}")
    @CsvFileSource(resources = "printed-figures.csv", useHeadersInDisplayName = true)
    void aStatedFigureIsHeldAgainstTheTargetOfItsMarketplace(
            String name, String marketplace, String figure, Status status, String why, String because) {
        Metric metric = Metric.find(name).orElseThrow();
        Period window = TARGETS.inForce(
                        metric, Marketplaces.known().find(marketplace).orElseThrow(), AS_OF)
                .orElseThrow()
                .window(AS_OF);
        Ledgers store = Ledgers.of(marketplace);
        store.stated(metric, figure, window);

        Reading reading = reading(store.asOf(AS_OF), metric);

        assertThat(reading.status()).as(because).isEqualTo(status);
        assertThat(reading.why().map(Remark::key).orElse(null)).as(because).isEqualTo(why);
        assertThat(reading.decides()).isEqualTo(!metric.isEarlySign() && metric != Metric.ON_TIME_DELIVERY_RATE);
        assertThat(reading.missing())
                .as("too little to count is not data that are missing")
                .isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "nothing-to-count.csv", useHeadersInDisplayName = true)
    void withoutOrdersInTheWindowRowsGiveNothingToCount(String name, String because) {
        Ledgers store = Ledgers.of("US");
        // the exports reach over every window, and Amazon's lists are there and empty
        store.order(AS_OF.minusDays(100), Code.AFN, Code.SHIPPED);
        store.order(AS_OF, Code.AFN, Code.SHIPPED);
        store.lateList();
        store.defectList();

        Reading reading = reading(store.asOf(AS_OF), Metric.find(name).orElseThrow());

        assertThat(reading.status()).as(because).isEqualTo(Status.NOT_MEASURED);
        assertThat(reading.measured()).as(because).isEmpty();
        assertThat(reading.why()).as(because).contains(Remark.of("why.nothing-to-count"));
        assertThat(reading.missing()).isFalse();
    }

    /** The last day of a report is one of UTC: that of tomorrow may have been made today, that of the day after can't. */
    @ParameterizedTest(name = "{0} today, {1} in {2} days: {3}, known on day {4}")
    @CsvSource({
        "3, 5, 1, 5, 1, of both days the worse stands, and is of its own day",
        "5, 3, 1, 5, 0, that of tomorrow may be no newer, and is no comfort",
        "3, 5, 2, 3, 0, one of the day after tomorrow is of another night"
    })
    void aFigureIsKnownOnTheDayItIsStatedFor(long now, long then, int ahead, long stands, int knownIn, String because) {
        Ledgers store = Ledgers.of("US");
        store.printed("lateShipmentRate30", now, 100, AS_OF.minusDays(29), AS_OF, AS_OF, "");
        LocalDate later = AS_OF.plusDays(ahead);
        store.printed("lateShipmentRate30", then, 100, later.minusDays(29), later, later, "");

        Measured measured = reading(store.asOf(AS_OF), Metric.LATE_SHIPMENT_RATE_30)
                .measured()
                .orElseThrow();

        assertThat(measured.figure()).as(because).isEqualTo(new Figure.Counts(new Rate(stands, 100)));
        assertThat(measured.knownOn()).as(because).isEqualTo(AS_OF.plusDays(knownIn));
    }

    /** Below the minimum Amazon does not act, so that a lower share of more units may be worse. */
    @Test
    void ofTwoFiguresOfADayTheOneThatIsOffTargetStands() {
        Ledgers store = Ledgers.of("UK");
        LocalDate to = AS_OF.minusDays(7);
        store.printed("unitOnTimeDeliveryRate", 5, 19, to.minusDays(13), to, AS_OF, "");
        store.printed("unitOnTimeDeliveryRate", 5, 21, to.minusDays(12), to.plusDays(1), AS_OF.plusDays(1), "");

        Reading reading = reading(store.asOf(AS_OF), Metric.UNIT_ON_TIME_DELIVERY_RATE);

        assertThat(reading.status()).isEqualTo(Status.OFF_TARGET);
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource({"GOOD, BAD", "BAD, GOOD"})
    void whatAmazonCallsBadStandsWhateverTheOrderOfRows(String first, String second) {
        Ledgers store = Ledgers.of("US");
        for (String status : new String[] {first, second}) {
            store.printed("lateShipmentRate30", 1, 100, AS_OF.minusDays(29), AS_OF, AS_OF, status);
        }

        assertThat(reading(store.asOf(AS_OF), Metric.LATE_SHIPMENT_RATE_30).status())
                .isEqualTo(Status.WATCH);
    }

    private static Reading reading(StoreLedger ledger, Metric metric) {
        return Measurements.of(ledger, TARGETS, MeasuringRules.standard(), Past.none()).stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric() == metric)
                .findFirst()
                .orElseThrow();
    }
}
