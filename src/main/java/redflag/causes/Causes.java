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
 * What a store's rows say about the causes of its defects: one {@link OfMetric} for each enforced metric of which rows name
 * defects. Of late shipments the 30 days alone, which hold the 10.
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
     * @param category product category, where Amazon splits by it
     * @param defects all that count in the window
     * @param hasTotal whether the orders that they are of are known; of a list of Amazon's that has no total they are not
     * @param accounts each of them as rows tell it, where they are few
     * @param causes those found, single rows' first, then by how remarkable they are; of traits that the same orders share
     *     the first
     * @param unexplained defects that none of them is about, but for one to be disputed
     */
    public record OfMetric(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            Optional<String> category,
            List<Defect> defects,
            boolean hasTotal,
            List<Account> accounts,
            List<Cause> causes,
            List<Defect> unexplained) {

        public OfMetric {
            defects = List.copyOf(defects);
            accounts = List.copyOf(accounts);
            causes = List.copyOf(causes);
            unexplained = List.copyOf(unexplained);
        }

        /** Whether there are enough defects to look at more than each by itself. */
        public boolean areMany() {
            return defects.size() >= FEW;
        }

        /** Whether groups of orders were compared, which takes enough defects, and all orders that they are of. */
        public boolean isCompared() {
            return areMany() && hasTotal;
        }
    }

    public static Causes none() {
        return new Causes(List.of());
    }

    /**
     * @param stock the store's products, as the night knows them
     * @param others the ledgers of the account's other stores
     */
    public static Causes of(StoreLedger ledger, List<Finding> findings, Stock stock, List<StoreLedger> others) {
        List<Subject> subjects = findings.stream()
                .filter(finding -> isAsked(finding, findings))
                .flatMap(finding -> Subject.of(finding).stream())
                .toList();
        List<Finding> many = subjects.stream()
                .filter(subject -> subject.population()
                        .filter(population -> population.rate().affected() >= FEW)
                        .isPresent())
                .map(Subject::finding)
                .toList();
        List<Cause> slices = many.isEmpty() ? List.of() : new Slices(ledger).of(many);
        Rows rows = new Rows(ledger);
        Detectors detectors = new Detectors(rows, stock, others);
        List<OfMetric> metrics = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Cause> causes = new ArrayList<>(detectors.of(subject));
            slices.stream().filter(cause -> isOf(cause, subject.reading())).forEach(causes::add);
            metrics.add(told(subject, rows, SameDefects.once(causes)));
        }
        return new Causes(metrics);
    }

    private static OfMetric told(Subject subject, Rows rows, List<Cause> causes) {
        List<Defect> defects = subject.defects();
        Set<String> explained = new HashSet<>();
        causes.stream()
                .filter(cause -> !cause.isToBeDisputed())
                .forEach(cause -> cause.explains().forEach(defect -> explained.add(defect.orderId())));
        return new OfMetric(
                subject.metric(),
                subject.reading().fulfilment(),
                subject.reading().category(),
                defects,
                subject.population().isPresent(),
                defects.size() < FEW
                        ? defects.stream()
                                .map(defect -> Account.of(subject.metric(), defect, rows))
                                .toList()
                        : List.of(),
                causes,
                defects.stream()
                        .filter(defect -> !explained.contains(defect.orderId()))
                        .toList());
    }

    private static boolean isAsked(Finding finding, List<Finding> all) {
        Reading reading = finding.reading();
        boolean isHeldIn = reading.metric() == Metric.LATE_SHIPMENT_RATE_10
                && all.stream()
                        .anyMatch(other -> other.reading().metric() == Metric.LATE_SHIPMENT_RATE_30
                                && Subject.of(other).isPresent());
        return reading.decides() && !isHeldIn;
    }

    private static boolean isOf(Cause cause, Reading reading) {
        return reading.category().isEmpty()
                && cause.metric() == reading.metric()
                && cause.fulfilment().equals(reading.fulfilment());
    }
}
