package redflag.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;
import redflag.basics.Marketplace;
import redflag.report.ReportWords;
import redflag.rules.Target;
import redflag.words.Messages;

/** Targets on a terminal: a table a marketplace, with what is uncertain under each. */
final class TargetsText {

    private static final int WIDTH = 118;
    private static final String ROW = "  %-46s %-14s %-8s %-17s %-10s %s";

    private final PrintWriter out;
    private final ColorScheme colours;
    private final Messages messages = Messages.english();
    private final ReportWords words = new ReportWords(messages);

    TargetsText(PrintWriter out, ColorScheme colours) {
        this.out = out;
        this.colours = colours;
    }

    void print(Marketplace marketplace, LocalDate day, List<Target> targets) {
        out.println(messages.text(
                "targets.heading",
                Map.of("country", marketplace.country(), "name", marketplace.salesChannel(), "day", day, "count", (long)
                        targets.size())));
        if (!targets.isEmpty()) {
            row(text("metric"), text("target"), text("enforced"), text("window"), text("since"), text("source"));
            targets.forEach(this::row);
        }
        for (Target target : targets) {
            if (!target.verified()) {
                note(target, messages.text("targets.unverified"));
            }
            if (target.minimum() > 0) {
                note(target, messages.text("targets.minimum", Map.of("minimum", target.minimum())));
            }
            target.repeatLimit()
                    .ifPresent(limit -> note(target, messages.text("targets.repeat", Map.of("limit", limit))));
            target.note().ifPresent(note -> note(target, note));
        }
        out.println();
    }

    private String text(String column) {
        return messages.text("targets.column." + column);
    }

    private void row(String... cells) {
        out.println(String.format(Locale.ROOT, ROW, (Object[]) cells).stripTrailing());
    }

    private void row(Target target) {
        row(
                metric(target),
                words.limit(target),
                messages.text(target.enforced() ? "sheet.yes" : "sheet.no"),
                window(target),
                target.from().toString(),
                target.source());
    }

    private String metric(Target target) {
        return words.metric(target.metric(), Optional.empty(), Optional.empty());
    }

    private String window(Target target) {
        return messages.text(
                "targets.window", Map.of("days", (long) target.windowDays(), "lag", (long) target.lagDays()));
    }

    private void note(Target target, String note) {
        TextTable wrapped = TextTable.forColumns(colours, new Column(WIDTH, 2, Column.Overflow.WRAP));
        wrapped.addRowValues(
                Ansi.OFF.text(messages.text("targets.note", Map.of("metric", metric(target), "note", note))));
        out.print(wrapped);
    }
}
