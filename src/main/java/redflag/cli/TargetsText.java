package redflag.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
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

    private static final int METRIC = 40;
    private static final int LIMIT = 24;
    private static final int WINDOW = 18;
    private static final int SINCE = 12;
    private static final int SOURCE = 22;

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
            TextTable table = TextTable.forColumns(
                    colours, column(METRIC), column(LIMIT), column(WINDOW), column(SINCE), column(SOURCE));
            row(table, "metric", "target", "window", "since", "source");
            targets.forEach(target -> row(table, target));
            out.print(table);
        }
        for (Target target : targets) {
            String metric = metric(target);
            if (!target.verified()) {
                note(metric, messages.text("targets.unverified"));
            }
            target.note().ifPresent(note -> note(metric, note));
        }
        out.println();
    }

    private static Column column(int width) {
        return new Column(width, 2, Column.Overflow.WRAP);
    }

    private void row(TextTable table, String... keys) {
        String[] cells = new String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            cells[i] = messages.text("targets.column." + keys[i]);
        }
        table.addRowValues(cells);
    }

    private void row(TextTable table, Target target) {
        table.addRowValues(new Ansi.Text[] {
            plain(metric(target)),
            plain(limit(target)),
            plain(window(target)),
            plain(target.from().toString()),
            plain(target.source())
        });
    }

    private Ansi.Text plain(String text) {
        return Ansi.OFF.text(text);
    }

    private String metric(Target target) {
        return words.metric(target.metric(), Optional.empty(), Optional.empty());
    }

    private String limit(Target target) {
        String limit = words.target(target);
        if (target.minimum() > 0) {
            limit = messages.text("targets.minimum", Map.of("target", limit, "minimum", target.minimum()));
        }
        return target.repeatLimit().isPresent()
                ? messages.text(
                        "targets.repeat",
                        Map.of("target", limit, "limit", target.repeatLimit().get()))
                : limit;
    }

    private String window(Target target) {
        return messages.text(
                "targets.window", Map.of("days", (long) target.windowDays(), "lag", (long) target.lagDays()));
    }

    private void note(String metric, String note) {
        out.println(messages.text("targets.note", Map.of("metric", metric, "note", note)));
    }
}
