package redflag.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Store;

/**
 * What business reports state of a store day by day: what it sold, and what came in against it on that day, of whatever
 * order. Where two reports state a day, the one that reaches further stands, for late returns and feedback raise a day's
 * figures; of two that reach equally far the one with the greater content hash.
 *
 * @param days by day; of each day the figures that its report states
 */
public record DailyFigures(NavigableMap<LocalDate, Day> days) {

    private static final List<Field> FIGURES = List.of(
            Field.ORDERS,
            Field.UNITS_ORDERED,
            Field.UNITS_SHIPPED,
            Field.UNITS_REFUNDED,
            Field.NEGATIVE_FEEDBACK_COUNT,
            Field.A_TO_Z_CLAIM_COUNT);

    public DailyFigures {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    /** A day's figures, each as far as it is stated. */
    public record Day(Map<Field, Long> figures, Source source) {

        public Day {
            Map<Field, Long> copy = new EnumMap<>(Field.class);
            copy.putAll(figures);
            figures = Collections.unmodifiableMap(copy);
        }

        /** Missing where the report does not state it, which is not 0. */
        public Optional<Long> figure(Field field) {
            return Optional.ofNullable(figures.get(field));
        }
    }

    private record Report(FileFacts facts, FactTable table, LocalDate newest) {}

    /** @param asOf days after it are left out */
    static DailyFigures of(List<FileFacts> files, Owners owners, Store store, LocalDate asOf) {
        List<Report> reports = new ArrayList<>();
        for (FileFacts facts : files) {
            facts.table(FactType.DAILY_FIGURE)
                    .ifPresent(
                            table -> newest(table).ifPresent(newest -> reports.add(new Report(facts, table, newest))));
        }
        reports.sort(Comparator.comparing(Report::newest).thenComparing(report -> report.facts.sha256()));
        TreeMap<LocalDate, Day> days = new TreeMap<>();
        for (Report report : reports) {
            for (int row = 0; row < report.table.size(); row++) {
                Optional<LocalDate> day = report.table.day(Field.STATED_ON, row);
                if (day.isPresent()
                        && !day.get().isAfter(asOf)
                        && owners.of(report.facts.file(), report.table, row).contains(store)) {
                    days.put(day.get(), day(report, row));
                }
            }
        }
        return new DailyFigures(days);
    }

    private static Optional<LocalDate> newest(FactTable table) {
        Optional<LocalDate> newest = Optional.empty();
        for (int row = 0; row < table.size(); row++) {
            Optional<LocalDate> day = table.day(Field.STATED_ON, row);
            if (day.isPresent() && (newest.isEmpty() || day.get().isAfter(newest.get()))) {
                newest = day;
            }
        }
        return newest;
    }

    private static Day day(Report report, int row) {
        Map<Field, Long> figures = new EnumMap<>(Field.class);
        for (Field field : FIGURES) {
            report.table.count(field, row).ifPresent(count -> figures.put(field, count));
        }
        return new Day(figures, new Source(report.facts.file(), report.table.sourceRow(row)));
    }
}
