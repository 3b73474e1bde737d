package redflag.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.Rate;
import redflag.metrics.Finding;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Reading;

/** Every reading: what it came to, and what that leaves. The sheet of readings says how it came about. */
final class MetricsSheet {

    static final String NAME = "sheet.metrics";

    /** Which metric of what. */
    static final List<Column<Reading>> NAMES = List.of(
            new Column<>(
                    "metrics.metric",
                    26,
                    (reading, words) -> Content.of(words.metric(reading.metric(), Optional.empty(), Optional.empty()))),
            new Column<>(
                    "metrics.fulfilment",
                    13,
                    (reading, words) -> Content.text(
                            reading.fulfilment().map(f -> words.messages().text("fulfilment." + f.name())))),
            new Column<>("metrics.category", 11, (reading, words) -> Content.text(reading.category())));

    private static final List<Column<Reading>> VALUES = List.of(
            new Column<>("metrics.status", 15, (reading, words) -> Content.status(reading, words)),
            new Column<>("metrics.target", 13, (reading, words) -> Content.of(words.target(reading.target()))),
            new Column<>("metrics.enforced", 11, (reading, words) -> Content.yesOrNo(reading.decides(), words)),
            Column.number(
                    "metrics.affected",
                    11,
                    (reading, words) -> Content.count(counts(reading).map(Rate::affected))),
            Column.number(
                    "metrics.total",
                    11,
                    (reading, words) -> Content.count(counts(reading).map(Rate::total))),
            Column.number("metrics.rate", 12, (reading, words) -> rate(reading)),
            Column.number("metrics.score", 12, (reading, words) -> Content.count(score(reading))),
            new Column<>("metrics.why", 37, (reading, words) -> Content.of(words.why(reading))),
            Column.number(
                    "metrics.on-orders-in-window",
                    10,
                    (reading, words) -> Content.count(reading.headroom().flatMap(Headroom::onOrdersInWindow))),
            Column.number(
                    "metrics.on-new-orders",
                    10,
                    (reading, words) -> Content.count(reading.headroom().flatMap(Headroom::onNewOrders))),
            Column.number(
                    "metrics.clean-orders",
                    10,
                    (reading, words) -> Content.count(reading.headroom().flatMap(Headroom::cleanOrdersToRecover))),
            new Column<>("metrics.fragile", 9, (reading, words) -> Content.yesOrNo(reading.fragile(), words)));

    static final List<Column<Reading>> COLUMNS =
            Stream.of(NAMES, VALUES).flatMap(List::stream).toList();

    private MetricsSheet() {}

    static void write(Book book, RiskReport report) {
        Page page = book.page(1, NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.metrics.about"));
        List<Reading> readings =
                report.findings().stream().map(Finding::reading).toList();
        if (readings.isEmpty()) {
            page.line(page.text("sheet.metrics.empty"));
            return;
        }
        page.keepNextRowInSight(1);
        page.filteredTable("Metrics", COLUMNS, readings);
    }

    private static Optional<Rate> counts(Reading reading) {
        return reading.measured()
                .map(Measured::figure)
                .filter(Figure.Counts.class::isInstance)
                .map(figure -> ((Figure.Counts) figure).rate());
    }

    /** As Amazon states it: of the good ones where the target is. */
    private static Content rate(Reading reading) {
        Optional<BigDecimal> stated = reading.measured()
                .map(Measured::figure)
                .filter(Figure.StatedRate.class::isInstance)
                .map(figure -> ((Figure.StatedRate) figure).fraction());
        Optional<BigDecimal> counted = counts(reading).map(reading.target().condition()::stated);
        return counted.or(() -> stated).<Content>map(Content.Share::new).orElseGet(Content::nothing);
    }

    private static Optional<Long> score(Reading reading) {
        return reading.measured().map(Measured::figure).flatMap(figure -> {
            if (figure instanceof Figure.Score score) {
                return Optional.of(score.value());
            }
            return figure instanceof Figure.Count count ? Optional.of(count.value()) : Optional.empty();
        });
    }
}
