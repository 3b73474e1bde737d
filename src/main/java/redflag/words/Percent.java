package redflag.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import redflag.basics.Rate;

/** Shares as people read them: {@code 1.48 %}. Rounds half up, for display only. */
public final class Percent {

    private Percent() {}

    /**
     * A rate to two places.
     *
     * @param ofTheGood whether to state the good share, as Amazon does for at-least metrics
     */
    public static String of(Rate rate, boolean ofTheGood) {
        Rate shown = ofTheGood ? new Rate(rate.total() - rate.affected(), rate.total()) : rate;
        return shown.percent(2).toPlainString() + " %";
    }

    /** A fraction with all the places that it has in percent, and {@code least} at least. */
    public static String of(BigDecimal fraction, int least) {
        BigDecimal percent = fraction.movePointRight(2);
        BigDecimal plain = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        int places = Math.max(Math.max(plain.scale(), 0), least);
        return plain.setScale(places, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
