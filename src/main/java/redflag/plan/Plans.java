package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.basics.Store;
import redflag.causes.Causes;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.past.Snapshot;
import redflag.rules.Reading;
import redflag.rules.Status;

/**
 * Drafts a plan of action for each reason whose metrics are off target and enforced. A plan states what rows or printed
 * counts give, asks what only people know, and lets every deed stand as to be confirmed (domain.md §3.5).
 */
public final class Plans {

    private final PlanLibrary texts;
    private final MeasuringRules rules;

    public Plans(PlanLibrary texts, MeasuringRules rules) {
        this.texts = texts;
        this.rules = rules;
    }

    /**
     * In the order of {@link Reason}; empty for a store with nothing off target.
     *
     * @param language of {@link PlanLibrary#languages}
     * @param asOf the day whose watch lines the store is to keep
     * @param earlier what the night before kept of the store
     */
    public List<Plan> draft(
            String language,
            Store store,
            LocalDate asOf,
            List<Finding> findings,
            Causes causes,
            Optional<Snapshot> earlier) {
        List<Plan> plans = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<Finding> off = findings.stream()
                    .filter(f -> reason.metrics().contains(f.reading().metric()) && needsPlan(f.reading()))
                    .toList();
            if (!off.isEmpty()) {
                plans.add(new Draft(texts, language, rules, store, asOf, reason)
                        .of(off, findings, causes, new Disputes(asOf, earlier)));
            }
        }
        return plans;
    }

    /** A reading that may be off target only by defects that Amazon does not count is Watch, and gets none. */
    private static boolean needsPlan(Reading reading) {
        return reading.decides()
                && reading.status() == Status.OFF_TARGET
                && reading.measured().isPresent();
    }
}
