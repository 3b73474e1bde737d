package redflag.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.metrics.Defect;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;
import redflag.outlook.Tally;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.past.Snapshot.SeenDefect;
import redflag.rules.Basis;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.rules.Target;

/**
 * Holds a night's counts against those of the night before. Over the same days orders can only turn up late, never go;
 * and Amazon's own count moves as the defects do that the rows showed then and show now. Whatever changed more than that is a fault of some export.
 */
public final class NightToNight {

    /** Orders of days that were complete: so few may always come late. */
    private static final long LATE_ORDERS_TOLERATED = 5;

    /** One in so many may. */
    private static final long LATE_SHARE_TOLERATED = 50;

    /** An export of the day itself lacks orders of its last days. */
    private static final int DAYS_UNTIL_COMPLETE = 3;

    /** Printed and computed counts may move apart by so many, for Amazon counts a little earlier or later. */
    private static final long DEFECTS_TOLERATED = 1;

    private NightToNight() {}

    /**
     * Warnings for the data quality of a store; none without a night before.
     *
     * @param snapshot of that night
     * @param isExported whether tonight's exports of orders know the order with this id
     */
    public static List<Remark> warnings(
            List<Finding> findings,
            List<PastReading> before,
            Optional<Snapshot> snapshot,
            Predicate<String> isExported) {
        List<Lost> lost = new ArrayList<>();
        List<Remark> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Tally> tally = finding.tally();
            Optional<PastReading> past = before.stream()
                    .filter(reading -> reading.isOfSame(finding.reading()))
                    .findFirst();
            Optional<Rate> then = past.flatMap(PastReading::measured).flatMap(Measured::counts);
            Optional<Period> days = past.flatMap(PastReading::measured).flatMap(Measured::window);
            if (tally.isEmpty()
                    || then.isEmpty()
                    || days.isEmpty()
                    || !tally.get().covers(days.get())) {
                continue;
            }
            Rate now = tally.get().over(days.get()).orElse(null);
            if (past.get().measured().get().basis() == Basis.PRINTED) {
                printed(finding, then.get(), days.get(), snapshot).ifPresent(warnings::add);
            } else if (isByOrderDate(finding)
                    && (now == null || now.total() != then.get().total())) {
                lost.add(new Lost(
                        past.get(),
                        days.get(),
                        then.get().total(),
                        now == null ? 0 : now.total(),
                        struck(finding, days.get(), snapshot, isExported)));
            }
        }
        lost.stream()
                .filter(Lost::isRemarkable)
                .max(Comparator.comparing(Lost::size))
                .map(Lost::remark)
                .ifPresent(warnings::add);
        return warnings;
    }

    /**
     * Orders of the same days, counted then and now. Metrics share their orders, so that one of them is told of.
     *
     * @param struck so many of them may have gone because Amazon's list alone named them, and does no more
     */
    private record Lost(PastReading past, Period days, long then, long now, long struck) {

        long size() {
            return Math.abs(now - then);
        }

        boolean isRemarkable() {
            if (now < then) {
                return then - now > struck;
            }
            LocalDate known = past.measured().orElseThrow().knownOn();
            boolean wasComplete = !days.to().isAfter(known.minusDays(DAYS_UNTIL_COMPLETE));
            return wasComplete && size() > Math.max(LATE_ORDERS_TOLERATED, then / LATE_SHARE_TOLERATED);
        }

        Remark remark() {
            return new Remark(
                    now < then ? "warning.orders-gone" : "warning.orders-late",
                    Map.of(
                            "on", past.asOf(),
                            "from", days.from(),
                            "to", days.to(),
                            "then", then,
                            "now", now));
        }
    }

    /**
     * Whether Amazon's own count has moved otherwise than that of the rows: from what was seen of the one window on the one
     * night to what is seen of the other on the other. Rows of another source, or of another night, say nothing of it.
     */
    private static Optional<Remark> printed(Finding finding, Rate then, Period before, Optional<Snapshot> snapshot) {
        Optional<Measured> printed = finding.reading().printed();
        Optional<Rate> now = printed.flatMap(Measured::counts);
        Optional<Period> days = printed.flatMap(Measured::window);
        Tally tally = finding.tally().orElseThrow();
        Optional<Snapshot> comparable = snapshot.filter(night -> isCountedAlike(finding, night));
        if (now.isEmpty() || days.isEmpty() || comparable.isEmpty() || !tally.covers(days.get())) {
            return Optional.empty();
        }
        long moved = now.get().affected() - then.affected();
        if (moved == 0 && days.get().equals(before)) {
            // it may be the same export, which cannot know what came since
            return Optional.empty();
        }
        long explained = affected(tally, days.get()) - seen(finding, before, comparable.get());
        return Math.abs(moved - explained) > DEFECTS_TOLERATED
                ? Optional.of(new Remark(
                        "warning.printed-moved",
                        Map.of(
                                "metric", finding.reading().metric().jsonName(),
                                "then", then.affected(),
                                "now", now.get().affected(),
                                "rows", explained)))
                : Optional.empty();
    }

    private static boolean isCountedAlike(Finding finding, Snapshot night) {
        Reading reading = finding.reading();
        return night.counted(reading.metric(), reading.fulfilment())
                .filter(then -> finding.countsWhatItNames()
                        && then.on().equals(night.asOf())
                        && finding.source().map(Enum::name).equals(Optional.of(then.source())))
                .isPresent();
    }

    /** The defects of these days as the night saw them; of days that had left its window, which it did not keep, as they are now. */
    private static long seen(Finding finding, Period days, Snapshot night) {
        LocalDate kept = finding.reading().target().window(night.asOf()).from();
        LocalDate first = days.from().isBefore(kept) ? kept : days.from();
        long seen = seenOn(finding, first, days.to(), night).count();
        for (LocalDate day = days.from(); day.isBefore(first) && !day.isAfter(days.to()); day = day.plusDays(1)) {
            seen += finding.tally().orElseThrow().affected(day);
        }
        return seen;
    }

    /**
     * So many defects of these days the night saw by a list, of orders that neither the list nor the exports of orders name
     * any more.
     */
    private static long struck(
            Finding finding, Period days, Optional<Snapshot> snapshot, Predicate<String> isExported) {
        if (finding.source().equals(Optional.of(DefectSource.ORDERS))) {
            return 0;
        }
        Set<String> known = Stream.of(finding.defects(), finding.inPipe(), finding.gone())
                .flatMap(List::stream)
                .map(Defect::orderId)
                .collect(Collectors.toSet());
        return snapshot.map(night -> seenOn(finding, days.from(), days.to(), night)
                        .filter(defect -> !known.contains(defect.orderId()) && !isExported.test(defect.orderId()))
                        .count())
                .orElse(0L);
    }

    private static Stream<SeenDefect> seenOn(Finding finding, LocalDate from, LocalDate to, Snapshot night) {
        Reading reading = finding.reading();
        Target target = reading.target();
        return night.defects().stream()
                .filter(defect -> defect.metric() == reading.metric()
                        && defect.fulfilment().equals(reading.fulfilment())
                        && !defect.leavesOn().isBefore(target.leavesOn(from))
                        && !defect.leavesOn().isAfter(target.leavesOn(to)));
    }

    private static long affected(Tally tally, Period days) {
        return tally.over(days).map(Rate::affected).orElse(0L);
    }

    /** Promised dates move, and with them the days that orders belong to; the day of an order does not. */
    private static boolean isByOrderDate(Finding finding) {
        return finding.reading().target().axis() == Target.Axis.ORDER_DATE;
    }
}
