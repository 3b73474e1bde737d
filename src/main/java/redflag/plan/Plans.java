package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redflag.basics.Store;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

/**
 * Drafts a plan of action for each reason whose metrics are off target and enforced. A plan states what rows or printed
 * counts give, asks what only people know, and lets every deed stand as to be confirmed (domain.md §3.5).
 */
public final class Plans {

    private final Messages messages;
    private final MeasuringRules rules;

    public Plans(Messages messages, MeasuringRules rules) {
        this.messages = messages;
        this.rules = rules;
    }

    /**
     * In the order of {@link Reason}; empty for a store with nothing off target.
     *
     * @param asOf the day whose watch lines the store is to keep
     */
    public List<Plan> draft(Store store, LocalDate asOf, List<Finding> findings) {
        List<Plan> plans = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            List<Finding> off = findings.stream()
                    .filter(f -> reason.metrics().contains(f.reading().metric()) && needsPlan(f.reading()))
                    .toList();
            if (!off.isEmpty()) {
                plans.add(new Draft(messages, rules, store, asOf, reason).of(off));
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
