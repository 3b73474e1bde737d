package redflag.rules;

import java.math.BigDecimal;
import redflag.basics.Rate;

/** How a value is held against a target. For rates the value is the share of the affected, so "at least" turns round. */
public enum Condition {
    /** The affected share must be under the target: 1 of 100 is not under 1 %. */
    LESS_THAN {
        @Override
        public boolean meets(Rate rate, BigDecimal target) {
            return rate.compareTo(target) < 0;
        }
    },
    /** The affected share must not be over the target: 1 of 100 is 1 %. */
    AT_MOST {
        @Override
        public boolean meets(Rate rate, BigDecimal target) {
            return rate.compareTo(target) <= 0;
        }
    },
    /** The good share must be at least the target. */
    AT_LEAST {
        @Override
        public boolean meets(Rate rate, BigDecimal target) {
            return rate.compareTo(BigDecimal.ONE.subtract(target)) <= 0;
        }
    },
    /** The good share must be over the target. */
    GREATER_THAN {
        @Override
        public boolean meets(Rate rate, BigDecimal target) {
            return rate.compareTo(BigDecimal.ONE.subtract(target)) < 0;
        }
    },
    /** The affected share must be the target; for counts, whose target is 0. */
    EQUALS {
        @Override
        public boolean meets(Rate rate, BigDecimal target) {
            return rate.compareTo(target) == 0;
        }
    };

    /** Compares exactly; nothing is rounded. */
    public abstract boolean meets(Rate rate, BigDecimal target);

    /** Whether the target is a share of the good ones, so that Amazon states one minus the affected share. */
    public boolean isOfTheGood() {
        return this == AT_LEAST || this == GREATER_THAN;
    }

    /** Compares a share of affected ones that is no rate of whole orders. */
    public boolean meets(BigDecimal affectedShare, BigDecimal target) {
        int order = affectedShare.compareTo(allowedShare(target));
        return this == EQUALS ? order == 0 : order < 0 || order == 0 && isMetAtTheLimit();
    }

    /** The share as Amazon states it beside such a target: of the good ones, or of the affected ones. */
    public BigDecimal stated(Rate rate) {
        return isOfTheGood() ? rate.complement() : rate.fraction();
    }

    /** The share of affected ones at which the target is met no more, or just still. */
    public BigDecimal allowedShare(BigDecimal target) {
        return isOfTheGood() ? BigDecimal.ONE.subtract(target) : target;
    }

    /** Whether a share of exactly {@link #allowedShare} still meets the target. */
    public boolean isMetAtTheLimit() {
        return this == AT_MOST || this == AT_LEAST || this == EQUALS;
    }
}
