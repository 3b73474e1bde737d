package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.past.Snapshot;
import redflag.rules.Reading;

/**
 * Which defects may be disputed still. A limit runs from an event that no export dates (Amazon's decision on a claim, a
 * feedback): it had happened when a night first saw the defect, so that its end is no later than counted from that night.
 */
final class Disputes {

    private final LocalDate asOf;
    private final Optional<Snapshot> earlier;

    /** @param earlier what the night before kept; missing on a store's first */
    Disputes(LocalDate asOf, Optional<Snapshot> earlier) {
        this.asOf = asOf;
        this.earlier = earlier;
    }

    /** Of each subject and kind that has any. @param request what to ask Amazon for */
    List<Plan.Dispute> of(
            List<Finding> subjects,
            List<PlanTexts.Dispute> kinds,
            BiFunction<Finding, PlanTexts.Dispute, String> request) {
        List<Plan.Dispute> all = new ArrayList<>();
        for (Finding finding : subjects) {
            for (PlanTexts.Dispute dispute : kinds) {
                List<Plan.Disputed> orders = of(finding, dispute);
                if (!orders.isEmpty()) {
                    all.add(new Plan.Dispute(dispute.kind(), request.apply(finding, dispute), orders));
                }
            }
        }
        return all;
    }

    /** Those of one kind, in the window and in the pipe, whose limit may not have passed; in the order of their days. */
    private List<Plan.Disputed> of(Finding finding, PlanTexts.Dispute dispute) {
        return Stream.concat(finding.defects().stream(), finding.inPipe().stream())
                .filter(defect -> defect.kinds().contains(dispute.kind()))
                .map(defect -> new Plan.Disputed(
                        defect.orderId(),
                        dispute.withinDays()
                                .map(days -> firstSeen(finding.reading(), defect, dispute.kind())
                                        .plusDays(days))))
                .filter(one -> one.until().filter(asOf::isAfter).isEmpty())
                .toList();
    }

    private LocalDate firstSeen(Reading reading, Defect defect, String kind) {
        return earlier.flatMap(snapshot -> snapshot.defects().stream()
                        .filter(seen -> seen.metric() == reading.metric()
                                && seen.fulfilment().equals(reading.fulfilment())
                                && seen.orderId().equals(defect.orderId()))
                        .flatMap(seen -> Stream.ofNullable(seen.kinds().get(kind)))
                        .findFirst())
                .orElse(asOf);
    }
}
