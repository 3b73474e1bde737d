package redflag.packs;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import redflag.check.Background;
import redflag.check.DraftCheck;
import redflag.check.Finding;
import redflag.check.Letter;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.check.Rule;
import redflag.plan.Reason;

/**
 * Whether a letter holds something that is asked for, by the rules of {@code check} (src/docs/check.md).
 *
 * @param faults what these rules find in the part that is for it, each once
 */
public record Held(State state, List<Rule> faults) {

    private static final Set<Rule> OF_CAUSES =
            EnumSet.of(Rule.NO_INVESTIGATION, Rule.CAUSE_RESTATES_SYMPTOM, Rule.VAGUE_CAUSE);
    private static final Set<Rule> OF_ACTIONS = EnumSet.of(Rule.CAUSE_WITHOUT_ACTION, Rule.FUTURE_FOR_DONE);
    private static final Set<Rule> OF_PREVENTION =
            EnumSet.of(Rule.ACTION_WITHOUT_PREVENTION, Rule.FUTURE_FOR_DONE, Rule.PREVENTION_WITHOUT_THRESHOLD);

    public enum State {
        /** It has it, and no rule speaks against it. */
        THERE,
        /** It has something of the kind that is known to be refused, or is weak. */
        FAULTY,
        /** Something of it is still to be confirmed. */
        OPEN,
        MISSING
    }

    public Held {
        faults = List.copyOf(faults);
    }

    /** Whether nothing that is known as a ground for refusal speaks against it. */
    boolean isEnough() {
        return state == State.THERE
                || state == State.FAULTY && faults.stream().noneMatch(rule -> rule.severity() == Rule.Severity.GROUNDS);
    }

    /** Of each thing that is asked for. */
    static Map<Ask, Held> in(Letter letter, Reason reason, Set<Ask> asked) {
        List<Finding> findings = DraftCheck.check(letter, reason, Background.none());
        Map<Ask, Held> held = new EnumMap<>(Ask.class);
        asked.forEach(ask -> held.put(
                ask, ask.part().map(part -> part(letter, part, findings)).orElseGet(() -> paper(letter, ask))));
        return held;
    }

    private static Held part(Letter letter, Part part, List<Finding> findings) {
        if (!letter.open(part).isEmpty()) {
            return new Held(State.OPEN, List.of());
        }
        if (letter.sentences(part).findAny().isEmpty()) {
            return new Held(State.MISSING, List.of());
        }
        List<Rule> faults = findings.stream()
                .filter(finding -> isAbout(finding, part))
                .map(Finding::rule)
                .distinct()
                .toList();
        return new Held(faults.isEmpty() ? State.THERE : State.FAULTY, faults);
    }

    private static boolean isAbout(Finding finding, Part part) {
        boolean isPromise = finding.rule() == Rule.FUTURE_FOR_DONE;
        if (isPromise && finding.at().filter(at -> at.part() == part).isEmpty()) {
            return false;
        }
        return switch (part) {
            case CAUSES -> OF_CAUSES.contains(finding.rule());
            case ACTIONS -> OF_ACTIONS.contains(finding.rule());
            case PREVENTION -> OF_PREVENTION.contains(finding.rule());
            case OPENING, ISSUE, OTHER, ASIDE -> false;
        };
    }

    /** A letter has it where it speaks of it: what goes with a letter no file says. */
    private static Held paper(Letter letter, Ask ask) {
        if (letter.sentences().map(Sentence::text).anyMatch(ask::isIn)) {
            return new Held(State.THERE, List.of());
        }
        Stream<String> open = letter.open().stream().map(Sentence::text);
        return new Held(open.anyMatch(ask::isIn) ? State.OPEN : State.MISSING, List.of());
    }
}
