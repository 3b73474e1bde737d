package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.words.Messages;

/** The drafted plans. What nobody has confirmed is marked. */
final class PlanSheet {

    static final String NAME = "sheet.plan";

    static final List<Column<Part>> COLUMNS = List.of(
            new Column<>(
                    "plan.part",
                    24,
                    (part, words) -> Content.of(words.messages().text(part.key()))),
            Column.number(
                    "plan.number",
                    9,
                    (part, words) -> part.number() == 0 ? Content.nothing() : new Content.Ordinal(part.number())),
            new Column<>(
                    "plan.text",
                    118,
                    (part, words) -> Plan.TO_CONFIRM.matcher(part.text()).find()
                            ? new Content.Tinted(part.text(), Tone.CONFIRM)
                            : Content.of(part.text())));

    private PlanSheet() {}

    /** @param key of the name of the part of the plan */
    record Part(String key, int number, String text) {}

    static void write(Book book, RiskReport report) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        if (report.plans().isEmpty()) {
            page.line(page.text("sheet.plan.empty"));
            return;
        }
        page.line(page.text("sheet.plan.about"));
        for (Plan plan : report.plansToRead()) {
            page.gap();
            page.section(plan.title());
            page.line(page.words()
                    .messages()
                    .text(
                            "sheet.plan.metrics",
                            Map.of("metrics", NextSteps.metrics(plan.metrics(), page.words()), "count", (long)
                                    plan.toConfirm())));
            List<Part> parts = parts(plan, page.words().messages());
            if (!parts.isEmpty()) {
                page.table("Plan_" + plan.reason().name(), COLUMNS, parts);
            }
        }
    }

    private static List<Part> parts(Plan plan, Messages messages) {
        return Stream.of(
                        paragraphs("sheet.plan.issue", plan.issue()),
                        paragraphs(key(Measure.Part.CAUSE), plan.rootCauses()),
                        paragraphs(key(Measure.Part.ACTION), plan.actionsTaken()),
                        paragraphs(key(Measure.Part.PREVENTION), plan.prevention()),
                        paragraphs("sheet.plan.other-metric", plan.otherMetrics()),
                        plan.questions().stream()
                                .map(question -> new Part(
                                        "sheet.plan.question",
                                        0,
                                        question.cause().text())),
                        plan.disputes().stream().map(dispute -> dispute(dispute, messages)),
                        plan.evidence().stream().map(evidence -> evidence(evidence, messages)))
                .flatMap(part -> part)
                .toList();
    }

    /** Of the name of a part of a plan. */
    static String key(Measure.Part part) {
        return switch (part) {
            case CAUSE -> "sheet.plan.cause";
            case ACTION -> "sheet.plan.action";
            case PREVENTION -> "sheet.plan.prevention";
        };
    }

    private static Stream<Part> paragraphs(String key, List<Plan.Paragraph> paragraphs) {
        return paragraphs.stream().map(paragraph -> new Part(key, paragraph.number(), paragraph.text()));
    }

    private static Part dispute(Plan.Dispute dispute, Messages messages) {
        String orders = dispute.orders().stream()
                .map(order -> order.until()
                        .map(until -> messages.text(
                                "sheet.plan.dispute-until", Map.of("order", order.orderId(), "until", until)))
                        .orElse(order.orderId()))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return new Part(
                "sheet.plan.dispute",
                0,
                messages.text("sheet.plan.dispute-text", Map.of("request", dispute.request(), "orders", orders)));
    }

    private static Part evidence(Plan.Evidence evidence, Messages messages) {
        String rows = Phrases.sources(evidence.sources(), messages);
        String text = rows.isEmpty()
                ? evidence.text()
                : messages.text("sheet.plan.evidence-text", Map.of("text", evidence.text(), "rows", rows));
        return new Part("sheet.plan.evidence", evidence.number(), text);
    }
}
