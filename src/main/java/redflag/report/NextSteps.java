package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redflag.metrics.Finding;
import redflag.metrics.MissingData;
import redflag.outlook.Outlook;
import redflag.plan.Plan;
import redflag.risk.AmazonState;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.stock.Product;
import redflag.words.Messages;

/**
 * What follows from a report by itself: what Amazon states, notices and the papers that they ask for, policy counts, plans to
 * confirm, defects to dispute, what is about to break, stock, exports to download, files to replace. Nothing else.
 */
final class NextSteps {

    private static final int MOST_NAMES = 3;

    private final RiskReport report;
    private final ReportWords words;
    private final Messages messages;
    private final List<Step> steps = new ArrayList<>();

    private NextSteps(RiskReport report, ReportWords words) {
        this.report = report;
        this.words = words;
        this.messages = words.messages();
    }

    /** What is due within seven days comes first. */
    static List<Step> of(RiskReport report, ReportWords words) {
        return Step.inOrder(new NextSteps(report, words).all(), report.asOf());
    }

    /** The first of them, in words, each with its day; then how many more there are and which sheets have them. */
    static List<String> texts(RiskReport report, ReportWords words, int most) {
        List<Step> steps = of(report, words);
        Messages messages = words.messages();
        int shown = steps.size() <= most ? steps.size() : most - 1;
        List<String> texts = new ArrayList<>();
        steps.subList(0, shown)
                .forEach(step -> texts.add(step.due()
                        .map(day -> messages.text("summary.step.due", Map.of("step", step.text(), "due", day)))
                        .orElse(step.text())));
        more(steps, shown, messages).ifPresent(texts::add);
        return texts;
    }

    /** How many there are past the first, and which sheets have them; missing where there are none. */
    static Optional<String> more(List<Step> steps, int shown, Messages messages) {
        List<Step> more = steps.subList(Math.min(shown, steps.size()), steps.size());
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(messages.text(
                        "summary.step.more",
                        Map.of(
                                "count",
                                (long) more.size(),
                                "sheets",
                                more.stream()
                                        .map(step -> messages.text(step.sheet()))
                                        .distinct()
                                        .collect(Collectors.joining(messages.text("sheet.list-separator"))))));
    }

    private List<Step> all() {
        amazon();
        steps.addAll(NoticeSteps.of(report, messages));
        steps.addAll(DocumentSteps.of(report, messages));
        policyCounts();
        for (Plan plan : report.isReadIn(messages.locale()) ? report.plansToRead() : report.plans()) {
            plan(plan);
        }
        report.findings().forEach(this::breaking);
        stock(Product.Flag.LIVE_WITHOUT_STOCK, "summary.step.live-without-stock");
        stock(Product.Flag.CANCELLED_TWICE_IN_A_ROW, "summary.step.cancelled-twice");
        for (MissingExport missing : report.dataQuality().missing()) {
            add(
                    MissingData.isKeptByHand(missing.kind()) ? "summary.step.keep" : "summary.step.download",
                    Map.of(
                            "export", messages.said(missing.name()),
                            "where", messages.said(missing.where()),
                            "metrics", firstOf(missing.metrics())),
                    DataQualitySheet.NAME);
        }
        for (QuarantinedFile file : report.dataQuality().quarantined()) {
            if (!file.expected()) {
                add(
                        "summary.step.replace",
                        Map.of("file", file.file(), "why", words.remark(file.why())),
                        DataQualitySheet.NAME);
            }
        }
        return steps;
    }

    private void add(String key, Map<String, Object> facts, String sheet) {
        steps.add(new Step(messages.text(key, facts), sheet));
    }

    /** A status says that something is wrong and not what; a notice that is on file may be another. */
    private void amazon() {
        report.amazon()
                .filter(state -> !state.known().equals(Optional.of(AmazonState.Known.NORMAL)))
                .ifPresent(state -> {
                    long open = report.notices().open().size();
                    if (open > 0) {
                        add(
                                "summary.step.amazon-and-notices",
                                Map.of(
                                        "stated", state.asStated(),
                                        "count", open,
                                        "sheet", messages.text(NoticesSheet.NAME)),
                                NoticesSheet.NAME);
                        return;
                    }
                    add(
                            state.known().isPresent() ? "summary.step.find-out-why" : "summary.step.amazon",
                            Map.of("stated", state.asStated()),
                            SummarySheet.NAME);
                });
    }

    /** Amazon counts what is addressed no longer, and its rating comes back (domain.md 1.8). */
    private void policyCounts() {
        List<String> counts = report.findings().stream()
                .map(Finding::reading)
                .filter(reading -> reading.decides() && reading.metric().form() == Metric.Form.COUNT)
                .filter(NextSteps::isAboveTarget)
                .map(reading -> messages.text(
                        "summary.step.count",
                        Map.of(
                                "metric", words.metric(reading),
                                "value", words.value(reading.measured(), reading.target()))))
                .toList();
        if (!counts.isEmpty()) {
            Optional<String> rating = report.findings().stream()
                    .map(Finding::reading)
                    .filter(reading -> reading.metric() == Metric.ACCOUNT_HEALTH_RATING && isAboveTarget(reading))
                    .map(reading -> words.value(reading.measured(), reading.target()))
                    .findFirst();
            add(
                    rating.isPresent() ? "summary.step.counts-and-rating" : "summary.step.counts",
                    Map.of("counts", first(counts), "rating", rating.orElse("")),
                    MetricsSheet.NAME);
        }
    }

    private static boolean isAboveTarget(Reading reading) {
        return (reading.status() == Status.OFF_TARGET || reading.status() == Status.WATCH)
                && reading.measured()
                        .filter(measured -> !measured.figure().equals(new Figure.Count(0)))
                        .isPresent();
    }

    private void plan(Plan plan) {
        String sheet = plan.toConfirm() > 0 ? ActionsSheet.NAME : PlanSheet.NAME;
        steps.add(new Step(
                messages.text(
                        "summary.step.plan",
                        Map.of("plan", plan.title(), "count", (long) plan.toConfirm(), "sheet", messages.text(sheet))),
                Deadlines.ofActions(report, plan).stream().min(Comparator.naturalOrder()),
                sheet));
        List<Plan.Disputed> disputed = plan.disputes().stream()
                .flatMap(dispute -> dispute.orders().stream())
                .filter(order -> order.until().isPresent())
                .toList();
        if (!disputed.isEmpty()) {
            long orders =
                    disputed.stream().map(Plan.Disputed::orderId).distinct().count();
            steps.add(new Step(
                    messages.text(
                            "summary.step.dispute",
                            Map.of("orders", orders, "plan", plan.title(), "sheet", messages.text(PlanSheet.NAME))),
                    disputed.stream().flatMap(order -> order.until().stream()).min(Comparator.naturalOrder()),
                    PlanSheet.NAME));
        }
    }

    /** A rate that is about to be off target, or that can take no further defect. */
    private void breaking(Finding finding) {
        Reading reading = finding.reading();
        if (!reading.decides() || reading.status() == Status.OFF_TARGET) {
            return;
        }
        Optional<LocalDate> day = finding.outlook().flatMap(Outlook::firstDayOffTarget);
        boolean isUsedUp = reading.status() == Status.WATCH
                && reading.headroom()
                        .flatMap(Headroom::onOrdersInWindow)
                        .filter(more -> more == 0)
                        .isPresent();
        if (day.isPresent() || isUsedUp) {
            steps.add(new Step(
                    messages.text(
                            day.isPresent() ? "summary.step.breaking" : "summary.step.used-up",
                            Map.of(
                                    "metric", words.metric(reading),
                                    "value", words.value(reading.measured(), reading.target()),
                                    "target", words.target(reading.target()))),
                    day,
                    day.isPresent() ? OutlookSheet.NAME : OrdersSheet.NAME));
        }
    }

    private void stock(Product.Flag flag, String step) {
        long count = report.stock().count(flag);
        if (count > 0) {
            add(step, Map.of("count", count, "sheet", messages.text(StockSheet.NAME)), StockSheet.NAME);
        }
    }

    private String firstOf(List<Metric> metrics) {
        return first(metrics.stream()
                .map(metric -> words.metric(metric, Optional.empty(), Optional.empty()))
                .toList());
    }

    private String first(List<String> names) {
        String first =
                names.stream().limit(MOST_NAMES).collect(Collectors.joining(messages.text("sheet.list-separator")));
        return names.size() <= MOST_NAMES
                ? first
                : messages.text("sheet.and-more", Map.of("names", first, "more", (long) names.size() - MOST_NAMES));
    }

    /** The names of metrics in one line. */
    static String metrics(List<Metric> metrics, ReportWords words) {
        return metrics.stream()
                .map(metric -> words.metric(metric, Optional.empty(), Optional.empty()))
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
    }
}
