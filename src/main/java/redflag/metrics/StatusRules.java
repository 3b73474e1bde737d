package redflag.metrics;

import java.math.BigDecimal;
import redflag.basics.Rate;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Status;
import redflag.rules.Target;

/** Holds a figure against a target. Exact: nothing is rounded before it is compared. Rules: product.md §5. */
final class StatusRules {

    private StatusRules() {}

    /** @param watchShare of the allowed bad share, from which on it is Watch */
    static Status of(Measured measured, Target target, BigDecimal watchShare) {
        Figure figure = measured.figure();
        if (figure instanceof Figure.Counts counts) {
            return trusted(of(counts.rate(), target, watchShare), counts.rate(), measured.precision());
        }
        if (figure instanceof Figure.StatedRate stated) {
            return of(stated.fraction(), target, watchShare);
        }
        if (figure instanceof Figure.Score score) {
            boolean met = BigDecimal.valueOf(score.value()).compareTo(target.value()) >= 0;
            return met ? Status.ON_TARGET : Status.OFF_TARGET;
        }
        if (figure instanceof Figure.Count count) {
            // what a violation costs is not published, so below a published repeat limit a count is Watch at most
            boolean met = BigDecimal.valueOf(count.value()).compareTo(target.value()) == 0;
            boolean repeated = isRepeated(count, target);
            return met ? Status.ON_TARGET : repeated ? Status.OFF_TARGET : Status.WATCH;
        }
        throw new IllegalStateException("no rule for " + figure);
    }

    /** Whether so many alike put the account at risk by themselves. */
    static boolean isRepeated(Figure.Count count, Target target) {
        return target.repeatLimit().filter(limit -> count.value() >= limit).isPresent();
    }

    /**
     * The same, where rejected rows may hide orders: if the status is one and the same whatever they hide, it stands.
     *
     * @param slack what they may hide
     */
    static Status of(Measured measured, Slack slack, Target target, BigDecimal watchShare) {
        if (!slack.isNone() && measured.figure() instanceof Figure.Counts counts) {
            Rate rate = counts.rate();
            long most = rate.affected() + slack.affected();
            Rate best = new Rate(rate.affected(), rate.total() + slack.total());
            Rate worst = new Rate(most, Math.max(most, rate.total()));
            Status ifBest = trusted(of(best, target, watchShare), best, slack.otherwise());
            Status ifWorst = trusted(of(worst, target, watchShare), worst, slack.otherwise());
            if (ifBest == ifWorst) {
                return ifBest;
            }
        }
        return of(measured, target, watchShare);
    }

    private static Status of(Rate rate, Target target, BigDecimal watchShare) {
        if (!target.condition().meets(rate, target.value())) {
            return Status.OFF_TARGET;
        }
        BigDecimal line = target.condition().allowedShare(target.value()).multiply(watchShare);
        return rate.affected() > 0 && rate.compareTo(line) >= 0 ? Status.WATCH : Status.ON_TARGET;
    }

    private static Status trusted(Status status, Rate rate, Precision precision) {
        boolean off = status == Status.OFF_TARGET;
        return switch (precision) {
            case EXACT -> status;
            case AT_LEAST -> off ? status : rate.affected() > 0 ? Status.WATCH : Status.NOT_MEASURED;
            case AT_MOST -> off ? Status.WATCH : status;
            case ESTIMATE -> off ? Status.WATCH : Status.NOT_MEASURED;
        };
    }

    /**
     * A rate without counts was rounded to the places it shows. Where the target lies within half a place of it, nobody
     * can tell on which side it is: Watch.
     */
    private static Status of(BigDecimal stated, Target target, BigDecimal watchShare) {
        BigDecimal half = BigDecimal.valueOf(5, stated.scale() + 1);
        BigDecimal bad = target.condition().isOfTheGood() ? BigDecimal.ONE.subtract(stated) : stated;
        boolean bestMeets = target.condition().meets(bad.subtract(half), target.value());
        boolean worstMeets = target.condition().meets(bad.add(half), target.value());
        if (bestMeets != worstMeets) {
            return Status.WATCH;
        }
        if (!bestMeets) {
            return Status.OFF_TARGET;
        }
        BigDecimal line = target.condition().allowedShare(target.value()).multiply(watchShare);
        return bad.signum() > 0 && bad.compareTo(line) >= 0 ? Status.WATCH : Status.ON_TARGET;
    }
}
