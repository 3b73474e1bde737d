package redflag.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import redflag.history.NightRecord;
import redflag.past.PastReading;
import redflag.report.Json;
import redflag.report.TargetJson;
import redflag.rules.Figure;
import redflag.rules.Measured;
import tools.jackson.core.JsonGenerator;

/** Nights, or how a store's metrics went, for programs: one list; what there is not is left out. */
final class HistoryJson {

    private HistoryJson() {}

    static String nights(List<NightRecord> nights) {
        return list(json -> nights.forEach(night -> {
            json.writeStartObject();
            NightJson.write(json, night);
            json.writeEndObject();
        }));
    }

    static String trend(StoreTrend trend) {
        return list(json -> trend.lines().forEach(line -> line(json, line)));
    }

    private static String list(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartArray();
            content.accept(json);
            json.writeEndArray();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void line(JsonGenerator json, StoreTrend.Line line) {
        json.writeStartObject();
        json.writeStringProperty("metric", line.newest().metric().jsonName());
        line.newest().fulfilment().ifPresent(f -> json.writeStringProperty("fulfilment", f.name()));
        json.writeObjectPropertyStart("target");
        TargetJson.write(json, line.target());
        json.writeEndObject();
        json.writeArrayPropertyStart("nights");
        line.readings().forEach(reading -> reading.ifPresent(r -> night(json, r)));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void night(JsonGenerator json, PastReading reading) {
        json.writeStartObject();
        json.writeStringProperty("asOf", reading.asOf().toString());
        json.writeStringProperty("status", reading.status().name());
        reading.measured().ifPresent(measured -> figure(json, measured));
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, Measured measured) {
        json.writeStringProperty("precision", measured.precision().name());
        if (measured.figure() instanceof Figure.Counts counts) {
            json.writeNumberProperty("affected", counts.rate().affected());
            json.writeNumberProperty("total", counts.rate().total());
        } else if (measured.figure() instanceof Figure.StatedRate stated) {
            json.writeName("statedRate");
            json.writeNumber(stated.fraction());
        } else if (measured.figure() instanceof Figure.Score score) {
            json.writeNumberProperty("score", score.value());
        } else if (measured.figure() instanceof Figure.Count count) {
            json.writeNumberProperty("count", count.value());
        }
    }
}
