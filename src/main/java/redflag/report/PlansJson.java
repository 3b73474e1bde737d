package redflag.report;

import java.util.List;
import redflag.plan.Plan;
import redflag.rules.Metric;
import tools.jackson.core.JsonGenerator;

/** A plan as the machine copy has it, in English. */
final class PlansJson {

    private PlansJson() {}

    static void write(JsonGenerator json, Plan plan, List<String> documents) {
        json.writeStartObject();
        json.writeStringProperty("reason", plan.reason().word());
        json.writeArrayPropertyStart("metrics");
        plan.metrics().stream().map(Metric::jsonName).forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("documents");
        documents.forEach(json::writeString);
        json.writeEndArray();
        json.writeNumberProperty("toConfirm", plan.toConfirm());
        json.writeArrayPropertyStart("paragraphs");
        paragraphs(json, "issue", plan.issue());
        paragraphs(json, "root-cause", plan.rootCauses());
        paragraphs(json, "action", plan.actionsTaken());
        paragraphs(json, "prevention", plan.prevention());
        paragraphs(json, "other-metric", plan.otherMetrics());
        json.writeEndArray();
        json.writeArrayPropertyStart("evidence");
        plan.evidence().forEach(evidence -> evidence(json, evidence));
        json.writeEndArray();
        json.writeArrayPropertyStart("questions");
        plan.questions().forEach(question -> question.cause().id().ifPresent(json::writeString));
        json.writeEndArray();
        json.writeArrayPropertyStart("disputes");
        plan.disputes().forEach(dispute -> dispute(json, dispute));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void evidence(JsonGenerator json, Plan.Evidence evidence) {
        json.writeStartObject();
        json.writeNumberProperty("number", evidence.number());
        json.writeStringProperty("basis", evidence.basis().name());
        json.writeStringProperty("text", evidence.text());
        Json.sources(json, evidence.sources());
        json.writeEndObject();
    }

    private static void dispute(JsonGenerator json, Plan.Dispute dispute) {
        json.writeStartObject();
        json.writeStringProperty("kind", dispute.kind());
        json.writeStringProperty("request", dispute.request());
        json.writeArrayPropertyStart("orders");
        for (Plan.Disputed order : dispute.orders()) {
            json.writeStartObject();
            json.writeStringProperty("orderId", order.orderId());
            Json.day(json, "until", order.until());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void paragraphs(JsonGenerator json, String part, List<Plan.Paragraph> paragraphs) {
        for (Plan.Paragraph paragraph : paragraphs) {
            json.writeStartObject();
            json.writeStringProperty("part", part);
            if (paragraph.number() > 0) {
                json.writeNumberProperty("number", paragraph.number());
            }
            json.writeStringProperty("text", paragraph.text());
            json.writeEndObject();
        }
    }
}
