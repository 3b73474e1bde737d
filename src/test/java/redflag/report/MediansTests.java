package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.report.Outcomes.UNDER_4;
import static redflag.report.Outcomes.store;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redflag.report.MatrixSheet.Measure;
import redflag.report.Medians.Median;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.Yardstick;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;

class MediansTests {

    private static final Yardstick UNDER_5 =
            new Yardstick(Condition.LESS_THAN, new BigDecimal("0.05"), 30, 0, Target.Axis.ORDER_DATE, Set.of(), false);

    private static Optional<Median> first(Outcomes... stores) {
        List<StoreOutcome> made = Stream.of(stores).map(Outcomes::made).toList();
        return Medians.of(made)
                .of(
                        Measure.of(made.get(0).readings().get(0)),
                        made.get(0).detail().readings().get(0));
    }

    @Test
    void ofAnOddNumberItIsTheMiddleOne() {
        assertThat(first(
                        store("a").exactly("30", "1000", UNDER_4),
                        store("b").exactly("0", "7", UNDER_4),
                        store("c").exactly("1", "300", UNDER_4)))
                .contains(new Median("0.33 %", 3));
    }

    @Test
    void ofAnEvenNumberItIsTheMiddleOfTheTwoMiddleOnes() {
        assertThat(first(
                        store("a").exactly("1", "3", UNDER_4),
                        store("b").exactly("0", "7", UNDER_4),
                        store("c").exactly("1", "300", UNDER_4),
                        store("d").exactly("1", "7", UNDER_4)))
                .contains(new Median("7.31 %", 4));
    }

    /** 1/800 and 1/801 are 0.125 % and 0.1248 %: of rounded percentages the middle would be 0.12 or 0.13. */
    @Test
    void itRoundsLast() {
        assertThat(first(
                        store("a").exactly("1", "800", UNDER_4),
                        store("b").exactly("1", "801", UNDER_4),
                        store("c").exactly("1", "2", UNDER_4),
                        store("d").exactly("0", "5", UNDER_4)))
                .contains(new Median("0.12 %", 4));
        assertThat(first(
                        store("a").exactly("1", "800", UNDER_4),
                        store("b").exactly("1", "800", UNDER_4),
                        store("c").exactly("1", "2", UNDER_4),
                        store("d").exactly("0", "5", UNDER_4)))
                .contains(new Median("0.13 %", 4));
    }

    @Test
    void fewerThanThreeStoresHaveNone() {
        assertThat(first(store("a").exactly("1", "3", UNDER_4), store("b").exactly("0", "7", UNDER_4)))
                .isEmpty();
    }

    @Test
    void whoeverWasNotMeasuredExactlyIsNeitherCountedNorCompared() {
        Outcomes unknown = store("d").late(Status.ON_TARGET, Status.NOT_MEASURED);
        assertThat(first(
                        store("a").exactly("1", "100", UNDER_4),
                        store("b").exactly("2", "100", UNDER_4),
                        store("c").exactly("3", "100", UNDER_4),
                        unknown,
                        store("e")))
                .contains(new Median("2.00 %", 3));
        assertThat(first(
                        unknown,
                        store("a").exactly("1", "100", UNDER_4),
                        store("b").exactly("2", "100", UNDER_4),
                        store("c").exactly("3", "100", UNDER_4)))
                .isEmpty();
    }

    @Test
    void anotherTargetIsAnotherMedian() {
        Outcomes[] stores = {
            store("a").exactly("1", "100", UNDER_4),
            store("b").exactly("2", "100", UNDER_4),
            store("c").exactly("3", "100", UNDER_4),
            store("d").exactly("90", "100", UNDER_5)
        };
        assertThat(first(stores)).contains(new Median("2.00 %", 3));
        assertThat(first(stores[3], stores[0], stores[1], stores[2])).isEmpty();
    }

    @Test
    void aTargetIsTheSameHoweverItIsWritten() {
        assertThat(new Yardstick(
                        Condition.LESS_THAN, new BigDecimal("0.0400"), 30, 0, Target.Axis.ORDER_DATE, Set.of(), false))
                .isEqualTo(UNDER_4);
    }

    @Test
    void aRatingIsNoPercentage() {
        Outcomes[] stores = Stream.of("248", "1000", "200", "301")
                .map(score -> store("s" + score)
                        .reading(
                                Metric.ACCOUNT_HEALTH_RATING,
                                Status.ON_TARGET,
                                Status.ON_TARGET,
                                true,
                                Optional.of(new Exact(new BigDecimal(score), BigDecimal.ONE, UNDER_5))))
                .toArray(Outcomes[]::new);
        assertThat(first(stores)).contains(new Median("274.5", 4));
        assertThat(first(stores[0], stores[1], stores[2])).contains(new Median("248", 3));
    }

    /** Of the report's own figures: what is no exact figure of today, or not acted on, is none. */
    @Test
    void aReportGivesTheExactCountsOfWhatAmazonActsOn() {
        RiskReport report = SampleReports.offTarget();
        StoreDetail detail = StoreDetails.of(report, new ReportWords(Messages.english()));

        assertThat(detail.readings().get(0).exact().orElseThrow())
                .satisfies(exact -> assertThat(exact.part()).isEqualByComparingTo("12"))
                .satisfies(exact -> assertThat(exact.whole()).isEqualByComparingTo("812"));
        for (int i = 0; i < detail.readings().size(); i++) {
            redflag.rules.Reading reading = report.findings().get(i).reading();
            boolean isExact = reading.decides()
                    && reading.status() != Status.NOT_MEASURED
                    && reading.measured()
                            .filter(measured -> measured.precision() == redflag.rules.Precision.EXACT)
                            .isPresent();
            if (detail.readings().get(i).exact().isPresent()) {
                assertThat(isExact).isTrue();
            }
        }
    }
}
