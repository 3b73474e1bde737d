package redflag.plan;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import redflag.basics.Marketplace;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.Source;

/**
 * What a letter answers: what is on file of a notice, and what exports hold of the listings and orders that it names. What
 * is not known is missing, and the letter asks for it.
 *
 * @param subject what the agency calls the notice by; empty where none is on file
 * @param received the day the notice came
 * @param right TRADEMARK, COPYRIGHT, PATENT or COUNTERFEIT
 * @param complaint SUSPECTED or RECEIVED
 * @param papers what is wrong with the papers on file, in words of {@link #PAPERS}
 * @param sold of each listing that the notice names what the order exports have
 * @param returned of these listings' orders what came back for a reason that is the seller's; missing where none is known
 * @param asked what exports have of the orders that the notice names; missing where it names none
 */
public record Occasion(
        String subject,
        Optional<LocalDate> received,
        List<String> listings,
        List<String> orders,
        Optional<Code> right,
        Optional<Code> complaint,
        Optional<String> owner,
        Optional<String> complaintId,
        Set<String> papers,
        List<Sold> sold,
        Optional<Returned> returned,
        Optional<Asked> asked) {

    /** What may be wrong with papers, as letters name it in {@code when}. */
    public static final Set<String> PAPERS = Collections.unmodifiableSet(
            new TreeSet<>(List.of("name-differs", "address-differs", "too-old", "wrong-form")));

    /** What letters may be for: what is wrong with papers, who complains, and whether it may be of a copyright in the US. */
    static final Set<String> CASES = cases();

    static final String NOBODY_KNOWS_WHO_COMPLAINS = "complaint-unknown";

    /**
     * A complaint of a copyright in the United States, as far as the notice does not say otherwise: only that is answered by a
     * counter-notice in the form of their law.
     */
    private static final String OF_A_US_COPYRIGHT = "us-copyright-complaint";

    public Occasion {
        listings = List.copyOf(listings);
        orders = List.copyOf(orders);
        papers = Collections.unmodifiableSet(new TreeSet<>(papers));
        sold = List.copyOf(sold);
    }

    /**
     * What the order exports have of a listing.
     *
     * @param within the days of which they know all orders
     * @param units not cancelled; missing where they do not say how many
     * @param isAtLeast whether there may be more that can't be told
     * @param sources the rows; empty where there is no order
     */
    public record Sold(
            String listing, Period within, long orders, Optional<Long> units, boolean isAtLeast, List<Source> sources) {
        public Sold {
            sources = List.copyOf(sources);
        }
    }

    /** @param count orders that came back, of so many within these days */
    public record Returned(Period within, long count, long of, List<Source> sources) {
        public Returned {
            sources = List.copyOf(sources);
        }
    }

    /**
     * @param of orders that the notice names
     * @param known those of which exports have a row
     */
    public record Asked(long of, List<Parcels> known, List<Source> sources) {
        public Asked {
            known = List.copyOf(known);
            sources = List.copyOf(sources);
        }
    }

    /**
     * When an order was on its way; several parcels may have several days.
     *
     * @param shipped the days on which it was shipped; none where no export has one
     * @param delivered likewise
     */
    public record Parcels(String orderId, SortedSet<LocalDate> shipped, SortedSet<LocalDate> delivered) {
        public Parcels {
            shipped = Collections.unmodifiableSortedSet(new TreeSet<>(shipped));
            delivered = Collections.unmodifiableSortedSet(new TreeSet<>(delivered));
        }
    }

    /** Of which no notice is on file. */
    public static Occasion withoutNotice() {
        return new Occasion(
                "",
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Words of {@link #CASES}. */
    Set<String> whatItIs(Marketplace marketplace) {
        Set<String> words = new TreeSet<>(papers);
        words.add(complaint.map(Occasion::word).orElse(NOBODY_KNOWS_WHO_COMPLAINS));
        if (marketplace.isOfTheUnitedStates()
                && !complaint.equals(Optional.of(Code.SUSPECTED))
                && right.filter(of -> of != Code.COPYRIGHT).isEmpty()) {
            words.add(OF_A_US_COPYRIGHT);
        }
        return words;
    }

    private static Set<String> cases() {
        Set<String> cases = new TreeSet<>(PAPERS);
        cases.add(NOBODY_KNOWS_WHO_COMPLAINS);
        cases.add(OF_A_US_COPYRIGHT);
        EnumSet.of(Code.SUSPECTED, Code.RECEIVED).forEach(code -> cases.add(word(code)));
        return Collections.unmodifiableSet(cases);
    }

    private static String word(Code code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
