package redflag.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.metrics.Finding;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;

/** What of a reason the causes are looked for in. */
final class Subjects {

    private Subjects() {}

    /** Where the causes are looked for: of each fulfilment and category once, in the longest window, which says most. */
    static List<Finding> of(List<Finding> off, List<Finding> all) {
        Map<String, Finding> subjects = new LinkedHashMap<>();
        for (Finding finding : off) {
            subjects.merge(
                    name(finding.reading()),
                    longWindow(finding, all),
                    (one, other) -> days(one) >= days(other) ? one : other);
        }
        return List.copyOf(subjects.values());
    }

    private static int days(Finding finding) {
        return finding.reading().target().windowDays();
    }

    /** The late shipments of 30 days hold those of 10, and their causes are looked for there. */
    private static Finding longWindow(Finding finding, List<Finding> all) {
        return finding.reading().metric() != Metric.LATE_SHIPMENT_RATE_10
                ? finding
                : all.stream()
                        .filter(other -> other.reading().metric() == Metric.LATE_SHIPMENT_RATE_30)
                        .filter(other -> !other.defects().isEmpty())
                        .max(Comparator.comparingInt(Subjects::days))
                        .orElse(finding);
    }

    /** Empty for what seller-fulfilled orders are about as a whole. */
    static String name(Reading reading) {
        return reading.category()
                .or(() -> reading.fulfilment()
                        .filter(fulfilment -> fulfilment != Fulfilment.MFN)
                        .map(Fulfilment::name))
                .orElse("");
    }

    /** What rows say of its causes; missing where they name none of the defects for sure. */
    static Optional<Causes.OfMetric> causes(Finding finding, Causes found) {
        Reading reading = finding.reading();
        return found.metrics().stream()
                .filter(of -> isNamed(finding)
                        && of.metric() == reading.metric()
                        && of.fulfilment().equals(reading.fulfilment())
                        && of.category().equals(reading.category()))
                .findFirst();
    }

    /** The causes that rows show, the one with most defects first; without what is disputed and so is no root cause (A55). */
    static List<Cause> shown(Finding finding, Causes found) {
        return causes(finding, found).map(Causes.OfMetric::causes).orElse(List.of()).stream()
                .filter(cause -> !cause.isToBeDisputed())
                .sorted(Comparator.comparingLong((Cause cause) -> -cause.defects()))
                .toList();
    }

    /**
     * Whether the defects that rows name are those that Amazon counts, or some of them. What may hold others is no
     * ground for a letter that would confess to them (product.md §5.4).
     */
    static boolean isNamed(Finding finding) {
        Optional<Measured> computed = finding.reading().computed();
        if (finding.defects().isEmpty() || !finding.countsWhatItNames()) {
            return false;
        }
        boolean isSure = computed.map(Measured::precision)
                .filter(precision -> precision == Precision.AT_MOST || precision == Precision.ESTIMATE)
                .isEmpty();
        Optional<Rate> printed = finding.reading().printed().flatMap(Measured::counts);
        return isSure || printed.isPresent() && printed.equals(computed.flatMap(Measured::counts));
    }
}
