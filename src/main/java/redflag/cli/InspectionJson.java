package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import redflag.intake.Inspection;
import redflag.intake.Layout;
import redflag.intake.NearKind;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;
import redflag.metrics.Feeds;
import redflag.report.Json;
import redflag.report.ReportWords;
import redflag.words.Messages;
import tools.jackson.core.JsonGenerator;

/** What is told of files, for programs: a list with an object a file; what there is not is left out. */
final class InspectionJson {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonGenerator json = Json.generator(out);

    InspectionJson() {
        json.writeStartArray();
    }

    void add(Inspection file) {
        file(json, file);
    }

    /** The whole document; nothing can be added after. */
    String end() {
        json.writeEndArray();
        json.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void file(JsonGenerator json, Inspection file) {
        json.writeStartObject();
        json.writeStringProperty("file", file.path());
        json.writeNumberProperty("bytes", file.bytes());
        file.kind().ifPresent(kind -> {
            json.writeStringProperty("exportKind", kind.id());
            json.writeStringProperty("exportName", kind.name());
        });
        file.refused().ifPresent(why -> {
            json.writeStringProperty("refused", why.key().substring(why.key().indexOf('.') + 1));
            json.writeStringProperty("refusedBecause", WORDS.remark(why));
        });
        if (!file.nearest().isEmpty()) {
            json.writeArrayPropertyStart("nearest");
            file.nearest().forEach(near -> near(json, near));
            json.writeEndArray();
        }
        file.layout().ifPresent(layout -> layout(json, layout));
        file.facts().ifPresent(facts -> contents(json, file, facts));
        columns(json, file);
        file.facts().ifPresent(facts -> measures(json, facts));
        json.writeEndObject();
    }

    private static void near(JsonGenerator json, NearKind near) {
        json.writeStartObject();
        json.writeStringProperty("exportKind", near.kind().id());
        json.writeStringProperty("exportName", near.kind().name());
        json.writeNumberProperty("knownColumns", near.known());
        json.writeArrayPropertyStart("lacksOneOf");
        for (List<String> headings : near.lacks()) {
            json.writeStartArray();
            headings.forEach(json::writeString);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void layout(JsonGenerator json, Layout layout) {
        json.writeObjectPropertyStart("layout");
        json.writeStringProperty("form", layout.form().name());
        Json.text(json, "charset", layout.charset());
        json.writeBooleanProperty("quoted", layout.quoted());
        Json.text(json, "sheet", layout.sheet());
        if (layout.headerRow() > 0) {
            json.writeNumberProperty("headerRow", layout.headerRow());
        }
        json.writeEndObject();
    }

    private static void contents(JsonGenerator json, Inspection file, FileFacts facts) {
        json.writeNumberProperty("rows", facts.rowsRead());
        json.writeNumberProperty("accepted", facts.rowsAccepted());
        json.writeNumberProperty("rejected", facts.rowsRejected());
        json.writeArrayPropertyStart("rejections");
        RejectedRows.of(facts.rejections()).forEach(alike -> rejected(json, alike));
        json.writeEndArray();
        Json.period(json, "days", facts.span());
        places(json, "stores", file.places(Field.STORE));
        places(json, "marketplaces", file.places(Field.MARKETPLACE));
        places(json, "salesChannels", file.places(Field.SALES_CHANNEL));
        strings(json, "warnings", facts.warnings().stream().map(WORDS::remark).toList());
    }

    private static void rejected(JsonGenerator json, RejectedRows alike) {
        json.writeStartObject();
        json.writeStringProperty("reason", alike.reason().name());
        Json.text(json, "column", alike.column());
        json.writeNumberProperty("rows", alike.rows());
        json.writeArrayPropertyStart("examples");
        for (Rejection example : alike.examples()) {
            json.writeStartObject();
            json.writeNumberProperty("row", example.row());
            json.writeStringProperty("text", WORDS.rejection(example));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void places(JsonGenerator json, String name, Map<String, Long> rows) {
        if (rows.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        rows.entrySet().stream().limit(InspectionText.MOST_PLACES).forEach(e -> {
            json.writeStartObject();
            json.writeStringProperty("name", e.getKey());
            json.writeNumberProperty("rows", e.getValue());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void columns(JsonGenerator json, Inspection file) {
        Map<String, Inspection.Meaning> used = file.used();
        if (!used.isEmpty()) {
            json.writeArrayPropertyStart("columnsRead");
            used.forEach((heading, meaning) -> {
                json.writeStartObject();
                json.writeStringProperty("heading", heading);
                json.writeStringProperty("field", InspectionText.dashed(meaning.field()));
                meaning.metric().ifPresent(metric -> json.writeStringProperty("metric", metric));
                json.writeEndObject();
            });
            json.writeEndArray();
        }
        strings(json, "columnsLookedAt", List.copyOf(file.lookedAt().keySet()));
        strings(json, "columnsIgnored", file.ignored());
        strings(json, "columnsPersonal", file.personal());
    }

    private static void strings(JsonGenerator json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void measures(JsonGenerator json, FileFacts facts) {
        json.writeArrayPropertyStart("tellsOf");
        facts.tables().keySet().forEach(type -> json.writeString(type.name()));
        json.writeEndArray();
        json.writeArrayPropertyStart("measures");
        for (Feeds.Feed feed : Feeds.of(facts)) {
            json.writeStartObject();
            json.writeStringProperty("metric", feed.metric().jsonName());
            json.writeStringProperty("basis", feed.how().basis().name());
            json.writeStringProperty("precision", feed.how().withDefects().name());
            json.writeStringProperty(
                    "precisionWithoutDefects", feed.how().clean().name());
            json.writeBooleanProperty("needsOrderReport", feed.how().needsOrders());
            json.writeEndObject();
        }
        json.writeEndArray();
        strings(json, "notUsedYet", Feeds.notUsedYet(facts));
    }
}
