package redflag.past;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Fulfilment;
import redflag.rules.Metric;

/**
 * What a night keeps of a store for the nights after it, besides its readings.
 *
 * @param asOf the night
 * @param defects that counted that night, or were in the pipe
 * @param counted the metrics whose defects those are; one that was not counted that night is as on the night before
 * @param stock by SKU, so many units could be sold that night, where it was known
 * @param outOfStockSince by SKU, the first night of an unbroken run of nights without stock
 * @param orders so many orders of a day were known by that night, of both fulfilments; the most that any report held, of the last days
 */
public record Snapshot(
        LocalDate asOf,
        List<SeenDefect> defects,
        List<Counted> counted,
        Map<String, Long> stock,
        Map<String, LocalDate> outOfStockSince,
        Map<LocalDate, Long> orders) {

    /** Raised when the form changes: snapshots of another form are not read. */
    public static final int VERSION = 3;

    public Snapshot {
        defects = List.copyOf(defects);
        counted = List.copyOf(counted);
        stock = Collections.unmodifiableMap(new TreeMap<>(stock));
        outOfStockSince = Collections.unmodifiableMap(new TreeMap<>(outOfStockSince));
        orders = Collections.unmodifiableMap(new TreeMap<>(orders));
    }

    /** What is known of the metric's defects; missing where no night has counted them. */
    public Optional<Counted> counted(Metric metric, Optional<Fulfilment> fulfilment) {
        return counted.stream()
                .filter(of -> of.metric() == metric && of.fulfilment().equals(fulfilment))
                .findFirst();
    }

    /**
     * A metric whose defects were counted.
     *
     * @param source what said which orders are affected
     * @param since the first night of those that counted them, one after the other, from that source
     * @param on the night that counted them last
     */
    public record Counted(
            Metric metric, Optional<Fulfilment> fulfilment, String source, LocalDate since, LocalDate on) {}

    /**
     * A defect as a night saw it.
     *
     * @param leavesOn the first as-of date on which it counts no more
     * @param firstSeen the first night that saw it
     * @param kinds what was wrong with it that night, in capitals as in machine copies, each with the first night that saw it so
     */
    public record SeenDefect(
            Metric metric,
            Optional<Fulfilment> fulfilment,
            String orderId,
            LocalDate leavesOn,
            LocalDate firstSeen,
            Map<String, LocalDate> kinds) {

        public SeenDefect {
            kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
        }
    }
}
