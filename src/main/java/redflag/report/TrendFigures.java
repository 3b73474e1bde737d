package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Reading;

/**
 * Where the sheet Trend has the figures of the metrics as numbers, the oldest night first, so that lines can go through
 * them.
 *
 * @param byReading the cells of a reading's column, as other sheets name them; none for one that fewer than two nights measured
 */
record TrendFigures(Map<Reading, String> byReading) {

    static final TrendFigures NONE = new TrendFigures(Map.of());

    private static final int FEWEST_NIGHTS = 2;

    TrendFigures {
        byReading = Map.copyOf(byReading);
    }

    Optional<String> of(Reading reading) {
        return Optional.ofNullable(byReading.get(reading));
    }

    /** One night: what each of the metrics came to. */
    private record Night(LocalDate asOf, List<Content> figures) {}

    /** A table of them below what is written; of the metrics that two nights at least have measured. */
    static TrendFigures write(Page page, RiskReport report, List<Reading> metrics) {
        NavigableMap<LocalDate, List<PastReading>> past =
                TrendSheet.byNight(report.history().series()).descendingMap();
        List<Reading> drawn = metrics.stream()
                .filter(reading ->
                        nights(past, reading) + reading.measured().stream().count() >= FEWEST_NIGHTS)
                .toList();
        if (drawn.isEmpty()) {
            return NONE;
        }
        List<String> headings = new ArrayList<>(List.of(page.text("sheet.trend.night")));
        drawn.forEach(reading -> headings.add(page.words().metric(reading)));
        List<Night> nights = new ArrayList<>();
        past.forEach((asOf, readings) -> nights.add(new Night(
                asOf,
                drawn.stream()
                        .map(reading -> figure(of(readings, reading), reading))
                        .toList())));
        nights.add(new Night(
                report.asOf(),
                drawn.stream()
                        .map(reading -> figure(reading.measured(), reading))
                        .toList()));
        page.gap();
        page.section(page.text("sheet.trend.figures"));
        List<String> columns = page.table("TrendFigures", headings, nights, night -> {
            List<Content> cells = new ArrayList<>(List.of(Content.of(night.asOf())));
            cells.addAll(night.figures());
            return cells;
        });
        Map<Reading, String> byReading = new HashMap<>();
        for (int i = 0; i < drawn.size(); i++) {
            byReading.put(drawn.get(i), columns.get(i + 1));
        }
        return new TrendFigures(byReading);
    }

    private static long nights(NavigableMap<LocalDate, List<PastReading>> past, Reading reading) {
        return past.values().stream()
                .filter(night -> of(night, reading).isPresent())
                .count();
    }

    private static Optional<Measured> of(List<PastReading> night, Reading reading) {
        return night.stream().filter(past -> past.isOfSame(reading)).findFirst().flatMap(PastReading::measured);
    }

    /** As Amazon states it. */
    private static Content figure(Optional<Measured> measured, Reading reading) {
        Figure figure = measured.map(Measured::figure).orElse(null);
        if (figure instanceof Figure.Counts counts) {
            return new Content.Share(reading.target().condition().stated(counts.rate()));
        }
        if (figure instanceof Figure.StatedRate stated) {
            return new Content.Share(stated.fraction());
        }
        return figure instanceof Figure.Score score ? Content.of(score.value()) : Content.nothing();
    }
}
