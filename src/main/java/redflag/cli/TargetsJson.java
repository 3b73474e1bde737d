package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import redflag.report.Json;
import redflag.report.TargetJson;
import redflag.rules.Target;
import tools.jackson.core.JsonGenerator;

/** Targets as one JSON list. */
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
        TargetJson.write(json, target);
        json.writeEndObject();
    }

    String end() {
        json.writeEndArray();
        json.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
