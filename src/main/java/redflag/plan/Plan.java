package redflag.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.ledger.Source;
import redflag.rules.Metric;

/**
 * The drafted plan of action for one reason. Root causes, actions and prevention carry the same numbers, so that each
 * cause has its answers.
 *
 * @param metrics the metrics off target
 * @param issue what is off target, in figures
 * @param rootCauses until somebody states one, a question to the seller with the figures that raise it
 * @param actionsTaken what was done; each stands as {@code [confirm: …]} until somebody confirms it
 * @param prevention what keeps it from happening again, with a threshold
 * @param evidence what the references {@code [1]}, {@code [2]} … in the texts stand for
 */
public record Plan(
        Reason reason,
        String title,
        List<Metric> metrics,
        List<Paragraph> issue,
        List<Paragraph> rootCauses,
        List<Paragraph> actionsTaken,
        List<Paragraph> prevention,
        List<Evidence> evidence) {

    /** How a thing that nobody has confirmed begins. */
    public static final String CONFIRM = "[confirm:";

    /** Such a thing, whole; its group is what is to be confirmed. */
    public static final Pattern TO_CONFIRM = Pattern.compile("\\[confirm:([^]]*)]");

    public Plan {
        metrics = List.copyOf(metrics);
        issue = List.copyOf(issue);
        rootCauses = List.copyOf(rootCauses);
        actionsTaken = List.copyOf(actionsTaken);
        prevention = List.copyOf(prevention);
        evidence = List.copyOf(evidence);
    }

    /**
     * @param number of the cause it belongs to; 0 for the issue
     * @param id of what it asks to confirm, the same every night, see {@link Measure#id}; the issue has none
     */
    public record Paragraph(int number, String text, Optional<String> id) {

        /** Without anything that people could answer. */
        public Paragraph(int number, String text) {
            this(number, text, Optional.empty());
        }
    }

    /**
     * @param number as in the texts
     * @param sources the rows
     */
    public record Evidence(int number, String text, List<Source> sources) {
        public Evidence {
            sources = List.copyOf(sources);
        }
    }

    /** How many things somebody must confirm before it may be sent. */
    public int toConfirm() {
        return (int) Stream.of(issue, rootCauses, actionsTaken, prevention)
                .flatMap(List::stream)
                .mapToLong(paragraph ->
                        TO_CONFIRM.matcher(paragraph.text()).results().count())
                .sum();
    }
}
