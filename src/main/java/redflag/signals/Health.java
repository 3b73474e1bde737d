package redflag.signals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * How the schedule does. A night that did not go well does not make it ill: that is told by the night's figures, and a
 * restart would not help.
 *
 * @param failure why no night can be started; empty of one that does its work
 * @param lookedAt when it last looked for what is due
 * @param night the one that is run now
 * @param jobs those of the folder, by their names
 */
public record Health(String failure, Instant lookedAt, Optional<String> night, List<OfJob> jobs) {

    public Health {
        jobs = List.copyOf(jobs);
    }

    /**
     * @param nextStart by its schedule; missing where it has none
     * @param problem what keeps its nights from being started; empty where nothing does
     */
    public record OfJob(String name, Optional<Instant> nextStart, String problem) {}

    boolean isUp() {
        return failure.isEmpty();
    }

    void writeTo(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("status", isUp() ? "UP" : "DOWN");
        if (!isUp()) {
            json.writeStringProperty("failure", failure);
        }
        json.writeStringProperty("lookedAt", lookedAt.toString());
        night.ifPresent(running -> json.writeStringProperty("night", running));
        json.writeArrayPropertyStart("jobs");
        for (OfJob job : jobs) {
            json.writeStartObject();
            json.writeStringProperty("job", job.name());
            job.nextStart().ifPresent(at -> json.writeStringProperty("nextStart", at.toString()));
            if (!job.problem().isEmpty()) {
                json.writeStringProperty("problem", job.problem());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
