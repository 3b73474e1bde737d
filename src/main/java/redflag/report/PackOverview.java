package redflag.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import redflag.documents.Checklist;
import redflag.docx.TextDocument;
import redflag.notices.Notice;
import redflag.packs.Pack;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.words.Messages;

/** What a manager reads first of a pack: what came, what is to be known, which papers, what to confirm, which files. */
final class PackOverview {

    private static final List<Integer> FILE_WIDTHS = List.of(52, 48);
    private static final List<Integer> MEASURE_WIDTHS = List.of(38, 50, 12);

    private final RiskReport report;
    private final Pack pack;
    private final List<PackDocuments.Entry> files;
    private final ReportWords words;
    private final Messages messages;

    PackOverview(RiskReport report, Pack pack, List<PackDocuments.Entry> files) {
        this.report = report;
        this.pack = pack;
        this.files = List.copyOf(files);
        this.messages = Messages.forLanguage(report.store().language());
        this.words = new ReportWords(messages);
    }

    void write(Sink sink, String name) throws IOException {
        String title = messages.text("pack.title", Map.of("reason", reason(pack, messages)));
        TextDocument document = new TextDocument(Plan.MARKED);
        document.header(messages.text("pack.internal"));
        document.footer(report.store().name(), messages.text("letter.page"));
        document.paragraph("Title", title);
        details(document);
        remarks(document);
        files(document);
        pack.again().ifPresent(again -> PackAgain.write(document, again, lacking(), messages));
        checklist(document);
        measures(document);
        PackEvidence.write(document, pack.evidence(), messages);
        try (OutputStream out = sink.open(name)) {
            document.finish(out, title, report.asOf());
        }
    }

    /** What it is about, in words. */
    static String reason(Pack pack, Messages messages) {
        return pack.notice()
                .map(notice -> NoticeWords.reason(notice, messages))
                .orElseGet(() -> pack.kind()
                        .map(kind -> messages.text("notice.kind." + kind))
                        .orElse(""));
    }

    private void details(TextDocument document) {
        detail(document, "letter.store", report.store().name());
        detail(document, "letter.marketplace", report.store().marketplace().salesChannel());
        detail(document, "letter.as-of", messages.day(report.asOf()));
        pack.notice().ifPresent(notice -> notice(document, notice));
    }

    private void notice(TextDocument document, Notice notice) {
        detail(document, "column.notices.notice", notice.row().id());
        notice.row().received().ifPresent(day -> detail(document, "column.notices.received", messages.day(day)));
        notice.clock().due().ifPresent(day -> detail(document, "column.notices.due", messages.day(day)));
        detail(document, "pack.deadline", NoticeWords.clock(notice.clock(), messages));
        detail(document, "column.notices.state", NoticeWords.state(notice, messages));
        notice.row().amazonWrote().ifPresent(text -> detail(document, "column.notices.wrote", text));
        detail(document, "column.notices.history", NoticeWords.history(notice, messages));
    }

    private void detail(TextDocument document, String key, String text) {
        if (!text.isEmpty()) {
            document.labelled("Details", messages.text(key), text);
        }
    }

    private void remarks(TextDocument document) {
        if (!pack.remarks().isEmpty()) {
            document.paragraph("Heading1", messages.text("pack.remarks"));
            pack.remarks().forEach(remark -> document.paragraph("Normal", words.remark(remark)));
        }
    }

    private void files(TextDocument document) {
        if (files.isEmpty()) {
            return;
        }
        document.paragraph("Heading1", messages.text("pack.files"));
        document.table(
                FILE_WIDTHS,
                List.of(messages.text("pack.files.name"), messages.text("pack.files.what")),
                files.stream()
                        .map(file -> List.of(
                                file.name(),
                                messages.text(file.kind().key(), Map.of("title", file.title(), "lacking", lacking()))))
                        .toList());
    }

    /** So many things that Amazon always asks for are not there. */
    private long lacking() {
        return pack.checklist().map(Checklist::lacking).orElse(0L);
    }

    private void checklist(TextDocument document) {
        pack.checklist().ifPresent(checklist -> PackChecklist.write(document, checklist, words));
    }

    private void measures(TextDocument document) {
        if (pack.measures().isEmpty()) {
            return;
        }
        document.paragraph("Heading1", messages.text("pack.measures"));
        document.paragraph("TableLead", messages.text("pack.measures.about"));
        document.table(
                MEASURE_WIDTHS,
                List.of(
                        messages.text("column.actions.id"),
                        messages.text("column.actions.measure"),
                        messages.text("column.actions.state")),
                pack.measures().stream().map(this::row).toList());
    }

    private List<String> row(Measure measure) {
        return List.of(
                measure.id(),
                measure.target().map(target -> measure.toRead() + "\n" + target).orElseGet(measure::toRead),
                messages.text(measure.state() == Measure.State.CONFIRMED ? "pack.confirmed" : "pack.open"));
    }
}
