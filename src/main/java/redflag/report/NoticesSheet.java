package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.ledger.NoticeRow;
import redflag.notices.Notice;
import redflag.packs.Again;
import redflag.words.Messages;

/** What Amazon has sent, due soonest first; what it says of the account itself stands apart above. */
final class NoticesSheet {

    static final String NAME = "sheet.notices";

    private static final int MOST_IDS = 20;

    static final List<Column<Row>> COLUMNS = List.of(
            new Column<>(
                    "notices.due",
                    11,
                    (row, words) -> Content.day(row.notice().clock().due())),
            new Column<>("notices.clock", 20, (row, words) -> clock(row, words.messages())),
            new Column<>("notices.notice", 20, (row, words) -> Content.of(named(row.notice()))),
            new Column<>(
                    "notices.reason",
                    19,
                    (row, words) -> Content.of(NoticeWords.reason(row.notice(), words.messages()))),
            new Column<>(
                    "notices.received",
                    11,
                    (row, words) -> Content.day(row.notice().row().received())),
            new Column<>(
                    "notices.state", 12, (row, words) -> Content.of(NoticeWords.state(row.notice(), words.messages()))),
            new Column<>("notices.names", 22, (row, words) -> Content.of(names(row.notice(), words.messages()))),
            new Column<>(
                    "notices.wrote",
                    28,
                    (row, words) -> Content.text(row.notice().row().amazonWrote())),
            new Column<>("notices.history", 26, (row, words) -> Content.of(history(row.notice(), words.messages()))),
            new Column<>("notices.remarks", 22, (row, words) -> Content.of(remarks(row, words))),
            new Column<>(
                    "notices.file",
                    18,
                    (row, words) -> Content.of(row.notice().row().source().file())),
            Column.number(
                    "notices.row",
                    6,
                    (row, words) ->
                            new Content.Ordinal(row.notice().row().source().row())));

    private NoticesSheet() {}

    /**
     * @param isSoon whether it is due within the days that count as soon
     * @param again of the pack for it, where Amazon has answered
     */
    record Row(Notice notice, boolean isSoon, Optional<Again> again) {}

    /** Left out where none is on file. */
    static void write(Book book, RiskReport report) {
        if (report.notices().all().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        Messages messages = page.words().messages();
        page.title(page.text(NAME));
        page.line(page.text("sheet.notices.about"));
        page.line(page.text("sheet.notices.packs"));
        page.line(messages.text(
                "sheet.notices.amazon", Map.of("amazon", SummarySheet.amazon(report.amazon(), messages))));
        report.notices().alike().forEach(alike -> page.line(NoticeWords.alike(alike, messages)));
        page.keepNextRowInSight(1);
        page.filteredTable(
                "Notices",
                COLUMNS,
                report.notices().all().stream()
                        .map(notice -> new Row(
                                notice,
                                notice.clock()
                                        .due()
                                        .filter(day -> Step.isSoon(day, report.asOf()))
                                        .isPresent(),
                                report.packs().stream()
                                        .filter(pack -> pack.notice().equals(Optional.of(notice)))
                                        .flatMap(pack -> pack.again().stream())
                                        .findFirst()))
                        .toList());
    }

    /** Whether it is worth sending again stands first. */
    private static String remarks(Row row, ReportWords words) {
        return words.sentences(Stream.concat(
                        row.again().map(again -> PackAgain.inBrief(again, words.messages())).stream(),
                        row.notice().remarks().stream().map(words::remark))
                .toList());
    }

    private static Content clock(Row row, Messages messages) {
        String text = NoticeWords.clock(row.notice().clock(), messages);
        return switch (row.notice().clock().state()) {
            case OVERDUE -> new Content.Tinted(text, Tone.BAD);
            case DUE -> row.isSoon() ? new Content.Tinted(text, Tone.WATCH) : Content.of(text);
            case NOT_KNOWN -> new Content.Tinted(text, Tone.UNKNOWN);
            case NO_APPEAL, NOTHING_TO_SUBMIT, WITH_AMAZON, OVER -> Content.of(text);
        };
    }

    private static String named(Notice notice) {
        return Stream.concat(Stream.of(notice.row().id()), notice.row().title().stream())
                .collect(Collectors.joining("\n"));
    }

    private static String names(Notice notice, Messages messages) {
        NoticeRow row = notice.row();
        List<String> lines = new ArrayList<>();
        if (!row.listings().isEmpty()) {
            lines.add(Phrases.list(row.listings(), MOST_IDS, messages));
        }
        if (!row.orders().isEmpty()) {
            lines.add(Phrases.list(row.orders(), MOST_IDS, messages));
        }
        row.rightsOwner().ifPresent(owner -> lines.add(messages.text("notice.owner", Map.of("owner", owner))));
        row.complaintId().ifPresent(id -> lines.add(messages.text("notice.complaint", Map.of("id", id))));
        return String.join("\n", lines);
    }

    private static String history(Notice notice, Messages messages) {
        return Stream.concat(
                        Stream.of(NoticeWords.history(notice, messages)).filter(text -> !text.isEmpty()),
                        notice.row().note().stream())
                .collect(Collectors.joining("\n"));
    }
}
