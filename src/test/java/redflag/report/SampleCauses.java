package redflag.report;

import java.util.List;
import java.util.Optional;
import redflag.basics.Rate;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.causes.Comparison;
import redflag.causes.Dimension;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.rules.Metric;

/** Causes of the order defects of the sample report, compared and one by one. */
final class SampleCauses {

    private SampleCauses() {}

    static Causes of(Finding orderDefects) {
        List<Defect> defects = orderDefects.defects();
        Metric metric = orderDefects.reading().metric();
        List<Defect> some = defects.subList(0, 4);
        Comparison comparison = new Comparison(
                new Rate(4, 50), new Rate(defects.size(), 812), 5.41, 2.1, 9.25, 0.012, Optional.of(new Rate(8, 762)));
        List<Cause> causes = List.of(
                new Cause(
                        "order-shipped-late",
                        metric,
                        orderDefects.reading().fulfilment(),
                        Optional.empty(),
                        "",
                        defects.subList(2, 5),
                        defects.size(),
                        Optional.empty()),
                new Cause(
                        "more-often-by-weekday",
                        metric,
                        orderDefects.reading().fulfilment(),
                        Optional.of(Dimension.WEEKDAY),
                        "SATURDAY",
                        some,
                        defects.size(),
                        Optional.of(comparison)));
        return new Causes(List.of(
                new Causes.OfMetric(
                        metric,
                        orderDefects.reading().fulfilment(),
                        Optional.empty(),
                        defects,
                        true,
                        List.of(),
                        causes,
                        defects.subList(5, defects.size())),
                new Causes.OfMetric(
                        Metric.PRE_FULFILLMENT_CANCELLATION_RATE,
                        Optional.empty(),
                        Optional.empty(),
                        some.subList(0, 1),
                        true,
                        List.of(new Account(
                                some.get(0),
                                Optional.of("2026-10-02T17:03:11Z"),
                                Optional.of("2026-10-05T06:59:59Z"),
                                Optional.of("2026-10-06T15:20:00Z"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(true),
                                false)),
                        List.of(),
                        some.subList(0, 1))));
    }
}
