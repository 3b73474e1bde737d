package redflag.causes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.metrics.Defect;

/**
 * What the words of feedback complain of (domain.md §3.6.1: "FB text"), as far as no return and no export says the same of
 * the order already.
 */
final class FeedbackDetectors {

    /** Such feedback Amazon strikes out where it ships the order (domain.md §1.2). */
    private static final Set<Code> OF_DELIVERY = EnumSet.of(Code.NOT_RECEIVED, Code.ARRIVED_LATE);

    private final Rows rows;
    private final Function<Defect, Optional<String>> asin;

    /** @param asin the product of an order with one */
    FeedbackDetectors(Rows rows, Function<Defect, Optional<String>> asin) {
        this.rows = rows;
        this.asin = asin;
    }

    /**
     * @param told what returns and orders say already
     * @param isSellers whether the seller ships the order
     */
    List<Cause> of(Subject defects, List<Cause> told, Predicate<Defect> isSellers) {
        Map<String, Set<Code>> said = said();
        Predicate<Defect> isNotReceived = isSellers.and(says(said, Code.NOT_RECEIVED, told, "not-received"));
        Predicate<Defect> isLate = isSellers.and(says(said, Code.ARRIVED_LATE, told, "order-delivered-late"));
        Predicate<Defect> isInTime = isInTime(told);
        List<Cause> causes = new ArrayList<>();
        causes.add(defects.cause("feedback-not-received", "", isNotReceived));
        causes.add(defects.cause("feedback-late", "", isLate.and(isInTime.negate())));
        causes.add(defects.cause("feedback-late-shipped-in-time", "", isLate.and(isInTime)));
        causes.add(defects.cause("feedback-damaged", "", says(said, Code.DAMAGED, told, "damaged")));
        causes.add(defects.cause(
                "feedback-wrong-or-missing-item",
                "",
                says(said, Code.WRONG_OR_MISSING_ITEM, told, "wrong-or-missing-item")));
        causes.addAll(byProduct(defects, says(said, Code.NOT_AS_DESCRIBED, told, "not-as-described")));
        causes.add(defects.cause("feedback-defective", "", says(said, Code.DEFECTIVE, told, "defective")));
        causes.add(defects.cause(
                "feedback-poor-service", "", defect -> of(said, defect).contains(Code.POOR_SERVICE)));
        causes.add(defects.cause(
                Cause.OF_AMAZONS_DELIVERY, "", isSellers.negate().and(defect -> isOfDeliveryAlone(of(said, defect)))));
        return causes;
    }

    /** By order; of orders whose comments show nothing that is known there is none. */
    private Map<String, Set<Code>> said() {
        Map<String, Set<Code>> said = new HashMap<>();
        Stream.concat(
                        rows.ledger().defects().traces().stream(),
                        rows.ledger().defects().orderDefects().stream().limit(1))
                .map(DefectList::orders)
                .flatMap(List::stream)
                .filter(order -> !order.signs().isEmpty())
                .forEach(order -> said.merge(order.orderId(), order.signs(), FeedbackDetectors::both));
        return said;
    }

    private static Set<Code> both(Set<Code> one, Set<Code> other) {
        Set<Code> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }

    private static Set<Code> of(Map<String, Set<Code>> said, Defect defect) {
        return said.getOrDefault(defect.orderId(), Set.of());
    }

    private static boolean isOfDeliveryAlone(Set<Code> said) {
        return !said.isEmpty() && OF_DELIVERY.containsAll(said);
    }

    /** @param cause by which a return or an export says it */
    private static Predicate<Defect> says(Map<String, Set<Code>> said, Code complaint, List<Cause> told, String cause) {
        Set<String> known = told.stream()
                .filter(one -> one.id().equals(cause))
                .flatMap(one -> one.explains().stream())
                .map(Defect::orderId)
                .collect(Collectors.toSet());
        return defect -> of(said, defect).contains(complaint) && !known.contains(defect.orderId());
    }

    /** Known to be handed over up to its limit, and on no list of late shipments. */
    private Predicate<Defect> isInTime(List<Cause> told) {
        Set<Defect> late = told.stream()
                .filter(cause -> cause.id().equals("order-shipped-late"))
                .flatMap(cause -> cause.explains().stream())
                .collect(Collectors.toSet());
        return defect -> !late.contains(defect) && rows.isInTime(Field.SHIPPED, Field.EXPECTED_SHIP, defect);
    }

    private List<Cause> byProduct(Subject defects, Predicate<Defect> isNotAsDescribed) {
        Set<String> asins = new TreeSet<>();
        defects.defects().stream()
                .filter(isNotAsDescribed)
                .forEach(defect -> asin.apply(defect).ifPresent(asins::add));
        return asins.stream()
                .map(name -> defects.cause(
                        "feedback-not-as-described",
                        name,
                        isNotAsDescribed.and(defect -> asin.apply(defect).equals(Optional.of(name)))))
                .toList();
    }
}
