package redflag.report;

import java.util.List;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.docx.TextDocument;
import redflag.words.Messages;

/** The papers that a pack needs: what is there, and what is to be collected. */
final class PackChecklist {

    private static final List<Integer> WIDTHS = List.of(34, 14, 18, 34);

    private PackChecklist() {}

    static void write(TextDocument document, Checklist checklist, ReportWords words) {
        Messages messages = words.messages();
        document.paragraph("Heading1", messages.text("sheet.documents"));
        document.paragraph("Normal", DocumentWords.answers(checklist, messages));
        if (!checklist.remarks().isEmpty()) {
            document.paragraph("Normal", DocumentWords.remarks(checklist, words));
        }
        if (checklist.items().isEmpty()) {
            return;
        }
        document.table(
                WIDTHS,
                List.of(
                        messages.text("column.documents.item"),
                        messages.text("column.documents.need"),
                        messages.text("column.documents.state"),
                        messages.text("column.documents.says")),
                checklist.items().stream().map(item -> row(item, words)).toList());
    }

    private static List<String> row(ChecklistItem item, ReportWords words) {
        Messages messages = words.messages();
        return List.of(
                DocumentWords.itemOf(item, messages),
                messages.text("document.need." + item.need()),
                messages.text("document.state." + item.state()),
                DocumentWords.says(item, words));
    }
}
