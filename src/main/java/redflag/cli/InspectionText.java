package redflag.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.intake.ExportKind;
import redflag.intake.Inspection;
import redflag.intake.Layout;
import redflag.intake.NearKind;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;
import redflag.metrics.Feeds;
import redflag.report.ReportWords;
import redflag.words.Messages;

/** What is told of a file on a terminal: a block a file, a heading in front of each line. */
final class InspectionText {

    private static final int LONGEST_NAME = 60;
    static final int MOST_PLACES = 10;
    private static final int MOST_HEADINGS = 6;

    private final PrintWriter out;
    private final Block block;
    private final Messages messages = Messages.english();
    private final ReportWords words = new ReportWords(messages);

    InspectionText(PrintWriter out) {
        this.out = out;
        this.block = new Block(out);
    }

    void print(Inspection file) {
        out.println(Block.visible(file.path()));
        line("inspect.export", file.kind().map(this::name).orElse(messages.text("inspect.no-kind")));
        file.refused().ifPresent(why -> line("inspect.refused", words.remark(why)));
        file.nearest().forEach(near -> line("inspect.nearest", near(near)));
        line("inspect.layout", layout(file));
        file.facts().ifPresent(facts -> contents(file, facts));
        columns(file);
        file.facts().ifPresent(this::measures);
        out.println();
    }

    void total(int files, int sound, int code) {
        out.println(messages.text(
                "inspect.total", Map.of("files", (long) files, "sound", (long) sound, "code", String.valueOf(code))));
    }

    private String name(ExportKind kind) {
        return messages.text("inspect.kind", Map.of("name", kind.name(), "id", kind.id()));
    }

    private String near(NearKind near) {
        String lacks = near.lacks().stream().map(this::oneOf).collect(Collectors.joining("; "));
        return messages.text(
                "inspect.near",
                Map.of(
                        "name",
                        near.kind().name(),
                        "id",
                        near.kind().id(),
                        "known",
                        (long) near.known(),
                        "lacks",
                        lacks));
    }

    private String oneOf(List<String> headings) {
        if (headings.size() == 1) {
            return '"' + headings.get(0) + '"';
        }
        String first = headings.stream()
                .limit(MOST_HEADINGS)
                .map(heading -> '"' + heading + '"')
                .collect(Collectors.joining(", "));
        String rest = headings.size() > MOST_HEADINGS ? ", " + more(headings.size() - MOST_HEADINGS) : "";
        return messages.text("inspect.one-of", Map.of("headings", first + rest));
    }

    private String more(long more) {
        return messages.text("inspect.more", Map.of("more", more));
    }

    private String layout(Inspection file) {
        List<String> parts = new ArrayList<>();
        file.layout().ifPresent(layout -> {
            parts.add(messages.text("inspect.form." + layout.form().name()));
            if (layout.form() == Layout.Form.WORKBOOK && !layout.sheet().isEmpty()) {
                parts.add(messages.text("inspect.sheet", Map.of("sheet", cut(layout.sheet()))));
            }
            if (layout.quoted()) {
                parts.add(messages.text("inspect.quoted"));
            }
            if (layout.headerRow() > 0) {
                parts.add(messages.text("inspect.header-row", Map.of("row", (long) layout.headerRow())));
            }
            if (!layout.charset().isEmpty()) {
                parts.add(layout.charset());
            }
        });
        parts.add(size(file.bytes()));
        return String.join(", ", parts);
    }

    private String size(long bytes) {
        String[] units = {"bytes", "KiB", "MiB", "GiB"};
        double size = bytes;
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        String digits = unit == 0 ? String.valueOf(bytes) : String.format(Locale.ROOT, "%.1f", size);
        return messages.text("inspect.bytes", Map.of("size", digits, "unit", units[unit]));
    }

    private void contents(Inspection file, FileFacts facts) {
        line(
                "inspect.rows",
                messages.text(
                        "inspect.count",
                        Map.of(
                                "rows", facts.rowsRead(),
                                "accepted", facts.rowsAccepted(),
                                "rejected", facts.rowsRejected())));
        if (facts.rowsRejected() > facts.rejections().size()) {
            line("inspect.rejected", messages.text("inspect.rejections-cut", Map.of("kept", (long)
                    facts.rejections().size())));
        }
        RejectedRows.of(facts.rejections()).forEach(this::rejected);
        facts.span()
                .ifPresent(days -> line(
                        "inspect.days",
                        messages.text(
                                "inspect.span",
                                Map.of(
                                        "from",
                                        days.from().toString(),
                                        "to",
                                        days.to().toString()))));
        places(file, Field.STORE, "inspect.store");
        places(file, Field.MARKETPLACE, "inspect.marketplace");
        places(file, Field.SALES_CHANNEL, "inspect.sales-channel");
        facts.warnings().forEach(warning -> line("inspect.warnings", words.remark(warning)));
    }

    private void rejected(RejectedRows alike) {
        line(
                "inspect.rejected",
                messages.text(
                        "inspect.reason",
                        Map.of(
                                "rows", alike.rows(),
                                "column", alike.column().isEmpty() ? "none" : cut(alike.column()),
                                "reason",
                                        messages.text("inspect.reason."
                                                + alike.reason().name()))));
        for (Rejection example : alike.examples()) {
            line(
                    "",
                    messages.text(
                            "inspect.example", Map.of("row", (long) example.row(), "text", words.rejection(example))));
        }
    }

    private void places(Inspection file, Field field, String key) {
        Map<String, Long> rows = file.places(field);
        if (rows.isEmpty()) {
            return;
        }
        List<String> shown = rows.entrySet().stream()
                .limit(MOST_PLACES)
                .map(e -> messages.text("inspect.place", Map.of("name", cut(e.getKey()), "rows", e.getValue())))
                .collect(Collectors.toCollection(ArrayList::new));
        if (rows.size() > MOST_PLACES) {
            shown.add(more((long) rows.size() - MOST_PLACES));
        }
        line(key, String.join(", ", shown));
    }

    private void columns(Inspection file) {
        String used = file.used().entrySet().stream()
                .map(e -> messages.text(
                        "inspect.column", Map.of("heading", cut(e.getKey()), "field", meaning(e.getValue()))))
                .collect(Collectors.joining(", "));
        line("inspect.used", used);
        if (!file.lookedAt().isEmpty()) {
            line(
                    "inspect.looked-at",
                    messages.text(
                            "inspect.not-kept",
                            Map.of(
                                    "headings",
                                    headings(List.copyOf(file.lookedAt().keySet())))));
        }
        line("inspect.ignored", headings(file.ignored()));
        if (!file.personal().isEmpty()) {
            line("inspect.personal", messages.text("inspect.buyers", Map.of("headings", headings(file.personal()))));
        }
    }

    private static String headings(List<String> headings) {
        return headings.stream().map(InspectionText::cut).collect(Collectors.joining(", "));
    }

    private void measures(FileFacts facts) {
        Set<FactType> says = facts.tables().keySet();
        line(
                "inspect.feeds",
                says.stream().map(type -> messages.text("fact." + type.name())).collect(Collectors.joining(", ")));
        List<Feeds.Feed> feeds = Feeds.of(facts);
        if (feeds.isEmpty()) {
            line("inspect.measures", messages.text("inspect.no-metric"));
        }
        // what is measured alike stands together
        Map<Feeds.How, List<String>> alike = new LinkedHashMap<>();
        feeds.forEach(feed -> alike.computeIfAbsent(feed.how(), f -> new ArrayList<>())
                .add(messages.text("metric." + feed.metric().jsonName())));
        alike.forEach((how, metrics) -> line("inspect.measures", measure(String.join("; ", metrics), how)));
        line(
                "inspect.not-used",
                Feeds.notUsedYet(facts).stream()
                        .map(what -> messages.text("fact." + what))
                        .collect(Collectors.joining(", ")));
    }

    private String measure(String metrics, Feeds.How how) {
        String with = messages.text("precision." + how.withDefects().name());
        String precision = how.clean() == how.withDefects()
                ? with
                : messages.text(
                        "inspect.precision",
                        Map.of(
                                "withDefects",
                                with,
                                "clean",
                                messages.text("precision." + how.clean().name())));
        return messages.text(
                "inspect.measure",
                Map.of(
                        "metric",
                        metrics,
                        "basis",
                        messages.text("basis." + how.basis().name()),
                        "precision",
                        precision,
                        "orders",
                        String.valueOf(how.needsOrders())));
    }

    /** The field, and of a figure the metric that it is of. */
    private static String meaning(Inspection.Meaning meaning) {
        String field = dashed(meaning.field());
        return meaning.metric().map(metric -> field + " of " + metric).orElse(field);
    }

    static String dashed(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }

    private void line(String label, String text) {
        block.line(label.isEmpty() ? "" : messages.text(label), text);
    }
}
