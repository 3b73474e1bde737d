package redflag.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.ledger.NoticeRow.Word;
import redflag.notices.Alike;
import redflag.notices.Clock;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.words.Messages;

/** Notices in words. */
final class NoticeWords {

    private NoticeWords() {}

    /** What it is about, such as <i>Intellectual property (trademark, received)</i>; a word that nobody knows as it is written. */
    static String reason(Notice notice, Messages messages) {
        String reason = notice.kind()
                .map(kind -> messages.text("notice.kind." + kind))
                .orElseGet(() -> unknown(notice.row().kind(), messages));
        String details = Stream.of(notice.row().right(), notice.row().complaint())
                .filter(word -> word.asWritten().isPresent())
                .map(word -> word(word, "notice.of.", messages))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return details.isEmpty()
                ? reason
                : messages.text("notice.reason", Map.of("reason", reason, "details", details));
    }

    /** How it is being dealt with; empty where nobody has said. */
    static String state(Notice notice, Messages messages) {
        Word state = notice.row().state();
        return state.asWritten().isEmpty() ? "" : word(state, "notice.state.", messages);
    }

    private static String word(Word word, String key, Messages messages) {
        return word.code().map(code -> messages.text(key + code)).orElseGet(() -> unknown(word, messages));
    }

    private static String unknown(Word word, Messages messages) {
        return messages.text("notice.unknown", Map.of("word", word.asWritten().orElse("")));
    }

    /** What the day is, or why there is none. */
    static String clock(Clock clock, Messages messages) {
        Map<String, Object> facts = new HashMap<>(Map.of("stated", yesOrNo(clock.stated())));
        facts.put("known", yesOrNo(clock.day().isPresent()));
        facts.put("day", clock.day().isPresent() ? clock.day().get() : "");
        return messages.text("notice.clock." + clock.state(), facts);
    }

    /** What is to be done about one that is due. */
    static String todo(Notice notice, Messages messages) {
        return messages.text(
                "notice.todo",
                Map.of(
                        "id", notice.row().id(),
                        "reason", reason(notice, messages),
                        "overdue", yesOrNo(notice.clock().state() == Clock.State.OVERDUE),
                        "stated", yesOrNo(notice.clock().stated())));
    }

    /** The same, where the day stands beside it. */
    static String due(Notice notice, Messages messages) {
        return messages.text(
                "notice.due",
                Map.of(
                        "id", notice.row().id(),
                        "overdue", yesOrNo(notice.clock().state() == Clock.State.OVERDUE),
                        "stated", yesOrNo(notice.clock().stated())));
    }

    /** How many are open, and how many of them are due. */
    static String brief(RiskReport report, Messages messages) {
        List<Notice> open = report.notices().open();
        long soon = open.stream()
                .filter(notice -> notice.clock().state() == Clock.State.DUE)
                .flatMap(notice -> notice.clock().due().stream())
                .filter(day -> Step.isSoon(day, report.asOf()))
                .count();
        long overdue = open.stream()
                .filter(notice -> notice.clock().state() == Clock.State.OVERDUE)
                .count();
        return messages.text(
                "summary.notices",
                Map.of(
                        "open",
                        (long) open.size(),
                        "overdue",
                        overdue,
                        "soon",
                        soon,
                        "days",
                        (long) Step.soonDays(),
                        "sheet",
                        messages.text(NoticesSheet.NAME)));
    }

    /** How many there are of a kind, and what that may cost. */
    static String alike(Alike alike, Messages messages) {
        return messages.text(
                "notice.alike",
                Map.of(
                        "count", alike.count(),
                        "kind", messages.text("notice.kind." + alike.kind()),
                        "days", (long) alike.within().days(),
                        "limit", alike.limit().orElse(0L),
                        "reached", alike.isAtLimit() ? "yes" : alike.limit().isPresent() ? "no" : "none"));
    }

    /** What was sent and answered, the oldest first, a line each. */
    static String history(Notice notice, Messages messages) {
        return Stream.concat(
                        told(notice.submitted(), "notice.submitted", messages),
                        told(notice.answered(), "notice.answered", messages))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> told(List<Exchange> exchanges, String key, Messages messages) {
        return exchanges.stream()
                .map(one -> messages.text(
                        key,
                        Map.of(
                                "dated", yesOrNo(one.on().isPresent()),
                                "day", one.on().isPresent() ? one.on().get() : "",
                                "note", one.note())));
    }

    private static String yesOrNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
