package redflag.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.OrderIds;
import redflag.ledger.ZoneDays;

/** Reads the cells of one column into a table: what the text means there, or what it should have been. */
final class CellReader {

    private static final Pattern ORDER_ID = Pattern.compile("\\d{3}-\\d{7}-\\d{7}|S\\d{2}-\\d{7}-\\d{7}");
    private static final int LONGEST_ID = 64;
    private static final Set<String> YES =
            Set.of("x", "y", "yes", "true", "1", "\u2713", "\u2714", "\u662f", "ja", "oui", "s\u00ed");
    private static final Set<String> NO = Set.of("n", "no", "false", "0", "\u5426", "nein", "non");
    private static final Set<String> BLANK = Set.of("", "-", "--", "n/a");

    private static final Pattern TRANSLATED = Pattern.compile("([A-Z_-]+)\\s*[(\uFF08].*[)\uFF09]");

    /** Of days, which have no zone. */
    private static final ZoneDays UTC = new ZoneDays(ZoneOffset.UTC);

    private static final int WORDS_REMEMBERED = 100;

    private final ExportKind.Column column;
    private final int place;
    private final String header;
    private final Dates dates;
    private final Numbers numbers;
    private final BiConsumer<String, String> unknownWord;
    private final Map<String, Optional<Code>> codes = new HashMap<>();
    private final Map<String, Optional<Boolean>> flags = new HashMap<>();
    /** Of the row above, whose words most rows repeat; at first one that no cell has. */
    private String lastWord = "\n";

    private Optional<Code> lastCode = Optional.empty();
    private Optional<Boolean> lastFlag = Optional.empty();

    /** What a cell turned out to be. */
    sealed interface Found {

        /** A value, which stands in the row now, or none. */
        Found VALUE = new Value();

        /** The word says that the row says nothing here. */
        Found IGNORED = new Ignored();

        record Value() implements Found {}

        record Ignored() implements Found {}

        /** @param expected what it should have been */
        record Wrong(String expected) implements Found {}

        /** The whole file can't be read, for this cell could mean two things. */
        record Undecided(Remark why) implements Found {}
    }

    /**
     * @param dates how the file writes them
     * @param unknownWord hears of a word that is kept though nobody knows it, or of what is no day, after the column's header
     */
    CellReader(
            ExportKind.Column column,
            int place,
            String header,
            Dates dates,
            Numbers numbers,
            BiConsumer<String, String> unknownWord) {
        this.column = column;
        this.place = place;
        this.header = header;
        this.dates = dates;
        this.numbers = numbers;
        this.unknownWord = unknownWord;
    }

    ExportKind.Column column() {
        return column;
    }

    Field field() {
        return column.field();
    }

    String header() {
        return header;
    }

    /** The cell without surrounding blanks; short rows end in blanks. */
    String cell(String[] cells) {
        return place < cells.length ? cells[place].strip() : "";
    }

    int place() {
        return place;
    }

    boolean isRequired() {
        return column.required();
    }

    /** Whether it is a value, and no unknown word that is only kept; puts it into a row that is nobody's. */
    boolean isSound(String cell, FactTable.Builder scratch) {
        return switch (column.field().form()) {
            case CODE -> codeOf(cell).isPresent();
            case DAY -> day(cell, scratch) == Found.VALUE;
            case MOMENT -> moment(cell, scratch) == Found.VALUE;
            default -> read(cell, scratch) == Found.VALUE;
        };
    }

    /** Whether not every text is a value. */
    boolean isChecked() {
        return column.field().form() != Field.Form.TEXT;
    }

    /** Whether a blank cell says that its row says nothing. */
    boolean ignoresBlankRows() {
        return column.unknownWords() == ExportKind.UnknownWords.IGNORE_ROW;
    }

    static boolean isBlank(String cell) {
        return cell.isEmpty() || cell.length() < 4 && mayBeBlank(cell) && BLANK.contains(Headers.fold(cell));
    }

    /** Not what begins with a digit or with a letter that no word for nothing begins with. */
    private static boolean mayBeBlank(String cell) {
        char first = cell.charAt(0);
        boolean isDigit = first >= '0' && first <= '9';
        boolean isCapital = first >= 'A' && first <= 'Z' && first != 'N';
        return !isDigit && !isCapital;
    }

    /** Puts the cell's value into the row; a blank one puts none. */
    Found read(String cell, FactTable.Builder row) {
        if (isBlank(cell)) {
            return ignoresBlankRows() ? Found.IGNORED : Found.VALUE;
        }
        return switch (column.field().form()) {
            case ORDER_ID -> orderId(cell, row);
            case MOMENT -> orKept(moment(cell, row), cell, row);
            case DAY -> orKept(day(cell, row), cell, row);
            case COUNT -> count(cell, row);
            case CODE -> code(cell, row);
            case TEXT -> {
                row.text(column.field(), column.field() == Field.REASON ? withoutTranslation(cell) : cell);
                yield Found.VALUE;
            }
            case DECIMAL -> rate(cell, row);
            case FLAG -> flag(cell, row);
            case SIGNS -> throw new IllegalStateException(header + " is only looked at");
        };
    }

    /** A moment as Amazon's own files write it, {@link Moments#NONE} if it is written otherwise. */
    long isoMoment(byte[] bytes, int from, int to) {
        return dates.isoWithOffset(bytes, from, to);
    }

    /** Whether it is an id of Amazon's, or of an order that Amazon only fulfils. */
    static boolean isOrderId(String cell) {
        return OrderIds.pack(cell) != OrderIds.NOT_PACKED
                || ORDER_ID.matcher(cell).matches();
    }

    private Found orderId(String cell, FactTable.Builder row) {
        boolean valid = column.type() == ExportKind.Type.TEXT ? cell.length() <= LONGEST_ID : isOrderId(cell);
        if (!valid) {
            return wrong(
                    column.type() == ExportKind.Type.TEXT
                            ? "an order id of at most " + LONGEST_ID + " characters"
                            : "an order id such as 123-1234567-1234567 (Excel turns ids into numbers)");
        }
        row.order(cell);
        return Found.VALUE;
    }

    private static Found wrong(String expected) {
        return new Found.Wrong(expected);
    }

    private Found moment(String cell, FactTable.Builder row) {
        long moment = dates.parse(cell);
        Optional<Found> bad = undated(cell, moment, "a date such as 2026-11-02T10:19:22+00:00 or 2026-11-02");
        if (bad.isPresent()) {
            return bad.get();
        }
        row.moment(column.field(), moment);
        return Found.VALUE;
    }

    private Optional<Found> undated(String cell, long moment, String expected) {
        if (moment == Dates.UNDECIDED || moment == Dates.CONTRADICTION) {
            String key = moment == Dates.UNDECIDED ? TableReader.AMBIGUOUS_DATES : "quarantine.dates-of-other-order";
            return Optional.of(new Found.Undecided(
                    new Remark(key, Map.of("column", header, "found", cell, "readings", Dates.readings(cell)))));
        }
        return moment == Moments.NONE ? Optional.of(wrong(expected)) : Optional.empty();
    }

    private Found day(String cell, FactTable.Builder row) {
        long moment = dates.parse(cell);
        Optional<Found> bad = undated(cell, moment, "a day such as 2026-11-02");
        if (bad.isPresent()) {
            return bad.get();
        }
        row.day(column.field(), LocalDate.ofEpochDay(Moments.epochDay(moment, UTC)));
        return Found.VALUE;
    }

    /** Whether a row stays though no day stands in it. */
    boolean keepsWhatIsNoDay() {
        return isOfDays() && column.unknownWords() == ExportKind.UnknownWords.KEEP;
    }

    private boolean isOfDays() {
        return column.field().form() == Field.Form.DAY || column.field().form() == Field.Form.MOMENT;
    }

    private Found orKept(Found found, String cell, FactTable.Builder row) {
        if (!(found instanceof Found.Wrong) || !keepsWhatIsNoDay()) {
            return found;
        }
        row.text(Field.NOT_A_DAY, cell);
        unknownWord.accept(header, cell);
        return Found.VALUE;
    }

    private Found count(String cell, FactTable.Builder row) {
        Optional<Long> count = numbers.whole(cell);
        if (count.isEmpty()) {
            return wrong("a whole number");
        }
        row.count(column.field(), count.get());
        return Found.VALUE;
    }

    private Found flag(String cell, FactTable.Builder row) {
        Optional<Boolean> flag = cell.equals(lastWord) ? lastFlag : flags.get(cell);
        if (flag == null) {
            String word = Headers.fold(cell);
            flag = YES.contains(word) || NO.contains(word) ? Optional.of(YES.contains(word)) : Optional.empty();
            remember(flags, cell, flag);
        }
        lastWord = cell;
        lastFlag = flag;
        if (flag.isEmpty()) {
            return wrong("Yes, X or nothing");
        }
        row.flag(column.field(), flag.get());
        return Found.VALUE;
    }

    /** Columns of words repeat a handful of them a million times. */
    private static <T> void remember(Map<String, T> words, String cell, T meaning) {
        if (words.size() < WORDS_REMEMBERED) {
            words.put(cell, meaning);
        }
    }

    private Found code(String cell, FactTable.Builder row) {
        Optional<Code> code = codeOf(cell);
        boolean ignoresRows = column.unknownWords() == ExportKind.UnknownWords.IGNORE_ROW;
        if (ignoresRows && code.equals(Optional.of(Code.OTHER))) {
            return Found.IGNORED;
        }
        if (code.isPresent()) {
            row.code(column.field(), code.get());
            return Found.VALUE;
        }
        return switch (column.unknownWords()) {
            case KEEP -> {
                unknownWord.accept(header, cell);
                yield Found.VALUE;
            }
            case IGNORE_ROW -> {
                unknownWord.accept(header, cell);
                yield Found.IGNORED;
            }
            case REJECT -> wrong("one of " + String.join(", ", column.values().keySet()));
        };
    }

    private Optional<Code> codeOf(String cell) {
        Optional<Code> code = cell.equals(lastWord) ? lastCode : codes.get(cell);
        if (code == null) {
            code = column.codeOf(Headers.fold(cell));
            remember(codes, cell, code);
        }
        lastWord = cell;
        lastCode = code;
        return code;
    }

    /** {@code DEFECTIVE(\u5b58\u5728\u7455\u75b5)} is the code with its translation behind it (exports.md 3.7). */
    private static String withoutTranslation(String reason) {
        Matcher translated = TRANSLATED.matcher(reason);
        return translated.matches() ? translated.group(1) : reason;
    }

    private Found rate(String cell, FactTable.Builder row) {
        boolean sign = cell.endsWith("%") || cell.endsWith("\uFF05");
        String text = sign ? cell.substring(0, cell.length() - 1).strip() : cell;
        Optional<BigDecimal> number = numbers.decimal(text);
        ExportKind.Unit unit = column.unit();
        if (number.isPresent() && (unit == ExportKind.Unit.PERCENT || unit == ExportKind.Unit.SIGNED && sign)) {
            row.text(column.field(), number.get().movePointLeft(2).toPlainString());
            return Found.VALUE;
        }
        if (number.isPresent() && unit == ExportKind.Unit.FRACTION && !sign) {
            row.text(column.field(), number.get().toPlainString());
            return Found.VALUE;
        }
        if (number.isPresent() && unit == ExportKind.Unit.SIGNED) {
            String hundredfold = number.get().movePointRight(2).toPlainString();
            return new Found.Undecided(new Remark(
                    "quarantine.ambiguous-rate",
                    Map.of("column", header, "found", cell, "percent", cell, "fraction", hundredfold)));
        }
        return wrong(
                switch (unit) {
                    case PERCENT, NONE -> "a percentage such as 1.48 or 1.48%";
                    case FRACTION -> "a fraction such as 0.0148, without a percent sign";
                    case SIGNED -> "a percentage with its sign, such as 1.48%";
                });
    }
}
