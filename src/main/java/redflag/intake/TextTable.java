package redflag.intake;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import redflag.basics.Remark;

/**
 * Rows of a delimited text file. The header line decides the dialect (exports.md §2.1): with a tab it is a flat file, in
 * which a quote is an ordinary character, or, where every field of the header is quoted, one pair around each cell is
 * taken off; else RFC 4180 with comma or semicolon.
 *
 * <p>The charset is tried, not guessed: strict UTF-8 first, then what the caller names, and the first one that decodes
 * the whole file wins; a byte order mark leaves no choice (exports.md §2.3).
 */
final class TextTable {

    /** An open quote may swallow so many lines before it counts as a mistake. */
    private static final int QUOTED_LINES = 200;

    private static final int LOOK_AHEAD = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;

    TextTable(Path path) {
        this.path = path;
    }

    /** Reads all of it with the first of the charsets that fits, hashing its bytes in the same pass. @return that one */
    Charset read(List<Charset> charsets, MessageDigest digest, Supplier<Cells> cells) throws Unreadable, IOException {
        return first(possible(charsets), charset -> {
            digest.reset();
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                read(in, charset, cells.get());
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** Reads until the receiver has enough. */
    void head(List<Charset> charsets, Supplier<Cells> cells) throws Unreadable, IOException {
        first(possible(charsets), charset -> {
            try (InputStream in = Files.newInputStream(path)) {
                read(in, charset, cells.get());
            }
        });
    }

    private List<Charset> possible(List<Charset> charsets) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] mark = in.readNBytes(3);
            boolean utf8 =
                    mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF;
            return utf8 ? List.of(StandardCharsets.UTF_8) : charsets;
        }
    }

    /** One attempt with one charset. */
    private interface Attempt {
        void with(Charset charset) throws Unreadable, IOException;
    }

    private static Charset first(List<Charset> charsets, Attempt attempt) throws Unreadable, IOException {
        for (Charset charset : charsets) {
            try {
                attempt.with(charset);
                return charset;
            } catch (CharacterCodingException e) {
                // not this one
            }
        }
        throw new Unreadable(Remark.of("quarantine.charset", "tried", charsets.toString()));
    }

    private static void read(InputStream in, Charset charset, Cells cells) throws Unreadable, IOException {
        BufferedReader text = new BufferedReader(new BoundedLines(decoding(in, charset)), LOOK_AHEAD);
        skipByteOrderMark(text);
        String header = header(text);
        if (header.indexOf('\t') >= 0) {
            flatFile(text, allQuoted(header), cells);
        } else {
            separated(text, count(header, ';') > count(header, ',') ? ';' : ',', cells);
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
    }

    private static Reader decoding(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** A line is a row, whatever quotes it holds. */
    private static void flatFile(BufferedReader text, boolean quoted, Cells cells) throws Unreadable, IOException {
        int row = 0;
        try {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                row++;
                if (!line.isBlank() && !cells.row(row, split(line, quoted))) {
                    return;
                }
            }
        } catch (BoundedLines.TooLong e) {
            throw broken(row);
        }
    }

    private static String[] split(String line, boolean quoted) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            cells.add(cell(line.substring(from, tab), quoted));
            from = tab + 1;
        }
        cells.add(cell(line.substring(from), quoted));
        return cells.toArray(new String[0]);
    }

    private static String cell(String cell, boolean quoted) {
        String inner = quoted ? cell.strip() : cell;
        return quoted && inner.length() > 1 && inner.startsWith("\"") && inner.endsWith("\"")
                ? inner.substring(1, inner.length() - 1).replace("\"\"", "\"")
                : cell;
    }

    private static void separated(BufferedReader text, char separator, Cells cells) throws Unreadable, IOException {
        // verifying looks one character ahead of every line and takes some errors for the end of the file
        CSVReader reader = new CSVReaderBuilder(text)
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator).build())
                .withMultilineLimit(QUOTED_LINES)
                .withVerifyReader(false)
                .build();
        int row = 0;
        int width = 0;
        try {
            for (String[] next = reader.readNext(); next != null; next = reader.readNext()) {
                row++;
                int linesEnded = linesEnded(next);
                if (linesEnded > 0 && swallowsRows(next, width, separator)) {
                    throw broken(row - 1);
                }
                width = linesEnded > 0 ? width : next.length;
                if (!isBlank(next) && !cells.row(row, next)) {
                    return;
                }
            }
        } catch (CharacterCodingException e) {
            throw e;
        } catch (CsvValidationException | IOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw coding;
            }
            throw broken(row);
        }
    }

    private static Unreadable broken(int rowsBefore) {
        return new Unreadable(Remark.of("quarantine.broken-row", "row", (long) rowsBefore + 1));
    }

    private static int linesEnded(String[] cells) {
        int lines = 0;
        for (String cell : cells) {
            lines += (int) count(cell, '\n');
        }
        return lines;
    }

    /**
     * Whether a quote that was never closed has run on to the next quote, some rows later: then a cell holds as many
     * separators as a row, or the row has more cells than the one before. In a sentence a blank follows.
     */
    private static boolean swallowsRows(String[] cells, int width, char separator) {
        if (width < 2) {
            return false;
        }
        for (String cell : cells) {
            int separators = 0;
            for (int at = cell.indexOf(separator); at >= 0; at = cell.indexOf(separator, at + 1)) {
                separators += at + 1 < cell.length() && cell.charAt(at + 1) == ' ' ? 0 : 1;
            }
            if (separators >= width - 1 && cell.indexOf('\n') >= 0) {
                return true;
            }
        }
        return cells.length > width;
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** The first line that holds anything, as far as the look-ahead reaches; leaves the reader where it was. */
    private static String header(BufferedReader text) throws IOException {
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD - 1];
        int length = 0;
        for (int n; length < start.length && (n = text.read(start, length, start.length - length)) > 0; ) {
            length += n;
        }
        text.reset();
        return new String(start, 0, length)
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
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

    /** UTF-8, Shift_JIS for Japan, then windows-1252. */
    static List<Charset> charsets(boolean japan) {
        Charset shiftJis = Charset.forName("windows-31j");
        Charset western = Charset.forName("windows-1252");
        return japan
                ? List.of(StandardCharsets.UTF_8, shiftJis, western)
                : List.of(StandardCharsets.UTF_8, western, shiftJis);
    }
}
