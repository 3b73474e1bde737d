package redflag.outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import redflag.basics.Rate;
import redflag.rules.Headroom;
import redflag.rules.Target;

/** Headroom in its three forms, in exact arithmetic: domain.md §5.3, formulas A, B and C. */
public final class HeadroomRules {

    private HeadroomRules() {}

    /** Nothing where no share is allowed, so that neither more nor fewer orders would change the answer. */
    public static Optional<Headroom> of(Rate rate, Target target) {
        BigDecimal allowed = target.condition().allowedShare(target.value());
        if (allowed.signum() <= 0 || allowed.compareTo(BigDecimal.ONE) >= 0) {
            return Optional.empty();
        }
        boolean limitMeets = target.condition().isMetAtTheLimit();
        BigDecimal affected = BigDecimal.valueOf(rate.affected());
        BigDecimal total = BigDecimal.valueOf(rate.total());
        if (!target.condition().meets(rate, target.value())) {
            return Optional.of(new Headroom(
                    Optional.empty(), Optional.empty(), Optional.of(toRecover(affected, total, allowed, limitMeets))));
        }
        BigDecimal spare = allowed.multiply(total).subtract(affected);
        return Optional.of(new Headroom(
                Optional.of(most(spare, BigDecimal.ONE, limitMeets)),
                Optional.of(most(spare, BigDecimal.ONE.subtract(allowed), limitMeets)),
                Optional.empty()));
    }

    /** The most steps of {@code cost} that {@code spare} pays: one less where spending all of it is too much. */
    private static long most(BigDecimal spare, BigDecimal cost, boolean limitMeets) {
        if (limitMeets) {
            return spare.divide(cost, 0, RoundingMode.FLOOR).longValueExact();
        }
        return spare.divide(cost, 0, RoundingMode.CEILING).longValueExact() - 1;
    }

    private static long toRecover(BigDecimal affected, BigDecimal total, BigDecimal allowed, boolean limitMeets) {
        RoundingMode rounding = limitMeets ? RoundingMode.CEILING : RoundingMode.FLOOR;
        long needed = affected.divide(allowed, 0, rounding).longValueExact() + (limitMeets ? 0 : 1);
        return Math.max(0, needed - total.longValueExact());
    }
}
