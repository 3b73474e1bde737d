package redflag.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Status;
import redflag.rules.Target;

/** Holds what rows give and what an export prints against a target, and says by product.md §5 which of the two stands. */
final class Judgement {

    /** Account Health Rating: up to 99 an account is deactivated or can be (domain.md §1.8). */
    private static final long UNDER_WHICH_AN_ACCOUNT_IS_DEACTIVATABLE = 100;

    private static final long ORDERS_PER_STRANGER = 20;

    private final LocalDate asOf;
    private final MeasuringRules rules;

    Judgement(LocalDate asOf, MeasuringRules rules) {
        this.asOf = asOf;
        this.rules = rules;
    }

    /** Missing where neither has a figure. */
    Optional<Judged> of(Attempt rows, Attempt print, Target target) {
        Optional<Judged> ours = judge(rows, target);
        Optional<Judged> theirs = judge(print, target);
        return ours.isPresent() && theirs.isPresent()
                ? Optional.of(choose(ours.get(), theirs.get(), target))
                : ours.or(() -> theirs);
    }

    /** How bad it is what a figure says: the greater the worse; one that decides nothing is no worse than a good one. */
    int gravity(Attempt attempt, Target target) {
        Status status = judge(attempt, target).map(Judged::status).orElse(Status.NOT_MEASURED);
        return status == Status.NOT_MEASURED ? -1 : gravity(status);
    }

    private Optional<Judged> judge(Attempt attempt, Target target) {
        return attempt.measured().map(measured -> judge(measured, attempt, target));
    }

    private Judged judge(Measured measured, Attempt attempt, Target target) {
        BigDecimal watch = rules.watchShareOf(target.metric(), asOf);
        Status status = StatusRules.of(measured, attempt.slack(), target, watch);
        Optional<Remark> why = attempt.why();
        if (!attempt.slack().isNone() && why.isEmpty()) {
            why = Optional.of(ListRates.rejected(attempt.slack()));
        }
        if (measured.figure() instanceof Figure.Counts counts && counts.rate().total() < target.minimum()) {
            status = Status.NOT_MEASURED;
            why = Optional.of(new Remark(
                    Judged.BELOW_MINIMUM, Map.of("total", counts.rate().total(), "minimum", target.minimum())));
        } else if (status == Status.ON_TARGET && isBad(measured)) {
            status = Status.WATCH;
            why = Optional.of(Remark.of(
                    "why.amazon-says-bad", "status", measured.asStated().orElse("")));
        } else if (status == Status.NOT_MEASURED && why.isEmpty()) {
            why = Optional.of(Remark.of("why.too-imprecise"));
        }
        why = why.or(() -> graveness(measured.figure(), target));
        if (why.isEmpty() && status == Status.WATCH) {
            why = season(measured, attempt, target);
        }
        boolean stale = attempt.grounds().stream()
                .anyMatch(ground ->
                        rules.freshness().level(ground.kind(), ground.newest(), asOf) == Freshness.Level.STALE);
        if (stale) {
            why = Optional.of(Remark.of(
                    status == Status.OFF_TARGET ? "why.red-not-renewed" : "why.stale", "on", measured.knownOn()));
            status = status == Status.OFF_TARGET ? status : Status.NOT_MEASURED;
        }
        return new Judged(measured, status, why, stale);
    }

    /** That only a season makes it Watch; missing where it needs watching at any time. */
    private Optional<Remark> season(Measured measured, Attempt attempt, Target target) {
        BigDecimal usual = rules.watch().of(target.metric());
        if (StatusRules.of(measured, attempt.slack(), target, usual) == Status.WATCH) {
            return Optional.empty();
        }
        return rules.seasonOf(target.metric(), asOf)
                .map(peak -> new Remark(
                        "why.watch-in-season",
                        Map.of(
                                "from", peak.days().from(),
                                "to", peak.days().to(),
                                "share", percent(peak.watch().of(target.metric())),
                                "usual", percent(usual))));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    /** What Amazon does at such a score, or at such a count (domain.md §1.8); missing where it does nothing. */
    private static Optional<Remark> graveness(Figure figure, Target target) {
        if (figure instanceof Figure.Score score && score.value() < UNDER_WHICH_AN_ACCOUNT_IS_DEACTIVATABLE) {
            return Optional.of(Remark.of("why.rating-deactivatable"));
        }
        if (figure instanceof Figure.Score score
                && BigDecimal.valueOf(score.value()).compareTo(target.value()) < 0) {
            return Optional.of(Remark.of("why.rating-at-risk"));
        }
        return figure instanceof Figure.Count count && StatusRules.isRepeated(count, target)
                ? target.repeatLimit().map(limit -> Remark.of("why.repeat-limit", "limit", limit))
                : Optional.empty();
    }

    private static boolean isBad(Measured measured) {
        return measured.asStated()
                .filter(s -> s.toUpperCase(Locale.ROOT).equals("BAD"))
                .isPresent();
    }

    /** product.md §5.3: a fresh exact reading decides over any other; of two exact ones the worse, and it says so. */
    private static Judged choose(Judged rows, Judged print, Target target) {
        if (rows.stale() != print.stale()) {
            Judged fresh = rows.stale() ? print : rows;
            Judged old = rows.stale() ? rows : print;
            // a fresh figure that decides nothing does not clear an old red one
            boolean decides =
                    fresh.isExact() || fresh.status() == Status.ON_TARGET || fresh.status() == Status.OFF_TARGET;
            return decides || old.status() != Status.OFF_TARGET ? fresh : old;
        }
        if (print.isExact()
                && !rows.isExact()
                && isImpossible(print.measured().figure(), rows.measured().figure(), target)) {
            Judged graver = gravity(rows.status()) > gravity(print.status()) ? rows : print;
            return new Judged(graver.measured(), graver.status(), Optional.empty(), graver.stale())
                    .explained("why.printed-cannot-be", rows, print);
        }
        if (rows.isExact() != print.isExact() || rows.status() == print.status()) {
            return (print.isExact() && !rows.isExact() ? print : rows).explained("why.figures-differ", rows, print);
        }
        Judged worse = rows.status().compareTo(print.status()) > 0 ? rows : print;
        String key = worse.equals(rows) ? "why.rows-are-worse" : "why.print-is-worse";
        return new Judged(worse.measured(), worse.status(), Optional.empty(), worse.stale())
                .explained(key, rows, print);
    }

    /**
     * Whether no number of orders, of as many as the rows have, gives the stated rate: 0.80 % of twenty. The source may
     * know some orders more or fewer, so one in {@value #ORDERS_PER_STRANGER} and at least one are granted.
     */
    private static boolean isImpossible(Figure printed, Figure rows, Target target) {
        if (!(printed instanceof Figure.StatedRate stated) || !(rows instanceof Figure.Counts counts)) {
            return false;
        }
        BigDecimal half = BigDecimal.valueOf(5, stated.fraction().scale() + 1);
        BigDecimal bad =
                target.condition().isOfTheGood() ? BigDecimal.ONE.subtract(stated.fraction()) : stated.fraction();
        long total = counts.rate().total();
        long strangers = Math.max(1, total / ORDERS_PER_STRANGER);
        BigDecimal least = bad.subtract(half).multiply(BigDecimal.valueOf(total - strangers));
        BigDecimal most = bad.add(half).multiply(BigDecimal.valueOf(total + strangers));
        return least.setScale(0, RoundingMode.CEILING).compareTo(most) > 0;
    }

    /** Nothing known is worse than on target: where two figures contradict each other, neither proves it. */
    private static int gravity(Status status) {
        return switch (status) {
            case ON_TARGET -> 0;
            case NOT_MEASURED -> 1;
            case WATCH -> 2;
            case OFF_TARGET -> 3;
        };
    }
}
