package redflag.report;

import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.changes.Assurance;
import redflag.changes.Changes;
import redflag.changes.History;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Metric;
import tools.jackson.core.JsonGenerator;

/** The part {@code history} of a machine copy: left out for a store without an earlier night and without a rating. */
final class HistoryJson {

    private HistoryJson() {}

    static void write(JsonGenerator json, History history) {
        Changes changes = history.changes();
        if (changes.since().isEmpty() && history.assurance().isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart("history");
        Json.day(json, "previous", changes.since());
        if (changes.since().isPresent()) {
            changes(json, changes);
            json.writeArrayPropertyStart("trend");
            TrendSheet.byNight(history.series()).values().forEach(night -> night.forEach(past -> past(json, past)));
            json.writeEndArray();
        }
        history.assurance().ifPresent(clock -> assurance(json, clock));
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, Changes changes) {
        json.writeArrayPropertyStart("newDefects");
        changes.newDefects().forEach(added -> {
            json.writeStartObject();
            metric(json, added.metric(), added.fulfilment());
            json.writeStringProperty("orderId", added.defect().orderId());
            json.writeBooleanProperty("inPipe", added.inPipe());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("leftDefects");
        changes.leftDefects().forEach(left -> {
            json.writeStartObject();
            metric(json, left.defect().metric(), left.defect().fulfilment());
            json.writeStringProperty("orderId", left.defect().orderId());
            json.writeStringProperty("firstSeen", left.defect().firstSeen().toString());
            json.writeStringProperty("why", left.why().name());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("unnamedDefects");
        changes.unnamed().forEach(unnamed -> {
            json.writeStartObject();
            metric(json, unnamed.metric(), unnamed.fulfilment());
            json.writeStringProperty("lastNamed", unnamed.lastNamed().toString());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeArrayPropertyStart("statusChanges");
        changes.statuses().forEach(change -> {
            json.writeStartObject();
            metric(json, change.metric(), change.fulfilment());
            change.category().ifPresent(category -> json.writeStringProperty("category", category));
            json.writeStringProperty("from", change.from().name());
            json.writeStringProperty("to", change.to().name());
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    private static void metric(JsonGenerator json, Metric metric, Optional<Fulfilment> fulfilment) {
        json.writeStringProperty("metric", metric.jsonName());
        fulfilment.ifPresent(by -> json.writeStringProperty("fulfilment", by.name()));
    }

    private static void past(JsonGenerator json, PastReading past) {
        json.writeStartObject();
        json.writeStringProperty("asOf", past.asOf().toString());
        metric(json, past.metric(), past.fulfilment());
        past.category().ifPresent(category -> json.writeStringProperty("category", category));
        json.writeStringProperty("status", past.status().name());
        past.measured().ifPresent(measured -> figure(json, measured.figure()));
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, Figure figure) {
        if (figure instanceof Figure.Counts counts) {
            json.writeNumberProperty("affected", counts.rate().affected());
            json.writeNumberProperty("total", counts.rate().total());
        } else if (figure instanceof Figure.StatedRate stated) {
            Json.decimal(json, "rate", stated.fraction());
        } else if (figure instanceof Figure.Score score) {
            json.writeNumberProperty("score", score.value());
        } else if (figure instanceof Figure.Count count) {
            json.writeNumberProperty("count", count.value());
        }
    }

    private static void assurance(JsonGenerator json, Assurance clock) {
        json.writeObjectPropertyStart("assurance");
        json.writeStringProperty("state", clock.state().name());
        json.writeStringProperty("from", clock.from().toString());
        json.writeStringProperty("to", clock.to().toString());
        json.writeNumberProperty("daysKnown", clock.daysKnown());
        json.writeNumberProperty("daysUnknown", clock.daysUnknown());
        json.writeNumberProperty("daysBelow", clock.daysBelow());
        json.writeStringProperty("keptSince", clock.keptSince().toString());
        Json.day(json, "firstPossible", clock.firstPossible());
        json.writeEndObject();
    }
}
