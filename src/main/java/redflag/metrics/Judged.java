package redflag.metrics;

import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Status;

/**
 * A figure held against its target.
 *
 * @param why what a reader must know of it
 * @param stale whether what it rests on is too old
 */
record Judged(Measured measured, Status status, Optional<Remark> why, boolean stale) {

    static final String BELOW_MINIMUM = "why.below-minimum";

    boolean isBelowMinimum() {
        return why.filter(remark -> remark.key().equals(BELOW_MINIMUM)).isPresent();
    }

    boolean isExact() {
        return measured.precision() == Precision.EXACT;
    }

    /** The same with both figures told, where they differ and nothing else is to be said. */
    Judged explained(String key, Judged rows, Judged print) {
        if (why.isPresent() || rows.measured.figure().equals(print.measured.figure())) {
            return this;
        }
        Map<String, Object> facts =
                Map.of("rows", brief(rows.measured.figure()), "printed", brief(print.measured.figure()));
        return new Judged(measured, status, Optional.of(new Remark(key, facts)), stale);
    }

    /** Counts as 12/812, a stated rate as 0.80 %: the same in every language. */
    private static String brief(Figure figure) {
        if (figure instanceof Figure.Counts counts) {
            return counts.rate().affected() + "/" + counts.rate().total();
        }
        return figure instanceof Figure.StatedRate stated
                ? stated.fraction().movePointRight(2).toPlainString() + " %"
                : figure.toString();
    }
}
