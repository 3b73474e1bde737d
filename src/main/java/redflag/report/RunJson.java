package redflag.report;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import redflag.words.Messages;
import tools.jackson.core.JsonGenerator;

/**
 * The machine copy of a run, {@code redflag/run/1}. Its times, its attempt, the seconds of accounts and what came of
 * messages are the only parts that differ between two equal runs.
 */
public final class RunJson {

    private final ReportWords words = new ReportWords(Messages.english());

    /**
     * What came of a message.
     *
     * @param state {@code HANDED_OVER}, {@code REFUSED}, {@code UNKNOWN} or {@code NOT_SENT}
     */
    public record Mail(String recipient, String state) {}

    public void write(
            Portfolio portfolio,
            int attempt,
            Instant startedAt,
            Instant endedAt,
            int exitCode,
            List<Mail> mail,
            Sink sink)
            throws IOException {
        try (JsonGenerator json = Json.generator(sink.open("run.json"))) {
            json.writeStartObject();
            json.writeStringProperty("schema", "redflag/run/1");
            json.writeStringProperty("job", portfolio.job());
            json.writeStringProperty("asOf", portfolio.asOf().toString());
            json.writeNumberProperty("attempt", attempt);
            json.writeStringProperty("startedAt", startedAt.toString());
            json.writeStringProperty("endedAt", endedAt.toString());
            json.writeNumberProperty("exitCode", exitCode);
            json.writeNumberProperty("files", portfolio.files().size());
            json.writeNumberProperty("rows", portfolio.rows());
            json.writeNumberProperty("accepted", portfolio.rows() - portfolio.rejected());
            json.writeNumberProperty("rejected", portfolio.rejected());
            json.writeArrayPropertyStart("accounts");
            portfolio.accounts().forEach(account -> account(json, account));
            json.writeEndArray();
            json.writeArrayPropertyStart("stores");
            portfolio.stores().forEach(store -> store(json, store));
            json.writeEndArray();
            json.writeArrayPropertyStart("quarantined");
            portfolio.quarantined().forEach(file -> quarantined(json, file, words));
            json.writeEndArray();
            json.writeArrayPropertyStart("warnings");
            portfolio.warnings().forEach(warning -> json.writeString(words.remark(warning)));
            json.writeEndArray();
            json.writeArrayPropertyStart("mail");
            for (Mail message : mail) {
                json.writeStartObject();
                json.writeStringProperty("recipient", message.recipient());
                json.writeStringProperty("state", message.state());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void account(JsonGenerator json, AccountOutcome account) {
        json.writeStartObject();
        json.writeStringProperty("account", account.account().value());
        json.writeStringProperty("outcome", account.isReported() ? "REPORTED" : "FAILED");
        json.writeArrayPropertyStart("stores");
        account.stores().forEach(store -> json.writeString(store.store().value()));
        json.writeEndArray();
        json.writeNumberProperty("seconds", account.seconds());
        json.writeNumberProperty("files", account.files().size());
        json.writeNumberProperty("rows", account.rows());
        json.writeNumberProperty("accepted", account.accepted());
        json.writeNumberProperty("rejected", account.rejected());
        account.error().ifPresent(error -> json.writeStringProperty("error", error));
        json.writeEndObject();
    }

    private static void store(JsonGenerator json, StoreOutcome store) {
        List<String> files = new ArrayList<>(store.files());
        files.sort(Comparator.naturalOrder());
        json.writeStartObject();
        json.writeStringProperty("store", store.store().value());
        json.writeStringProperty("risk", store.risk().name());
        files.stream()
                .filter(f -> f.endsWith(".xlsx"))
                .findFirst()
                .ifPresent(f -> json.writeStringProperty("report", f));
        files.stream().filter(f -> f.endsWith(".json")).findFirst().ifPresent(f -> json.writeStringProperty("json", f));
        json.writeEndObject();
    }

    static void quarantined(JsonGenerator json, QuarantinedFile file, ReportWords words) {
        json.writeStartObject();
        json.writeStringProperty("file", file.file());
        json.writeStringProperty("why", words.remark(file.why()));
        json.writeBooleanProperty("expected", file.expected());
        json.writeEndObject();
    }
}
