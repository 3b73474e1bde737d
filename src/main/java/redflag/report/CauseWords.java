package redflag.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.Comparison;
import redflag.causes.Dimension;
import redflag.words.Messages;

/** Causes in the words of one language. */
final class CauseWords {

    /** Causes whose value begins with a day, and goes on behind a slash with another day or a name. */
    private static final Set<String> BY_DAY = Set.of(
            "block-of-days",
            "listed-block-of-days",
            "demand-spike",
            "handling-time-shortened",
            "handling-time-shortened-of-sku",
            "asin-from-one-date");

    private CauseWords() {}

    /** A cause in a few words, with what it names. */
    static String cause(Cause cause, Messages messages) {
        return messages.text("cause." + cause.id(), facts(cause, messages));
    }

    private static Map<String, Object> facts(Cause cause, Messages messages) {
        if (!BY_DAY.contains(cause.id())) {
            return Map.of(
                    "value",
                    cause.dimension()
                            .filter(dimension -> dimension == Dimension.WEEKDAY)
                            .map(dimension ->
                                    DayOfWeek.valueOf(cause.value()).getDisplayName(TextStyle.FULL, messages.locale()))
                            .orElse(cause.value()));
        }
        String[] parts = cause.value().split("/", 2);
        LocalDate from = LocalDate.parse(parts[0]);
        if (parts.length == 1) {
            return Map.of("from", from);
        }
        boolean isOfDays = cause.id().endsWith("block-of-days") || cause.id().equals("demand-spike");
        return isOfDays
                ? Map.of("from", from, "to", LocalDate.parse(parts[1]))
                : Map.of("from", from, "value", parts[1]);
    }

    /** How many times as often a group is affected as all orders are, and between what that lies. */
    static String lift(Comparison comparison, Messages messages) {
        return messages.text(
                "cause.lift", Map.of("lift", comparison.lift(), "low", comparison.low(), "high", comparison.high()));
    }

    /** What rows say of an order's way, in their own moments. */
    static String course(Account account, Messages messages) {
        List<String> course = new ArrayList<>();
        account.expectedShip().ifPresent(at -> course.add(messages.text("account.ship-by", Map.of("at", at))));
        account.shipped().ifPresent(at -> course.add(messages.text("account.shipped", Map.of("at", at))));
        account.expectedDelivery().ifPresent(at -> course.add(messages.text("account.deliver-by", Map.of("at", at))));
        account.delivered().ifPresent(at -> course.add(messages.text("account.delivered", Map.of("at", at))));
        course.add(0, OrdersSheet.kinds(account.defect(), messages));
        return String.join("; ", course);
    }
}
