package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import redflag.changes.Assurance;
import redflag.changes.Changes;
import redflag.changes.Changes.LeftDefect;
import redflag.changes.Changes.NewDefect;
import redflag.metrics.Finding;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;
import redflag.xlsx.Chart;

/** How the metrics went night by night, what is new since the last one, and the clock of Account Health Assurance. */
final class TrendSheet {

    static final String NAME = "sheet.trend";

    static final List<Column<NewDefect>> NEW = List.of(
            new Column<>(
                    "new.metric",
                    34,
                    (row, words) -> Content.of(words.metric(row.metric(), row.fulfilment(), Optional.empty()))),
            new Column<>(
                    "new.order", 22, (row, words) -> Content.of(row.defect().orderId())),
            new Column<>("new.date", 22, (row, words) -> Content.of(row.defect().axisDate())),
            new Column<>("new.pipe", 22, (row, words) -> Content.yesOrNo(row.inPipe(), words)));

    static final List<Column<LeftDefect>> LEFT = List.of(
            new Column<>(
                    "left.metric",
                    34,
                    (row, words) -> Content.of(
                            words.metric(row.defect().metric(), row.defect().fulfilment(), Optional.empty()))),
            new Column<>(
                    "left.order", 22, (row, words) -> Content.of(row.defect().orderId())),
            new Column<>(
                    "left.seen", 22, (row, words) -> Content.of(row.defect().firstSeen())),
            new Column<>(
                    "left.why", 22, (row, words) -> Content.of(words.messages().text("left." + row.why()))));

    /** Two nights are a table, not a course. */
    private static final int FEWEST_NIGHTS = 3;

    private static final int NIGHT_WIDTH = 34;
    private static final int METRIC_WIDTH = 22;
    /** Behind Summary and Metrics, which are written after it: lines of the first go through its figures. */
    private static final int PLACE = 2;

    private TrendSheet() {}

    /**
     * Left out for a store without an earlier night.
     *
     * @return where its figures stand
     */
    static TrendFigures write(Book book, RiskReport report) {
        Changes changes = report.history().changes();
        if (changes.since().isEmpty()) {
            return TrendFigures.NONE;
        }
        List<Reading> metrics = metrics(report);
        List<Integer> widths = new ArrayList<>(List.of(NIGHT_WIDTH));
        widths.addAll(Collections.nCopies(Math.max(3, metrics.size()), METRIC_WIDTH));
        Page page = book.pageOf(PLACE, NAME, widths);
        Messages messages = book.messages();
        page.title(page.text(NAME));
        page.line(page.text("sheet.trend.about"));
        report.history().assurance().ifPresent(clock -> page.line(assurance(clock, messages)));
        if (!changes.unnamed().isEmpty()) {
            page.line(page.words().unnamed(changes.unnamed()));
        }
        section(page, "sheet.trend.new", "NewDefects", NEW, changes.newDefects());
        section(page, "sheet.trend.left", "LeftDefects", LEFT, changes.leftDefects());
        if (metrics.isEmpty()) {
            return TrendFigures.NONE;
        }
        page.gap();
        page.section(page.text("sheet.trend.nights"));
        charts(page, report, metrics);
        trend(page, report, metrics);
        return TrendFigures.write(page, report, metrics);
    }

    /** A line a metric that was measured on some nights, the oldest night first. */
    private static void charts(Page page, RiskReport report, List<Reading> metrics) {
        NavigableMap<LocalDate, List<PastReading>> nights =
                byNight(report.history().series()).descendingMap();
        for (Reading reading : metrics) {
            List<Optional<Double>> values = new ArrayList<>();
            nights.values()
                    .forEach(night -> values.add(night.stream()
                            .filter(past -> past.isOfSame(reading))
                            .findFirst()
                            .flatMap(PastReading::measured)
                            .flatMap(measured -> share(measured, reading))));
            values.add(reading.measured().flatMap(measured -> share(measured, reading)));
            if (values.stream().filter(Optional::isPresent).count() >= FEWEST_NIGHTS) {
                List<String> labels = new ArrayList<>();
                nights.keySet().forEach(night -> labels.add(night.toString()));
                labels.add(report.asOf().toString());
                page.chart(chart(reading, labels, values, page.words()));
            }
        }
    }

    private static Chart chart(Reading reading, List<String> labels, List<Optional<Double>> values, ReportWords words) {
        Messages messages = words.messages();
        String target = words.target(reading.target());
        return new Chart(
                Chart.Kind.LINES,
                messages.text(
                        "sheet.trend.chart.title",
                        Map.of(
                                "metric", words.metric(reading),
                                "value", words.value(reading.measured(), reading.target()),
                                "status", words.status(reading.status()),
                                "target", target)),
                messages.text("sheet.trend.chart.alt", Map.of("metric", words.metric(reading), "nights", (long)
                        labels.size())),
                new Chart.Labels(labels),
                List.of(
                        new Chart.Series(words.metric(reading), Chart.Stroke.MAIN, values),
                        new Chart.Series(
                                messages.text("sheet.chart.target", Map.of("target", target)),
                                Chart.Stroke.TARGET,
                                Collections.nCopies(
                                        labels.size(),
                                        Optional.of(reading.target().value().doubleValue())))));
    }

    /** As Amazon states it; ratings have no share. */
    private static Optional<Double> share(Measured measured, Reading reading) {
        if (measured.figure() instanceof Figure.Counts counts) {
            return Optional.of(
                    reading.target().condition().stated(counts.rate()).doubleValue());
        }
        return measured.figure() instanceof Figure.StatedRate stated
                ? Optional.of(stated.fraction().doubleValue())
                : Optional.empty();
    }

    private static <R> void section(Page page, String key, String name, List<Column<R>> columns, List<R> rows) {
        if (!rows.isEmpty()) {
            page.gap();
            page.section(page.text(key));
            page.table(name, columns, rows);
        }
    }

    /** Rates and ratings that are acted on; policy counts have a page of their own at Amazon. */
    private static List<Reading> metrics(RiskReport report) {
        return report.findings().stream()
                .map(Finding::reading)
                .filter(Reading::decides)
                .filter(reading -> reading.metric().form() != Metric.Form.COUNT)
                .filter(reading -> reading.category().isEmpty())
                .toList();
    }

    /** One night: what each of the metrics came to. */
    private record Night(LocalDate asOf, List<Content> values) {}

    private static void trend(Page page, RiskReport report, List<Reading> metrics) {
        ReportWords words = page.words();
        List<String> headings = new ArrayList<>(List.of(page.text("sheet.trend.night")));
        metrics.forEach(reading -> headings.add(words.metric(reading)));
        List<Night> nights = new ArrayList<>();
        nights.add(new Night(
                report.asOf(),
                metrics.stream()
                        .map(reading -> value(reading.measured(), reading.status(), reading, words))
                        .toList()));
        byNight(report.history().series())
                .forEach((asOf, readings) -> nights.add(new Night(
                        asOf,
                        metrics.stream()
                                .map(reading -> past(readings, reading, words))
                                .toList())));
        page.table("Trend", headings, nights, night -> {
            List<Content> cells = new ArrayList<>(List.of(Content.of(night.asOf())));
            cells.addAll(night.values());
            return cells;
        });
    }

    /** The newest first; nights of which only the rating was asked for are not among them. */
    static NavigableMap<LocalDate, List<PastReading>> byNight(List<PastReading> series) {
        TreeMap<LocalDate, List<PastReading>> nights = new TreeMap<>();
        series.forEach(past ->
                nights.computeIfAbsent(past.asOf(), night -> new ArrayList<>()).add(past));
        nights.values()
                .removeIf(night -> night.stream().allMatch(past -> past.metric() == Metric.ACCOUNT_HEALTH_RATING));
        return nights.descendingMap();
    }

    private static Content past(List<PastReading> night, Reading reading, ReportWords words) {
        return night.stream()
                .filter(past -> past.isOfSame(reading))
                .findFirst()
                .map(past -> value(past.measured(), past.status(), reading, words))
                .orElseGet(Content::nothing);
    }

    private static Content value(Optional<Measured> measured, Status status, Reading reading, ReportWords words) {
        String value = words.value(measured, reading.target());
        return new Content.Tinted(value.isEmpty() ? words.status(status) : value, Tone.of(status));
    }

    static String assurance(Assurance clock, Messages messages) {
        return messages.text(
                "assurance." + clock.state(),
                Map.of(
                        "below",
                        (long) clock.daysBelow(),
                        "known",
                        (long) clock.daysKnown(),
                        "unknown",
                        (long) clock.daysUnknown(),
                        "from",
                        clock.from(),
                        "since",
                        clock.keptSince(),
                        "possible",
                        clock.firstPossible().orElse(clock.to())));
    }
}
