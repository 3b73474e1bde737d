package redflag.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.ledger.ActionRow;

/**
 * A thing in a plan that only people can say: a deed, a means of prevention, or the answer to a question about the cause.
 *
 * @param id the same every night, whatever the figures are: {@code late-shipment/action.item/SKU-9}
 * @param what is to be confirmed, as the plan words it; where no plan of the night asks for it, as it was asked once
 * @param read the same as the reading copy of the plan words it, where there is one
 * @param target the sentence behind it that says by which number it is checked; it stays in the letter once it is confirmed. As
 *     managers read it; missing where there is none
 * @param row of the actions file that says most of it, if one says anything
 * @param owner who is to see to it, if somebody wrote that down
 * @param due until when, as it was written down
 * @param unusable why the note can't stand in the letter; present in the state {@link State#NOTE_UNUSABLE} alone
 * @param evidence the number under which the plan cites the row; missing where it is not confirmed
 */
public record Measure(
        String id,
        String what,
        Optional<String> read,
        Optional<String> target,
        State state,
        Optional<ActionRow> row,
        Optional<String> owner,
        Optional<String> due,
        Optional<Remark> unusable,
        Optional<Integer> evidence) {

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
        /** A question that needs an answer only if it was so. */
        ASKED,
        CONFIRMED,
        /** What stands as its day is none. */
        NOT_A_DAY,
        /** Filled in without the day. */
        NO_DAY,
        /** Filled in without who did it. */
        NO_PERSON,
        /** Done, but what was done is not said, and a plan can't say it. */
        NO_NOTE,
        /** Done, but in words that would do harm in a letter. */
        NOTE_UNUSABLE,
        /** Filled in when something else was asked under the same id. */
        OTHER_QUESTION,
        /** Dated after the day that the report looks from. */
        LATER,
        /** Filled in, and no plan of the night asks for it. */
        NOT_ASKED,
        /** Filled in under an id that no plan can have. */
        UNKNOWN
    }

    /**
     * Names a thing to confirm the same way every night, whatever the figures are and wherever it stands in the plan.
     *
     * @param cause of the library, see {@link PlanTexts.Cause#id}
     * @param subject what it is about, such as a SKU; empty for what is about none
     */
    record Id(Reason reason, Part part, String cause, String subject) {

        private static final Pattern FORM =
                Pattern.compile("([a-z-]+)/(cause|action|prevention)\\.([a-z0-9-]+)(?:/(.+))?");

        String text() {
            return reason.word() + "/" + part.word() + "." + cause + (subject.isEmpty() ? "" : "/" + subject);
        }

        /** Of a text in this form; missing for any other. */
        static Optional<Id> parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                return Optional.empty();
            }
            Part part = Part.valueOf(form.group(2).toUpperCase(Locale.ROOT));
            String subject = Optional.ofNullable(form.group(4)).orElse("");
            return Reason.find(form.group(1)).map(reason -> new Id(reason, part, form.group(3), subject));
        }
    }

    Measure unusable(Remark why) {
        return new Measure(id, what, read, target, State.NOTE_UNUSABLE, row, owner, due, Optional.of(why), evidence);
    }

    Measure as(State other) {
        return new Measure(id, what, read, target, other, row, owner, due, unusable, evidence);
    }

    /** With the sentence that stands behind it; empty where there is none. */
    Measure withTarget(String sentence) {
        Optional<String> behind = Optional.of(sentence).filter(text -> !text.isEmpty());
        return new Measure(id, what, read, behind, state, row, owner, due, unusable, evidence);
    }

    /** Under which number the plan cites its row. */
    Measure cited(int number) {
        return new Measure(id, what, read, target, state, row, owner, due, unusable, Optional.of(number));
    }

    /** As managers read it, by the same measures of the reading copies. */
    public Measure readBy(List<Measure> copies) {
        Optional<Measure> own = copies.stream()
                .filter(copy -> copy.id().equals(id) && !copy.what().isEmpty())
                .findFirst();
        Optional<String> words = own.map(Measure::what);
        Optional<String> aim = own.flatMap(Measure::target).or(this::target);
        return new Measure(id, what, words, aim, state, row, owner, due, unusable, evidence);
    }

    /** What is to be confirmed, for managers. */
    public String toRead() {
        return read.orElse(what);
    }

    /** The part of the plan it stands in; none for an id that no plan has. */
    public Optional<Part> part() {
        return Id.parse(id).map(Id::part);
    }
}
