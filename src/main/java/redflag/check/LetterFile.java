package redflag.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import redflag.check.LetterParser.Line;

/** Reads a draft: {@code .docx}, or UTF-8 text as {@code .txt} or {@code .md}. */
public final class LetterFile {

    private static final long MOST_BYTES = 10L << 20;
    private static final Pattern MARKDOWN_HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
    private static final Pattern ALL_BOLD = Pattern.compile("^(?:\\*\\*|__)([^*_]+)(?:\\*\\*|__):?$");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|(?<![\\p{L}\\p{N}_])__(?=\\p{L})|`");

    private LetterFile() {}

    /** Whether its name says that it may be a draft. */
    static boolean isOne(Path file) {
        String name = String.valueOf(file.getFileName());
        return !name.startsWith(".") && !name.startsWith("~$") && !ending(file).isEmpty();
    }

    private static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return List.of(".docx", ".txt", ".md").stream()
                .filter(name::endsWith)
                .findFirst()
                .orElse("");
    }

    /** Whether letters of other scripts outnumber the Latin ones: a reading copy, for example. */
    private static boolean isForeign(Letter letter) {
        int[] letters = letter.items()
                .flatMap(item -> item.sentences().stream())
                .flatMapToInt(sentence -> sentence.text().codePoints())
                .filter(Character::isLetter)
                .toArray();
        long latin = Arrays.stream(letters)
                .filter(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN)
                .count();
        return 2 * latin < letters.length;
    }

    /** @throws UnreadableLetter if there is no such file, if it is of another kind, or damaged, without text, or not in English */
    public static Letter read(Path file) throws UnreadableLetter {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableLetter("there is no file " + file);
        }
        String ending = ending(file);
        if (ending.isEmpty()) {
            throw new UnreadableLetter(file + " is no .docx, .txt or .md; save the draft as one of them");
        }
        Letter letter;
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnreadableLetter(file + " is over 10 MiB; a plan of action is a page or two of text");
            }
            List<Line> lines = ending.equals(".docx") ? ofDocument(file) : ofText(text(file));
            letter = LetterParser.parse(String.valueOf(file.getFileName()), lines);
        } catch (IOException e) {
            throw new UnreadableLetter(file + " can't be read: " + e.getMessage());
        }
        if (letter.items().findAny().isEmpty()) {
            throw new UnreadableLetter(file + " has no text");
        }
        if (isForeign(letter)) {
            throw new UnreadableLetter(file + " is not in English; letters to Amazon are, and only such are checked");
        }
        return letter;
    }

    private static String text(Path file) throws IOException, UnreadableLetter {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableLetter(file + " is no UTF-8 text; save it as UTF-8, or as .docx");
        }
    }

    /** Lines of plain text or Markdown; a blank line ends a paragraph. */
    static List<Line> ofText(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String stripped = line.strip();
            Matcher heading = MARKDOWN_HEADING.matcher(stripped);
            Matcher bold = ALL_BOLD.matcher(stripped);
            if (heading.matches()) {
                lines.add(new Line(true, 0, plain(heading.group(1))));
            } else if (bold.matches()) {
                lines.add(new Line(true, 0, bold.group(1).strip()));
            } else {
                lines.add(new Line(false, 0, plain(stripped)));
            }
        }
        return lines;
    }

    private static String plain(String markdown) {
        return EMPHASIS.matcher(markdown).replaceAll("").strip();
    }

    private static List<Line> ofDocument(Path file) throws UnreadableLetter {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            List<Line> lines = new ArrayList<>();
            Map<String, Integer> counted = new HashMap<>();
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    add(lines, paragraph, counted);
                } else if (element instanceof XWPFTable table) {
                    table.getRows()
                            .forEach(row -> row.getTableCells()
                                    .forEach(cell ->
                                            cell.getParagraphs().forEach(paragraph -> add(lines, paragraph, counted))));
                }
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            // POI throws unchecked exceptions of many kinds for files that only look like a document
            throw new UnreadableLetter(file + " is no Word document that can be read: " + e.getMessage());
        }
    }

    private static void add(List<Line> lines, XWPFParagraph paragraph, Map<String, Integer> counted) {
        String text = paragraph.getText().replace('\u00a0', ' ').strip();
        int number = text.isEmpty() ? 0 : number(paragraph, counted);
        boolean heading = isHeading(paragraph);
        for (String line : text.split("\n", -1)) {
            lines.add(new Line(heading, number, "bullet".equals(paragraph.getNumFmt()), line.strip()));
            number = 0;
        }
        lines.add(new Line(false, 0, ""));
    }

    private static boolean isHeading(XWPFParagraph paragraph) {
        String style = String.valueOf(paragraph.getStyleID()).toLowerCase(Locale.ROOT);
        if (style.startsWith("heading") || style.startsWith("title") || style.startsWith("berschrift")) {
            return true;
        }
        return !paragraph.getRuns().isEmpty()
                && paragraph.getRuns().stream()
                        .allMatch(run ->
                                run.isBold() || String.valueOf(run.text()).isBlank());
    }

    /** As Word shows it, counted by list; bullets are counted too. 0 if it is in no list. */
    private static int number(XWPFParagraph paragraph, Map<String, Integer> counted) {
        if (paragraph.getNumID() == null) {
            return 0;
        }
        String list = paragraph.getNumID() + "/" + paragraph.getNumIlvl();
        return counted.merge(list, 1, Integer::sum);
    }
}
