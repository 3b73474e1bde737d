package redflag.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of a notices file: what Amazon sent, and what became of it. Days are of the store's zone.
 *
 * @param id what the agency calls it by
 * @param kind what it is about
 * @param right whose infringement it is about
 * @param complaint {@link Code#SUSPECTED} or {@link Code#RECEIVED}
 * @param listings ASINs and SKUs, each once, in the order met
 * @param orders order ids, the same way
 * @param deadline that it states
 * @param deadlineAsWritten also where it is no day
 * @param appeal whether it can be appealed against
 * @param submitted what was submitted: days, each with a note
 * @param answered what Amazon answered: days, each with a note
 */
public record NoticeRow(
        String id,
        Word kind,
        Word right,
        Word complaint,
        Optional<String> rightsOwner,
        Optional<String> complaintId,
        Optional<LocalDate> received,
        List<String> listings,
        List<String> orders,
        Optional<String> amazonWrote,
        Optional<LocalDate> deadline,
        Optional<String> deadlineAsWritten,
        Word appeal,
        Word state,
        Optional<String> title,
        Optional<String> submitted,
        Optional<String> answered,
        Optional<String> note,
        Source source) {

    public NoticeRow {
        listings = List.copyOf(listings);
        orders = List.copyOf(orders);
    }

    /**
     * A word of a closed list.
     *
     * @param code missing where nobody knows the word, or there is none
     * @param asWritten missing where the cell is blank
     */
    public record Word(Optional<Code> code, Optional<String> asWritten) {

        /** Whether something stands there that nobody knows. */
        public boolean isUnknown() {
            return code.isEmpty() && asWritten.isPresent();
        }
    }
}
