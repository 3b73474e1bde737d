package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import redflag.check.Finding;
import redflag.check.Quote;
import redflag.check.Rule.Severity;
import redflag.report.Json;
import tools.jackson.core.JsonGenerator;

/** What is told of a draft, for programs: one object; what there is not is left out. */
final class CheckJson {

    private CheckJson() {}

    static String of(Checked checked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(out)) {
            json.writeStartObject();
            json.writeStringProperty("schema", "redflag/check/1");
            json.writeStringProperty("draft", checked.draft());
            json.writeStringProperty("store", checked.store().value());
            json.writeStringProperty("reason", checked.reason().word());
            json.writeNumberProperty("exitCode", checked.code());
            json.writeNumberProperty("grounds", checked.of(Severity.GROUNDS).size());
            json.writeNumberProperty("advice", checked.of(Severity.ADVICE).size());
            json.writeNumberProperty("words", checked.letter().words());
            json.writeArrayPropertyStart("findings");
            checked.findings().forEach(finding -> finding(json, finding));
            json.writeEndArray();
            checked.background().report().ifPresent(report -> {
                json.writeStringProperty("report", report.asOf().toString());
                json.writeStringProperty(
                        "reportChosenBy", checked.background().choice().name());
            });
            checked.background().today().ifPresent(today -> json.writeStringProperty("asOf", today.toString()));
            json.writeNumberProperty(
                    "earlierSubmissions", checked.background().earlier().size());
            json.writeNumberProperty(
                    "textsOfOtherStores", checked.background().others().size());
            json.writeArrayPropertyStart("notChecked");
            checked.notChecked().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void finding(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.rule().id());
        json.writeStringProperty("severity", finding.rule().severity().name());
        finding.at().ifPresent(at -> {
            json.writeStringProperty("part", at.part().name());
            if (at.item() > 0) {
                json.writeNumberProperty("item", at.item());
            }
            json.writeNumberProperty("sentence", at.sentence());
            json.writeStringProperty("quote", Quote.of(at.text()));
        });
        json.writeStringProperty("why", Checked.why(finding));
        json.writeStringProperty("do", Checked.what(finding));
        json.writeEndObject();
    }
}
