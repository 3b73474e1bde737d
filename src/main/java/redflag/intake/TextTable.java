package redflag.intake;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
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
import java.util.List;
import java.util.function.Supplier;
import redflag.basics.Remark;

/**
 * Rows of a delimited text file. The header line decides the dialect (exports.md §2.1): with a tab it is a flat file, in
 * which a quote is an ordinary character unless every field of the header is quoted; else RFC 4180 with comma or
 * semicolon.
 *
 * <p>The charset is tried, not guessed: strict UTF-8 first, then what the caller names, and the first one that decodes
 * the whole file wins (exports.md §2.3).
 */
final class TextTable {

    /** An open quote may swallow so many lines before it counts as a mistake. */
    private static final int QUOTED_LINES = 200;

    private static final int LOOK_AHEAD = 1 << 16;

    private final Path path;

    TextTable(Path path) {
        this.path = path;
    }

    /** Reads all of it with the first of the charsets that fits, hashing its bytes in the same pass. @return that one */
    Charset read(List<Charset> charsets, MessageDigest digest, Supplier<Cells> cells) throws Unreadable, IOException {
        return first(charsets, charset -> {
            digest.reset();
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                read(in, charset, cells.get());
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    /** Reads until the receiver has enough. */
    void head(List<Charset> charsets, Supplier<Cells> cells) throws Unreadable, IOException {
        first(charsets, charset -> {
            try (InputStream in = Files.newInputStream(path)) {
                read(in, charset, cells.get());
            }
        });
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
        BufferedReader text = new BufferedReader(decoding(in, charset), LOOK_AHEAD);
        CSVReader reader = new CSVReaderBuilder(text)
                .withCSVParser(dialect(text))
                .withMultilineLimit(QUOTED_LINES)
                .build();
        rows(reader, cells);
    }

    private static Reader decoding(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static void rows(CSVReader reader, Cells cells) throws Unreadable, IOException {
        int row = 0;
        try {
            for (String[] next = reader.readNext(); next != null; next = reader.readNext()) {
                row++;
                if (!isBlank(next) && !cells.row(row, next)) {
                    return;
                }
            }
        } catch (CsvValidationException e) {
            throw new Unreadable(Remark.of("quarantine.broken-row", "row", (long) row + 1));
        } catch (CharacterCodingException e) {
            throw e;
        } catch (IOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw coding;
            }
            throw new Unreadable(Remark.of("quarantine.broken-row", "row", (long) row + 1));
        }
    }

    private static boolean isBlank(String[] cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    /** Looks at the first line that holds anything, and leaves the reader where it was. */
    private static ICSVParser dialect(BufferedReader text) throws IOException {
        String header = "";
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD - 1];
        int length = 0;
        for (int n; length < start.length && (n = text.read(start, length, start.length - length)) > 0; ) {
            length += n;
        }
        text.reset();
        for (String line : new String(start, 0, length).split("\r\n|\r|\n", 20)) {
            if (!line.isBlank()) {
                header = line;
                break;
            }
        }
        if (header.startsWith("\uFEFF")) {
            header = header.substring(1);
        }
        if (header.indexOf('\t') < 0) {
            char separator = count(header, ';') > count(header, ',') ? ';' : ',';
            return new RFC4180ParserBuilder().withSeparator(separator).build();
        }
        if (allQuoted(header)) {
            return new RFC4180ParserBuilder().withSeparator('\t').build();
        }
        return new CSVParserBuilder()
                .withSeparator('\t')
                .withQuoteChar(ICSVParser.NULL_CHARACTER)
                .withEscapeChar(ICSVParser.NULL_CHARACTER)
                .build();
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
