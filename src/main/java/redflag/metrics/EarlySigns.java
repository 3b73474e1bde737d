package redflag.metrics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.DailyFigures;
import redflag.ledger.Field;
import redflag.ledger.StoreLedger;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Target;

/**
 * What business reports tell day by day of refunds and feedback, long before the lagging windows of the metrics that Amazon
 * acts on. By the day on which it came in, whatever day its order was placed on.
 */
final class EarlySigns {

    private final DailyFigures daily;
    private final LocalDate asOf;
    private final Map<String, String> kinds;

    EarlySigns(StoreLedger ledger) {
        this.daily = ledger.daily();
        this.asOf = ledger.asOf();
        this.kinds = ledger.kinds();
    }

    /** Negative feedback that came in over orders that were shipped; missing without a business report. */
    Optional<Attempt> negativeFeedback(Target target) {
        return rate(target, Field.NEGATIVE_FEEDBACK_COUNT, Field.ORDERS);
    }

    /** Units refunded over units ordered: Amazon's own refund rate (exports.md §6.3); missing without a business report. */
    Optional<Attempt> refunds(Target target) {
        return rate(target, Field.UNITS_REFUNDED, Field.UNITS_ORDERED);
    }

    /** Only over windows of which the reports have every day: what a day that is not there holds, nobody knows. */
    private Optional<Attempt> rate(Target target, Field affected, Field total) {
        if (daily.days().isEmpty()) {
            return Optional.empty();
        }
        LocalDate newest = daily.days().lastKey().plusDays(target.lagDays());
        LocalDate knownOn = newest.isBefore(asOf) ? newest : asOf;
        Period window = target.window(knownOn);
        long bad = 0;
        long all = 0;
        long missing = 0;
        for (LocalDate day = window.from(); !day.isAfter(window.to()); day = day.plusDays(1)) {
            Optional<DailyFigures.Day> of = Optional.ofNullable(daily.days().get(day));
            Optional<Long> badOfDay = of.flatMap(d -> d.figure(affected));
            Optional<Long> allOfDay = of.flatMap(d -> d.figure(total));
            bad += badOfDay.orElse(0L);
            all += allOfDay.orElse(0L);
            missing += badOfDay.isPresent() && allOfDay.isPresent() ? 0 : 1;
        }
        if (missing == window.days()) {
            return Optional.empty();
        }
        if (missing > 0) {
            return Optional.of(Attempt.missing(
                    new Remark("why.days-not-reported", Map.of("days", missing, "of", (long) window.days()))));
        }
        if (all == 0) {
            return Optional.of(Attempt.nothingToCount());
        }
        if (bad > all) {
            return Optional.of(
                    Attempt.missing(new Remark("why.more-affected-than-all", Map.of("affected", bad, "total", all))));
        }
        Measured measured = new Measured(
                new Figure.Counts(new Rate(bad, all)),
                Basis.COMPUTED,
                Precision.EXACT,
                Optional.of(window),
                knownOn,
                Map.of(),
                Optional.empty(),
                Optional.empty());
        Optional<String> kind = Optional.ofNullable(
                kinds.get(daily.days().lastEntry().getValue().source().file()));
        return Optional.of(Attempt.of(measured, new Ground(kind, knownOn)));
    }
}
