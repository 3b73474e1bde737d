package redflag.reconciliation;

import java.util.List;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Reading;

/**
 * A printed figure and the computed one of the same metric side by side. Neither replaces the other; which of them decides
 * is the reading's affair.
 *
 * @param printed what Amazon, or whoever made the export, has counted, or the rate that it states without counts
 * @param printedWindow the days that it counted, as far as the export states them
 * @param computed what the rows give
 * @param computedWindow the days that were counted
 * @param explanations what explains the difference, in the order in which they were taken off it
 * @param unexplained what is left; missing where there are no counts to differ
 */
public record Reconciliation(
        Metric metric,
        Optional<Fulfilment> fulfilment,
        Figure printed,
        Optional<Period> printedWindow,
        Rate computed,
        Period computedWindow,
        List<Explanation> explanations,
        Optional<Difference> unexplained) {

    public Reconciliation {
        explanations = List.copyOf(explanations);
    }

    /** The printed counts less the computed ones; missing where only a rate is printed. */
    public Optional<Difference> difference() {
        return printed instanceof Figure.Counts counts
                ? Optional.of(Difference.of(counts.rate(), computed))
                : Optional.empty();
    }

    /** Whether it is about this reading. */
    public boolean isOf(Reading reading) {
        return reading.metric() == metric
                && reading.fulfilment().equals(fulfilment)
                && reading.category().isEmpty();
    }

    /** Counts that one source has more than another; negative where it has fewer. */
    public record Difference(long affected, long total) {

        static Difference of(Rate more, Rate less) {
            return new Difference(more.affected() - less.affected(), more.total() - less.total());
        }

        Difference less(Difference other) {
            return new Difference(affected - other.affected, total - other.total);
        }

        public boolean isNone() {
            return affected == 0 && total == 0;
        }
    }

    /** Why the two differ. */
    public enum Kind {
        /** The export counted other days than the metric's window on the as-of date: another axis day, lag or length. */
        OTHER_DAYS,
        /** Some of its days lie before the order exports begin, so that nobody can count them. */
        DAYS_NOT_EXPORTED,
        /** By the day until which orders were to be shipped, the rows give the counts of the export. */
        EXPECTED_SHIP_DATE,
        /** By the day on which orders were shipped, the rows give the counts of the export. */
        SHIP_DATE,
        /** With days of UTC in place of the marketplace's, the rows give as many orders as the export. */
        DAYS_OF_UTC,
        /** Without the cancelled orders, the rows give as many orders as the export. */
        CANCELLED_NOT_COUNTED,
        /** Orders of which no row says who fulfilled them. */
        FULFILMENT_UNKNOWN,
        /** Defects that the rows showed first after the day of the export. */
        DEFECTS_SINCE,
        /** Orders whose state changed after the day of the export. */
        CHANGED_SINCE,
        /** The export states a rate and no counts; over its days the rows give the same, to the places that it shows. */
        SAME_RATE_WITHOUT_COUNTS,
        /** The export states a rate and no counts, and the rows give another: which orders make the difference nobody can tell. */
        OTHER_RATE_WITHOUT_COUNTS
    }

    /**
     * Part of the difference.
     *
     * @param part of the difference, in the same direction; nothing where it can't be told how much
     * @param days that it is about, where it is about days
     * @param orders that it is about, by id, as far as rows name them
     */
    public record Explanation(Kind kind, Optional<Difference> part, Optional<Period> days, List<String> orders) {

        public Explanation {
            orders = List.copyOf(orders);
        }

        /** Whether more orders may be it than it is about: which of them are, no row says. */
        public boolean isAmong() {
            boolean isSince = kind == Kind.DEFECTS_SINCE || kind == Kind.CHANGED_SINCE;
            return isSince
                    && part.filter(p -> Math.abs(p.affected()) < orders.size()).isPresent();
        }
    }
}
