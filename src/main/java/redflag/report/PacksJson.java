package redflag.report;

import java.util.List;
import redflag.check.Difference;
import redflag.check.Rule;
import redflag.documents.Checklist;
import redflag.notices.NoticeKind;
import redflag.packs.Again;
import redflag.packs.Held;
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
        pack.again()
                .ifPresent(again -> again(
                        json, again, pack.checklist().map(Checklist::lacking).orElse(0L)));
        json.writeEndObject();
    }

    private static void letter(JsonGenerator json, String folder, PackDocuments.Entry file) {
        json.writeStartObject();
        json.writeStringProperty("file", folder + "/" + file.name());
        json.writeStringProperty("kind", file.kind().name());
        json.writeStringProperty("title", file.title());
        json.writeEndObject();
    }

    private static void again(JsonGenerator json, Again again, long lacking) {
        json.writeObjectPropertyStart("again");
        json.writeStringProperty("verdict", again.verdict().name());
        again.verdict().isWorthSending().ifPresent(worth -> json.writeBooleanProperty("worthSending", worth));
        json.writeStringProperty("says", PackAgain.verdict(again, lacking, Messages.english()));
        json.writeArrayPropertyStart("asked");
        again.asked().forEach((ask, asked) -> {
            json.writeStartObject();
            json.writeStringProperty("part", ask.name());
            asked.sent().ifPresent(held -> held(json, "inLastLetter", held));
            asked.drafted().ifPresent(held -> held(json, "inDraft", held));
            texts(json, "newSince", asked.news());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeObjectPropertyStart("lastLetter");
        json.writeStringProperty("state", again.last().state().name());
        texts(json, "files", again.last().files());
        json.writeEndObject();
        again.difference().ifPresent(difference -> difference(json, difference));
        json.writeEndObject();
    }

    private static void held(JsonGenerator json, String name, Held held) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("state", held.state().name());
        texts(json, "faults", held.faults().stream().map(Rule::id).toList());
        json.writeEndObject();
    }

    private static void difference(JsonGenerator json, Difference difference) {
        json.writeObjectPropertyStart("changed");
        texts(json, "added", difference.added());
        texts(json, "removed", difference.removed());
        json.writeArrayPropertyStart("figures");
        difference.figures().forEach(figure -> {
            json.writeStartObject();
            json.writeStringProperty("before", figure.before());
            json.writeStringProperty("now", figure.now());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
