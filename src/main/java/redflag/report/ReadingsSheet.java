package redflag.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.metrics.Finding;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.words.Messages;

/** How every reading came about: from what, over which days, of which parts. */
final class ReadingsSheet {

    static final String NAME = "sheet.readings";

    static final List<Column<Reading>> ORIGINS = List.of(
            new Column<>("metrics.basis", 15, (reading, words) -> said(reading, words, m -> "basis." + m.basis())),
            new Column<>(
                    "metrics.precision",
                    13,
                    (reading, words) -> said(reading, words, m -> "precision." + m.precision())),
            new Column<>(
                    "metrics.from",
                    11,
                    (reading, words) -> Content.day(window(reading).map(Period::from))),
            new Column<>(
                    "metrics.to",
                    11,
                    (reading, words) -> Content.day(window(reading).map(Period::to))),
            new Column<>(
                    "metrics.known-on",
                    11,
                    (reading, words) -> Content.day(reading.measured().map(Measured::knownOn))),
            new Column<>(
                    "metrics.printed",
                    12,
                    (reading, words) -> Content.of(words.value(reading.printed(), reading.target()))),
            new Column<>(
                    "metrics.computed",
                    12,
                    (reading, words) -> Content.of(words.value(reading.computed(), reading.target()))),
            new Column<>("metrics.components", 37, (reading, words) -> components(reading, words)),
            new Column<>(
                    "metrics.source",
                    24,
                    (reading, words) ->
                            Content.of(words.messages().said(reading.target().source()))));

    private static final List<Column<Reading>> COLUMNS =
            Stream.of(MetricsSheet.NAMES, ORIGINS).flatMap(List::stream).toList();

    private ReadingsSheet() {}

    /** Left out where nothing is measured. */
    static void write(Book book, RiskReport report) {
        List<Reading> readings =
                report.findings().stream().map(Finding::reading).toList();
        if (readings.isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.readings.about"));
        page.keepNextRowInSight(1);
        page.filteredTable("Readings", COLUMNS, readings);
    }

    /** The days that counted. */
    private static Optional<Period> window(Reading reading) {
        return reading.measured().flatMap(Measured::window);
    }

    private static Content components(Reading reading, ReportWords words) {
        Messages messages = words.messages();
        return Content.of(reading.measured().stream()
                .flatMap(measured -> measured.components().entrySet().stream())
                .map(part -> messages.text(
                        "sheet.component",
                        Map.of(
                                "kind", Phrases.known("sheet.component." + part.getKey(), part.getKey(), messages),
                                "count", part.getValue())))
                .collect(Collectors.joining(messages.text("sheet.list-separator"))));
    }

    private static Content said(Reading reading, ReportWords words, Function<Measured, String> key) {
        return Content.text(reading.measured().map(key).map(words.messages()::text));
    }
}
