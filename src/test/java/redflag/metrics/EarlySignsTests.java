package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.past.Past;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.TargetFile;

/** Thirty days up to 22 November begin on 24 October. */
class EarlySignsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 24);
    private static final Store STORE = OneStore.of("US");

    private final List<FileFacts> files = new ArrayList<>();

    private FactTable.Builder table = begin();
    private int row = 1;

    private static FactTable.Builder begin() {
        return new FactTable.Builder(EnumSet.of(
                Field.STATED_ON,
                Field.UNITS_ORDERED,
                Field.UNITS_REFUNDED,
                Field.ORDERS,
                Field.NEGATIVE_FEEDBACK_COUNT));
    }

    private void day(LocalDate day, long ordered, long refunded, long orders, long negative) {
        table.day(Field.STATED_ON, day)
                .count(Field.UNITS_ORDERED, ordered)
                .count(Field.UNITS_REFUNDED, refunded)
                .count(Field.ORDERS, orders)
                .count(Field.NEGATIVE_FEEDBACK_COUNT, negative)
                .endRow(++row);
    }

    private void days(LocalDate from, LocalDate to) {
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            day(day, 10, 0, 8, 0);
        }
    }

    private void endFile(String hash) {
        FactTable built = table.build();
        files.add(new FileFacts(
                "north/" + hash,
                hash,
                "businessReport",
                1,
                "UTF-8",
                built.size(),
                0,
                List.of(),
                List.of(),
                Map.of(FactType.DAILY_FIGURE, built)));
        table = begin();
    }

    private Optional<Reading> reading(Metric metric) {
        return reading(metric, MeasuringRules.standard());
    }

    private Optional<Reading> reading(Metric metric, MeasuringRules rules) {
        return Measurements.of(OneStore.ledger(STORE, AS_OF, files), TargetFile.shipped(), rules, Past.none()).stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric() == metric)
                .findFirst();
    }

    private Rate counts(Metric metric) {
        Figure figure = reading(metric).orElseThrow().measured().orElseThrow().figure();
        return ((Figure.Counts) figure).rate();
    }

    @ParameterizedTest(name = "reports of two days ago, {0} days at most: {1}")
    @CsvSource({"1, NOT_MEASURED", "2, ON_TARGET"})
    void businessReportsAreHeldToTheirOwnLimits(int errorAfter, Status status) {
        days(AS_OF.minusDays(60), AS_OF.minusDays(2));
        endFile("hash");
        MeasuringRules standard = MeasuringRules.standard();

        assertThat(reading(
                                Metric.REFUND_RATE,
                                new MeasuringRules(
                                        standard.watch(),
                                        standard.peaks(),
                                        standard.gates(),
                                        new Freshness(
                                                new Freshness.Limits(5, 5),
                                                Map.of("businessReport", new Freshness.Limits(0, errorAfter))),
                                        standard.absentMeansNone(),
                                        false))
                        .orElseThrow()
                        .status())
                .isEqualTo(status);
    }

    @Test
    void theDaysOfTheWindowCountAndNoOthers() {
        day(FIRST.minusDays(1), 100, 50, 100, 50);
        day(FIRST, 20, 3, 9, 1);
        days(FIRST.plusDays(1), AS_OF.minusDays(1));
        day(AS_OF, 30, 4, 7, 2);
        day(AS_OF.plusDays(1), 100, 50, 100, 50);
        endFile("a");

        assertThat(counts(Metric.REFUND_RATE)).as("7 of 20 + 28 x 10 + 30").isEqualTo(new Rate(7, 330));
        assertThat(counts(Metric.NEGATIVE_FEEDBACK_RATE))
                .as("3 of 9 + 28 x 8 + 7")
                .isEqualTo(new Rate(3, 240));
    }

    @Test
    void aDayThatIsNotThereMakesNoRate() {
        days(FIRST, AS_OF.minusDays(5));
        days(AS_OF.minusDays(3), AS_OF);
        endFile("a");

        assertThat(reading(Metric.REFUND_RATE).orElseThrow().why())
                .contains(new Remark("why.days-not-reported", Map.of("days", 1L, "of", 30L)));
    }

    @Test
    void ofTwoReportsTheOneThatReachesFurtherStatesItsDays() {
        days(FIRST, AS_OF);
        day(AS_OF.plusDays(1), 0, 0, 0, 0);
        endFile("newer");
        day(AS_OF.minusDays(1), 10, 9, 8, 7);
        endFile("older");

        assertThat(counts(Metric.REFUND_RATE)).isEqualTo(new Rate(0, 300));
    }

    @Test
    void aReportThatEndsEarlierIsMeasuredAsOfItsLastDay() {
        days(FIRST.minusDays(2), AS_OF.minusDays(2));
        endFile("a");

        Reading reading = reading(Metric.REFUND_RATE).orElseThrow();

        assertThat(reading.measured().orElseThrow().knownOn()).isEqualTo(AS_OF.minusDays(2));
        assertThat(counts(Metric.REFUND_RATE)).isEqualTo(new Rate(0, 300));
    }

    @Test
    void nothingSoldIsNothingToCountAndNotNone() {
        for (LocalDate day = FIRST; !day.isAfter(AS_OF); day = day.plusDays(1)) {
            day(day, 0, 0, 0, 0);
        }
        endFile("a");

        assertThat(reading(Metric.REFUND_RATE).orElseThrow().why()).contains(Remark.of("why.nothing-to-count"));
    }

    @Test
    void moreRefundedThanOrderedIsNoRate() {
        days(FIRST, AS_OF.minusDays(1));
        day(AS_OF, 1, 292, 1, 0);
        endFile("a");

        assertThat(reading(Metric.REFUND_RATE).orElseThrow().measured()).isEmpty();
        assertThat(counts(Metric.NEGATIVE_FEEDBACK_RATE)).isEqualTo(new Rate(0, 233));
    }

    @Test
    void withoutABusinessReportNothingIsSaidOfIt() {
        assertThat(reading(Metric.REFUND_RATE)).isEmpty();
        assertThat(reading(Metric.NEGATIVE_FEEDBACK_RATE)).isEmpty();
    }

    @Test
    void noVerdictRestsOnIt() {
        days(FIRST, AS_OF.minusDays(1));
        day(AS_OF, 10, 200, 8, 0);
        endFile("a");

        Reading reading = reading(Metric.REFUND_RATE).orElseThrow();

        assertThat(reading.status()).isEqualTo(Status.OFF_TARGET);
        assertThat(reading.decides()).isFalse();
    }
}
