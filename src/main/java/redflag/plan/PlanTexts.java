package redflag.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import redflag.causes.Causes;

/**
 * The texts of the plans for one reason in one language: ICU patterns, each in one or more variants that say the same. Read
 * by {@link PlanTextFile}.
 *
 * @param issue what is off target, counted
 * @param issueStated the same where only a rate is stated
 * @param breakdown of the affected orders by what happened; empty for reasons that have none
 * @param compared how groups of orders were compared; empty for reasons whose orders no export counts
 * @param listed how orders of a list that no export has the total of were looked into; empty where no reason has such lists
 * @param oneByOne how few orders were looked into one by one; empty for the same
 * @param causes in the order in which they are asked where rows rank none
 * @param disputes what may be disputed, and how
 * @param letters that go beside the answer to a notice; empty for rates
 */
public record PlanTexts(
        List<String> title,
        List<String> issue,
        List<String> issueStated,
        List<String> breakdown,
        List<String> compared,
        List<String> listed,
        List<String> oneByOne,
        List<Cause> causes,
        List<Dispute> disputes,
        List<Letter> letters) {

    public PlanTexts {
        title = List.copyOf(title);
        issue = List.copyOf(issue);
        issueStated = List.copyOf(issueStated);
        breakdown = List.copyOf(breakdown);
        compared = List.copyOf(compared);
        listed = List.copyOf(listed);
        oneByOne = List.copyOf(oneByOne);
        causes = List.copyOf(causes);
        disputes = List.copyOf(disputes);
        letters = List.copyOf(letters);
    }

    /**
     * A root cause with its answers.
     *
     * @param id in the ids of measures; the same in every language, and for good
     * @param when words of {@link When}, or ids of causes that rows show
     */
    public record Cause(
            String id, List<String> when, List<String> cause, List<String> action, List<String> prevention) {

        public Cause {
            when = List.copyOf(when);
            cause = List.copyOf(cause);
            action = List.copyOf(action);
            prevention = List.copyOf(prevention);
        }

        /** The variants of a part. */
        List<String> of(Measure.Part part) {
            return switch (part) {
                case CAUSE -> cause;
                case ACTION -> action;
                case PREVENTION -> prevention;
            };
        }
    }

    /**
     * What may be said against a defect of a kind.
     *
     * @param kind in capitals as in machine copies: a kind of defect, or {@link #OF_AMAZONS_DELIVERY}
     * @param request what to ask Amazon for, and when it has a chance
     * @param withinDays so many days from the event itself; missing where no limit is known
     */
    public record Dispute(String kind, List<String> request, Optional<Integer> withinDays) {

        /** Negative feedback on orders that Amazon ships, about their delivery alone as far as its words are known. */
        static final String OF_AMAZONS_DELIVERY = "FEEDBACK_OF_AMAZONS_DELIVERY";

        public Dispute {
            request = List.copyOf(request);
        }
    }

    /**
     * A letter beside the one that answers a notice.
     *
     * @param id the same in every language
     * @param when words of {@link Occasion#CASES}, one of which must be so; empty for one that is always drafted
     * @param forALawyer see {@link SideLetter#forALawyer}
     */
    public record Letter(
            String id, List<String> when, String title, String to, List<String> paragraphs, boolean forALawyer) {
        public Letter {
            when = List.copyOf(when);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The entry of this id. */
    Optional<Cause> cause(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }

    /** The entry that is told of a cause that rows show, by its id, or of what a word of {@link When} names. */
    Optional<Cause> causeFor(String when) {
        return causes.stream().filter(cause -> cause.when().contains(when)).findFirst();
    }

    /** How defects were looked into: many beside the orders that they are of, or as they are listed; few one by one. */
    List<String> investigation(Causes.OfMetric of) {
        return of.isCompared() ? compared : of.areMany() ? listed : oneByOne;
    }

    /** These in place of those of the same name, new ones after the others. */
    PlanTexts overriddenBy(PlanTexts own) {
        return new PlanTexts(
                or(own.title, title),
                or(own.issue, issue),
                or(own.issueStated, issueStated),
                or(own.breakdown, breakdown),
                or(own.compared, compared),
                or(own.listed, listed),
                or(own.oneByOne, oneByOne),
                merged(causes, own.causes, Cause::id),
                merged(disputes, own.disputes, Dispute::kind),
                merged(letters, own.letters, Letter::id));
    }

    /** The same without what a letter has a text of its own for; empty texts stand for those of the letter. */
    PlanTexts without(PlanTexts letter) {
        return new PlanTexts(
                letter.title.isEmpty() ? title : List.of(),
                letter.issue.isEmpty() ? issue : List.of(),
                letter.issueStated.isEmpty() ? issueStated : List.of(),
                letter.breakdown.isEmpty() ? breakdown : List.of(),
                letter.compared.isEmpty() ? compared : List.of(),
                letter.listed.isEmpty() ? listed : List.of(),
                letter.oneByOne.isEmpty() ? oneByOne : List.of(),
                causes.stream()
                        .filter(cause -> letter.cause(cause.id()).isEmpty())
                        .toList(),
                disputes.stream()
                        .filter(dispute -> letter.disputes.stream()
                                .noneMatch(other -> other.kind().equals(dispute.kind())))
                        .toList(),
                letters.stream()
                        .filter(one -> letter.letters.stream()
                                .noneMatch(other -> other.id().equals(one.id())))
                        .toList());
    }

    private static List<String> or(List<String> own, List<String> shipped) {
        return own.isEmpty() ? shipped : own;
    }

    private static <T> List<T> merged(List<T> shipped, List<T> own, Function<T, String> name) {
        Map<String, T> byName = new LinkedHashMap<>();
        shipped.forEach(one -> byName.put(name.apply(one), one));
        own.forEach(one -> byName.put(name.apply(one), one));
        return List.copyOf(byName.values());
    }
}
