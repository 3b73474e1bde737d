package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import redflag.report.Json;
import redflag.rules.Target;
import tools.jackson.core.JsonGenerator;

/** Targets as one JSON list. Rates are fractions; what does not exist is left out. */
final class TargetsJson {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = Json.generator(bytes);

    TargetsJson() {
        json.writeStartArray();
    }

    void add(Target target) {
        json.writeStartObject();
        json.writeStringProperty("marketplace", target.marketplace());
        json.writeStringProperty("metric", target.metric().jsonName());
        json.writeStringProperty("condition", target.condition().name());
        json.writeNumberProperty("value", target.value());
        json.writeNumberProperty("windowDays", target.windowDays());
        json.writeNumberProperty("lagDays", target.lagDays());
        json.writeStringProperty("axis", target.axis().name());
        if (target.minimum() > 0) {
            json.writeNumberProperty("minimum", target.minimum());
        }
        target.repeatLimit().ifPresent(limit -> json.writeNumberProperty("repeatLimit", limit));
        json.writeBooleanProperty("enforced", target.enforced());
        json.writeStringProperty("effectiveFrom", target.from().toString());
        json.writeStringProperty("source", target.source());
        json.writeBooleanProperty("verified", target.verified());
        target.note().ifPresent(note -> json.writeStringProperty("note", note));
        json.writeEndObject();
    }

    String end() {
        json.writeEndArray();
        json.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
