package redflag.causes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Map;
import java.util.Optional;
import redflag.words.Messages;

/** How a reader of one language calls a cause. */
public final class CauseName {

    private CauseName() {}

    /** In a few words, with what it names: {@code SKU BIR-101}. */
    public static String of(Cause cause, Messages messages) {
        return isOfDays(cause)
                ? messages.text("cause." + cause.id(), Map.of("from", first(cause), "to", last(cause)))
                : messages.text("cause." + cause.id(), Map.of("value", value(cause, messages)));
    }

    /** What it names, alone: a SKU, a weekday in the language; empty where there is nothing to name. */
    public static String value(Cause cause, Messages messages) {
        return cause.dimension()
                .filter(dimension -> dimension == Dimension.WEEKDAY)
                .map(dimension -> DayOfWeek.valueOf(cause.value()).getDisplayName(TextStyle.FULL, messages.locale()))
                .orElse(cause.value());
    }

    /** Whether it is a block of days. */
    public static boolean isOfDays(Cause cause) {
        return cause.dimension().equals(Optional.of(Dimension.DAYS));
    }

    /** Of a block of days. */
    public static LocalDate first(Cause cause) {
        return LocalDate.parse(cause.value().substring(0, cause.value().indexOf('/')));
    }

    /** Of a block of days; it belongs to it. */
    public static LocalDate last(Cause cause) {
        return LocalDate.parse(cause.value().substring(cause.value().indexOf('/') + 1));
    }
}
