package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.documents.Document;
import redflag.ledger.DocumentRow;
import redflag.words.Messages;

/** Which papers Amazon asks for, by notice, and what the register has of them; then the register itself. */
final class DocumentsSheet {

    static final String NAME = "sheet.documents";

    static final List<Column<Row>> ITEMS = List.of(
            new Column<>(
                    "documents.for",
                    22,
                    (row, words) -> Content.of(DocumentWords.answers(row.checklist(), words.messages()))),
            new Column<>(
                    "documents.item",
                    34,
                    (row, words) -> Content.of(DocumentWords.itemAndLike(row.item(), words.messages()))),
            new Column<>(
                    "documents.listing",
                    14,
                    (row, words) -> Content.text(row.item().listing())),
            new Column<>(
                    "documents.need",
                    14,
                    (row, words) -> Content.of(
                            words.messages().text("document.need." + row.item().need()))),
            new Column<>("documents.state", 18, (row, words) -> state(row.item(), words.messages())),
            new Column<>("documents.papers", 20, (row, words) -> Content.of(papers(row.item()))),
            new Column<>("documents.says", 46, (row, words) -> Content.of(DocumentWords.says(row.item(), words))),
            new Column<>(
                    "documents.sources",
                    22,
                    (row, words) -> Content.of(String.join(", ", row.item().sources()))));

    static final List<Column<Document>> REGISTER = List.of(
            new Column<>(
                    "register.document",
                    22,
                    (row, words) -> Content.of(row.row().id())),
            new Column<>(
                    "register.file", 34, (row, words) -> Content.text(row.row().file())),
            new Column<>("register.kind", 14, (row, words) -> Content.of(DocumentWords.kind(row, words.messages()))),
            new Column<>(
                    "register.date", 14, (row, words) -> Content.day(row.row().issued())),
            new Column<>(
                    "register.expires",
                    18,
                    (row, words) -> Content.day(row.row().expires())),
            new Column<>("register.listings", 20, (row, words) -> Content.of(listings(row.row(), words.messages()))),
            new Column<>("register.about", 46, (row, words) -> Content.of(about(row, words.messages()))),
            new Column<>(
                    "register.row",
                    22,
                    (row, words) -> Content.of(
                            row.row().source().file() + " " + row.row().source().row())));

    private DocumentsSheet() {}

    record Row(Checklist checklist, ChecklistItem item) {}

    /** Left out where no paper is on file and no notice asks for any. */
    static void write(Book book, RiskReport report) {
        if (report.documents().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(ITEMS, REGISTER));
        page.title(page.text(NAME));
        page.line(page.text("sheet.documents.about"));
        report.documents()
                .readiness()
                .ifPresent(readiness -> page.line(
                        DocumentWords.readiness(readiness, page.words().messages())));
        List<Checklist> checklists = Stream.concat(
                        report.documents().readiness().stream(), report.documents().checklists().values().stream())
                .toList();
        List<Row> rows = new ArrayList<>();
        checklists.forEach(checklist -> checklist.items().forEach(item -> rows.add(new Row(checklist, item))));
        if (!rows.isEmpty()) {
            page.keepNextRowInSight(1);
            page.filteredTable("Checklist", ITEMS, rows);
        }
        checklists.stream()
                .filter(checklist -> !checklist.remarks().isEmpty())
                .forEach(checklist -> page.line(DocumentWords.remarks(checklist, page.words())));
        if (!report.documents().all().isEmpty()) {
            page.gap();
            page.section(page.text("sheet.documents.register"));
            page.table("Documents", REGISTER, report.documents().all());
        }
    }

    private static Content state(ChecklistItem item, Messages messages) {
        String text = messages.text("document.state." + item.state());
        if (item.need() == ChecklistItem.Need.IF_ASKED && item.papers().isEmpty()) {
            return Content.of(text);
        }
        return switch (item.state()) {
            case THERE -> new Content.Tinted(text, Tone.GOOD);
            case NOT_KNOWN, TO_GATHER -> new Content.Tinted(text, Tone.UNKNOWN);
            case UNITS_SHORT, UNLIKE, WRONG_FORM, EXPIRED, DATED_AFTER_NOTICE, TOO_OLD, FILE_MISSING, MISSING ->
                new Content.Tinted(text, Tone.BAD);
        };
    }

    private static String papers(ChecklistItem item) {
        return item.papers().stream().map(paper -> paper.document().row().id()).collect(Collectors.joining("\n"));
    }

    private static String listings(DocumentRow row, Messages messages) {
        return row.listings().stream()
                .map(listing -> row.units().containsKey(listing)
                        ? messages.text(
                                "document.units-of",
                                Map.of("listing", listing, "units", row.units().get(listing)))
                        : listing)
                .collect(Collectors.joining("\n"));
    }

    private static String about(Document document, Messages messages) {
        DocumentRow row = document.row();
        List<String> lines = new ArrayList<>();
        lines.add(DocumentWords.file(document.file(), messages));
        row.name().ifPresent(name -> lines.add(messages.text("document.name", Map.of("name", name))));
        row.supplier().ifPresent(name -> lines.add(messages.text("document.supplier", Map.of("name", name))));
        row.buyer().ifPresent(name -> lines.add(messages.text("document.buyer", Map.of("name", name))));
        if (!row.notices().isEmpty()) {
            lines.add(messages.text("document.notices", Map.of("notices", String.join(", ", row.notices()))));
        }
        row.note().ifPresent(lines::add);
        return String.join("\n", lines);
    }
}
