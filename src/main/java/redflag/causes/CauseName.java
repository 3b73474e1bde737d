package redflag.causes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.words.Messages;

/** How a reader of one language calls a cause. */
public final class CauseName {

    /** Causes whose value is a first and a last day with a slash between. */
    private static final Set<String> OF_DAYS = Set.of("block-of-days", "listed-block-of-days", "demand-spike");

    /** Causes whose value begins with a day; behind a slash some name a product, or a country and its holiday. */
    private static final Set<String> FROM_A_DAY =
            Set.of("handling-time-shortened", "handling-time-shortened-of-sku", "asin-from-one-date", "public-holiday");

    private CauseName() {}

    /** Whether causes of this kind begin on a day that is known. */
    public static boolean hasFirst(String id) {
        return OF_DAYS.contains(id) || FROM_A_DAY.contains(id);
    }

    /** Whether causes of this kind end on a day that is known, too. */
    public static boolean hasLast(String id) {
        return OF_DAYS.contains(id);
    }

    /** In a few words, with what it names: {@code SKU BIR-101}. */
    public static String of(Cause cause, Messages messages) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("value", value(cause, messages));
        first(cause).ifPresent(day -> facts.put("from", day));
        last(cause).ifPresent(day -> facts.put("to", day));
        return messages.text("cause." + cause.id(), facts);
    }

    /** What it names, alone: a SKU, a weekday in the language; empty where there is nothing to name but days. */
    public static String value(Cause cause, Messages messages) {
        if (cause.id().equals("public-holiday")) {
            return holiday(subject(cause), messages);
        }
        if (hasFirst(cause.id())) {
            return subject(cause);
        }
        return cause.dimension()
                .filter(dimension -> dimension == Dimension.WEEKDAY)
                .map(dimension -> DayOfWeek.valueOf(cause.value()).getDisplayName(TextStyle.FULL, messages.locale()))
                .orElse(cause.value());
    }

    /** Calendars name it in English; the country is told in the language. */
    private static String holiday(String subject, Messages messages) {
        int slash = subject.indexOf('/');
        return messages.text(
                "cause.public-holiday.name",
                Map.of("name", subject.substring(slash + 1), "country", messages.country(subject.substring(0, slash))));
    }

    /** What it is about that stays from night to night, whatever the figures are: no day and no hour. */
    public static String subject(Cause cause) {
        if (cause.id().equals("placed-after-cut-off")) {
            return "";
        }
        int slash = cause.value().indexOf('/');
        if (!hasFirst(cause.id())) {
            return cause.value();
        }
        return slash < 0 || hasLast(cause.id()) ? "" : cause.value().substring(slash + 1);
    }

    /** The day on which it began. */
    public static Optional<LocalDate> first(Cause cause) {
        return hasFirst(cause.id()) ? Optional.of(LocalDate.parse(cause.value().split("/", 2)[0])) : Optional.empty();
    }

    /** The last day of it. */
    public static Optional<LocalDate> last(Cause cause) {
        return hasLast(cause.id()) ? Optional.of(LocalDate.parse(cause.value().split("/", 2)[1])) : Optional.empty();
    }
}
