package redflag.report;

import java.util.List;
import redflag.ledger.NoticeRow;
import redflag.notices.Alike;
import redflag.notices.Clock;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.notices.Notices;
import tools.jackson.core.JsonGenerator;

/** The parts {@code notices} and {@code noticesAlike} of a machine copy. */
final class NoticesJson {

    private NoticesJson() {}

    static void write(JsonGenerator json, Notices notices, ReportWords words) {
        json.writeArrayPropertyStart("notices");
        notices.all().forEach(notice -> notice(json, notice, words));
        json.writeEndArray();
        if (!notices.alike().isEmpty()) {
            json.writeArrayPropertyStart("noticesAlike");
            notices.alike().forEach(alike -> alike(json, alike));
            json.writeEndArray();
        }
    }

    private static void notice(JsonGenerator json, Notice notice, ReportWords words) {
        NoticeRow row = notice.row();
        Clock clock = notice.clock();
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        notice.kind().ifPresent(kind -> json.writeStringProperty("reason", kind.word()));
        row.kind().asWritten().ifPresent(word -> json.writeStringProperty("reasonAsWritten", word));
        row.title().ifPresent(title -> json.writeStringProperty("title", title));
        word(json, "right", row.right());
        word(json, "complaint", row.complaint());
        row.rightsOwner().ifPresent(owner -> json.writeStringProperty("rightsOwner", owner));
        row.complaintId().ifPresent(id -> json.writeStringProperty("complaintId", id));
        Json.day(json, "received", row.received());
        texts(json, "listings", row.listings());
        texts(json, "orders", row.orders());
        row.amazonWrote().ifPresent(text -> json.writeStringProperty("amazonWrote", text));
        word(json, "state", row.state());
        json.writeBooleanProperty("open", notice.isOpen());
        json.writeStringProperty("clock", clock.state().name());
        clock.due().ifPresent(day -> {
            json.writeStringProperty("deadline", day.toString());
            json.writeBooleanProperty("deadlineStated", clock.stated());
        });
        row.deadlineAsWritten().ifPresent(text -> json.writeStringProperty("deadlineAsWritten", text));
        if (clock.state() == Clock.State.WITH_AMAZON) {
            Json.day(json, "askFrom", clock.day());
        }
        word(json, "banner", row.appeal());
        exchanges(json, "submitted", notice.submitted());
        exchanges(json, "amazonAnswered", notice.answered());
        row.note().ifPresent(note -> json.writeStringProperty("note", note));
        texts(json, "remarks", notice.remarks().stream().map(words::remark).toList());
        Json.sources(json, List.of(row.source()));
        json.writeEndObject();
    }

    private static void word(JsonGenerator json, String name, NoticeRow.Word word) {
        word.code().ifPresent(code -> json.writeStringProperty(name, code.name()));
        word.asWritten().ifPresent(text -> json.writeStringProperty(name + "AsWritten", text));
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static void exchanges(JsonGenerator json, String name, List<Exchange> exchanges) {
        if (!exchanges.isEmpty()) {
            json.writeArrayPropertyStart(name);
            for (Exchange exchange : exchanges) {
                json.writeStartObject();
                Json.day(json, "on", exchange.on());
                Json.text(json, "note", exchange.note());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static void alike(JsonGenerator json, Alike alike) {
        json.writeStartObject();
        json.writeStringProperty("reason", alike.kind().word());
        json.writeNumberProperty("count", alike.count());
        json.writeStringProperty("from", alike.within().from().toString());
        json.writeStringProperty("to", alike.within().to().toString());
        alike.limit().ifPresent(limit -> json.writeNumberProperty("limit", limit));
        json.writeBooleanProperty("limitReached", alike.isAtLimit());
        json.writeEndObject();
    }
}
