package redflag.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.ledger.ActionRow;

/**
 * A thing in a plan that only people can say: a deed, a means of prevention, or the answer to a question about the cause.
 *
 * @param id the same every night, whatever the figures are: {@code late-shipment/action.2/SKU-9}
 * @param what is to be confirmed, as the plan words it; empty where no plan of the night asks for it
 * @param row of the actions file that says most of it, if one says anything
 * @param owner who is to see to it, if somebody wrote that down
 * @param due until when, as it was written down
 * @param evidence the number under which the plan cites the row; missing where it is not confirmed
 */
public record Measure(
        String id,
        String what,
        State state,
        Optional<ActionRow> row,
        Optional<String> owner,
        Optional<String> due,
        Optional<Integer> evidence) {

    private static final Pattern ID = Pattern.compile("([a-z-]+)/((cause|action|prevention)\\.\\d+)(/.+)?");

    /** The parts of a plan that hold such things. */
    public enum Part {
        CAUSE("cause"),
        ACTION("action"),
        PREVENTION("prevention");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        /** As in ids. */
        public String word() {
            return word;
        }
    }

    /** What the actions files say of it. */
    public enum State {
        /** Nobody has filled it in. */
        OPEN,
        CONFIRMED,
        /** Filled in without the day. */
        NO_DAY,
        /** Filled in without who did it. */
        NO_PERSON,
        /** Done, but what was done is not said, and a plan can't say it. */
        NO_NOTE,
        /** Dated after the day that the report looks from. */
        LATER,
        /** Filled in, and no plan of the night asks for it. */
        NOT_ASKED,
        /** Filled in under an id that no plan can have. */
        UNKNOWN
    }

    /**
     * The id of what a paragraph asks to confirm. A text that names an item or a weekday is of it alone.
     *
     * @param key the number of the text in its file, not of the paragraph in the plan
     * @param pattern the text
     */
    static String idOf(Reason reason, Part part, int key, String pattern, Map<String, Object> facts) {
        StringBuilder id = new StringBuilder(reason.word())
                .append('/')
                .append(part.word())
                .append('.')
                .append(key);
        for (String subject : new String[] {"sku", "weekday"}) {
            if (pattern.contains("{" + subject + "}")) {
                id.append('/').append(facts.get(subject));
            }
        }
        return id.toString();
    }

    /** Whether a plan could ask for it, tonight or another night. */
    static boolean isKnown(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                && Arrays.stream(Reason.values())
                        .filter(reason -> reason.word().equals(parts.group(1)))
                        .anyMatch(reason ->
                                PlanTexts.of(reason, "en").find(parts.group(2)).isPresent());
    }

    /** The part of the plan it stands in; none for an id that no plan has. */
    public Optional<Part> part() {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Arrays.stream(Part.values())
                        .filter(part -> part.word().equals(parts.group(3)))
                        .findFirst()
                : Optional.empty();
    }
}
