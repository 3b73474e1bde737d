package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redflag.history.NightRecord;
import redflag.history.OutboxEntry;
import redflag.job.NightInBrief;
import redflag.report.Json;
import tools.jackson.core.JsonGenerator;

/** How jobs stand, for programs: a list with an object a job; what there is not is left out. */
final class StatusJson {

    private StatusJson() {}

    static String of(List<JobStatus> jobs) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartArray();
            jobs.forEach(job -> job(json, job));
            json.writeEndArray();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void job(JsonGenerator json, JobStatus status) {
        json.writeStartObject();
        json.writeStringProperty("file", status.file().toString());
        status.job().ifPresent(job -> json.writeStringProperty("job", job.name()));
        json.writeNumberProperty("exitCode", status.code());
        if (!status.problems().isEmpty()) {
            json.writeArrayPropertyStart("problems");
            status.problems().forEach(json::writeString);
            json.writeEndArray();
        }
        status.looks().ifPresent(looks -> {
            looks.newest().ifPresent(night -> night(json, "lastNight", night));
            looks.ended()
                    .filter(night -> looks.newest().flatMap(NightRecord::end).isEmpty())
                    .ifPresent(night -> night(json, "lastNightWithEnd", night));
            mail(json, looks.messages());
        });
        status.missed()
                .ifPresent(due ->
                        json.writeStringProperty("missedStart", due.toInstant().toString()));
        status.next()
                .ifPresent(next ->
                        json.writeStringProperty("nextStart", next.toInstant().toString()));
        json.writeEndObject();
    }

    private static void night(JsonGenerator json, String name, NightRecord night) {
        json.writeObjectPropertyStart(name);
        NightJson.write(json, night);
        night.end().flatMap(end -> NightInBrief.fromJson(end.inBrief())).ifPresent(brief -> brief(json, brief));
        json.writeEndObject();
    }

    private static void mail(JsonGenerator json, List<OutboxEntry> messages) {
        json.writeArrayPropertyStart("mail");
        for (OutboxEntry message : messages) {
            json.writeStartObject();
            json.writeStringProperty("recipient", message.recipient());
            json.writeStringProperty("state", message.state().name());
            json.writeStringProperty("reply", message.reply());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void brief(JsonGenerator json, NightInBrief brief) {
        json.writeObjectPropertyStart("stores");
        brief.stores().forEach((level, count) -> json.writeNumberProperty(level.name(), count));
        json.writeEndObject();
        json.writeObjectPropertyStart("failed");
        brief.failed().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("quarantined");
        for (NightInBrief.Quarantined file : brief.quarantined()) {
            json.writeStartObject();
            json.writeStringProperty("file", file.file());
            json.writeStringProperty("why", file.why());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("oldExports");
        for (NightInBrief.Old export : brief.old()) {
            json.writeStartObject();
            json.writeStringProperty("store", export.store());
            json.writeStringProperty("export", export.export());
            json.writeStringProperty("newest", export.newest().toString());
            json.writeNumberProperty("daysBehind", export.daysBehind());
            json.writeStringProperty("level", export.level().name());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
