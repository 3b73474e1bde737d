package redflag.report;

import java.io.IOException;
import java.io.OutputStream;
import redflag.docx.TextDocument;
import redflag.plan.Plan;
import redflag.plan.SideLetter;
import redflag.words.Messages;

/** A letter that goes beside the answer to a notice: a draft that people complete. */
final class SideLetterDocument {

    private SideLetterDocument() {}

    static void write(RiskReport report, SideLetter letter, Messages messages, Sink sink, String name)
            throws IOException {
        TextDocument document = new TextDocument(Plan.MARKED);
        document.header(messages.text(letter.forALawyer() ? "letter.internal.lawyer" : "letter.internal.side"));
        document.footer(report.store().name(), messages.text("letter.page"));
        document.paragraph("Title", letter.title());
        document.labelled("Details", messages.text("letter.to"), letter.to());
        document.labelled(
                "Details", messages.text("letter.store"), report.store().name());
        document.labelled(
                "Details",
                messages.text("letter.marketplace"),
                report.store().marketplace().salesChannel());
        letter.paragraphs().forEach(text -> document.paragraph("Normal", text));
        document.labelled("SignOff", messages.text("letter.signed-by"), messages.text("letter.signed-by.confirm"));
        document.labelled("SignOff", messages.text("letter.signed-on"), messages.text("letter.blank"));
        try (OutputStream out = sink.open(name)) {
            document.finish(out, letter.title(), report.asOf());
        }
    }
}
