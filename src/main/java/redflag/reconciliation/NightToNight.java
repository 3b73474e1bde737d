package redflag.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.metrics.Finding;
import redflag.outlook.Tally;
import redflag.past.PastReading;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.rules.Target;

/**
 * Holds a night's counts against those of the night before. Over the same days orders can only turn up late, never go;
 * and Amazon's own count moves as the rows do. Whatever changed more than that is a fault of some export.
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

    /** Warnings for the data quality of a store; none without a night before. */
    public static List<Remark> warnings(List<Finding> findings, List<PastReading> before) {
        List<Lost> lost = new ArrayList<>();
        List<Remark> warnings = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Tally> tally = finding.tally();
            Optional<PastReading> past = before.stream()
                    .filter(reading -> isSame(reading, finding.reading()))
                    .findFirst();
            Optional<Rate> then = past.flatMap(PastReading::measured).flatMap(NightToNight::counts);
            Optional<Period> days = past.flatMap(PastReading::measured).flatMap(Measured::window);
            if (tally.isEmpty() || then.isEmpty() || days.isEmpty() || !covers(tally.get(), days.get())) {
                continue;
            }
            Rate now = tally.get().over(days.get()).orElse(null);
            if (past.get().measured().get().basis() == Basis.PRINTED) {
                printed(finding, then.get(), days.get()).ifPresent(warnings::add);
            } else if (isByOrderDate(finding)
                    && (now == null || now.total() != then.get().total())) {
                lost.add(new Lost(past.get(), days.get(), then.get().total(), now == null ? 0 : now.total()));
            }
        }
        lost.stream()
                .filter(Lost::isRemarkable)
                .max(Comparator.comparing(Lost::size))
                .map(Lost::remark)
                .ifPresent(warnings::add);
        return warnings;
    }

    /** Orders of the same days, counted then and now. Metrics share their orders, so that one of them is told of. */
    private record Lost(PastReading past, Period days, long then, long now) {

        long size() {
            return Math.abs(now - then);
        }

        boolean isRemarkable() {
            if (now < then) {
                return true;
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

    /** Whether Amazon's own count has moved otherwise than the rows of the two windows explain. */
    private static Optional<Remark> printed(Finding finding, Rate then, Period before) {
        Optional<Measured> printed = finding.reading().printed();
        Optional<Rate> now = printed.flatMap(NightToNight::counts);
        Optional<Period> days = printed.flatMap(Measured::window);
        Tally tally = finding.tally().orElseThrow();
        if (now.isEmpty() || days.isEmpty() || days.get().equals(before) || !covers(tally, days.get())) {
            return Optional.empty();
        }
        long moved = now.get().affected() - then.affected();
        long explained = affected(tally, days.get()) - affected(tally, before);
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

    private static long affected(Tally tally, Period days) {
        return tally.over(days).map(Rate::affected).orElse(0L);
    }

    private static boolean covers(Tally tally, Period days) {
        return !days.from().isBefore(tally.from()) && !days.to().isAfter(tally.to());
    }

    /** Promised dates move, and with them the days that orders belong to; the day of an order does not. */
    private static boolean isByOrderDate(Finding finding) {
        return finding.reading().target().axis() == Target.Axis.ORDER_DATE;
    }

    private static boolean isSame(PastReading past, Reading reading) {
        return past.metric() == reading.metric()
                && past.fulfilment().equals(reading.fulfilment())
                && past.category().equals(reading.category());
    }

    private static Optional<Rate> counts(Measured measured) {
        return measured.figure() instanceof Figure.Counts counts ? Optional.of(counts.rate()) : Optional.empty();
    }
}
