package redflag.check;

import java.util.Arrays;
import java.util.Optional;

/** A known reason why a plan of action is refused. What each rests on and cannot see: src/docs/check.md. */
public enum Rule {
    UNRESOLVED_CONFIRM("unresolved-confirm", Severity.GROUNDS),
    OTHER_PROBLEM("other-problem", Severity.GROUNDS),
    PROBLEM_NOT_STATED("problem-not-stated", Severity.GROUNDS),
    PART_MISSING("part-missing", Severity.GROUNDS),
    ASKED_PART_MISSING("asked-part-missing", Severity.GROUNDS),
    TOO_BRIEF("too-brief", Severity.GROUNDS),
    NO_INVESTIGATION("no-investigation", Severity.GROUNDS),
    NO_PROOF("no-proof", Severity.GROUNDS),
    CAUSE_RESTATES_SYMPTOM("cause-restates-symptom", Severity.GROUNDS),
    VAGUE_CAUSE("vague-cause", Severity.GROUNDS),
    CAUSE_WITHOUT_ACTION("cause-without-action", Severity.GROUNDS),
    ACTION_WITHOUT_PREVENTION("action-without-prevention", Severity.GROUNDS),
    FUTURE_FOR_DONE("future-for-done", Severity.GROUNDS),
    BLAME("blame", Severity.GROUNDS),
    EMOTION("emotion", Severity.GROUNDS),
    FIGURE_CONTRADICTS_REPORT("figure-contradicts-report", Severity.GROUNDS),
    IMPOSSIBLE_DAY("impossible-day", Severity.GROUNDS),
    DEED_IN_THE_FUTURE("deed-in-the-future", Severity.GROUNDS),
    CONTRADICTS_EARLIER("contradicts-earlier", Severity.GROUNDS),
    TEXT_OF_ANOTHER_STORE("text-of-another-store", Severity.GROUNDS),
    OPEN_QUESTION("open-question", Severity.ADVICE),
    PREVENTION_WITHOUT_THRESHOLD("prevention-without-threshold", Severity.ADVICE),
    STOCK_PHRASE("stock-phrase", Severity.ADVICE),
    SENTENCE_OF_ANOTHER_STORE("sentence-of-another-store", Severity.ADVICE),
    TOO_LONG("too-long", Severity.ADVICE);

    /** How much a finding weighs. */
    public enum Severity {
        /** Reason enough to refuse the plan. */
        GROUNDS,
        /** Makes it weaker. */
        ADVICE
    }

    private final String id;
    private final Severity severity;

    Rule(String id, Severity severity) {
        this.id = id;
        this.severity = severity;
    }

    /** As in the text for people, in machine copies and in src/docs/check.md. */
    public String id() {
        return id;
    }

    public Severity severity() {
        return severity;
    }

    public static Optional<Rule> find(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
    }
}
