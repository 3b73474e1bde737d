package redflag.basics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Affected over all, kept as the two counts: bad ones over all, for metrics that ask for little and for those that ask
 * for much alike (late units, untracked packages).
 *
 * <p>Comparisons are exact; only {@link #fraction()} and {@link #percent(int)} round, and they are for display.
 */
public record Rate(long affected, long total) {

    /** @throws IllegalArgumentException unless 0 ≤ affected ≤ total and total &gt; 0 */
    public Rate {
        if (affected < 0 || total <= 0 || affected > total) {
            throw new IllegalArgumentException("not a rate: " + affected + " of " + total);
        }
    }

    /** Compares with {@code share}, a fraction: 0.01 stands for 1 %. Exact; nothing is rounded. */
    public int compareTo(BigDecimal share) {
        return BigDecimal.valueOf(affected).compareTo(share.multiply(BigDecimal.valueOf(total)));
    }

    /** Affected over total as a fraction, to seven significant digits, half up. */
    public BigDecimal fraction() {
        return BigDecimal.valueOf(affected).divide(BigDecimal.valueOf(total), new MathContext(7, RoundingMode.HALF_UP));
    }

    /** One minus {@link #fraction()}, computed from the counts: what Amazon states for an at-least metric. */
    public BigDecimal complement() {
        return BigDecimal.valueOf(total - affected)
                .divide(BigDecimal.valueOf(total), new MathContext(7, RoundingMode.HALF_UP));
    }

    /** Affected over total in percent with {@code decimals} places, half up. */
    public BigDecimal percent(int decimals) {
        return BigDecimal.valueOf(affected)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(total), decimals, RoundingMode.HALF_UP);
    }
}
