package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Rate;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Causes;
import redflag.causes.Comparison;
import redflag.metrics.Defect;
import redflag.words.Messages;
import redflag.xlsx.Chart;

/** What rows say stands behind the defects, metric by metric, what they do not explain, and what only people know. */
final class CausesSheet {

    static final String NAME = "sheet.causes";

    private static final int PLACES = 6;
    private static final int ORDERS_NAMED = 10;

    static final List<Column<Cause>> COLUMNS = List.of(
            new Column<>("causes.cause", 44, (row, words) -> Content.of(CauseName.of(row, words.messages()))),
            Column.number("causes.defects", 9, (row, words) -> Content.of(row.defects())),
            Column.number("causes.share", 11, (row, words) -> share(row.share())),
            Column.number(
                    "causes.orders",
                    10,
                    (row, words) -> Content.count(
                            row.comparison().map(Comparison::group).map(Rate::total))),
            Column.number(
                    "causes.share-of-orders",
                    11,
                    (row, words) -> row.comparison()
                            .map(comparison -> share(comparison.shareOfOrders()))
                            .orElseGet(Content::nothing)),
            new Column<>(
                    "causes.lift",
                    18,
                    (row, words) -> Content.text(
                            row.comparison().map(comparison -> CauseWords.lift(comparison, words.messages())))),
            Column.number(
                    "causes.without",
                    11,
                    (row, words) -> row.comparison()
                            .flatMap(Comparison::without)
                            .map(rate -> share((double) rate.affected() / rate.total()))
                            .orElseGet(Content::nothing)),
            new Column<>("causes.which", 46, (row, words) -> Content.of(orders(row.explains(), words))));

    static final List<Column<Account>> ACCOUNTS = List.of(
            new Column<>(
                    "accounts.order",
                    44,
                    (row, words) -> Content.of(row.defect().orderId())),
            Column.number(
                    "accounts.count", 9, (row, words) -> Content.of(row.defect().count())),
            new Column<>(
                    "accounts.sku",
                    11,
                    (row, words) -> Content.text(row.defect().sku())),
            new Column<>("accounts.cancelled", 10, (row, words) -> Content.yesOrNo(row.isCancelled(), words)),
            new Column<>(
                    "accounts.tracked",
                    11,
                    (row, words) -> row.isTracked()
                            .map(tracked -> Content.yesOrNo(tracked, words))
                            .orElseGet(Content::nothing)),
            new Column<>(
                    "accounts.placed",
                    22,
                    (row, words) -> Content.of(
                            row.placed().orElse(row.defect().axisDate().toString()))),
            new Column<>(
                    "accounts.carrier",
                    11,
                    (row, words) -> Content.text(row.defect().carrier())),
            new Column<>("accounts.course", 46, (row, words) -> Content.of(CauseWords.course(row, words.messages()))));

    private CausesSheet() {}

    /** Left out where no metric that is acted on has defects that were counted order by order. */
    static void write(Book book, RiskReport report) {
        Causes causes = report.causes();
        if (causes.metrics().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS, ACCOUNTS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.causes.about"));
        int number = 0;
        for (Causes.OfMetric metric : causes.metrics()) {
            section(page, metric, ++number);
        }
        page.gap();
        page.section(page.text("sheet.causes.questions"));
        for (String question : List.of("staff", "supplier", "system", "place", "first-months")) {
            page.line(page.text("sheet.causes.question." + question));
        }
    }

    private static void section(Page page, Causes.OfMetric metric, int number) {
        ReportWords words = page.words();
        page.gap();
        page.section(words.metric(metric.metric(), metric.fulfilment(), metric.category()));
        page.line(words.messages()
                .text(
                        metric.isCompared()
                                ? "sheet.causes.compared"
                                : metric.areMany() ? "sheet.causes.listed" : "sheet.causes.few",
                        Map.of(
                                "defects", (long) metric.defects().size(),
                                "causes", (long) metric.causes().size(),
                                "unexplained", (long) metric.unexplained().size())));
        if (!metric.accounts().isEmpty()) {
            page.table("Accounts" + number, ACCOUNTS, metric.accounts());
        }
        if (!metric.causes().isEmpty()) {
            if (!metric.accounts().isEmpty()) {
                page.gap();
            }
            List<Cause> groups = metric.causes().stream()
                    .filter(cause -> cause.comparison().isPresent())
                    .toList();
            if (!groups.isEmpty()) {
                page.chart(chart(metric, groups, words));
            }
            page.table("Causes" + number, COLUMNS, metric.causes());
        }
        if (metric.areMany() && !metric.unexplained().isEmpty()) {
            page.line(words.messages()
                    .text("sheet.causes.unexplained", Map.of("orders", orders(metric.unexplained(), words))));
        }
    }

    /** The share of the defects that each group has, beside its share of the orders. */
    private static Chart chart(Causes.OfMetric metric, List<Cause> groups, ReportWords words) {
        Messages messages = words.messages();
        String name = words.metric(metric.metric(), metric.fulfilment(), metric.category());
        Cause first =
                groups.stream().max(Comparator.comparingDouble(Cause::share)).orElseThrow();
        return new Chart(
                Chart.Kind.BARS,
                messages.text(
                        "sheet.causes.chart.title",
                        Map.of(
                                "cause", CauseName.of(first, messages),
                                "defects", first.defects(),
                                "of", first.of())),
                messages.text("sheet.causes.chart.alt", Map.of("metric", name)),
                new Chart.Labels(groups.stream()
                        .map(cause -> CauseName.of(cause, messages))
                        .toList()),
                List.of(
                        new Chart.Series(
                                messages.text("sheet.causes.chart.defects"),
                                Chart.Stroke.MAIN,
                                groups.stream()
                                        .map(cause -> Optional.of(cause.share()))
                                        .toList()),
                        new Chart.Series(
                                messages.text("sheet.causes.chart.orders"),
                                Chart.Stroke.SECOND,
                                groups.stream()
                                        .map(cause -> cause.comparison().map(Comparison::shareOfOrders))
                                        .toList())));
    }

    private static String orders(List<Defect> defects, ReportWords words) {
        return Phrases.list(defects.stream().map(Defect::orderId).toList(), ORDERS_NAMED, words.messages());
    }

    private static Content share(double share) {
        return new Content.Share(BigDecimal.valueOf(share).setScale(PLACES, RoundingMode.HALF_UP));
    }
}
