package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.settings.Problems;
import redflag.settings.Section;
import redflag.settings.YamlFile;

/**
 * Reads a kind of export from YAML: {@code id}, {@code version}, {@code name}, {@code where}, {@code format} (table,
 * account-health-json), {@code feeds} (order-line, order-defect, late-shipment, printed-figure), {@code any-of}, and
 * {@code columns}: a list of entries with {@code field}, {@code headers} and, where needed, {@code required},
 * {@code unit} (percent, fraction, signed), {@code values} (code: [words]), {@code unknown-words} (reject, keep) and
 * {@code formats}. A file beside a job with the id of a shipped kind stands in its place.
 */
public final class KindFile {

    private static final List<String> SHIPPED = List.of(
            "account-health.yaml",
            "all-orders.yaml",
            "late-shipments.yaml",
            "order-defects.yaml",
            "performance-summary.yaml");

    private enum UnknownWords {
        REJECT,
        KEEP
    }

    private KindFile() {}

    /** The kinds that come with the program. */
    public static List<ExportKind> shipped() {
        Problems problems = new Problems();
        List<ExportKind> kinds = new ArrayList<>();
        for (String name : SHIPPED) {
            try (InputStream in = KindFile.class.getResourceAsStream("/exports/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("exports/" + name + " is missing from the program");
                }
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                YamlFile.read("exports/" + name, text, problems)
                        .flatMap(section -> read(section, problems))
                        .ifPresent(kinds::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the program's own export kinds are broken: " + problems.list());
        }
        return kinds;
    }

    /** The kind of one file, or empty with the reasons in {@code problems}. */
    public static Optional<ExportKind> read(Section file, Problems problems) {
        int before = problems.list().size();
        String id = file.requiredText("id");
        int version = file.integer("version", 1, 1_000_000).orElse(1);
        String name = file.requiredText("name");
        String where = file.requiredText("where");
        ExportKind.Format format = file.oneOf("format", ExportKind.Format.class).orElse(ExportKind.Format.TABLE);
        FactType feeds = file.oneOf("feeds", FactType.class).orElse(FactType.PRINTED_FIGURE);
        if (!file.has("feeds")) {
            file.problem("feeds", "'feeds' is missing");
        }
        Set<Field> anyOf = EnumSet.noneOf(Field.class);
        for (String field : file.texts("any-of")) {
            field(file, "any-of", field).ifPresent(anyOf::add);
        }
        List<ExportKind.Column> columns = new ArrayList<>();
        for (Section column : file.sections("columns")) {
            column(column).ifPresent(columns::add);
        }
        if (format == ExportKind.Format.TABLE && columns.stream().noneMatch(ExportKind.Column::required)) {
            file.problem("columns", "at least one column must be required, or every file would be of this kind");
        }
        checkNeeded(file, feeds, columns);
        file.rejectUnknownKeys();
        return problems.list().size() == before
                ? Optional.of(new ExportKind(id, version, name, where, format, feeds, columns, anyOf))
                : Optional.empty();
    }

    /** Without these the ledger could not place a row. */
    private static void checkNeeded(Section file, FactType feeds, List<ExportKind.Column> columns) {
        List<Field> needed = switch (feeds) {
            case ORDER_LINE -> List.of(Field.ORDER, Field.PURCHASED);
            case ORDER_DEFECT, LATE_SHIPMENT -> List.of(Field.ORDER);
            case PRINTED_FIGURE, ACCOUNT_STATE -> List.of();
        };
        for (Field field : needed) {
            if (columns.stream().noneMatch(c -> c.field() == field && c.required())) {
                file.problem(
                        "columns",
                        "a kind that feeds " + dashed(feeds.name()) + " needs a required column with field "
                                + dashed(field.name()));
            }
        }
    }

    private static String dashed(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Field> field(Section section, String key, String name) {
        for (Field field : Field.values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return Optional.of(field);
            }
        }
        section.problem(key, "'" + name + "' is no field");
        return Optional.empty();
    }

    private static Optional<ExportKind.Column> column(Section section) {
        Optional<Field> field = field(section, "field", section.requiredText("field"));
        List<String> headers =
                section.texts("headers").stream().map(Headers::fold).toList();
        if (headers.isEmpty()) {
            section.problem("headers", "'headers' must name at least one");
        }
        boolean required = section.flag("required").orElse(false);
        ExportKind.Unit unit = section.oneOf("unit", ExportKind.Unit.class).orElse(ExportKind.Unit.NONE);
        Map<String, Code> values = new LinkedHashMap<>();
        section.section("values").ifPresent(words -> readValues(words, values));
        boolean keep =
                section.oneOf("unknown-words", UnknownWords.class).orElse(UnknownWords.REJECT) == UnknownWords.KEEP;
        List<String> formats = section.texts("formats");
        for (String format : formats) {
            if (!Dates.isPattern(format)) {
                section.problem("formats", "'" + format + "' is no date pattern such as M/d/yyyy");
            }
        }
        field.ifPresent(f -> check(section, f, unit, values));
        section.rejectUnknownKeys();
        return field.map(f -> new ExportKind.Column(f, headers, required, unit, values, keep, formats));
    }

    private static void check(Section section, Field field, ExportKind.Unit unit, Map<String, Code> values) {
        if (field.form() == Field.Form.CODE && values.isEmpty()) {
            section.problem("values", "'values' is missing: say which words mean what");
        }
        if (field.form() == Field.Form.DECIMAL && unit == ExportKind.Unit.NONE) {
            section.problem("unit", "'unit' is missing: percent, fraction or signed");
        }
    }

    private static void readValues(Section words, Map<String, Code> values) {
        for (String name : words.keys()) {
            try {
                Code code = Code.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
                for (String word : words.texts(name)) {
                    values.put(Headers.fold(word), code);
                }
            } catch (IllegalArgumentException e) {
                words.problem(name, "'" + name + "' is no code");
            }
        }
    }
}
