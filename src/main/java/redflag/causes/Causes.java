package redflag.causes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Fulfilment;
import redflag.ledger.StoreLedger;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.stock.Stock;

/**
 * What a store's rows say about the causes of its defects: one {@link OfMetric} for each enforced metric with defects that
 * was counted order by order. Of late shipments the 30 days alone, which hold the 10.
 */
public record Causes(List<OfMetric> metrics) {

    /** Fewer defects are told one by one; there is nothing to compare. */
    public static final int FEW = 10;

    /** Of a metric's defects; what explains fewer is no cause of an off-target rate. */
    static final double LEAST_SHARE = 0.1;

    public Causes {
        metrics = List.copyOf(metrics);
    }

    /**
     * The causes of one metric's defects.
     *
     * @param defects all that count in the window
     * @param accounts each of them as rows tell it, where they are few
     * @param causes those found, single rows' first, then by how remarkable they are
     * @param unexplained defects that none of them is about
     */
    public record OfMetric(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            List<Defect> defects,
            List<Account> accounts,
            List<Cause> causes,
            List<Defect> unexplained) {

        public OfMetric {
            defects = List.copyOf(defects);
            accounts = List.copyOf(accounts);
            causes = List.copyOf(causes);
            unexplained = List.copyOf(unexplained);
        }

        /** Whether groups of orders were compared, which takes enough defects. */
        public boolean isCompared() {
            return defects.size() >= FEW;
        }
    }

    public static Causes none() {
        return new Causes(List.of());
    }

    /** @param stock the store's products, as the night knows them */
    public static Causes of(StoreLedger ledger, List<Finding> findings, Stock stock) {
        List<Finding> counted =
                findings.stream().filter(finding -> isAsked(finding, findings)).toList();
        List<Finding> many = counted.stream()
                .filter(finding -> finding.population().orElseThrow().rate().affected() >= FEW)
                .toList();
        List<Cause> slices = many.isEmpty() ? List.of() : new Slices(ledger).of(many);
        Detectors detectors = new Detectors(ledger, stock);
        List<OfMetric> metrics = new ArrayList<>();
        for (Finding finding : counted) {
            List<Cause> causes = new ArrayList<>(detectors.of(finding));
            slices.stream().filter(cause -> isOf(cause, finding.reading())).forEach(causes::add);
            List<Defect> defects = finding.population().orElseThrow().defects();
            Set<String> explained = new HashSet<>();
            causes.forEach(cause -> cause.explains().forEach(defect -> explained.add(defect.orderId())));
            metrics.add(new OfMetric(
                    finding.reading().metric(),
                    finding.reading().fulfilment(),
                    defects,
                    defects.size() < FEW
                            ? defects.stream()
                                    .map(defect -> Account.of(defect, ledger.orders()))
                                    .toList()
                            : List.of(),
                    causes,
                    defects.stream()
                            .filter(defect -> !explained.contains(defect.orderId()))
                            .toList()));
        }
        return new Causes(metrics);
    }

    private static boolean isAsked(Finding finding, List<Finding> all) {
        Reading reading = finding.reading();
        boolean isHeldIn = reading.metric() == Metric.LATE_SHIPMENT_RATE_10
                && all.stream()
                        .anyMatch(other -> other.reading().metric() == Metric.LATE_SHIPMENT_RATE_30
                                && other.population().isPresent());
        return reading.decides()
                && !isHeldIn
                && finding.population()
                        .filter(orders -> orders.rate().affected() > 0)
                        .isPresent();
    }

    private static boolean isOf(Cause cause, Reading reading) {
        return cause.metric() == reading.metric() && cause.fulfilment().equals(reading.fulfilment());
    }
}
