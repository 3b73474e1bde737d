package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redflag.metrics.MissingData;
import redflag.plan.Plan;
import redflag.rules.Metric;
import redflag.stock.Product;
import redflag.words.Messages;

/** What follows from a report by itself: plans to confirm, exports to download, files to replace. Nothing else. */
final class NextSteps {

    private static final int MOST = 6;

    private NextSteps() {}

    static List<String> of(RiskReport report, ReportWords words) {
        Messages messages = words.messages();
        List<String> steps = new ArrayList<>();
        for (Plan plan : report.isReadIn(words.messages().locale()) ? report.plansToRead() : report.plans()) {
            steps.add(messages.text(
                    "summary.step.plan",
                    Map.of(
                            "plan",
                            plan.title(),
                            "count",
                            (long) plan.toConfirm(),
                            "sheet",
                            messages.text("sheet.plan"))));
        }
        stock(report, Product.Flag.LIVE_WITHOUT_STOCK, "summary.step.live-without-stock", messages)
                .ifPresent(steps::add);
        stock(report, Product.Flag.CANCELLED_TWICE_IN_A_ROW, "summary.step.cancelled-twice", messages)
                .ifPresent(steps::add);
        for (MissingExport missing : report.dataQuality().missing()) {
            steps.add(messages.text(
                    MissingData.isKeptByHand(missing.kind()) ? "summary.step.keep" : "summary.step.download",
                    Map.of(
                            "export", messages.said(missing.name()),
                            "where", messages.said(missing.where()),
                            "metrics", metrics(missing.metrics(), words))));
        }
        for (QuarantinedFile file : report.dataQuality().quarantined()) {
            if (!file.expected()) {
                steps.add(messages.text(
                        "summary.step.replace", Map.of("file", file.file(), "why", words.remark(file.why()))));
            }
        }
        if (steps.size() <= MOST) {
            return steps;
        }
        List<String> first = new ArrayList<>(steps.subList(0, MOST - 1));
        first.add(messages.text(
                "summary.step.more",
                Map.of("count", (long) steps.size() - first.size(), "sheet", messages.text(DataQualitySheet.NAME))));
        return first;
    }

    private static Optional<String> stock(RiskReport report, Product.Flag flag, String step, Messages messages) {
        long count = report.stock().count(flag);
        return count == 0
                ? Optional.empty()
                : Optional.of(messages.text(step, Map.of("count", count, "sheet", messages.text(StockSheet.NAME))));
    }

    /** The names of metrics in one line. */
    static String metrics(List<Metric> metrics, ReportWords words) {
        return metrics.stream()
                .map(metric -> words.metric(metric, Optional.empty(), Optional.empty()))
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
    }
}
