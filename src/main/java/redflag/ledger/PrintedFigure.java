package redflag.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A figure that the source has counted itself, as it stands there.
 *
 * @param metric as the source words it
 * @param affected the bad ones
 * @param total all of them
 * @param rate as the source states it, a fraction: for at-least metrics the good share
 * @param score where the metric is one
 * @param statedOn the newest day that the whole report tells of; Amazon's own reports have one
 * @param status as the source words it
 * @param components the bad ones by kind; one order may count in several
 */
public record PrintedFigure(
        String metric,
        Optional<Code> fulfilment,
        Optional<String> category,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Long> affected,
        Optional<Long> total,
        Optional<BigDecimal> rate,
        Optional<Long> score,
        Optional<LocalDate> statedOn,
        Optional<String> status,
        Map<Code, Long> components,
        Source source) {

    public PrintedFigure {
        Map<Code, Long> copy = new java.util.EnumMap<>(Code.class);
        copy.putAll(components);
        components = java.util.Collections.unmodifiableMap(copy);
    }
}
