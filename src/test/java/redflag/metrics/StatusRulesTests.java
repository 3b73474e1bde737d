package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.metrics.Limits.WATCH_FROM_80_PERCENT;
import static redflag.metrics.Limits.exact;
import static redflag.metrics.Limits.limit;
import static redflag.metrics.Limits.measured;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;
import redflag.rules.Condition;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.rules.Target;

class StatusRulesTests {

    private static final List<Precision> PRECISIONS = List.of(Precision.values());

    @ParameterizedTest(name = "{2} of {3}, {0} {1}: {4}, {5}")
    @CsvFileSource(resources = "statuses.csv", useHeadersInDisplayName = true)
    void aRateIsHeldAgainstItsTargetExactly(
            Condition condition, String target, long affected, long total, Status status, String because) {
        assertThat(StatusRules.of(exact(affected, total), limit(condition, target), WATCH_FROM_80_PERCENT))
                .as(because)
                .isEqualTo(status);
    }

    /** product.md, Truth, 4. */
    @ParameterizedTest(name = "{0} {1} of {2}: {3}, {4}")
    @CsvFileSource(resources = "precisions.csv", useHeadersInDisplayName = true)
    void anInexactRateSaysOnlyWhatIsCertain(
            Precision precision, long affected, long total, Status status, String because) {
        Target underOnePercent = limit(Condition.LESS_THAN, "0.01");

        assertThat(StatusRules.of(
                        measured(new Figure.Counts(new Rate(affected, total)), precision),
                        underOnePercent,
                        WATCH_FROM_80_PERCENT))
                .as(because)
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{1} of {2}, {3} and {4} rejected: {5}, {6}")
    @CsvFileSource(resources = "rejected-rows.csv", useHeadersInDisplayName = true)
    void rejectedRowsMatterOnlyIfTheyCouldChangeTheStatus(
            Precision otherwise, long affected, long total, long list, long orders, Status status, String because) {
        Precision listed = list > 0 ? otherwise.orMore() : otherwise;
        Precision precision = orders > 0 ? listed.orLess() : listed;

        assertThat(StatusRules.of(
                        measured(new Figure.Counts(new Rate(affected, total)), precision),
                        new Slack(list, orders, otherwise),
                        limit(Condition.LESS_THAN, "0.04"),
                        WATCH_FROM_80_PERCENT))
                .as(because)
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "{2}, {0} {1}: {3}, {4}")
    @CsvFileSource(resources = "stated-rates.csv", useHeadersInDisplayName = true)
    void aRateWithoutCountsIsAsExactAsItsPlaces(
            Condition condition, String target, BigDecimal stated, Status status, String because) {
        assertThat(StatusRules.of(
                        measured(new Figure.StatedRate(stated), Precision.EXACT),
                        limit(condition, target),
                        WATCH_FROM_80_PERCENT))
                .as(because)
                .isEqualTo(status);
    }

    @ParameterizedTest(name = "a rating of {0}: {1}")
    @CsvSource({
        "1000, ON_TARGET",
        "201, ON_TARGET",
        "200, ON_TARGET",
        "199, OFF_TARGET",
        "99, OFF_TARGET",
        "0, OFF_TARGET"
    })
    void aRatingIsGoodFrom200On(long rating, Status status) {
        Target target = limit(Metric.ACCOUNT_HEALTH_RATING, Condition.AT_LEAST, "200");

        assertThat(StatusRules.of(measured(new Figure.Score(rating), Precision.EXACT), target, WATCH_FROM_80_PERCENT))
                .isEqualTo(status);
    }

    /** product.md, Truth, 9. */
    @ParameterizedTest(name = "{0} violations: {1}")
    @CsvSource({"0, ON_TARGET", "1, WATCH", "500, WATCH"})
    void aPolicyCountIsWatchAtMost(long count, Status status) {
        Target target = limit(Metric.LISTING_POLICY_VIOLATIONS, Condition.EQUALS, "0");

        assertThat(StatusRules.of(measured(new Figure.Count(count), Precision.EXACT), target, WATCH_FROM_80_PERCENT))
                .isEqualTo(status);
    }

    @Test
    void oneMoreDefectNeverImprovesTheStatus() {
        Random random = new Random(20261122);
        for (int i = 0; i < 4_000; i++) {
            Target target = anyTarget(random);
            long total = 1L + random.nextInt(2_000);
            long affected = random.nextLong(Math.min(total, 1 + total / 5));
            Precision precision = PRECISIONS.get(random.nextInt(PRECISIONS.size()));

            Status before = status(affected, total, precision, target);
            Status after = status(affected + 1, total, precision, target);

            assertThat(after)
                    .as(
                            "%s, %d and one more of %d, %s %s",
                            precision, affected, total, target.condition(), target.value())
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void oneMoreCleanOrderNeverWorsensTheStatus() {
        Random random = new Random(20261123);
        for (int i = 0; i < 4_000; i++) {
            Target target = anyTarget(random);
            long total = 1L + random.nextInt(2_000);
            long affected = random.nextLong(1 + total / 5);
            Precision precision = PRECISIONS.get(random.nextInt(PRECISIONS.size()));

            assertThat(status(affected, total + 1, precision, target))
                    .as("%s, %d of %d and one more", precision, affected, total)
                    .isLessThanOrEqualTo(status(affected, total, precision, target));
        }
    }

    @Test
    void aStoreWithoutADefectIsNeverWatchedOrOffTarget() {
        Random random = new Random(20261124);
        for (int i = 0; i < 500; i++) {
            for (Precision precision : Precision.values()) {
                assertThat(status(0, 1 + random.nextInt(300), precision, anyTarget(random)))
                        .isIn(Status.ON_TARGET, Status.NOT_MEASURED);
            }
        }
    }

    private static Status status(long affected, long total, Precision precision, Target target) {
        return StatusRules.of(
                measured(new Figure.Counts(new Rate(affected, total)), precision), target, WATCH_FROM_80_PERCENT);
    }

    private static Target anyTarget(Random random) {
        List<Target> targets = List.of(
                limit(Condition.LESS_THAN, "0.01"),
                limit(Condition.LESS_THAN, "0.025"),
                limit(Condition.LESS_THAN, "0.04"),
                limit(Condition.AT_LEAST, "0.95"),
                limit(Condition.AT_LEAST, "0.90"),
                limit(Condition.GREATER_THAN, "0.95"));
        return targets.get(random.nextInt(targets.size()));
    }
}
