package redflag.ledger;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of an actions file: what was really done about a measure, as far as it is filled in.
 *
 * @param id of the measure, as plans name it
 * @param asked what was to be confirmed when the row was printed; missing in tables that do not hold it
 * @param notADay what stands in place of the day on which it was done, and is none
 * @param note what was done, in the agency's own words
 * @param proof what shows it: a document, a screenshot, a case number
 */
public record ActionRow(
        String id,
        Optional<String> asked,
        Optional<LocalDate> doneOn,
        Optional<String> notADay,
        Optional<String> doneBy,
        Optional<String> proof,
        Optional<String> note,
        Optional<String> owner,
        Optional<String> due,
        Source source) {

    /** Whether it says anything of a deed; a row that was only handed out does not. */
    public boolean isFilledIn() {
        return Stream.of(doneOn, notADay, doneBy, proof, note).anyMatch(Optional::isPresent);
    }

    /** Whether both fill in a thing, and not alike. */
    public boolean disagreesWith(ActionRow other) {
        return differ(doneBy, other.doneBy) || differ(proof, other.proof) || differ(note, other.note);
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !Objects.equals(one, other);
    }
}
