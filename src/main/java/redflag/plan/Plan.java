package redflag.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.ledger.Source;
import redflag.rules.Metric;

/**
 * The drafted plan of action for one reason, or the letter that answers a notice. Root causes, actions and prevention carry the same numbers, so that each
 * cause has its answers.
 *
 * @param metrics the metrics off target; none of what only a notice says
 * @param issue what is off target, in figures
 * @param rootCauses what rows show, the largest share first, and what they leave open, as a question to the seller
 * @param actionsTaken what was done; each stands as {@code [confirm: …]} until somebody confirms it
 * @param prevention what keeps it from happening again, with a threshold
 * @param otherMetrics how the store stands elsewhere
 * @param questions what only people know, and nobody has answered yet; no part of the letter
 * @param disputes defects that may be disputed apart from the plan; no part of the letter
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
        List<Paragraph> otherMetrics,
        List<Question> questions,
        List<Dispute> disputes,
        List<Evidence> evidence) {

    /** How a thing that nobody has confirmed begins. */
    public static final String CONFIRM = "[confirm:";

    /** Such a thing, whole; its group is what is to be confirmed. Reading copies have their own word for it. */
    public static final Pattern TO_CONFIRM = Pattern.compile("\\[(?:confirm:|待确认：)([^]]*)]");

    /** The same, and what a lawyer has to read first: what is marked in a document. */
    public static final Pattern MARKED = Pattern.compile("\\[(?:confirm:|待确认：|for a lawyer:|请律师过目：)[^]]*]");

    public Plan {
        metrics = List.copyOf(metrics);
        issue = List.copyOf(issue);
        rootCauses = List.copyOf(rootCauses);
        actionsTaken = List.copyOf(actionsTaken);
        prevention = List.copyOf(prevention);
        otherMetrics = List.copyOf(otherMetrics);
        questions = List.copyOf(questions);
        disputes = List.copyOf(disputes);
        evidence = List.copyOf(evidence);
    }

    /**
     * @param number of the cause it belongs to; 0 for what belongs to none
     * @param id of what it asks to confirm, the same every night, see {@link Measure#id}; missing where it asks nothing
     */
    public record Paragraph(int number, String text, Optional<String> id) {

        /** Without anything that people could answer. */
        public Paragraph(int number, String text) {
            this(number, text, Optional.empty());
        }

        Paragraph numbered(int as) {
            return new Paragraph(as, text, id);
        }
    }

    /** A cause that only people know: once it is answered it is a root cause, with these answers; without numbers. */
    public record Question(Paragraph cause, Paragraph action, Paragraph prevention) {}

    /**
     * Defects of one kind that may be disputed.
     *
     * @param kind what is wrong with them, in capitals as in machine copies
     * @param request what to ask Amazon for, and when it has a chance
     */
    public record Dispute(String kind, String request, List<Disputed> orders) {
        public Dispute {
            orders = List.copyOf(orders);
        }
    }

    /**
     * An order whose defect may be disputed.
     *
     * @param until the last day on which it can be asked for at the latest: it may be earlier, for it runs from an event that was
     *     there when a night first saw it; missing where no limit is known
     */
    public record Disputed(String orderId, Optional<LocalDate> until) {}

    /** What evidence rests on. */
    public enum Basis {
        /** Rows of exports. */
        ROWS,
        /** A figure that an export prints. */
        STATED,
        /** Rows that hold nothing of the kind. */
        NONE,
        /** A figure of an earlier night, whose rows are gone. */
        OLD,
        /** Rows of order reports, whose orders are those of a listing or are named in a notice. */
        ORDERS,
        /** A row of the actions file. */
        DEED
    }

    /**
     * @param number as in the texts
     * @param sources the rows
     */
    public record Evidence(int number, Basis basis, String text, List<Source> sources) {
        public Evidence {
            sources = List.copyOf(sources);
        }
    }

    /** How many things somebody must confirm before it may be sent; questions that nobody answers do not count. */
    public int toConfirm() {
        return (int) Stream.of(issue, rootCauses, actionsTaken, prevention)
                .flatMap(List::stream)
                .mapToLong(paragraph ->
                        TO_CONFIRM.matcher(paragraph.text()).results().count())
                .sum();
    }
}
