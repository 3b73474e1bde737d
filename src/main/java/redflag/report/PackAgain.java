package redflag.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redflag.check.Difference;
import redflag.check.Quote;
import redflag.docx.TextDocument;
import redflag.notices.Exchange;
import redflag.packs.Again;
import redflag.packs.Held;
import redflag.packs.LastLetter;
import redflag.words.Messages;

/** What a pack says after Amazon's answer: what it asks for, what the last letter and the draft have of it, what is new. */
final class PackAgain {

    private static final List<Integer> WIDTHS = List.of(26, 24, 24, 26);
    private static final List<Integer> CHANGE_WIDTHS = List.of(20, 80);
    private static final int MOST_CHANGES = 12;

    private PackAgain() {}

    static void write(TextDocument document, Again again, long lacking, Messages messages) {
        document.paragraph("Heading1", messages.text("pack.again"));
        document.paragraph("Normal", verdict(again, lacking, messages));
        document.paragraph("Normal", last(again, messages));
        if (!again.asked().isEmpty()) {
            document.table(
                    WIDTHS,
                    List.of(
                            messages.text("pack.again.asked"),
                            messages.text("pack.again.last"),
                            messages.text("pack.again.draft"),
                            messages.text("pack.again.new")),
                    asked(again, messages));
        }
        again.difference().ifPresent(difference -> changes(document, again, difference, messages));
    }

    /**
     * Whether it is worth sending again, and why.
     *
     * @param lacking so many things that Amazon always asks for are not there
     */
    static String verdict(Again again, long lacking, Messages messages) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("count", (long) again.toConfirm());
        again.sent().flatMap(Exchange::on).ifPresent(day -> facts.put("sent", day));
        facts.putIfAbsent("sent", "\u2013");
        String verdict = messages.text("pack.again." + again.verdict(), facts);
        return lacking == 0
                ? verdict
                : new ReportWords(messages)
                        .sentences(List.of(verdict, messages.text("pack.again.lacking", Map.of("count", lacking))));
    }

    /** The same in few words. */
    static String inBrief(Again again, Messages messages) {
        return messages.text(
                "pack.again.brief",
                Map.of(
                        "verdict",
                        messages.text("pack.again.brief." + again.verdict()),
                        "last",
                        again.last().state().name()));
    }

    private static String last(Again again, Messages messages) {
        LastLetter last = again.last();
        return messages.text(
                "pack.last." + last.state(),
                Map.of("files", Phrases.list(last.files(), MOST_CHANGES, messages), "count", (long)
                        last.files().size()));
    }

    private static List<List<String>> asked(Again again, Messages messages) {
        List<List<String>> rows = new ArrayList<>();
        again.asked()
                .forEach((ask, asked) -> rows.add(List.of(
                        messages.text("plan.asks." + ask),
                        held(asked.sent(), messages),
                        held(asked.drafted(), messages),
                        asked.news().isEmpty() ? messages.text("pack.again.none") : String.join("\n", asked.news()))));
        return rows;
    }

    private static String held(Optional<Held> held, Messages messages) {
        return held.map(of -> messages.text(
                        "pack.held." + of.state(),
                        Map.of(
                                "faults",
                                of.faults().stream()
                                        .map(rule -> messages.text("pack.fault." + rule.id()))
                                        .collect(Collectors.joining(messages.text("sheet.list-separator"))))))
                .orElseGet(() -> messages.text("pack.held.not-compared"));
    }

    private static void changes(TextDocument document, Again again, Difference difference, Messages messages) {
        String file = String.join("", again.last().files());
        if (difference.isNone()) {
            document.paragraph("Normal", messages.text("pack.changes.none", Map.of("file", file)));
            return;
        }
        document.paragraph(
                "Normal",
                messages.text(
                        "pack.changes",
                        Map.of(
                                "file",
                                file,
                                "added",
                                (long) difference.added().size(),
                                "removed",
                                (long) difference.removed().size(),
                                "figures",
                                (long) difference.figures().size())));
        List<List<String>> rows = new ArrayList<>();
        difference
                .figures()
                .forEach(changed -> rows.add(List.of(
                        messages.text("pack.changes.figures"),
                        Quote.of(changed.before()) + "\n" + Quote.of(changed.now()))));
        difference.added().forEach(text -> rows.add(List.of(messages.text("pack.changes.added"), Quote.of(text))));
        difference.removed().forEach(text -> rows.add(List.of(messages.text("pack.changes.removed"), Quote.of(text))));
        document.table(
                CHANGE_WIDTHS,
                List.of(messages.text("pack.changes.what"), messages.text("pack.changes.sentence")),
                rows.stream().limit(MOST_CHANGES).toList());
        if (rows.size() > MOST_CHANGES) {
            document.paragraph(
                    "Normal", messages.text("pack.changes.more", Map.of("count", (long) rows.size() - MOST_CHANGES)));
        }
    }
}
