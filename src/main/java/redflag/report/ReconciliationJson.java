package redflag.report;

import redflag.reconciliation.Reconciliation;
import redflag.reconciliation.Reconciliation.Difference;
import redflag.reconciliation.Reconciliation.Explanation;
import redflag.words.Messages;
import tools.jackson.core.JsonGenerator;

/** The part {@code reconciliation} of a reading. */
final class ReconciliationJson {

    private final Messages messages;

    ReconciliationJson(Messages messages) {
        this.messages = messages;
    }

    void write(JsonGenerator json, Reconciliation reconciliation) {
        json.writeObjectPropertyStart("reconciliation");
        reconciliation.difference().ifPresent(difference -> difference(json, "difference", difference));
        json.writeArrayPropertyStart("explanations");
        reconciliation.explanations().forEach(explanation -> explanation(json, explanation));
        json.writeEndArray();
        reconciliation.unexplained().ifPresent(left -> difference(json, "unexplained", left));
        json.writeEndObject();
    }

    private static void difference(JsonGenerator json, String name, Difference difference) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("affected", difference.affected());
        json.writeNumberProperty("total", difference.total());
        json.writeEndObject();
    }

    private void explanation(JsonGenerator json, Explanation explanation) {
        json.writeStartObject();
        json.writeStringProperty("kind", explanation.kind().name());
        json.writeStringProperty("text", ReconciliationSheet.text(explanation, messages));
        explanation.part().ifPresent(part -> difference(json, "part", part));
        Json.period(json, "days", explanation.days());
        json.writeArrayPropertyStart("orders");
        explanation.orders().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
