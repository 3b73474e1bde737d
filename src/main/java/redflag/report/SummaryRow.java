package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Remark;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.outlook.Outlook;
import redflag.past.PastReading;
import redflag.rules.Reading;
import redflag.rules.Target;

/**
 * A line of the summary: one metric, or several counts of which the same is to be said.
 *
 * @param members one at least, in the order of the metrics
 * @param inPipe what is known and will count, of the only member; missing where nothing is
 * @param previous of the only member; missing for several, which are as they were
 * @param outlook of the only member; counts have none
 */
record SummaryRow(
        List<Reading> members, Optional<Remark> inPipe, Optional<PastReading> previous, Optional<Outlook> outlook) {

    static List<SummaryRow> of(RiskReport report) {
        List<SummaryRow> rows = new ArrayList<>();
        Map<String, SummaryRow> groups = new HashMap<>();
        for (Finding finding : report.findings()) {
            Reading reading = finding.reading();
            Optional<PastReading> previous = report.previous().flatMap(night -> night.of(reading));
            SummaryRow row = new SummaryRow(
                    new ArrayList<>(List.of(reading)), inPipe(finding, report.asOf()), previous, finding.outlook());
            boolean quiet = QuietCounts.isQuiet(reading, previous);
            SummaryRow group = quiet ? groups.putIfAbsent(QuietCounts.groupOf(reading), row) : null;
            if (group == null) {
                rows.add(row);
            } else {
                group.members.add(reading);
            }
        }
        return rows;
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

    String metric(ReportWords words) {
        return members.size() == 1
                ? words.metric(first())
                : words.messages().text("summary.counts", Map.of("counts", (long) members.size()));
    }

    String value(ReportWords words) {
        return words.value(first().measured(), first().target());
    }

    String why(ReportWords words) {
        String why = words.sentences(Stream.concat(Stream.of(words.why(first())), inPipe.map(words::remark).stream())
                .filter(text -> !text.isEmpty())
                .toList());
        if (members.size() == 1) {
            return first().fragile() && first().decides()
                    ? words.messages()
                            .text("summary.why-fragile", Map.of("why", why))
                            .strip()
                    : why;
        }
        String names = members.stream()
                .map(words::metric)
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
        return words.messages()
                .text("summary.why-counts", Map.of("why", why, "names", names))
                .strip();
    }
}
