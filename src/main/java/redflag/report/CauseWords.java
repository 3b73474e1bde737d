package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.causes.Account;
import redflag.causes.Comparison;
import redflag.words.Messages;

/** Causes in the words of one language. */
final class CauseWords {

    private CauseWords() {}

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
        account.shipDate().ifPresent(at -> course.add(messages.text("account.ship-date", Map.of("at", at))));
        account.expectedDelivery().ifPresent(at -> course.add(messages.text("account.deliver-by", Map.of("at", at))));
        account.delivered().ifPresent(at -> course.add(messages.text("account.delivered", Map.of("at", at))));
        course.add(0, OrdersSheet.kinds(account.defect(), messages));
        return String.join(messages.text("sheet.clause-separator"), course);
    }
}
