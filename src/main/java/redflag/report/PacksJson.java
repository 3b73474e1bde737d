package redflag.report;

import java.util.List;
import redflag.notices.NoticeKind;
import redflag.packs.Again;
import redflag.packs.Pack;
import redflag.words.Messages;
import tools.jackson.core.JsonGenerator;

/** The part {@code packs} of a machine copy. Paths are relative to the folder of the copy. */
final class PacksJson {

    private PacksJson() {}

    /** Left out where none is made. */
    static void write(JsonGenerator json, RiskReport report) {
        if (report.packs().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("packs");
        report.packs().forEach(pack -> pack(json, report, pack));
        json.writeEndArray();
    }

    private static void pack(JsonGenerator json, RiskReport report, Pack pack) {
        String folder = PackDocuments.folder(report, pack);
        json.writeStartObject();
        pack.notice()
                .ifPresent(notice ->
                        json.writeStringProperty("notice", notice.row().id()));
        pack.kind().map(NoticeKind::word).ifPresent(reason -> json.writeStringProperty("reason", reason));
        json.writeStringProperty("folder", folder);
        json.writeStringProperty("overview", folder + "/" + PackDocuments.overview(report, pack));
        List<PackDocuments.Entry> files = PackDocuments.entries(report, pack);
        json.writeArrayPropertyStart("letters");
        files.stream()
                .filter(file -> file.kind() != PackDocuments.Kind.EVIDENCE)
                .forEach(file -> letter(json, folder, file));
        json.writeEndArray();
        files.stream()
                .filter(file -> file.kind() == PackDocuments.Kind.EVIDENCE)
                .forEach(file -> json.writeStringProperty("evidence", folder + "/" + file.name()));
        pack.toConfirm().ifPresent(count -> json.writeNumberProperty("toConfirm", count));
        pack.toCollect().ifPresent(count -> json.writeNumberProperty("toCollect", count));
        pack.again().ifPresent(again -> again(json, again));
        json.writeEndObject();
    }

    private static void letter(JsonGenerator json, String folder, PackDocuments.Entry file) {
        json.writeStartObject();
        json.writeStringProperty("file", folder + "/" + file.name());
        json.writeStringProperty("kind", file.kind().name());
        json.writeStringProperty("title", file.title());
        json.writeEndObject();
    }

    private static void again(JsonGenerator json, Again again) {
        json.writeObjectPropertyStart("again");
        json.writeStringProperty("verdict", again.verdict().name());
        again.verdict().isWorthSending().ifPresent(worth -> json.writeBooleanProperty("worthSending", worth));
        json.writeStringProperty("says", PackOverview.verdict(again, Messages.english()));
        json.writeArrayPropertyStart("asked");
        again.news().forEach((ask, news) -> {
            json.writeStartObject();
            json.writeStringProperty("part", ask.name());
            json.writeArrayPropertyStart("newSince");
            news.forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }
}
