package redflag.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Source;
import redflag.metrics.Contribution;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.outlook.Outlook;
import redflag.outlook.Outlooks;
import redflag.outlook.Tally;
import redflag.past.PastReading;
import redflag.rules.Basis;
import redflag.rules.Condition;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;

/** Targets and findings made by hand, one of each kind. */
final class SampleFindings {

    static final List<Target> TARGETS = List.of(
            target(Metric.ORDER_DEFECT_RATE, Condition.LESS_THAN, "0.01", 60, 15, true),
            target(Metric.LATE_SHIPMENT_RATE_10, Condition.LESS_THAN, "0.04", 10, 0, true),
            target(Metric.LATE_SHIPMENT_RATE_30, Condition.LESS_THAN, "0.04", 30, 0, true),
            target(Metric.PRE_FULFILLMENT_CANCELLATION_RATE, Condition.LESS_THAN, "0.025", 7, 1, true),
            target(Metric.VALID_TRACKING_RATE, Condition.AT_LEAST, "0.95", 30, 10, true),
            target(Metric.ON_TIME_DELIVERY_RATE, Condition.AT_LEAST, "0.97", 30, 10, false),
            target(Metric.UNIT_ON_TIME_DELIVERY_RATE, Condition.AT_LEAST, "0.90", 14, 7, true),
            target(Metric.ACCOUNT_HEALTH_RATING, Condition.AT_LEAST, "200", 180, 0, true),
            target(Metric.LISTING_POLICY_VIOLATIONS, Condition.EQUALS, "0", 180, 0, true),
            target(Metric.PRODUCT_SAFETY_CUSTOMER_COMPLAINTS, Condition.EQUALS, "0", 180, 0, true),
            target(Metric.RECEIVED_INTELLECTUAL_PROPERTY_COMPLAINTS, Condition.EQUALS, "0", 180, 0, true),
            target(Metric.FOOD_AND_PRODUCT_SAFETY_ISSUES, Condition.EQUALS, "0", 180, 0, true),
            target(Metric.OTHER_POLICY_VIOLATIONS, Condition.EQUALS, "0", 180, 0, true),
            target(Metric.DOCUMENT_REQUESTS, Condition.EQUALS, "0", 180, 0, true));

    private SampleFindings() {}

    private static Target target(
            Metric metric, Condition condition, String value, int days, int lag, boolean enforced) {
        boolean deliveries = metric == Metric.UNIT_ON_TIME_DELIVERY_RATE;
        return new Target(
                metric,
                "US",
                condition,
                new BigDecimal(value),
                days,
                lag,
                deliveries ? Target.Axis.PROMISED_DELIVERY_DATE : Target.Axis.ORDER_DATE,
                metric.defectKinds(),
                deliveries ? 20 : 0,
                enforced,
                LocalDate.of(2015, 1, 1),
                "A1, C8",
                !deliveries,
                true,
                Optional.empty(),
                deliveries
                        ? Optional.of("The minimum is stated for another marketplace and taken over here.")
                        : Optional.empty());
    }

    static Target target(Metric metric) {
        return TARGETS.stream()
                .filter(target -> target.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    static boolean hasTarget(Metric metric) {
        return TARGETS.stream().anyMatch(target -> target.metric() == metric);
    }

    static Finding orderDefects() {
        Target target = target(Metric.ORDER_DEFECT_RATE);
        Measured computed = new Measured(
                new Figure.Counts(new Rate(12, 812)),
                Basis.COMPUTED,
                Precision.EXACT,
                Optional.of(target.window(SampleReports.AS_OF)),
                SampleReports.AS_OF,
                Map.of("negativeFeedback", 7L, "aToZClaims", 4L, "chargebacks", 2L),
                Optional.empty(),
                Optional.empty());
        Measured printed = new Measured(
                new Figure.Counts(new Rate(11, 809)),
                Basis.PRINTED,
                Precision.EXACT,
                Optional.of(target.window(SampleReports.AS_OF.minusDays(1))),
                SampleReports.AS_OF.minusDays(1),
                Map.of(),
                Optional.of("acme/account-health.json"),
                Optional.of("BAD"));
        Reading reading = new Reading(
                target.metric(),
                Optional.of(Fulfilment.MFN),
                Optional.empty(),
                Optional.of(computed),
                Optional.of(printed),
                Optional.of(computed),
                target,
                Status.OFF_TARGET,
                Optional.of(new Remark("why.rows-are-worse", Map.of("rows", "12/812", "printed", "11/809"))),
                false,
                false,
                Optional.of(new Headroom(Optional.empty(), Optional.empty(), Optional.of(389L))));
        List<Defect> defects = IntStream.range(0, 12)
                .mapToObj(i -> defect(
                        i,
                        LocalDate.of(2026, 9, 12).plusDays(3L * i),
                        i == 4 ? List.of("NEGATIVE_FEEDBACK", "A_TO_Z_CLAIM") : List.of("NEGATIVE_FEEDBACK"),
                        i == 5 ? Optional.empty() : Optional.of(i == 3 ? SampleReports.FORMULA : "TENT-" + i)))
                .toList();
        return new Finding(
                reading,
                defects,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                contributions(),
                Optional.of(outlook(target, defects)));
    }

    private static List<Contribution> contributions() {
        return List.of(
                new Contribution(
                        Contribution.Dimension.SKU, "TENT-1", new Rate(6, 40), Optional.of(new Rate(6, 772)), true),
                new Contribution(
                        Contribution.Dimension.DAY,
                        "2026-09-15",
                        new Rate(1, 14),
                        Optional.of(new Rate(11, 798)),
                        false));
    }

    /** Fourteen orders a day and more before the window's middle, so that good ones leave. */
    private static Outlook outlook(Target target, List<Defect> defects) {
        LocalDate from = LocalDate.of(2026, 8, 1);
        int days = (int) ChronoUnit.DAYS.between(from, SampleReports.AS_OF) + 1;
        int[] totals = new int[days];
        Arrays.fill(totals, 14);
        Arrays.fill(totals, 0, 50, 15);
        int[] affected = new int[days];
        defects.forEach(defect -> affected[(int) ChronoUnit.DAYS.between(from, defect.axisDate())]++);
        return Outlooks.of(new Tally(from, totals, affected), target, SampleReports.AS_OF, SampleReports.AS_OF);
    }

    static Defect defect(int number, LocalDate day, List<String> kinds, Optional<String> sku) {
        return new Defect(
                "112-000" + (1000 + number) + "-400" + (2000 + number),
                day,
                1,
                kinds,
                sku,
                Optional.of("UPS"),
                day.plusDays(75),
                List.of(
                        new Source("acme/order-defects-2026-11-21.csv", 3 + number),
                        new Source("acme/all-orders.txt", 311 + number)));
    }

    static Reading rate(Metric metric, long affected, long total, Status status, Headroom headroom) {
        Target target = target(metric);
        Period window = target.window(SampleReports.AS_OF);
        Measured measured = new Measured(
                new Figure.Counts(new Rate(affected, total)),
                Basis.COMPUTED,
                Precision.EXACT,
                Optional.of(window),
                SampleReports.AS_OF,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        boolean fragile = metric == Metric.LATE_SHIPMENT_RATE_10;
        return new Reading(
                metric,
                Optional.empty(),
                Optional.empty(),
                Optional.of(measured),
                Optional.empty(),
                Optional.of(measured),
                target,
                status,
                Optional.empty(),
                false,
                fragile,
                Optional.of(headroom));
    }

    static Finding single(Metric metric, Figure figure, Status status) {
        Measured printed = new Measured(
                figure,
                Basis.PRINTED,
                Precision.EXACT,
                Optional.empty(),
                SampleReports.AS_OF,
                Map.of(),
                Optional.of("acme/account-health.json"),
                Optional.of("GOOD"));
        return new Finding(
                new Reading(
                        metric,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(printed),
                        Optional.of(printed),
                        Optional.empty(),
                        target(metric),
                        status,
                        Optional.empty(),
                        false,
                        false,
                        Optional.empty()),
                List.of());
    }

    static Finding unknown(Metric metric, Remark why) {
        return new Finding(
                new Reading(
                        metric,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        target(metric),
                        Status.NOT_MEASURED,
                        Optional.of(why),
                        true,
                        false,
                        Optional.empty()),
                List.of());
    }

    static PastReading past(Metric metric, Optional<Fulfilment> fulfilment, Status status) {
        return new PastReading(
                SampleReports.AS_OF.minusDays(1), metric, fulfilment, Optional.empty(), status, Optional.empty());
    }
}
