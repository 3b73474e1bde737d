package redflag.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.documents.Document;
import redflag.documents.DocumentFile;
import redflag.documents.DocumentKind;
import redflag.documents.Documents;
import redflag.documents.UnitsSold;
import redflag.ledger.DocumentRow;
import tools.jackson.core.JsonGenerator;

/** The parts {@code documents}, {@code checklists} and {@code readiness} of a machine copy. */
final class DocumentsJson {

    private DocumentsJson() {}

    static void write(JsonGenerator json, Documents documents, ReportWords words) {
        if (documents.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("documents");
        documents.all().forEach(document -> document(json, document));
        json.writeEndArray();
        json.writeArrayPropertyStart("checklists");
        documents.checklists().values().forEach(checklist -> {
            json.writeStartObject();
            checklist(json, checklist, words);
            json.writeEndObject();
        });
        json.writeEndArray();
        documents.readiness().ifPresent(checklist -> {
            json.writeObjectPropertyStart("readiness");
            json.writeStringProperty("says", DocumentWords.readiness(checklist, words.messages()));
            checklist(json, checklist, words);
            json.writeEndObject();
        });
    }

    private static void document(JsonGenerator json, Document document) {
        DocumentRow row = document.row();
        json.writeStartObject();
        json.writeStringProperty("id", row.id());
        document.kind().ifPresent(kind -> json.writeStringProperty("kind", kind.word()));
        row.kind().asWritten().ifPresent(word -> json.writeStringProperty("kindAsWritten", word));
        row.file().ifPresent(file -> json.writeStringProperty("file", file));
        json.writeStringProperty("seen", document.file().state().name());
        if (document.file().state() == DocumentFile.State.THERE) {
            Json.text(json, "type", document.file().type());
            json.writeNumberProperty("bytes", document.file().bytes());
        }
        Json.day(json, "date", row.issued());
        Json.day(json, "expires", row.expires());
        row.name().ifPresent(name -> json.writeStringProperty("name", name));
        row.supplier().ifPresent(name -> json.writeStringProperty("supplier", name));
        row.buyer().ifPresent(name -> json.writeStringProperty("buyer", name));
        texts(json, "listings", row.listings());
        if (!row.units().isEmpty()) {
            json.writeObjectPropertyStart("units");
            row.units().forEach(json::writeNumberProperty);
            json.writeEndObject();
        }
        texts(json, "notices", row.notices());
        row.note().ifPresent(note -> json.writeStringProperty("note", note));
        Json.sources(json, List.of(row.source()));
        json.writeEndObject();
    }

    private static void checklist(JsonGenerator json, Checklist checklist, ReportWords words) {
        checklist.notice().ifPresent(id -> json.writeStringProperty("notice", id));
        json.writeStringProperty("reason", checklist.reason().word());
        json.writeStringProperty("countedFrom", checklist.from().toString());
        json.writeBooleanProperty("countedFromNotice", checklist.isFromNotice());
        json.writeNumberProperty("required", checklist.required());
        json.writeNumberProperty("there", checklist.there());
        json.writeArrayPropertyStart("items");
        checklist.items().forEach(item -> item(json, item, words));
        json.writeEndArray();
        texts(json, "remarks", checklist.remarks().stream().map(words::remark).toList());
    }

    private static void item(JsonGenerator json, ChecklistItem item, ReportWords words) {
        json.writeStartObject();
        json.writeStringProperty("id", item.id());
        item.listing().ifPresent(listing -> json.writeStringProperty("listing", listing));
        json.writeStringProperty("need", item.need().name());
        json.writeStringProperty("state", item.state().name());
        texts(
                json,
                "kinds",
                Stream.of(DocumentKind.values())
                        .filter(item.kinds()::contains)
                        .map(DocumentKind::word)
                        .toList());
        item.sold().ifPresent(sold -> sold(json, sold));
        if (!item.papers().isEmpty()) {
            json.writeArrayPropertyStart("papers");
            for (ChecklistItem.Paper paper : item.papers()) {
                json.writeStartObject();
                json.writeStringProperty("document", paper.document().row().id());
                json.writeStringProperty("state", paper.state().name());
                texts(
                        json,
                        "faults",
                        paper.faults().stream()
                                .map(fault -> words.remark(fault.why()))
                                .toList());
                texts(
                        json,
                        "remarks",
                        paper.remarks().stream().map(words::remark).toList());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        texts(json, "remarks", item.remarks().stream().map(words::remark).toList());
        texts(json, "sources", item.sources());
        json.writeEndObject();
    }

    private static void sold(JsonGenerator json, UnitsSold sold) {
        json.writeObjectPropertyStart("sold");
        json.writeNumberProperty("units", sold.units());
        Json.period(json, "within", Optional.of(sold.within()));
        json.writeNumberProperty("daysKnown", sold.daysKnown());
        json.writeNumberProperty("daysOfSelling", sold.daysSold());
        json.writeBooleanProperty("atLeast", sold.isAtLeast());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
    }
}
