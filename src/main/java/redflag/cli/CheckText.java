package redflag.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redflag.check.Finding;
import redflag.check.Quote;
import redflag.check.Rule.Severity;
import redflag.words.Messages;

/** What is told of a draft on a terminal: the verdict, then each finding with its place, why, and what to do. */
final class CheckText {

    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final Messages messages = Messages.english();

    CheckText(PrintWriter out) {
        this.out = out;
    }

    void print(Checked checked) {
        long grounds = checked.of(Severity.GROUNDS).size();
        long advice = checked.of(Severity.ADVICE).size();
        Map<String, Object> counts = Map.of("draft", checked.draft(), "grounds", grounds, "advice", advice);
        out.println(messages.text(grounds > 0 ? "check.verdict.refused" : "check.verdict.passed", counts));
        line(
                "  ",
                messages.text(
                        "check.about",
                        Map.of(
                                "store",
                                checked.store().value(),
                                "reason",
                                checked.reason().word(),
                                "words",
                                (long) checked.letter().words(),
                                "sentences",
                                checked.letter().sentences().count(),
                                "code",
                                String.valueOf(checked.code()))));
        for (Severity severity : Severity.values()) {
            group(severity, checked.of(severity));
        }
        heading("check.held-against");
        checked.background()
                .report()
                .ifPresent(report -> line(
                        "  ",
                        messages.text(
                                "check.report",
                                Map.of(
                                        "asOf",
                                        report.asOf(),
                                        "choice",
                                        checked.background().choice().name()))));
        line(
                "  ",
                messages.text(
                        "check.letters",
                        Map.of("earlier", (long) checked.background().earlier().size(), "others", (long)
                                checked.background().others().size())));
        if (!checked.notChecked().isEmpty()) {
            heading("check.not-checked");
            checked.notChecked().forEach(text -> line("  ", text));
        }
    }

    private void group(Severity severity, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        heading("check.severity." + severity.name());
        for (Finding finding : findings) {
            line("  ", finding.rule().id() + " \u2013 " + place(finding));
            line("      ", Checked.why(finding));
            line("      ", messages.text("check.do", Map.of("what", Checked.what(finding))));
        }
    }

    private void heading(String key) {
        out.println();
        out.println(messages.text(key));
    }

    private String place(Finding finding) {
        return finding.at()
                .map(at -> messages.text(
                        "check.place",
                        Map.of(
                                "part",
                                messages.text("check.part." + at.part().name()),
                                "item",
                                String.valueOf(at.item()),
                                "sentence",
                                String.valueOf(at.sentence()),
                                "quote",
                                Quote.of(at.text()))))
                .orElse(messages.text("check.whole"));
    }

    /** Wrapped, each further line a little deeper. */
    private void line(String indent, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : visible(text).split(" ", -1)) {
            if (line.length() > indent.length() + 2 && line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent).append("  ");
            }
            line.append(line.toString().isBlank() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        lines.forEach(out::println);
    }

    /** A draft may hold anything; a terminal gets no control characters of it. */
    private static String visible(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
