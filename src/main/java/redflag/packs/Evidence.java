package redflag.packs;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.Source;

/**
 * What exports hold of the listings and orders that a notice names.
 *
 * @param cover the days of which the order exports know all orders; missing where no order export has a row
 * @param counted of these the days whose orders the figures count; missing where there are none
 * @param listings in the order of the notice
 * @param lines of these listings' orders and of the orders that the notice names, oldest first
 * @param unknownOrders that the notice names and no order export has
 */
public record Evidence(
        Optional<Period> cover,
        Optional<Period> counted,
        List<ListingFigures> listings,
        List<Line> lines,
        List<String> unknownOrders) {

    public Evidence {
        listings = List.copyOf(listings);
        lines = List.copyOf(lines);
        unknownOrders = List.copyOf(unknownOrders);
    }

    /**
     * A listing within the days that are counted; without such days all are 0.
     *
     * @param units not cancelled; missing where a row does not say how many
     * @param isAtLeast whether rows may hold more that can't be told: without product, or rejected
     * @param returned orders that came back for a reason that is the seller's
     * @param withDefects orders with negative feedback, a claim or a chargeback
     * @param sources the order rows
     * @param returnedSources those of the orders that came back
     */
    public record ListingFigures(
            String listing,
            long orders,
            Optional<Long> units,
            boolean isAtLeast,
            Optional<LocalDate> first,
            Optional<LocalDate> last,
            long returned,
            long withDefects,
            List<Source> sources,
            List<Source> returnedSources) {
        public ListingFigures {
            sources = List.copyOf(sources);
            returnedSources = List.copyOf(returnedSources);
        }
    }

    /**
     * An item of an order; of an order that the notice names the order alone, where it is not one of the listings.
     *
     * @param listing of the notice's that it is of; empty for an order that the notice names
     * @param isAfterNotice whether it was placed after the day the notice came
     * @param returns reasons in the words of the export, each with its day and its status where it has them
     * @param defects NEGATIVE_FEEDBACK, A_TO_Z_CLAIM, CHARGEBACK
     * @param signs what comments complain of
     * @param source the order row
     * @param further rows of Amazon's lists that say when it was shipped or delivered, or by whom, where the order rows do not
     */
    public record Line(
            String listing,
            String orderId,
            LocalDate placed,
            boolean isAfterNotice,
            Optional<String> asin,
            Optional<String> sku,
            Optional<Long> units,
            boolean isCancelled,
            Optional<Code> fulfilment,
            Optional<LocalDate> shipped,
            Optional<LocalDate> delivered,
            Optional<String> carrier,
            List<String> returns,
            Set<Code> defects,
            Set<Code> signs,
            Source source,
            List<Source> further) {

        public Line {
            further = List.copyOf(further);
            returns = List.copyOf(returns);
            defects = sorted(defects);
            signs = sorted(signs);
        }

        private static Set<Code> sorted(Set<Code> codes) {
            EnumSet<Code> sorted = EnumSet.noneOf(Code.class);
            sorted.addAll(codes);
            return Collections.unmodifiableSet(sorted);
        }
    }

    /** Nothing named, or nothing known. */
    public boolean isEmpty() {
        return lines.isEmpty() && listings.isEmpty();
    }
}
