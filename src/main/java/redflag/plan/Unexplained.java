package redflag.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.causes.Causes;
import redflag.metrics.Defect;
import redflag.metrics.Finding;

/**
 * Defects that no cause explains, and what a letter asks of them.
 *
 * @param entry of the library
 */
record Unexplained(PlanTexts.Cause entry, List<Defect> defects) {

    Unexplained {
        defects = List.copyOf(defects);
    }

    /** By what is wrong with them, as far as the letter has texts for it; one with several kinds is under each. */
    static List<Unexplained> of(Finding finding, Causes found, PlanTexts letter) {
        List<Defect> all = Subjects.causes(finding, found)
                .map(Causes.OfMetric::unexplained)
                .orElse(finding.defects());
        List<Defect> rest = new ArrayList<>(all);
        List<Unexplained> parts = new ArrayList<>();
        for (When kind : When.values()) {
            List<Defect> some = all.stream()
                    .filter(defect -> kind.isKind() && defect.kinds().contains(kind.name()))
                    .toList();
            Optional<PlanTexts.Cause> entry = letter.causeFor(kind.word());
            if (!some.isEmpty() && entry.isPresent()) {
                parts.add(new Unexplained(entry.get(), some));
                rest.removeAll(some);
            }
        }
        if (!rest.isEmpty()) {
            parts.add(new Unexplained(letter.causeFor(When.UNEXPLAINED.word()).orElseThrow(), rest));
        }
        return parts;
    }
}
