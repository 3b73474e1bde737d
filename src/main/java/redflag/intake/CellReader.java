package redflag.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.OrderIds;

/** Reads the cells of one column into a table: what the text means there, or what it should have been. */
final class CellReader {

    private static final Pattern ORDER_ID = Pattern.compile("\\d{3}-\\d{7}-\\d{7}|S\\d{2}-\\d{7}-\\d{7}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,15}|\\d{1,3}(,\\d{3}){1,4}|\\d{1,15}\\.0+");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,15})?");
    private static final Set<String> YES = Set.of("x", "y", "yes", "true", "1", "\u2713", "\u2714");
    private static final Set<String> NO = Set.of("n", "no", "false", "0");
    private static final Set<String> BLANK = Set.of("", "-", "--", "n/a");

    private static final int WORDS_REMEMBERED = 100;

    private final ExportKind.Column column;
    private final int place;
    private final String header;
    private final Dates dates;
    private final BiConsumer<String, String> unknownWord;
    private final Map<String, String> foldedWords = new HashMap<>();

    /** @param unknownWord hears of a word that is kept though nobody knows it, after the column's header */
    CellReader(ExportKind.Column column, int place, String header, BiConsumer<String, String> unknownWord) {
        this.column = column;
        this.place = place;
        this.header = header;
        this.dates = new Dates(column.formats());
        this.unknownWord = unknownWord;
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

    boolean isRequired() {
        return column.required();
    }

    static boolean isBlank(String cell) {
        return cell.isEmpty() || cell.length() < 4 && BLANK.contains(Headers.fold(cell));
    }

    /** Puts the cell's value into the row; a blank one puts none. @return what it should have been, if it is wrong */
    Optional<String> read(String cell, FactTable.Builder row) {
        if (isBlank(cell)) {
            return Optional.empty();
        }
        return switch (column.field().form()) {
            case ORDER_ID -> orderId(cell, row);
            case MOMENT -> moment(cell, row);
            case DAY -> day(cell, row);
            case COUNT -> count(cell, row);
            case CODE -> code(cell, row);
            case TEXT -> {
                row.text(column.field(), cell);
                yield Optional.empty();
            }
            case DECIMAL -> rate(cell, row);
            case FLAG -> flag(cell, row);
        };
    }

    /** Whether it is an id of Amazon's, or of an order that Amazon only fulfils. */
    static boolean isOrderId(String cell) {
        return OrderIds.pack(cell) != OrderIds.NOT_PACKED
                || ORDER_ID.matcher(cell).matches();
    }

    private Optional<String> orderId(String cell, FactTable.Builder row) {
        if (!isOrderId(cell)) {
            return Optional.of("an order id such as 123-1234567-1234567 (Excel turns ids into numbers)");
        }
        row.order(cell);
        return Optional.empty();
    }

    private Optional<String> moment(String cell, FactTable.Builder row) {
        long moment = dates.parse(cell);
        if (moment == Moments.NONE) {
            return Optional.of("a date such as 2026-11-02T10:19:22+00:00 or 2026-11-02"
                    + (cell.indexOf('/') > 0 ? "; name its pattern under 'formats' of the kind" : ""));
        }
        row.moment(column.field(), moment);
        return Optional.empty();
    }

    private Optional<String> day(String cell, FactTable.Builder row) {
        long moment = dates.parse(cell);
        if (moment == Moments.NONE || Moments.isInstant(moment)) {
            return Optional.of("a day such as 2026-11-02");
        }
        row.day(column.field(), LocalDate.parse(Moments.text(moment)));
        return Optional.empty();
    }

    private Optional<String> count(String cell, FactTable.Builder row) {
        if (!WHOLE.matcher(cell).matches()) {
            return Optional.of("a whole number");
        }
        String digits = cell.replace(",", "");
        int point = digits.indexOf('.');
        row.count(column.field(), Long.parseLong(point < 0 ? digits : digits.substring(0, point)));
        return Optional.empty();
    }

    private Optional<String> flag(String cell, FactTable.Builder row) {
        String word = folded(cell);
        if (YES.contains(word)) {
            row.flag(column.field(), true);
        } else if (NO.contains(word)) {
            row.flag(column.field(), false);
        } else {
            return Optional.of("Yes, X or nothing");
        }
        return Optional.empty();
    }

    private Optional<String> code(String cell, FactTable.Builder row) {
        Optional<Code> code = column.codeOf(folded(cell));
        if (code.isPresent()) {
            row.code(column.field(), code.get());
            return Optional.empty();
        }
        if (column.keepsUnknownWords()) {
            unknownWord.accept(header, cell);
            return Optional.empty();
        }
        return Optional.of("one of " + String.join(", ", column.values().keySet()));
    }

    /** Columns of words repeat a handful of them a million times. */
    private String folded(String cell) {
        String known = foldedWords.get(cell);
        if (known != null) {
            return known;
        }
        String folded = Headers.fold(cell);
        if (foldedWords.size() < WORDS_REMEMBERED) {
            foldedWords.put(cell, folded);
        }
        return folded;
    }

    private Optional<String> rate(String cell, FactTable.Builder row) {
        boolean sign = cell.endsWith("%");
        String number = sign ? cell.substring(0, cell.length() - 1).strip() : cell;
        boolean valid = DECIMAL.matcher(number).matches();
        ExportKind.Unit unit = column.unit();
        if (valid && (unit == ExportKind.Unit.PERCENT || unit == ExportKind.Unit.SIGNED && sign)) {
            row.text(column.field(), new BigDecimal(number).movePointLeft(2).toPlainString());
            return Optional.empty();
        }
        if (valid && unit == ExportKind.Unit.FRACTION && !sign) {
            row.text(column.field(), number);
            return Optional.empty();
        }
        return Optional.of(
                switch (unit) {
                    case PERCENT, NONE -> "a percentage such as 1.48 or 1.48%";
                    case FRACTION -> "a fraction such as 0.0148, without a percent sign";
                    case SIGNED ->
                        valid
                                ? "a percentage with its sign: '" + cell + "' could be " + cell + " % or "
                                        + new BigDecimal(number)
                                                .movePointRight(2)
                                                .toPlainString()
                                        + " %"
                                : "a percentage with its sign, such as 1.48%";
                });
    }
}
