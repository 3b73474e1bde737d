package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.report.MatrixSheet.Measure;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreDetail.Yardstick;
import redflag.rules.Metric;

/**
 * The agency's own medians of a night: of each metric that Amazon acts on, over the stores with an exact figure of today
 * and the same target. Exact fractions are compared and averaged, and rounded last.
 */
final class Medians {

    /** Of fewer stores it would say little, and give away the other one's figure. */
    static final int FEWEST_STORES = 3;

    private static final int PLACES_OF_PERCENT = 2;
    private static final int PLACES_OF_NUMBER = 1;

    private record Group(Measure measure, Yardstick by) {}

    /**
     * What half of the stores do not exceed, and half do not fall below; of an even number the middle of the two middle
     * ones.
     *
     * @param value as people read it, such as {@code 0.31 %}
     * @param stores so many it is of
     */
    record Median(String value, long stores) {}

    private final Map<Group, Median> medians = new HashMap<>();

    private Medians() {}

    static Medians of(List<StoreOutcome> stores) {
        Map<Group, List<Exact>> values = new HashMap<>();
        for (StoreOutcome store : stores) {
            for (int i = 0; i < store.readings().size(); i++) {
                Measure measure = Measure.of(store.readings().get(i));
                ReadingDetail detail = store.detail().readings().get(i);
                detail.exact()
                        .ifPresent(exact -> values.computeIfAbsent(
                                        new Group(measure, exact.by()), group -> new ArrayList<>())
                                .add(exact));
            }
        }
        Medians medians = new Medians();
        values.forEach((group, of) -> {
            if (of.size() >= FEWEST_STORES) {
                medians.medians.put(group, median(group.measure().metric(), of));
            }
        });
        return medians;
    }

    boolean isEmpty() {
        return medians.isEmpty();
    }

    /** The median that a reading is held against; missing where it has no exact figure, or too few stores have. */
    Optional<Median> of(Measure measure, ReadingDetail detail) {
        return detail.exact().flatMap(exact -> Optional.ofNullable(medians.get(new Group(measure, exact.by()))));
    }

    private static Median median(Metric metric, List<Exact> values) {
        List<Exact> sorted = values.stream().sorted(Medians::compare).toList();
        Exact upper = sorted.get(sorted.size() / 2);
        Exact lower = sorted.get((sorted.size() - 1) / 2);
        BigDecimal part = lower.part().multiply(upper.whole()).add(upper.part().multiply(lower.whole()));
        BigDecimal whole = lower.whole().multiply(upper.whole()).multiply(BigDecimal.valueOf(2));
        return new Median(shown(metric, part, whole), values.size());
    }

    private static int compare(Exact one, Exact other) {
        return one.part().multiply(other.whole()).compareTo(other.part().multiply(one.whole()));
    }

    private static String shown(Metric metric, BigDecimal part, BigDecimal whole) {
        if (metric.form() == Metric.Form.RATE) {
            return part.movePointRight(2)
                            .divide(whole, PLACES_OF_PERCENT, RoundingMode.HALF_UP)
                            .toPlainString()
                    + " %";
        }
        BigDecimal number = part.divide(whole, PLACES_OF_NUMBER, RoundingMode.HALF_UP);
        return number.setScale(number.stripTrailingZeros().scale() > 0 ? PLACES_OF_NUMBER : 0, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
