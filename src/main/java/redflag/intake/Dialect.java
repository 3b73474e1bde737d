package redflag.intake;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a text file are written. Its header line decides (exports.md §2.1), which need not be the first: with a
 * tab it is a flat file, in which a quote is an ordinary character, or, where every field of the header is quoted, one
 * pair around each cell is taken off; else RFC 4180 with comma, semicolon or bar.
 *
 * @param quoted of a flat file that one pair of quotes around each cell is taken off; else only that its header has quotes
 * @param linesBefore lines above the header; 0 where no line is one that is known
 * @param header the known one; empty where there is none
 */
record Dialect(char separator, boolean quoted, int linesBefore, List<String> header) {

    /** How many rows from the top may be the header, blank ones apart. */
    static final int ROWS_LOOKED_AT = 21;

    /** @param known how many of a line's cells are headings of one kind of export; 0 if it is no header */
    static Dialect of(BufferedReader text, BoundedLines rows, ToIntFunction<List<String>> known) throws IOException {
        Dialect first = new Dialect(',', false, 0, List.of());
        int before = 0;
        int seen = 0;
        try {
            for (String line = next(text, rows); line != null && seen < ROWS_LOOKED_AT; line = next(text, rows)) {
                if (!line.isBlank()) {
                    List<Dialect> candidates = candidates(line);
                    for (Dialect candidate : candidates) {
                        List<String> cells = candidate.cells(line);
                        if (known.applyAsInt(cells) > 0) {
                            return new Dialect(candidate.separator, candidate.quoted, before, cells);
                        }
                    }
                    first = seen++ == 0 ? candidates.get(0) : first;
                }
                before++;
            }
        } catch (BoundedLines.TooLong e) {
            // whoever reads the rows says which one it is
            return first;
        }
        return first;
    }

    private static @Nullable String next(BufferedReader text, BoundedLines rows) throws IOException {
        rows.nextRow();
        return text.readLine();
    }

    /** The likeliest first: a tab stands in no heading, and of the others a header has more that separate. */
    private static List<Dialect> candidates(String line) {
        List<Dialect> candidates = new ArrayList<>();
        if (line.indexOf('\t') >= 0) {
            candidates.add(new Dialect('\t', allQuoted(line), 0, List.of()));
        }
        List.of(',', ';', '|').stream()
                .sorted(Comparator.comparing((Character c) -> -count(line, c)))
                .map(separator -> new Dialect(separator, line.indexOf('"') >= 0, 0, List.of()))
                .forEach(candidates::add);
        return candidates;
    }

    private List<String> cells(String line) {
        if (count(line, separator) >= Look.MOST_COLUMNS) {
            return List.of();
        }
        try {
            return isFlat() ? List.of(split(line)) : List.of(parser().parseLine(line));
        } catch (IOException e) {
            // a quote that is left open: a header that goes on in the next line is found by its rows
            return List.of();
        }
    }

    boolean isFlat() {
        return separator == '\t';
    }

    /** For a dialect that is not flat: opencsv's own. */
    ICSVParser generalParser() {
        return new RFC4180ParserBuilder().withSeparator(separator).build();
    }

    /** The same, quicker on lines that are plain. */
    ICSVParser parser() {
        return new PlainParser(separator);
    }

    /** The cells of a line of a flat file. */
    String[] split(String line) {
        int tabs = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', tab + 1)) {
            tabs++;
        }
        String[] cells = new String[tabs + 1];
        int from = 0;
        for (int i = 0; i < tabs; i++) {
            int tab = line.indexOf('\t', from);
            cells[i] = cell(line.substring(from, tab));
            from = tab + 1;
        }
        cells[tabs] = cell(line.substring(from));
        return cells;
    }

    private String cell(String cell) {
        String inner = quoted ? cell.strip() : cell;
        return quoted && inner.length() > 1 && inner.startsWith("\"") && inner.endsWith("\"")
                ? inner.substring(1, inner.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    private static boolean allQuoted(String header) {
        for (String field : header.split("\t", -1)) {
            String name = field.strip();
            if (!name.isEmpty() && !(name.length() > 1 && name.startsWith("\"") && name.endsWith("\""))) {
                return false;
            }
        }
        return true;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
