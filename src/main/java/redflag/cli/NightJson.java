package redflag.cli;

import redflag.history.NightRecord;
import redflag.report.Json;
import tools.jackson.core.JsonGenerator;

/** A night on record, for programs. */
final class NightJson {

    private NightJson() {}

    /** Its properties, into an object that is begun. */
    static void write(JsonGenerator json, NightRecord night) {
        json.writeStringProperty("asOf", night.key().asOf().toString());
        json.writeNumberProperty("attempt", night.key().attempt());
        Json.text(json, "onlyStores", night.key().scope());
        json.writeStringProperty("startedAt", night.startedAt().toString());
        json.writeNumberProperty("accountsDone", night.accountsDone());
        json.writeStringProperty(
                "outcome", night.end().isPresent() ? "ENDED" : night.endIsKept() ? "NOT_FINISHED" : "NOT_KEPT");
        night.end().ifPresent(end -> {
            json.writeStringProperty("endedAt", end.finishedAt().toString());
            json.writeNumberProperty("exitCode", end.exitCode());
            json.writeNumberProperty("accountsReported", end.reported());
            json.writeNumberProperty("accountsFailed", end.failed());
            json.writeNumberProperty("rows", end.rows());
            json.writeNumberProperty("rejected", end.rejected());
        });
    }
}
