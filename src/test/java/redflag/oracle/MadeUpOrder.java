package redflag.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * An order of a {@link RandomAgency}, with what became of it.
 *
 * @param amazons whether it is the seller's on Amazon, and not one that Amazon only fulfils
 * @param lines how many rows it has in a table of order lines
 * @param partly whether its first line only was cancelled, so that the order was not
 * @param asked whether the buyer asked for the cancellation
 * @param cancelledBy as the interface says it
 * @param states from the first to the last
 */
record MadeUpOrder(
        String id,
        Country country,
        boolean amazons,
        Instant placed,
        boolean merchant,
        int lines,
        boolean partly,
        boolean asked,
        String cancelledBy,
        List<State> states,
        Instant shipBy,
        Instant promised,
        List<Parcel> parcels) {

    /** @param feedbackDay how feedback of the country writes a day, */
    record Country(String code, String id, String channel, ZoneId zone, String feedbackDay) {}

    /** @param word Pending, Unshipped, Shipped or Cancelled */
    record State(Instant updated, String word) {}

    record Parcel(Instant shipped, boolean tracked) {}

    LocalDate day() {
        return LocalDate.ofInstant(placed, country.zone());
    }

    /** The newest state at a moment; none before the first. */
    State at(Instant moment) {
        State newest = states.get(0);
        for (State state : states) {
            newest = state.updated().isAfter(moment) ? newest : state;
        }
        return newest;
    }
}
