package redflag.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.past.PastReading;
import redflag.report.ReportWords;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.words.Messages;

/** How a store's metrics went, on a terminal: a line a metric. */
final class TrendText {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    private TrendText() {}

    static String of(StoreTrend trend, String job, Sparkline sparkline) {
        String store = trend.store().id().value();
        if (trend.nights().isEmpty()) {
            return "No night of job " + job + " has read store " + store + " yet";
        }
        List<LocalDate> nights = trend.nights();
        List<String> lines = new ArrayList<>();
        lines.add(store + ", job " + job + ": " + Counted.of(nights.size(), "night") + ", " + nights.get(0) + " to "
                + nights.get(nights.size() - 1));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("METRIC", "VALUE", "TARGET", "STATUS", "NIGHTS"));
        for (StoreTrend.Line line : trend.lines()) {
            PastReading newest = line.newest();
            rows.add(List.of(
                    WORDS.metric(newest.metric(), newest.fulfilment(), Optional.empty()),
                    value(line),
                    WORDS.limit(line.target()),
                    WORDS.status(newest.status()),
                    sparkline.draw(line.values())));
        }
        if (rows.size() == 1) {
            lines.add("  None of its metrics is acted on by Amazon");
        } else {
            rows.forEach(row -> lines.add(padded(row, rows)));
            lines.add("  Each line runs from the least of its values to the greatest; " + sparkline.gap()
                    + " is a night without one");
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** Says where it is not exact. */
    private static String value(StoreTrend.Line line) {
        Optional<Measured> measured = line.newest().measured();
        String value = WORDS.value(measured, line.target());
        return measured.map(Measured::precision)
                .filter(precision -> precision != Precision.EXACT)
                .map(precision -> WORDS.messages().text("precision." + precision) + " " + value)
                .orElse(value.isEmpty() ? "-" : value);
    }

    private static String padded(List<String> row, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size() - 1; i++) {
            int column = i;
            int width = all.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
            line.append("  ").append(String.format(Locale.ROOT, "%-" + width + "s", row.get(i)));
        }
        return line.append("  ").append(row.get(row.size() - 1)).toString();
    }
}
