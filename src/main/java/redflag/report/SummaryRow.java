package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Remark;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.outlook.Outlook;
import redflag.past.PastReading;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;

/**
 * A line of the summary: one metric, or several counts of which the same is to be said.
 *
 * @param members one at least, in the order of the metrics
 * @param inPipe what is known and will count, of the only member; missing where nothing is
 * @param previous of the first member; several differ from it only where they are above their target
 * @param outlook of the only member; counts have none
 * @param figures the cells of the sheet Trend with what the only member came to night by night; missing where there are none
 * @param downloads names of exports that would measure the first member, where it is not measured
 */
record SummaryRow(
        List<Reading> members,
        Optional<Remark> inPipe,
        Optional<PastReading> previous,
        Optional<Outlook> outlook,
        Optional<String> figures,
        List<String> downloads) {

    /** So many counts that are not quiet share a line. */
    private static final int MANY = 3;

    private static final int MOST_DOWNLOADS = 2;
    /** What stands in brackets behind the name of an export: the sheet of data quality has all of it. */
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\uFF08].*$");
    /** Reasons that say no more than that an export is missing. */
    private static final Set<String> NO_EXPORT = Set.of("why.missing", "why.missing-or-unusable");

    static List<SummaryRow> of(RiskReport report, TrendFigures trend) {
        List<SummaryRow> rows = new ArrayList<>();
        Map<String, SummaryRow> groups = new HashMap<>();
        Map<String, Long> alike = report.findings().stream()
                .map(Finding::reading)
                .filter(reading -> reading.metric().form() == Metric.Form.COUNT)
                .collect(Collectors.groupingBy(reading -> groupOf(reading, report), Collectors.counting()));
        for (Finding finding : report.findings()) {
            Reading reading = finding.reading();
            Optional<PastReading> previous = previous(reading, report);
            SummaryRow row = new SummaryRow(
                    new ArrayList<>(List.of(reading)),
                    inPipe(finding, report.asOf()),
                    previous,
                    finding.outlook(),
                    trend.of(reading),
                    downloads(reading, report));
            String key = groupOf(reading, report);
            boolean shared = QuietCounts.isQuiet(reading, previous) || alike.getOrDefault(key, 0L) >= MANY;
            SummaryRow group = shared ? groups.putIfAbsent(key, row) : null;
            if (group == null) {
                rows.add(row);
            } else {
                group.members.add(reading);
            }
        }
        return rows;
    }

    private static Optional<PastReading> previous(Reading reading, RiskReport report) {
        return report.previous().flatMap(night -> night.of(reading));
    }

    /** Equal for counts of which the same is to be said: those above their target are told one by one in a sentence. */
    private static String groupOf(Reading reading, RiskReport report) {
        if (isLoudCount(reading)) {
            return reading.status().name();
        }
        Optional<PastReading> previous = previous(reading, report);
        return QuietCounts.isQuiet(reading, previous)
                ? QuietCounts.groupOf(reading)
                : QuietCounts.groupOf(reading)
                        + reading.measured().map(Measured::figure)
                        + previous.map(PastReading::status)
                        + previous.flatMap(PastReading::measured).map(Measured::figure);
    }

    private static boolean isLoudCount(Reading reading) {
        return reading.metric().form() == Metric.Form.COUNT
                && reading.decides()
                && (reading.status() == Status.WATCH || reading.status() == Status.OFF_TARGET);
    }

    private static List<String> downloads(Reading reading, RiskReport report) {
        return reading.status() != Status.NOT_MEASURED
                ? List.of()
                : report.dataQuality().missing().stream()
                        .filter(export -> export.metrics().contains(reading.metric()))
                        .map(MissingExport::name)
                        .toList();
    }

    /** A reading may be known on an earlier day than the report's: what counts since then is not to come. */
    private static Optional<Remark> inPipe(Finding finding, LocalDate asOf) {
        Target target = finding.reading().target();
        List<Defect> toCome = finding.inPipe().stream()
                .filter(defect -> target.entersOn(defect.axisDate()).isAfter(asOf))
                .toList();
        return toCome.stream()
                .findFirst()
                .map(first -> new Remark(
                        "summary.in-pipe",
                        Map.of(
                                "defects",
                                toCome.stream().mapToLong(Defect::count).sum(),
                                "from",
                                target.entersOn(first.axisDate()))));
    }

    Reading first() {
        return members.get(0);
    }

    private boolean isOfMany() {
        return members.size() > 1;
    }

    String metric(ReportWords words) {
        return isOfMany()
                ? words.messages()
                        .text(isLoudCount(first()) ? "summary.loud-counts" : "summary.counts", Map.of("counts", (long)
                                members.size()))
                : words.metric(first());
    }

    String value(ReportWords words) {
        return isOfMany() && isLoudCount(first()) ? "" : words.value(first().measured(), first().target());
    }

    /** What is other than on the night before; empty where there is no such night, or it had no such reading. */
    String change(ReportWords words) {
        return isOfMany() && isLoudCount(first())
                ? ""
                : previous.map(past -> change(past, words)).orElse("");
    }

    private String change(PastReading past, ReportWords words) {
        String value = words.value(past.measured(), first().target());
        boolean sameStatus = past.status() == first().status();
        if (sameStatus && value.equals(value(words))) {
            return words.messages().text("summary.as-before");
        }
        String status = sameStatus && !value.isEmpty() ? "" : words.status(past.status());
        String what = Stream.of(value, status)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
        return words.messages().text("summary.was", Map.of("what", what));
    }

    /**
     * As many of the sentences that tell of it as fit.
     *
     * @param lines that there are for them
     * @param width of a line in digits
     */
    String why(ReportWords words, int lines, double width) {
        for (int named = MOST_DOWNLOADS; named > 0; named--) {
            List<String> sentences = sentences(words, named);
            for (int shown = sentences.size(); shown > 0; shown--) {
                List<String> first = new ArrayList<>(sentences.subList(0, shown));
                if (shown < sentences.size()) {
                    first.add(words.messages().text("summary.why-more"));
                }
                String text = words.sentences(first);
                if (LineBreaks.count(text, width) <= lines) {
                    return text;
                }
            }
        }
        return sentences(words, 1).isEmpty() ? "" : words.messages().text("summary.why-elsewhere");
    }

    /** @param named so many exports that would measure it are named */
    private List<String> sentences(ReportWords words, int named) {
        Messages messages = words.messages();
        List<String> sentences = new ArrayList<>();
        boolean isOfExports =
                first().why().filter(why -> NO_EXPORT.contains(why.key())).isPresent();
        if (isOfMany() && isLoudCount(first())) {
            sentences.add(members.stream()
                    .map(member -> messages.text(
                            "summary.step.count",
                            Map.of(
                                    "metric", words.metric(member),
                                    "value", words.value(member.measured(), member.target()))))
                    .collect(Collectors.joining(messages.text("sheet.list-separator"))));
        } else if (!downloads.isEmpty()) {
            sentences.add(messages.text(
                    "summary.why-download",
                    Map.of(
                            "exports",
                            downloads.stream()
                                    .limit(named)
                                    .map(name -> BRACKETS.matcher(messages.said(name))
                                            .replaceFirst(""))
                                    .collect(Collectors.joining(messages.text("sheet.list-separator"))),
                            "more",
                            (long) Math.max(0, downloads.size() - named))));
        }
        if (downloads.isEmpty() || !isOfExports) {
            sentences.add(words.why(first()));
        }
        if (first().fragile() && first().decides()) {
            sentences.add(messages.text("summary.why-fragile"));
        }
        inPipe.map(words::remark).ifPresent(sentences::add);
        sentences.removeIf(String::isEmpty);
        return sentences;
    }
}
