package redflag.rules;

import java.math.BigDecimal;
import redflag.basics.Rate;

/** What a metric came to. */
public sealed interface Figure {

    /** A rate with its two counts. */
    record Counts(Rate rate) implements Figure {}

    /**
     * A rate whose counts the source does not give, as it states it, to the places that it states.
     *
     * @param fraction the good share where the target is of the good ones
     */
    record StatedRate(BigDecimal fraction) implements Figure {}

    record Score(long value) implements Figure {}

    record Count(long value) implements Figure {}
}
