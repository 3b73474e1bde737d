package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.documents.Checklist;
import redflag.documents.ChecklistItem;
import redflag.documents.ChecklistItem.Fault;
import redflag.documents.ChecklistItem.Paper;
import redflag.documents.ChecklistItem.State;
import redflag.documents.Document;
import redflag.documents.DocumentFile;
import redflag.words.Messages;

/** Papers in words. */
final class DocumentWords {

    private static final int MOST_NAMES = 3;

    private DocumentWords() {}

    /** What it is; a word that nobody knows as it is written. */
    static String kind(Document document, Messages messages) {
        return document.kind()
                .map(kind -> messages.text("document.kind." + kind))
                .orElseGet(() -> messages.text(
                        "notice.unknown",
                        Map.of("word", document.row().kind().asWritten().orElse(""))));
    }

    /** What Amazon asks for, in a few words. */
    static String item(ChecklistItem item, Messages messages) {
        return messages.text("document.item." + item.id());
    }

    /** The same, and what it must be like. */
    static String itemAndLike(ChecklistItem item, Messages messages) {
        String like = "document.like." + item.id();
        return messages.has(like) ? item(item, messages) + "\n" + messages.text(like) : item(item, messages);
    }

    /** What is asked for with the listing that it is about. */
    static String itemOf(ChecklistItem item, Messages messages) {
        return item.listing()
                .map(listing ->
                        messages.text("document.item-of", Map.of("item", item(item, messages), "listing", listing)))
                .orElseGet(() -> item(item, messages));
    }

    /** What is seen of its file from outside. */
    static String file(DocumentFile file, Messages messages) {
        if (file.state() == DocumentFile.State.THERE) {
            return messages.text(
                    "document.seen", Map.of("type", file.type().isEmpty() ? "?" : file.type(), "bytes", file.bytes()));
        }
        return messages.text("document.file", Map.of("state", file.state().name(), "path", file.path()));
    }

    /** What is said of the papers of an item, a line each, and of the item itself. */
    static String says(ChecklistItem item, ReportWords words) {
        Stream<String> papers =
                item.papers().stream().map(paper -> says(paper, words)).filter(text -> !text.isEmpty());
        return Stream.concat(papers, item.remarks().stream().map(words::remark)).collect(Collectors.joining("\n"));
    }

    private static String says(Paper paper, ReportWords words) {
        List<String> said = Stream.concat(paper.faults().stream().map(Fault::why), paper.remarks().stream())
                .map(words::remark)
                .toList();
        return said.isEmpty()
                ? ""
                : words.messages()
                        .text("document.of", Map.of("id", paper.document().row().id(), "says", words.sentences(said)));
    }

    /** What a checklist answers, and from which day ages are counted back. */
    static String answers(Checklist checklist, Messages messages) {
        return name(checklist, messages) + "\n" + counted(checklist, messages);
    }

    /** From which day ages are counted back. */
    static String counted(Checklist checklist, Messages messages) {
        return messages.text(
                "document.counted",
                Map.of("from", checklist.from(), "ofNotice", checklist.isFromNotice() ? "yes" : "no"));
    }

    private static String name(Checklist checklist, Messages messages) {
        return messages.text(
                "document.for",
                Map.of(
                        "known", checklist.notice().isPresent() ? "yes" : "no",
                        "notice", checklist.notice().orElse(""),
                        "reason", messages.text("notice.kind." + checklist.reason())));
    }

    /** What there is to say of a checklist as a whole. */
    static String remarks(Checklist checklist, ReportWords words) {
        String remarks =
                words.sentences(checklist.remarks().stream().map(words::remark).toList());
        return words.messages().text("document.of", Map.of("id", name(checklist, words.messages()), "says", remarks));
    }

    /** What is to be done about the papers of a checklist; missing where there is nothing. */
    static Optional<String> todo(Checklist checklist, Messages messages) {
        List<ChecklistItem> open = checklist.open();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(messages.text(
                "document.todo",
                Map.of(
                        "notice", checklist.notice().orElse(""),
                        "reason", messages.text("notice.kind." + checklist.reason()),
                        "papers", names(open, false, messages),
                        "gather", names(open, true, messages),
                        "has", has(open),
                        "sheet", messages.text(DocumentsSheet.NAME))));
    }

    private static String has(List<ChecklistItem> open) {
        boolean anyToGather = open.stream().anyMatch(item -> item.state() == State.TO_GATHER);
        boolean anyPaper = open.stream().anyMatch(item -> item.state() != State.TO_GATHER);
        return anyPaper && anyToGather ? "both" : anyPaper ? "papers" : "gather";
    }

    private static String names(List<ChecklistItem> open, boolean isToGather, Messages messages) {
        return Phrases.list(
                open.stream()
                        .filter(item -> (item.state() == State.TO_GATHER) == isToGather)
                        .map(item -> item.state() == State.TO_GATHER || item.state() == State.MISSING
                                ? itemOf(item, messages)
                                : messages.text(
                                        "document.item-state",
                                        Map.of(
                                                "item", itemOf(item, messages),
                                                "state", messages.text("document.state." + item.state()))))
                        .toList(),
                MOST_NAMES,
                messages);
    }

    /** How far the papers of an account are that has not begun. */
    static String readiness(Checklist checklist, Messages messages) {
        return readiness("document.readiness", checklist, messages);
    }

    /** The same where it is known of what is spoken: without what is to be gathered besides. */
    static String readinessInBrief(Checklist checklist, Messages messages) {
        return readiness("document.readiness.brief", checklist, messages);
    }

    private static String readiness(String key, Checklist checklist, Messages messages) {
        List<ChecklistItem> papers = checklist.items().stream()
                .filter(item -> item.state() != State.TO_GATHER && item.need() == ChecklistItem.Need.REQUIRED)
                .toList();
        long there = papers.stream().filter(ChecklistItem::isThere).count();
        List<ChecklistItem> open = checklist.open();
        return messages.text(
                key,
                Map.of(
                        "ready",
                        there == papers.size() ? "yes" : "no",
                        "there",
                        there,
                        "all",
                        (long) papers.size(),
                        "papers",
                        names(open, false, messages),
                        "gather",
                        names(open, true, messages)));
    }
}
