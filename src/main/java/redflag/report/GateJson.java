package redflag.report;

import java.util.List;
import redflag.metrics.GateCheck;
import tools.jackson.core.JsonGenerator;

/** The part {@code holidayGates} of a machine copy; left out where the job asks about none. */
final class GateJson {

    private GateJson() {}

    static void write(JsonGenerator json, List<GateCheck> gates, ReportWords words) {
        if (gates.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("holidayGates");
        for (GateCheck gate : gates) {
            json.writeStartObject();
            json.writeStringProperty("name", gate.gate());
            json.writeStringProperty("decidedOn", gate.decidedOn().toString());
            json.writeArrayPropertyStart("criteria");
            gate.answers().forEach(answer -> answer(json, answer, words));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void answer(JsonGenerator json, GateCheck.Answer answer, ReportWords words) {
        json.writeStartObject();
        json.writeStringProperty("criterion", answer.criterion().name());
        json.writeStringProperty("state", answer.state().name());
        json.writeStringProperty("asked", answer.asked());
        Json.period(json, "days", answer.days());
        answer.orders().ifPresent(orders -> json.writeNumberProperty("orders", orders));
        answer.rate().ifPresent(rate -> {
            json.writeNumberProperty("affected", rate.affected());
            json.writeNumberProperty("total", rate.total());
            Json.decimal(json, "rate", rate.fraction());
        });
        answer.why().ifPresent(why -> json.writeStringProperty("why", words.remark(why)));
        json.writeEndObject();
    }
}
