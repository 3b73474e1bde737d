package redflag.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.docx.TextDocument;
import redflag.ledger.ActionRow;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.words.Messages;

/** One copy of a plan of action. */
final class PlanDocument {

    /** Enough to check a plan by, and no page full of numbers. */
    private static final int MOST_ORDERS = 60;

    private static final int ORDERS_IN_A_LINE = 3;

    private static final List<Integer> WIDTHS = List.of(7, 28, 65);

    /** Who reads it. */
    enum Copy {
        /** The agency: with files and rows, and what is to be confirmed marked. */
        WORKING,
        /** The agency, in another language: as the working copy. */
        READING,
        /** Amazon: with order ids, without a word of files. */
        SUBMISSION
    }

    private final RiskReport report;
    private final Plan plan;
    private final Copy copy;
    private final Messages messages;
    private final List<Measure> measures;
    private final Map<Source, String> orders;

    /** @param messages in the language of the plan */
    PlanDocument(RiskReport report, Plan plan, Copy copy, Messages messages) {
        this(report, plan, copy, messages, ofThePlan(report, plan), ordersOf(report));
    }

    /**
     * @param measures that the plan asks people to confirm
     * @param orders that rows tell of
     */
    PlanDocument(
            RiskReport report,
            Plan plan,
            Copy copy,
            Messages messages,
            List<Measure> measures,
            Map<Source, String> orders) {
        this.messages = messages;
        this.report = report;
        this.plan = plan;
        this.copy = copy;
        this.measures = measures;
        this.orders = orders;
    }

    private static List<Measure> ofThePlan(RiskReport report, Plan plan) {
        return report.measures().stream()
                .filter(measure -> measure.id().startsWith(plan.reason().word() + "/"))
                .toList();
    }

    private static Map<Source, String> ordersOf(RiskReport report) {
        Map<Source, String> orders = new HashMap<>();
        report.findings().stream()
                .flatMap(PlanDocument::defects)
                .forEach(defect -> defect.from().forEach(source -> orders.put(source, defect.orderId())));
        return orders;
    }

    void write(Sink sink, String name) throws IOException {
        TextDocument document = new TextDocument(Plan.MARKED);
        if (isInternal()) {
            document.header(messages.text(plan.reason().isOfARate() ? "letter.internal" : "letter.internal.reply"));
        }
        document.footer(report.store().name(), messages.text("letter.page"));
        document.paragraph("Title", plan.title());
        details(document);
        document.paragraph("Heading1", messages.text("letter.issue"));
        plan.issue().forEach(paragraph -> document.paragraph("Normal", paragraph.text()));
        list(document, heading("letter.causes"), plan.rootCauses());
        list(document, heading("letter.actions"), plan.actionsTaken());
        list(document, heading("letter.prevention"), plan.prevention());
        otherMetrics(document);
        signOff(document);
        annex(document);
        if (isInternal()) {
            questions(document);
            disputes(document);
        }
        try (OutputStream out = sink.open(name)) {
            document.finish(out, plan.title(), report.asOf());
        }
    }

    /** A reason may call a part by what it asks for there. */
    private String heading(String part) {
        String own = part + "." + plan.reason().word();
        return messages.text(messages.has(own) ? own : part);
    }

    private boolean isInternal() {
        return copy != Copy.SUBMISSION;
    }

    private void details(TextDocument document) {
        document.labelled(
                "Details", messages.text("letter.store"), report.store().name());
        document.labelled(
                "Details",
                messages.text("letter.marketplace"),
                report.store().marketplace().salesChannel());
        document.labelled("Details", messages.text("letter.as-of"), messages.day(report.asOf()));
        if (isInternal()) {
            document.labelled(
                    "Details",
                    messages.text("letter.to-confirm"),
                    messages.text("letter.to-confirm.count", Map.of("count", (long) plan.toConfirm())));
        }
    }

    /** The number of a paragraph is that of its cause; a second one of the same cause stands below the first. */
    private void list(TextDocument document, String heading, List<Plan.Paragraph> paragraphs) {
        document.paragraph("Heading1", heading);
        Optional<Integer> list = Optional.empty();
        int last = 0;
        for (Plan.Paragraph paragraph : paragraphs) {
            int number = paragraph.number();
            if (number == last) {
                document.paragraph("ListContinue", paragraph.text());
                continue;
            }
            if (list.isEmpty() || number != last + 1) {
                list = Optional.of(document.listFrom(number));
            }
            document.item(list.get(), paragraph.text());
            last = number;
        }
    }

    private void otherMetrics(TextDocument document) {
        if (!plan.otherMetrics().isEmpty()) {
            document.paragraph("Heading1", messages.text("letter.other-metrics"));
            plan.otherMetrics().forEach(paragraph -> document.paragraph("TableText", paragraph.text()));
        }
    }

    private void questions(TextDocument document) {
        if (!plan.questions().isEmpty()) {
            document.paragraph("Heading1", messages.text("letter.questions"));
            document.paragraph("Normal", messages.text("letter.questions.about"));
            plan.questions()
                    .forEach(question ->
                            document.paragraph("Normal", question.cause().text()));
        }
    }

    private void disputes(TextDocument document) {
        if (plan.disputes().isEmpty()) {
            return;
        }
        document.paragraph("Heading1", messages.text("letter.disputes"));
        document.paragraph("Normal", messages.text("letter.disputes.about"));
        plan.disputes().forEach(dispute -> dispute(document, dispute));
    }

    private void dispute(TextDocument document, Plan.Dispute dispute) {
        document.paragraph("TableLead", dispute.request());
        boolean hasLimit =
                dispute.orders().stream().anyMatch(order -> order.until().isPresent());
        List<String> header = new ArrayList<>(List.of(messages.text("letter.disputes.order")));
        if (hasLimit) {
            header.add(messages.text("letter.disputes.until"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Plan.Disputed order : dispute.orders()) {
            List<String> row = new ArrayList<>(List.of(order.orderId()));
            order.until().map(messages::day).ifPresent(row::add);
            rows.add(row);
        }
        document.table(header.stream().map(column -> 100 / header.size()).toList(), header, rows);
    }

    /** Who signs is asked in the working copy; in the other he writes it there himself. */
    private void signOff(TextDocument document) {
        document.labelled(
                "SignOff",
                messages.text("letter.signed-by"),
                messages.text(isInternal() ? "letter.signed-by.confirm" : "letter.blank"));
        document.labelled("SignOff", messages.text("letter.signed-on"), messages.text("letter.blank"));
    }

    private void annex(TextDocument document) {
        List<Plan.Evidence> figures = plan.evidence().stream()
                .filter(evidence -> evidence.basis() != Plan.Basis.DEED)
                .toList();
        List<Plan.Evidence> deeds = plan.evidence().stream()
                .filter(evidence -> evidence.basis() == Plan.Basis.DEED)
                .toList();
        if (plan.evidence().isEmpty()) {
            return;
        }
        document.paragraph("Annex", messages.text("letter.annex"));
        table(document, "letter.annex.figures", figures, this::figure);
        table(document, "letter.annex.deeds", deeds, this::deed);
    }

    private interface Cells {
        List<String> of(Plan.Evidence evidence);
    }

    private void table(TextDocument document, String key, List<Plan.Evidence> evidence, Cells cells) {
        if (evidence.isEmpty()) {
            return;
        }
        document.paragraph("Heading2", messages.text(key));
        List<List<String>> rows = new ArrayList<>();
        for (Plan.Evidence one : evidence) {
            List<String> row = new ArrayList<>(List.of("[" + one.number() + "]"));
            row.addAll(cells.of(one));
            rows.add(row);
        }
        document.table(
                WIDTHS,
                List.of(
                        messages.text("letter.annex.number"),
                        messages.text(key + ".what"),
                        messages.text(isInternal() ? "letter.annex.rows" : key + ".shown-by")),
                rows);
    }

    private List<String> figure(Plan.Evidence evidence) {
        if (isInternal()) {
            return List.of(evidence.text(), Phrases.sources(evidence.sources(), messages));
        }
        List<String> orders = orders(evidence.sources());
        if (orders.isEmpty()) {
            String key = switch (evidence.basis()) {
                case NONE -> "letter.annex.none";
                case OLD -> "letter.annex.old";
                case ORDERS -> "letter.annex.no-orders";
                default -> "letter.annex.stated";
            };
            return List.of(messages.text(key), "");
        }
        long more = Math.max(0, orders.size() - MOST_ORDERS);
        String named = lines(orders.subList(0, orders.size() - (int) more));
        return List.of(
                messages.text("letter.annex.orders", Map.of("count", (long) orders.size())),
                more == 0 ? named : messages.text("plan.list-and-more", Map.of("list", named, "more", more)));
    }

    /** So that no order id is broken at one of its dashes. */
    private static String lines(List<String> orders) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < orders.size(); i++) {
            String between = i % ORDERS_IN_A_LINE == 0 ? ",\n" : ", ";
            lines.append(i == 0 ? "" : between).append(orders.get(i));
        }
        return lines.toString();
    }

    private List<String> deed(Plan.Evidence evidence) {
        if (isInternal()) {
            return List.of(evidence.text(), Phrases.sources(evidence.sources(), messages));
        }
        Measure measure = measures.stream()
                .filter(m -> m.evidence().filter(n -> n == evidence.number()).isPresent())
                .findFirst()
                .orElseThrow();
        return List.of(
                messages.text("letter.annex.done", facts(measure)),
                measure.row().flatMap(ActionRow::proof).orElse(messages.text("letter.annex.no-proof")));
    }

    private static Map<String, Object> facts(Measure measure) {
        Map<String, Object> facts = new HashMap<>();
        measure.part().ifPresent(part -> facts.put("part", part.name()));
        measure.row().ifPresent(row -> {
            facts.put("on", row.doneOn().orElseThrow());
            facts.put("by", row.doneBy().orElseThrow());
        });
        return facts;
    }

    /** The orders that rows tell of. */
    private List<String> orders(List<Source> sources) {
        return sources.stream()
                .flatMap(source -> Stream.ofNullable(orders.get(source)))
                .distinct()
                .toList();
    }

    private static Stream<Defect> defects(Finding finding) {
        return Stream.concat(finding.defects().stream(), finding.inPipe().stream());
    }
}
