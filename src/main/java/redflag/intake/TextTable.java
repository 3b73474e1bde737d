package redflag.intake;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import redflag.basics.Remark;

/**
 * Rows of a delimited text file, in its {@link Dialect}, without the lines above the header.
 *
 * <p>The charset is tried, not guessed (exports.md §2.3): a byte order mark leaves no choice; else strict UTF-8, then the
 * one that was declared; without such a one Shift_JIS or GB18030, if the header then has headings that are known or the
 * stores make it likely, then windows-1252. The first one that decodes the whole file wins.
 */
final class TextTable {

    /** An open quote may swallow so many lines before it counts as a mistake. */
    private static final int QUOTED_LINES = 200;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ExportBytes bytes;
    private final Optional<Charset> declared;
    private final List<Charset> likely;
    private final ToIntFunction<List<String>> known;
    private final boolean generally;

    /**
     * @param likely eastern charsets that the stores make likely, the likeliest first
     * @param known how many of a line's cells are headings of one kind of export; 0 if it is no header
     */
    TextTable(ExportBytes bytes, Optional<Charset> declared, List<Charset> likely, ToIntFunction<List<String>> known) {
        this(bytes, declared, likely, known, false);
    }

    private TextTable(
            ExportBytes bytes,
            Optional<Charset> declared,
            List<Charset> likely,
            ToIntFunction<List<String>> known,
            boolean generally) {
        this.generally = generally;
        this.bytes = bytes;
        this.declared = declared;
        this.likely = List.copyOf(likely);
        this.known = known;
    }

    /** The same, but read in the general way alone, which is slow: what the quick ways are held against. */
    TextTable generally() {
        return new TextTable(bytes, declared, likely, known, true);
    }

    /**
     * What came of a whole file.
     *
     * @param written null for what is no text
     * @param sha256 of the file as it lies on disk
     */
    record Done(@Nullable Written written, String sha256) {}

    /** How it is written. */
    record Written(Charset charset, Dialect dialect) {}

    /** Reads all of it, hashing its bytes in the same pass; every attempt gets cells of its own. */
    Done read(Supplier<Cells> cells) throws Unreadable, IOException {
        AtomicReference<String> hash = new AtomicReference<>("");
        Written written = first((with, dialect) -> hash.set(bytes.hashing(in -> read(in, with, dialect, cells.get()))));
        return new Done(written, Objects.requireNonNull(hash.get()));
    }

    /** Reads until the receiver has enough. */
    Written head(Supplier<Cells> cells) throws Unreadable, IOException {
        return first((charset, dialect) -> {
            try (InputStream in = bytes.open()) {
                read(in, charset, dialect, cells.get());
            }
        });
    }

    /** One attempt with one charset. */
    private interface Attempt {
        void with(Charset charset, Dialect dialect) throws Unreadable, IOException;
    }

    private Written first(Attempt attempt) throws Unreadable, IOException {
        List<Charset> stated = stated();
        Optional<Written> written = firstOf(stated, attempt);
        if (written.isPresent()) {
            return written.get();
        }
        if (byteOrderMark().isPresent()) {
            throw new Unreadable(Remark.of("quarantine.charset", "tried", Charsets.names(stated)));
        }
        if (declared.isPresent()) {
            throw new Unreadable(Remark.of("quarantine.declared-charset", "declared", Charsets.name(declared.get())));
        }
        List<Charset> others = others();
        return firstOf(others, attempt)
                .orElseThrow(() ->
                        new Unreadable(Remark.of("quarantine.charset", "tried", "UTF-8, " + Charsets.names(others))));
    }

    private Optional<Written> firstOf(List<Charset> charsets, Attempt attempt) throws Unreadable, IOException {
        for (Charset charset : charsets) {
            try {
                Dialect dialect = dialect(charset);
                attempt.with(charset, dialect);
                return Optional.of(new Written(charset, dialect));
            } catch (CharacterCodingException e) {
                // not this one
            }
        }
        return Optional.empty();
    }

    /** What the file or the job says it is written in; UTF-8 is tried before the job's word. */
    private List<Charset> stated() throws IOException {
        Optional<Charset> mark = byteOrderMark();
        if (mark.isPresent()) {
            return List.of(mark.get());
        }
        if (declared.isEmpty() || declared.get().equals(StandardCharsets.UTF_8)) {
            return List.of(StandardCharsets.UTF_8);
        }
        // of UTF-16 every other byte is NUL, which would end the attempt with UTF-8
        return declared.get().name().startsWith("UTF-")
                ? List.of(declared.get())
                : List.of(StandardCharsets.UTF_8, declared.get());
    }

    private Optional<Charset> byteOrderMark() throws IOException {
        try (InputStream in = bytes.open()) {
            return Charsets.byteOrderMark(in.readNBytes(3));
        }
    }

    /** The charsets that nobody states; the last ones are there for files that windows-1252 can't decode. */
    private List<Charset> others() throws IOException {
        Set<Charset> others = new LinkedHashSet<>();
        for (Charset charset : Charsets.unstated(likely)) {
            if (hasHeadingsOf(charset)) {
                others.add(charset);
            }
        }
        others.addAll(likely);
        others.add(Charsets.WESTERN);
        others.add(Charsets.SHIFT_JIS);
        return List.copyOf(others);
    }

    /** Whether in this charset the header has headings beyond ASCII that are known. */
    private boolean hasHeadingsOf(Charset charset) throws IOException {
        try {
            List<String> header = dialect(charset).header();
            List<String> ascii = header.stream()
                    .map(cell -> cell.chars().allMatch(c -> c < 128) ? cell : "")
                    .toList();
            return !header.isEmpty() && known.applyAsInt(header) > known.applyAsInt(ascii);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Dialect dialect(Charset charset) throws IOException {
        try (InputStream in = bytes.open()) {
            BoundedLines rows = new BoundedLines(decoding(in, charset));
            BufferedReader text = new BufferedReader(rows);
            skipByteOrderMark(text);
            return Dialect.of(text, rows, known);
        }
    }

    private void read(InputStream in, Charset charset, Dialect dialect, Cells cells) throws Unreadable, IOException {
        if (charset.equals(StandardCharsets.UTF_8) && !generally) {
            ByteLines lines = new ByteLines(in);
            read(lines, lines, dialect, cells, dialect.parser());
            return;
        }
        BoundedLines rows = new BoundedLines(decoding(in, charset));
        BufferedReader text = new BufferedReader(rows);
        skipByteOrderMark(text);
        read(text, rows, dialect, cells, generally ? dialect.generalParser() : dialect.parser());
    }

    private static void read(BufferedReader text, BoundedRows rows, Dialect dialect, Cells cells, ICSVParser parser)
            throws Unreadable, IOException {
        for (int line = 0; line < dialect.linesBefore(); line++) {
            text.readLine();
        }
        if (dialect.isFlat() && text instanceof ByteLines lines) {
            flatFile(lines, dialect, cells);
        } else if (dialect.isFlat()) {
            flatFile(text, rows, dialect, cells);
        } else {
            separated(text, rows, dialect, cells, parser);
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
    private static void flatFile(BufferedReader text, BoundedRows rows, Dialect dialect, Cells cells)
            throws Unreadable, IOException {
        int row = dialect.linesBefore();
        try {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                row++;
                rows.nextRow();
                if (!line.isBlank() && !cells.line(row, line, dialect)) {
                    return;
                }
            }
        } catch (BoundedLines.TooLong e) {
            throw tooLong(row);
        }
    }

    /** The same; a line that can be read from its bytes is never a text. */
    private static void flatFile(ByteLines lines, Dialect dialect, Cells cells) throws Unreadable, IOException {
        int row = dialect.linesBefore();
        try {
            while (lines.next()) {
                row++;
                lines.nextRow();
                if (lines.isAscii() && cells.bytes(row, lines.bytes(), lines.from(), lines.to(), dialect)) {
                    continue;
                }
                String line = lines.line();
                if (!line.isBlank() && !cells.line(row, line, dialect)) {
                    return;
                }
            }
        } catch (BoundedLines.TooLong e) {
            throw tooLong(row);
        }
    }

    private static void separated(
            BufferedReader text, BoundedRows rows, Dialect dialect, Cells cells, ICSVParser parser)
            throws Unreadable, IOException {
        // verifying looks one character ahead of every line and takes some errors for the end of the file
        CSVReader reader = new CSVReaderBuilder(text)
                .withCSVParser(parser)
                .withMultilineLimit(QUOTED_LINES)
                .withVerifyReader(false)
                .build();
        int row = dialect.linesBefore();
        int width = 0;
        try {
            for (String[] next = reader.readNext(); next != null; next = reader.readNext()) {
                row++;
                rows.nextRow();
                int linesEnded = linesEnded(next);
                if (linesEnded > 0 && swallowsRows(next, width, dialect.separator())) {
                    throw broken(row - 1);
                }
                width = linesEnded > 0 ? width : next.length;
                if (!isBlank(next) && !cells.row(row, next)) {
                    return;
                }
            }
        } catch (BoundedLines.TooLong e) {
            throw tooLong(row);
        } catch (CharacterCodingException | Refused e) {
            throw e;
        } catch (CsvValidationException | IOException e) {
            if (e.getCause() instanceof CharacterCodingException || e.getCause() instanceof Refused) {
                throw (IOException) e.getCause();
            }
            throw e.getCause() instanceof BoundedLines.TooLong ? tooLong(row) : broken(row);
        }
    }

    private static Unreadable tooLong(int rowsBefore) {
        return new Unreadable(Remark.of("quarantine.too-long-row", "row", (long) rowsBefore + 1));
    }

    private static Unreadable broken(int rowsBefore) {
        return new Unreadable(Remark.of("quarantine.broken-row", "row", (long) rowsBefore + 1));
    }

    private static int linesEnded(String[] cells) {
        int lines = 0;
        for (String cell : cells) {
            lines += (int) cell.chars().filter(c -> c == '\n').count();
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
}
