package redflag.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redflag.basics.Remark;

/** Words that nobody knows and texts that are no days, in rows that are kept all the same; those of other rows are no news. */
final class OddWords {

    private static final int KEPT = 50;

    private final String file;
    private final Map<String, Long> words = new TreeMap<>();
    private final List<Remark> noDays = new ArrayList<>();
    private final Map<String, Long> wordsOfRow = new TreeMap<>();
    private final List<Remark> noDaysOfRow = new ArrayList<>();
    private int row;

    OddWords(String file) {
        this.file = file;
    }

    void startRow(int number) {
        row = number;
        noDaysOfRow.clear();
        wordsOfRow.clear();
    }

    void noDay(String column, String found) {
        noDaysOfRow.add(new Remark(
                "warning.not-a-day",
                Map.of("file", file, "row", Integer.toString(row), "column", column, "found", Quotes.cut(found))));
    }

    void word(String column, String word) {
        wordsOfRow.merge(column + "\t" + Quotes.cut(word), 1L, Long::sum);
    }

    /** Whether the row has any. */
    boolean areInRow() {
        return haveWordInRow() || !noDaysOfRow.isEmpty();
    }

    boolean haveWordInRow() {
        return !wordsOfRow.isEmpty();
    }

    void keepWords() {
        wordsOfRow.forEach((key, count) -> {
            if (words.size() < KEPT || words.containsKey(key)) {
                words.merge(key, count, Long::sum);
            }
        });
    }

    void keepNoDays() {
        noDaysOfRow.stream().limit(Math.max(0, KEPT - noDays.size())).forEach(noDays::add);
    }

    List<Remark> warnings() {
        List<Remark> warnings = new ArrayList<>(noDays);
        words.forEach((key, count) -> {
            String[] parts = key.split("\t", 2);
            warnings.add(new Remark(
                    "warning.unknown-word", Map.of("file", file, "column", parts[0], "word", parts[1], "rows", count)));
        });
        return warnings;
    }
}
