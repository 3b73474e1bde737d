package redflag.report;

import java.util.Map;
import redflag.words.Messages;

/** What workbook and page of the portfolio say alike. */
public final class PortfolioWords {

    private PortfolioWords() {}

    /** Such as {@code 0.31 % (5 stores)}. */
    static String median(Medians.Median median, Messages messages) {
        return messages.text("portfolio.median", Map.of("value", median.value(), "stores", median.stores()));
    }

    /** What is other than on the night before, in a few words. */
    public static String change(StoreDetail.Change change, Messages messages) {
        return messages.text(
                "portfolio.change",
                Map.of(
                        "added", change.added(),
                        "left", change.left(),
                        "worse", change.worse(),
                        "better", change.better()));
    }

    /** Why an export is on the checklist. */
    public static String why(Download download, Messages messages) {
        return download.age()
                .map(age -> messages.text(
                        "portfolio.download.old", Map.of("level", age.level().name(), "newest", age.newest())))
                .orElseGet(() -> messages.text("portfolio.download.missing"));
    }
}
