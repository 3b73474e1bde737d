package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.causes.Cause;
import redflag.causes.Causes;
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

    /**
     * Of each subject and kind that has any.
     *
     * @param found causes by which some are to be disputed for a reason of their own
     * @param request what to ask Amazon for
     */
    List<Plan.Dispute> of(
            List<Finding> subjects,
            Causes found,
            List<PlanTexts.Dispute> kinds,
            BiFunction<Finding, PlanTexts.Dispute, String> request) {
        List<Plan.Dispute> all = new ArrayList<>();
        for (Finding finding : subjects) {
            Set<String> ofAmazonsDelivery = ofAmazonsDelivery(finding, found);
            for (PlanTexts.Dispute dispute : kinds) {
                List<Plan.Disputed> orders = of(finding, dispute, ofAmazonsDelivery);
                if (!orders.isEmpty()) {
                    all.add(new Plan.Dispute(dispute.kind(), request.apply(finding, dispute), orders));
                }
            }
        }
        return all;
    }

    /** Those of one kind, in the window and in the pipe, whose limit may not have passed; in the order of their days. */
    private List<Plan.Disputed> of(Finding finding, PlanTexts.Dispute dispute, Set<String> ofAmazonsDelivery) {
        boolean isOfDelivery = dispute.kind().equals(PlanTexts.Dispute.OF_AMAZONS_DELIVERY);
        String kind = isOfDelivery ? When.NEGATIVE_FEEDBACK.name() : dispute.kind();
        return Stream.concat(finding.defects().stream(), finding.inPipe().stream())
                .filter(defect -> defect.kinds().contains(kind))
                .filter(defect -> !kind.equals(When.NEGATIVE_FEEDBACK.name())
                        || isOfDelivery == ofAmazonsDelivery.contains(defect.orderId()))
                .map(defect -> new Plan.Disputed(
                        defect.orderId(),
                        dispute.withinDays()
                                .map(days -> firstSeen(finding.reading(), defect, kind)
                                        .plusDays(days))))
                .filter(one -> one.until().filter(asOf::isAfter).isEmpty())
                .toList();
    }

    private static Set<String> ofAmazonsDelivery(Finding finding, Causes found) {
        return Subjects.causes(finding, found).stream()
                .flatMap(of -> of.causes().stream())
                .filter(Cause::isToBeDisputed)
                .flatMap(cause -> cause.explains().stream())
                .map(Defect::orderId)
                .collect(Collectors.toSet());
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
