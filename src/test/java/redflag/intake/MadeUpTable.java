package redflag.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;

/**
 * A table of one kind of export, made up: its headings in any of their languages and any order, columns that nobody knows
 * among them, and of each row what a reader must make of it.
 */
final class MadeUpTable {

    private static final List<String> TEXTS =
            List.of("BELL-1", "007", "a,b;c|d", "3\" x 1.5\"", "\"quoted\"", "=1+1", "x  y");
    /** What no ASCII spells: of Europe, of Japan, of China. */
    private static final List<List<String>> SCRIPTS = List.of(
            List.of(),
            List.of("Gr\u00f6\u00dfe 3", "d\u00e9j\u00e0 \u20ac"),
            List.of("\u771f\u936e", "\u30d9\u30eb"),
            List.of("\u94c3", "\u9ec4\u94dc"));

    private static final List<String> BLANKS = List.of("", "-", "--", "N/A", " ");
    private static final List<String> YES = List.of("Yes", "X", "true", "1", "ja");
    private static final List<String> NO = List.of("No", "false", "0", "non");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    final ExportKind kind;
    final List<String> header = new ArrayList<>();
    /** Texts, and in a workbook of typed cells numbers and dates too. */
    final List<List<Object>> rows = new ArrayList<>();
    /** By row and field a {@link Code}, moment, count, flag or text; a blank cell is not there. */
    final List<Map<Field, Object>> expected = new ArrayList<>();

    private final Random random;
    private final String country;
    private final boolean typed;
    private final int dates;
    private final List<String> texts = new ArrayList<>(TEXTS);
    /** Null is a column that nobody knows. */
    private final List<ExportKind.Column> columns = new ArrayList<>();

    /** @param typed whether it becomes a workbook whose dates and numbers are no texts */
    MadeUpTable(ExportKind kind, String country, boolean typed, int size, Random random) {
        this.kind = kind;
        this.random = random;
        this.country = country;
        this.typed = typed;
        this.dates = random.nextInt(kind.byCountry() ? 4 : 3);
        texts.addAll(oneOf(SCRIPTS));
        for (ExportKind.Column column : kind.columns()) {
            if (column.required() || random.nextInt(4) > 0) {
                columns.add(column);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            columns.add(null);
        }
        Collections.shuffle(columns, random);
        for (int i = 0; i < columns.size(); i++) {
            header.add(
                    columns.get(i) == null
                            ? "our own " + i
                            : cased(oneOf(columns.get(i).headers())));
        }
        for (String heading : kind.signature()) {
            if (!header.contains(heading)) {
                header.add(heading);
                columns.add(null);
            }
        }
        for (int row = 0; row < size; row++) {
            row();
        }
    }

    List<Field> fields() {
        return columns.stream()
                .filter(c -> c != null)
                .map(ExportKind.Column::field)
                .toList();
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String cased(String heading) {
        return random.nextBoolean() ? heading : heading.toUpperCase(Locale.ROOT);
    }

    private void row() {
        List<Object> cells = new ArrayList<>();
        Map<Field, Object> values = new EnumMap<>(Field.class);
        for (ExportKind.Column column : columns) {
            if (column == null) {
                cells.add(oneOf(texts));
            } else if (!column.required() && random.nextInt(5) == 0) {
                cells.add(oneOf(BLANKS));
                if (column.field() == Field.NUMBER_FAULTS) {
                    values.put(column.field(), Set.of(Code.NO_NUMBER));
                }
            } else {
                cells.add(cell(column, values));
            }
        }
        rows.add(cells);
        expected.add(values);
    }

    private Object cell(ExportKind.Column column, Map<Field, Object> values) {
        Field field = column.field();
        switch (field.form()) {
            case ORDER_ID -> {
                String id = (random.nextInt(9) == 0 ? "S01" : "111") + "-0000001-"
                        + (1_000_000 + random.nextInt(9_000_000));
                values.put(field, id);
                return id;
            }
            case MOMENT -> {
                return moment(field, values);
            }
            case COUNT -> {
                long count = random.nextInt(3_000);
                values.put(field, count);
                return typed ? (Object) count : random.nextBoolean() ? String.valueOf(count) : grouped(count);
            }
            case FLAG -> {
                boolean flag = random.nextBoolean();
                values.put(field, flag);
                return oneOf(flag ? YES : NO);
            }
            case CODE -> {
                String word = oneOf(column.values().keySet().stream().sorted().toList());
                values.put(field, column.values().get(word));
                return cased(word.replace("*", " - Delivered to Buyer"));
            }
            case SIGNS -> {
                boolean isComment = field == Field.COMPLAINTS;
                values.put(field, isComment ? Set.of(Code.NOT_RECEIVED) : Set.of());
                return isComment ? "It never arrived" : "7" + (10_000_000_000L + rows.size());
            }
            case TEXT -> {
                String text = oneOf(texts);
                values.put(field, text);
                return text;
            }
            case DAY -> {
                LocalDate day = FIRST.plusDays(random.nextInt(365));
                values.put(field, day);
                return day.toString();
            }
            case DECIMAL -> {
                values.put(field, "0.0148");
                return column.unit() == ExportKind.Unit.FRACTION ? "0.0148" : "1.48%";
            }
        }
        throw new IllegalStateException("no cell for " + field);
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Of one form within a file, as exports have it: an instant, a time without a zone or a day. */
    private Object moment(Field field, Map<Field, Object> values) {
        LocalDate day = FIRST.plusDays(random.nextInt(365));
        LocalDateTime time = day.atStartOfDay().plusSeconds(1 + random.nextInt(86_399));
        if (typed) {
            values.put(field, Moments.ofDay(day));
            return random.nextBoolean() ? time : (Object) day;
        }
        if (dates == 0) {
            Instant instant = time.toInstant(ZoneOffset.ofHours(-7));
            values.put(field, Moments.ofEpochSecond(instant.getEpochSecond()));
            return random.nextBoolean() ? instant.toString() : time.format(pattern("yyyy-MM-dd'T'HH:mm:ss'-07:00'"));
        }
        values.put(field, Moments.ofDay(day));
        return switch (dates) {
            case 1 ->
                time.format(pattern(oneOf(List.of("d-MMM-yyyy", "yyyy-MM-dd", "MMM d, yyyy", "dd.MM.yyyy HH:mm"))));
            case 2 -> time.format(pattern("yyyy-MM-dd HH:mm:ss"));
            default -> time.format(pattern(byCountry()));
        };
    }

    private String byCountry() {
        return switch (country) {
            case "US" -> "M/d/yy";
            case "JP" -> "yy/MM/dd";
            default -> "dd/MM/yyyy";
        };
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
