package redflag.notices;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that was submitted to Amazon, or that it answered.
 *
 * @param on missing where the note begins with no day
 * @param note empty where there is nothing but a day
 */
public record Exchange(Optional<LocalDate> on, String note) {

    private static final String DAY = "(\\d{4})[-/.\u5E74](\\d{1,2})[-/.\u6708](\\d{1,2})(?!\\d)\u65E5?";
    private static final Pattern BEGINS_WITH_A_DAY =
            Pattern.compile(DAY + "(?:T00:00(?::00)?)?[\\s:\uFF1A,\uFF0C-]*(.*)", Pattern.DOTALL);
    /** Line ends and semicolons stand in notes too: only before a day do they end one. */
    private static final Pattern BEFORE_A_DAY = Pattern.compile("[\\s;\uFF1B]+(?=" + DAY + ")");

    /** Of a cell such as {@code 2026-11-10: first plan; 2026-11-15: second plan}, in this order. */
    static List<Exchange> parse(String cell) {
        List<Exchange> all = new ArrayList<>();
        for (String entry : BEFORE_A_DAY.split(cell.strip())) {
            all.add(entry(entry.strip()));
        }
        return all;
    }

    private static Exchange entry(String entry) {
        Matcher dated = BEGINS_WITH_A_DAY.matcher(entry);
        if (!dated.matches()) {
            return new Exchange(Optional.empty(), entry);
        }
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(dated.group(1)),
                    Integer.parseInt(dated.group(2)),
                    Integer.parseInt(dated.group(3)));
            return new Exchange(Optional.of(day), dated.group(4).strip());
        } catch (DateTimeException e) {
            return new Exchange(Optional.empty(), entry);
        }
    }

    /** The newest day of them; missing where none has one. */
    static Optional<LocalDate> newest(List<Exchange> all) {
        return all.stream().flatMap(one -> one.on().stream()).max(Comparator.naturalOrder());
    }
}
