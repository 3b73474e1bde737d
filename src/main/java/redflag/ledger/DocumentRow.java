package redflag.ledger;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a documents file: a paper that the agency has of a seller, as somebody wrote down what it says.
 *
 * @param id what the agency calls it by
 * @param file its path in the documents folder, as written
 * @param issued the day that it bears
 * @param expires the last day on which it is valid
 * @param name whose name it bears
 * @param address which address of the seller it bears
 * @param supplier who sold what it is about
 * @param buyer to whom
 * @param listings ASINs and SKUs, each once, in the order met
 * @param units of each of the listings of which the row says it
 * @param unitsAsWritten also where they can't be told
 * @param notices the notices that it is for; none where it may serve any
 */
public record DocumentRow(
        String id,
        NoticeRow.Word kind,
        Optional<String> file,
        Optional<LocalDate> issued,
        Optional<LocalDate> expires,
        Optional<String> name,
        Optional<String> address,
        Optional<String> supplier,
        Optional<String> buyer,
        List<String> listings,
        Map<String, Long> units,
        Optional<String> unitsAsWritten,
        List<String> notices,
        Optional<String> note,
        Source source) {

    public DocumentRow {
        listings = List.copyOf(listings);
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        notices = List.copyOf(notices);
    }
}
