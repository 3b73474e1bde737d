package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.docx.TextDocument;
import redflag.words.Messages;

/** The papers that a pack needs: what is there, and what is to be collected. */
final class PackChecklist {

    private static final List<Integer> WIDTHS = List.of(25, 12, 13, 22, 28);

    private PackChecklist() {}

    static void write(TextDocument document, Checklist checklist, ReportWords words) {
        Messages messages = words.messages();
        document.paragraph("Heading1", messages.text("sheet.documents"));
        if (!checklist.remarks().isEmpty()) {
            document.paragraph(
                    "Normal",
                    words.sentences(
                            checklist.remarks().stream().map(words::remark).toList()));
        }
        if (checklist.items().isEmpty()) {
            return;
        }
        document.paragraph("TableLead", DocumentWords.counted(checklist, messages));
        document.table(
                WIDTHS,
                List.of(
                        messages.text("column.documents.item"),
                        messages.text("column.documents.need"),
                        messages.text("column.documents.state"),
                        messages.text("column.documents.papers"),
                        messages.text("column.documents.says")),
                checklist.items().stream().map(item -> row(item, words)).toList());
    }

    private static List<String> row(ChecklistItem item, ReportWords words) {
        Messages messages = words.messages();
        return List.of(
                DocumentWords.itemOf(item, messages),
                messages.text("document.need." + item.need()),
                messages.text("document.state." + item.state()),
                papers(item, messages),
                DocumentWords.says(item, words));
    }

    /** So that whoever answers finds the files to attach. */
    private static String papers(ChecklistItem item, Messages messages) {
        return item.papers().stream()
                .map(ChecklistItem.Paper::document)
                .map(paper -> paper.file().path().isEmpty()
                        ? paper.row().id()
                        : messages.text(
                                "pack.paper",
                                Map.of(
                                        "id",
                                        paper.row().id(),
                                        "file",
                                        paper.file().path())))
                .collect(Collectors.joining("\n"));
    }
}
