package redflag.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.ledger.ZoneDays;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.outlook.Tally;
import redflag.past.Snapshot;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.reconciliation.Reconciliation.Kind;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Target;

/**
 * Reconciles printed with computed counts. What can be counted is counted: an explanation of orders stands only where
 * rows show it, and one by a rule of counting (days of UTC, cancelled orders) only where it gives the printed total to the
 * order. Other lags are not tried: among thirty of them one often fits by chance. The rest is left unexplained, and said so.
 */
public final class Reconciliations {

    private final StoreLedger ledger;
    private final Optional<Snapshot> earlier;

    private Reconciliations(StoreLedger ledger, Optional<Snapshot> earlier) {
        this.ledger = ledger;
        this.earlier = earlier;
    }

    /**
     * Each metric of which an export prints counts or a rate and rows give counts.
     *
     * @param earlier of the newest earlier night, which knows since when defects are seen
     */
    public static List<Reconciliation> of(StoreLedger ledger, List<Finding> findings, Optional<Snapshot> earlier) {
        Reconciliations reconciliations = new Reconciliations(ledger, earlier);
        return findings.stream()
                .flatMap(finding -> reconciliations.of(finding).stream())
                .toList();
    }

    private Optional<Reconciliation> of(Finding finding) {
        Reading reading = finding.reading();
        Optional<Measured> computed = reading.computed();
        Optional<Rate> theirs = reading.printed().flatMap(Measured::counts);
        Optional<Rate> ours = computed.flatMap(Measured::counts);
        Optional<Period> days = computed.flatMap(Measured::window);
        Optional<Figure.StatedRate> stated = reading.printed()
                .map(Measured::figure)
                .filter(Figure.StatedRate.class::isInstance)
                .map(Figure.StatedRate.class::cast);
        if (theirs.isEmpty() && stated.isEmpty()
                || ours.isEmpty()
                || days.isEmpty()
                || finding.tally().isEmpty()) {
            return Optional.empty();
        }
        Measured printed = reading.printed().get();
        List<Explanation> explanations = new ArrayList<>();
        Counted counted = new Counted(ours.get(), days.get(), finding.tally().get());
        Optional<Difference> left = theirs.map(rate -> explain(finding, rate, printed, counted, explanations));
        stated.ifPresent(rate -> explanations.add(withoutCounts(reading.target(), rate, printed, counted)));
        return Optional.of(new Reconciliation(
                reading.metric(),
                reading.fulfilment(),
                printed.figure(),
                printed.window(),
                ours.get(),
                days.get(),
                explanations,
                left));
    }

    /** Whether the rows give the rate, to the places that it shows, over its own days where they have those. */
    private static Explanation withoutCounts(Target target, Figure.StatedRate stated, Measured printed, Counted ours) {
        Period days = printed.window().filter(own -> ours.tally.covers(own)).orElse(ours.days);
        Rate rows = ours.tally.over(days).orElse(ours.rate);
        BigDecimal share = target.condition().stated(rows);
        BigDecimal half = BigDecimal.valueOf(5, stated.fraction().scale() + 1);
        boolean isSame = share.subtract(stated.fraction()).abs().compareTo(half) <= 0;
        return new Explanation(
                isSame ? Kind.SAME_RATE_WITHOUT_COUNTS : Kind.OTHER_RATE_WITHOUT_COUNTS,
                Optional.empty(),
                Optional.of(days),
                List.of());
    }

    private record Counted(Rate rate, Period days, Tally tally) {}

    private Difference explain(
            Finding finding, Rate printed, Measured source, Counted ours, List<Explanation> explanations) {
        Difference left = Difference.of(printed, ours.rate);
        Period days = source.window().orElse(ours.days);
        if (left.isNone() && days.equals(ours.days)) {
            return left;
        }
        if (!days.equals(ours.days)) {
            if (!ours.tally.covers(days)) {
                explanations.add(new Explanation(
                        Kind.DAYS_NOT_EXPORTED, Optional.empty(), Optional.of(outside(days, ours.tally)), List.of()));
                return left;
            }
            Optional<Rate> same = ours.tally.over(days);
            if (same.isEmpty()) {
                return left;
            }
            Difference part = Difference.of(same.get(), ours.rate);
            explanations.add(new Explanation(
                    Kind.OTHER_DAYS,
                    Optional.of(part),
                    Optional.of(days),
                    orders(
                            finding,
                            defect -> days.contains(defect.axisDate()) != ours.days.contains(defect.axisDate()))));
            left = left.less(part);
        }
        if (left.isNone()) {
            return left;
        }
        left = takeOff(otherDates(finding, days, printed, left), left, explanations);
        if (left.isNone()) {
            return left;
        }
        left = takeOff(totals(finding, days, left), left, explanations);
        return takeOff(since(finding, days, left, source.knownOn()), left, explanations);
    }

    private static Difference takeOff(List<Explanation> found, Difference from, List<Explanation> explanations) {
        Difference left = from;
        for (Explanation explanation : found) {
            explanations.add(explanation);
            left = left.less(explanation.part().orElse(new Difference(0, 0)));
        }
        return left;
    }

    /** The days of a period that the rows do not cover; those before them, if there are some on both sides. */
    private static Period outside(Period days, Tally tally) {
        if (days.from().isBefore(tally.from())) {
            LocalDate last = tally.from().minusDays(1);
            return new Period(days.from(), last.isAfter(days.to()) ? days.to() : last);
        }
        LocalDate first = tally.to().plusDays(1);
        return new Period(first.isBefore(days.from()) ? days.from() : first, days.to());
    }

    /** Only for late shipments: the dates of other metrics are published, or in no export. */
    private List<Explanation> otherDates(Finding finding, Period days, Rate printed, Difference left) {
        Metric metric = finding.reading().metric();
        boolean isLateShipment = metric == Metric.LATE_SHIPMENT_RATE_10 || metric == Metric.LATE_SHIPMENT_RATE_30;
        return isLateShipment
                ? new OtherDates(ledger, finding)
                        .explain(days, printed, left).stream().toList()
                : List.of();
    }

    /** Ways of counting orders that would give the printed total; only for metrics by order date, for orders have one. */
    private List<Explanation> totals(Finding finding, Period days, Difference left) {
        Target target = finding.reading().target();
        if (left.total() == 0 || target.axis() != Target.Axis.ORDER_DATE) {
            return List.of();
        }
        OrderTotals totals = new OrderTotals(ledger, finding.reading(), days);
        Difference whole = new Difference(0, left.total());
        if (totals.ofUtcDays() == left.total()) {
            return List.of(
                    new Explanation(Kind.DAYS_OF_UTC, Optional.of(whole), Optional.of(days), totals.atTheEdges()));
        }
        if (-totals.cancelled() == left.total()) {
            return List.of(
                    new Explanation(Kind.CANCELLED_NOT_COUNTED, Optional.of(whole), Optional.empty(), List.of()));
        }
        long nobodys = Math.min(totals.ofNobody(), left.total());
        return nobodys > 0
                ? List.of(new Explanation(
                        Kind.FULFILMENT_UNKNOWN, Optional.of(new Difference(0, nobodys)), Optional.empty(), List.of()))
                : List.of();
    }

    /** Defects of those days that nobody could know on the day of the export; only where the rows have more than it. */
    private List<Explanation> since(Finding finding, Period days, Difference left, LocalDate printedOn) {
        if (left.affected() >= 0 || !finding.countsWhatItNames()) {
            return List.of();
        }
        boolean isState = finding.reading().metric() == Metric.PRE_FULFILLMENT_CANCELLATION_RATE;
        if (!isState && !isWatchedSince(finding, printedOn)) {
            return List.of();
        }
        Set<String> seen = isState ? Set.of() : seenBy(finding, printedOn);
        List<String> orders = orders(
                finding,
                defect -> days.contains(defect.axisDate())
                        && (isState ? isChangedAfter(defect, printedOn) : isNew(defect, seen)));
        if (orders.isEmpty()) {
            return List.of();
        }
        long explained = Math.max(left.affected(), -orders.size());
        return List.of(new Explanation(
                isState ? Kind.CHANGED_SINCE : Kind.DEFECTS_SINCE,
                Optional.of(new Difference(explained, 0)),
                Optional.empty(),
                orders));
    }

    private boolean isChangedAfter(Defect defect, LocalDate day) {
        int order = ledger.orders().find(defect.orderId());
        long changed = order < 0 ? Moments.NONE : ledger.orders().changed(order);
        return changed != Moments.NONE
                && Moments.epochDay(
                                changed,
                                new ZoneDays(ledger.store().marketplace().zone()))
                        > day.toEpochDay();
    }

    /** Whether our nights have seen the metric's defects, from the same source, since the day or before it, and tonight is after it. */
    private boolean isWatchedSince(Finding finding, LocalDate day) {
        Reading reading = finding.reading();
        return ledger.asOf().isAfter(day)
                && earlier.flatMap(night -> night.counted(reading.metric(), reading.fulfilment()))
                        .filter(then -> !then.since().isAfter(day)
                                && finding.source().map(Enum::name).equals(Optional.of(then.source())))
                        .isPresent();
    }

    /** One whose day had left the window of the newest earlier night was not kept by it: whether it is new, nobody knows. */
    private boolean isNew(Defect defect, Set<String> seen) {
        return !seen.contains(defect.orderId())
                && earlier.filter(night -> defect.leavesOn().isAfter(night.asOf()))
                        .isPresent();
    }

    /** The orders whose defects a night up to this day had seen. */
    private Set<String> seenBy(Finding finding, LocalDate day) {
        return earlier.stream()
                .flatMap(night -> night.defects().stream())
                .filter(defect -> defect.metric() == finding.reading().metric()
                        && defect.fulfilment().equals(finding.reading().fulfilment())
                        && !defect.firstSeen().isAfter(day))
                .map(Snapshot.SeenDefect::orderId)
                .collect(Collectors.toSet());
    }

    private static List<String> orders(Finding finding, Predicate<Defect> which) {
        return Stream.of(finding.gone(), finding.defects(), finding.inPipe())
                .flatMap(List::stream)
                .filter(which)
                .map(Defect::orderId)
                .toList();
    }
}
