package redflag.report;

import java.util.List;
import redflag.plan.Measure;
import tools.jackson.core.JsonGenerator;

/** What the plans ask people to confirm, and what they confirmed, as the machine copy has it. */
final class ActionsJson {

    private ActionsJson() {}

    static void write(JsonGenerator json, List<Measure> measures, ReportWords words) {
        json.writeArrayPropertyStart("actions");
        for (Measure measure : measures) {
            json.writeStartObject();
            json.writeStringProperty("id", measure.id());
            if (!measure.what().isEmpty()) {
                json.writeStringProperty("measure", measure.what());
            }
            json.writeStringProperty("state", measure.state().name());
            measure.unusable().ifPresent(why -> json.writeStringProperty("why", words.remark(why)));
            measure.owner().ifPresent(text -> json.writeStringProperty("owner", text));
            measure.due().ifPresent(text -> json.writeStringProperty("due", text));
            measure.row().ifPresent(row -> {
                Json.day(json, "doneOn", row.doneOn());
                row.notADay().ifPresent(text -> json.writeStringProperty("notADay", text));
                row.doneBy().ifPresent(text -> json.writeStringProperty("doneBy", text));
                row.proof().ifPresent(text -> json.writeStringProperty("proof", text));
                row.note().ifPresent(text -> json.writeStringProperty("note", text));
                json.writeObjectPropertyStart("from");
                json.writeStringProperty("file", row.source().file());
                json.writeNumberProperty("row", row.source().row());
                json.writeEndObject();
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
