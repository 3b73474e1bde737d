package redflag.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redflag.ledger.Source;
import redflag.words.Messages;

/** Small texts of several sheets. */
final class Phrases {

    private static final int MOST_ROWS_OF_A_FILE = 60;

    private Phrases() {}

    /** The text of {@code key}; where there is none, the word as it came. */
    static String known(String key, String word, Messages messages) {
        return messages.has(key) ? messages.text(key) : word;
    }

    /** The first of them, and how many more there are. */
    static String list(List<String> all, int most, Messages messages) {
        String list = all.stream().limit(most).collect(Collectors.joining(messages.text("sheet.list-separator")));
        long more = Math.max(0, all.size() - most);
        return more == 0 ? list : messages.text("plan.list-and-more", Map.of("list", list, "more", more));
    }

    /** Such as {@code order-defects.csv, rows 3, 7 and 12}, a line for each file. */
    static String sources(List<Source> sources, Messages messages) {
        Map<String, List<Source>> byFile =
                sources.stream().collect(Collectors.groupingBy(Source::file, LinkedHashMap::new, Collectors.toList()));
        return byFile.entrySet().stream()
                .map(of -> sources(of.getKey(), of.getValue(), messages))
                .collect(Collectors.joining("\n"));
    }

    private static String sources(String file, List<Source> sources, Messages messages) {
        String rows = sources.stream()
                .limit(MOST_ROWS_OF_A_FILE)
                .map(source -> Integer.toString(source.row()))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        long more = Math.max(0, sources.size() - MOST_ROWS_OF_A_FILE);
        return messages.text(
                more == 0 ? "sheet.rows" : "sheet.rows-and-more",
                Map.of("file", file, "count", (long) sources.size(), "rows", rows, "more", more));
    }
}
