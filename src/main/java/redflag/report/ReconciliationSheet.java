package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.reconciliation.Reconciliation;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.rules.Figure;
import redflag.words.Messages;
import redflag.words.Percent;

/** Amazon's printed counts beside those of the rows, and what explains the difference. */
final class ReconciliationSheet {

    static final String NAME = "sheet.reconciliation";

    static final List<Column<Reconciliation>> COLUMNS = List.of(
            new Column<>(
                    "reconciliation.metric",
                    34,
                    (row, words) -> Content.of(words.metric(row.metric(), row.fulfilment(), Optional.empty()))),
            new Column<>("reconciliation.printed", 14, (row, words) -> Content.of(printed(row.printed(), words))),
            new Column<>(
                    "reconciliation.printed-days",
                    28,
                    (row, words) -> Content.text(row.printedWindow().map(days -> period(days, words.messages())))),
            new Column<>("reconciliation.computed", 14, (row, words) -> Content.of(counts(row.computed(), words))),
            new Column<>(
                    "reconciliation.computed-days",
                    28,
                    (row, words) -> Content.of(period(row.computedWindow(), words.messages()))),
            new Column<>(
                    "reconciliation.difference",
                    20,
                    (row, words) -> Content.of(differenceOrNone(row.difference(), words.messages()))),
            new Column<>("reconciliation.explained", 60, (row, words) -> Content.of(explained(row, words.messages()))),
            new Column<>(
                    "reconciliation.unexplained",
                    20,
                    (row, words) -> Content.of(differenceOrNone(row.unexplained(), words.messages()))));

    private static final int MOST_ORDERS = 12;

    private ReconciliationSheet() {}

    /** Left out where no metric is both printed and counted. */
    static void write(Book book, RiskReport report) {
        if (report.reconciliations().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.reconciliation.about"));
        page.keepNextRowInSight(1);
        page.table("Reconciliation", COLUMNS, report.reconciliations());
    }

    private static String printed(Figure printed, ReportWords words) {
        return printed instanceof Figure.StatedRate stated
                ? Percent.of(stated.fraction(), 2)
                : counts(((Figure.Counts) printed).rate(), words);
    }

    private static String differenceOrNone(Optional<Difference> difference, Messages messages) {
        return difference
                .map(known -> difference(known, messages))
                .orElseGet(() -> messages.text("reconciliation.no-counts"));
    }

    private static String counts(Rate rate, ReportWords words) {
        return words.messages()
                .text("reconciliation.counts", Map.of("affected", rate.affected(), "total", rate.total()));
    }

    private static String period(Period days, Messages messages) {
        return messages.text("reconciliation.days", Map.of("from", days.from(), "to", days.to()));
    }

    private static String difference(Difference difference, Messages messages) {
        return difference.isNone()
                ? messages.text("reconciliation.none")
                : messages.text(
                        "reconciliation.difference",
                        Map.of("affected", signed(difference.affected()), "total", signed(difference.total())));
    }

    private static String signed(long count) {
        return count > 0 ? "+" + count : count < 0 ? "\u2212" + -count : "0";
    }

    private static String explained(Reconciliation row, Messages messages) {
        return row.explanations().stream()
                .map(explanation -> text(explanation, messages))
                .collect(Collectors.joining("\n"));
    }

    /** One explanation in a sentence, with the orders that rows name. */
    static String text(Explanation explanation, Messages messages) {
        String text = messages.text(
                "reconciliation.kind." + explanation.kind(),
                Map.of(
                        "part",
                        explanation
                                .part()
                                .map(part -> difference(part, messages))
                                .orElse(""),
                        "days",
                        explanation.days().map(days -> period(days, messages)).orElse("")));
        if (explanation.orders().isEmpty()) {
            return text;
        }
        String orders = explanation.orders().stream()
                .limit(MOST_ORDERS)
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        String key = explanation.isAmong() ? "reconciliation.among-orders" : "reconciliation.with-orders";
        return messages.text(key, Map.of("text", text, "orders", orders, "more", (long)
                Math.max(0, explanation.orders().size() - MOST_ORDERS)));
    }
}
