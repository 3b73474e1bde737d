package redflag.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.Fulfilment;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.rules.Metric;
import redflag.rules.Status;

/** Stores by metrics. The target stands in the heading where all stores have the same one, and in the cell otherwise. */
final class MatrixSheet {

    static final String NAME = "sheet.matrix";

    private MatrixSheet() {}

    /** What a column is of. */
    record Measure(Metric metric, Optional<Fulfilment> fulfilment, Optional<String> category)
            implements Comparable<Measure> {

        private static final Comparator<Measure> ORDER = Comparator.comparing(Measure::metric)
                .thenComparing(
                        measure -> measure.fulfilment.map(Fulfilment::ordinal).orElse(-1))
                .thenComparing(measure -> measure.category.orElse(""));

        static Measure of(ReadingInBrief reading) {
            return new Measure(reading.metric(), reading.fulfilment(), reading.category());
        }

        @Override
        public int compareTo(Measure other) {
            return ORDER.compare(this, other);
        }
    }

    static void write(Book book, Portfolio portfolio) {
        List<Heading> headings = headings(portfolio, book.words());
        List<Integer> widths = new ArrayList<>(List.of(22, 14));
        headings.forEach(heading -> widths.add(19));
        Page page = book.pageOf(book.nextPlace(), NAME, widths);
        page.title(page.text(NAME));
        if (portfolio.stores().isEmpty() || headings.isEmpty()) {
            page.line(page.text("sheet.matrix.empty"));
            return;
        }
        page.line(page.text("sheet.matrix.about"));
        page.line(book.messages().text("sheet.matrix.about-median", Map.of("fewest", (long) Medians.FEWEST_STORES)));
        page.keepNextRowInSight(1);
        List<String> texts =
                new ArrayList<>(List.of(page.text("column.stores.store"), page.text("column.stores.marketplace")));
        headings.forEach(heading -> texts.add(heading.text()));
        Medians medians = Medians.of(portfolio.stores());
        List<List<Content>> rows = new ArrayList<>();
        medians(portfolio, headings, medians, book.words()).ifPresent(rows::add);
        portfolio.stores().forEach(store -> rows.add(cells(store, headings, book.words())));
        page.table("Matrix", texts, rows, row -> row);
    }

    /** @param target that all stores have; empty where they differ */
    record Heading(Measure measure, String text, Optional<String> target) {}

    /** Of the stores' metrics, in the order of the metrics. */
    static List<Heading> headings(Portfolio portfolio, ReportWords words) {
        TreeSet<Measure> measures = new TreeSet<>();
        portfolio
                .stores()
                .forEach(store -> store.readings().stream()
                        .filter(MatrixSheet::belongs)
                        .map(Measure::of)
                        .forEach(measures::add));
        return measures.stream()
                .map(measure -> heading(measure, portfolio, words))
                .toList();
    }

    /** Metrics that Amazon acts on; of the policy counts, those of which there is something to say. */
    private static boolean belongs(ReadingInBrief reading) {
        boolean count = reading.metric().form() == Metric.Form.COUNT;
        boolean quiet = reading.status() == Status.ON_TARGET || reading.status() == Status.NOT_MEASURED;
        return reading.enforced() && !(count && quiet);
    }

    private static Heading heading(Measure measure, Portfolio portfolio, ReportWords words) {
        List<String> targets = portfolio.stores().stream()
                .flatMap(store -> store.readings().stream())
                .filter(reading -> Measure.of(reading).equals(measure))
                .map(ReadingInBrief::target)
                .distinct()
                .toList();
        String name = words.metric(measure.metric(), measure.fulfilment(), measure.category());
        if (targets.size() != 1) {
            return new Heading(measure, name, Optional.empty());
        }
        String text = words.messages().text("sheet.matrix.heading", Map.of("metric", name, "target", targets.get(0)));
        return new Heading(measure, text, Optional.of(targets.get(0)));
    }

    /** A line above the stores: the agency's own median of each metric, a target each; missing where there is none. */
    private static Optional<List<Content>> medians(
            Portfolio portfolio, List<Heading> headings, Medians medians, ReportWords words) {
        List<Content> cells =
                new ArrayList<>(List.of(Content.of(words.messages().text("sheet.matrix.median")), Content.nothing()));
        for (Heading heading : headings) {
            cells.add(Content.of(String.join("\n", medians(portfolio, heading, medians, words))));
        }
        return cells.stream().skip(2).allMatch(Content.Nothing.class::isInstance)
                ? Optional.empty()
                : Optional.of(cells);
    }

    private static Set<String> medians(Portfolio portfolio, Heading heading, Medians medians, ReportWords words) {
        Set<String> lines = new LinkedHashSet<>();
        for (StoreOutcome store : portfolio.stores()) {
            for (int i = 0; i < store.readings().size(); i++) {
                ReadingInBrief reading = store.readings().get(i);
                if (Measure.of(reading).equals(heading.measure())) {
                    medians.of(heading.measure(), store.detail().readings().get(i))
                            .map(median -> line(median, reading, heading, words))
                            .ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private static String line(Medians.Median median, ReadingInBrief reading, Heading heading, ReportWords words) {
        String text = PortfolioWords.median(median, words.messages());
        return heading.target().isPresent()
                ? text
                : words.messages()
                        .text("sheet.matrix.median-of-target", Map.of("median", text, "target", reading.target()));
    }

    private static List<Content> cells(StoreOutcome store, List<Heading> headings, ReportWords words) {
        List<Content> cells = new ArrayList<>();
        cells.add(Content.of(store.store().value()));
        cells.add(Content.of(store.marketplace()));
        for (Heading heading : headings) {
            cells.add(store.readings().stream()
                    .filter(reading -> Measure.of(reading).equals(heading.measure()))
                    .findFirst()
                    .map(reading -> cell(reading, heading, words))
                    .orElseGet(Content::nothing));
        }
        return cells;
    }

    private static Content cell(ReadingInBrief reading, Heading heading, ReportWords words) {
        List<String> lines = new ArrayList<>();
        lines.add(words.status(reading.status()));
        if (!reading.value().isEmpty()) {
            lines.add(reading.value());
        }
        if (heading.target().isEmpty()) {
            lines.add(words.messages().text("sheet.matrix.target", Map.of("target", reading.target())));
        }
        return new Content.Tinted(
                String.join("\n", lines), reading.enforced() ? Tone.of(reading.status()) : Tone.PLAIN);
    }
}
