package redflag.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
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
 * Reads a kind of export from YAML. Of the file: {@code id}, {@code version}, {@code name}, {@code where}, {@code format}
 * (table, json, account-health-json), {@code records} (of json), {@code feeds} (a list of what its rows say, see
 * {@link FactType}), {@code signature} (columns that must be there though nothing is read of them), {@code not} (columns that it never has), {@code any-of},
 * {@code report-sheet} (columns by which a sheet of a risk report is known, {@code |} between the languages: of such a workbook it alone is read),
 * {@code constants} (field: value), {@code zone}, {@code dates} (by-country), {@code charset},
 * {@code personal}, and {@code columns}: a list of entries with {@code field}, {@code headers} and, where needed,
 * {@code required}, {@code type} (text, day), {@code unit} (percent, fraction, signed), {@code values} (code: [words]),
 * {@code unknown-words} (reject, keep, ignore-row), {@code formats}, {@code zone} and {@code metric}. A file beside a job
 * with the id of a shipped kind stands in its place.
 */
public final class KindFile {

    static final List<String> SHIPPED = List.of(
            "account-health.yaml",
            "afn-inventory.yaml",
            "all-orders.yaml",
            "business-report.yaml",
            "cancellations.yaml",
            "date-range-transactions.yaml",
            "desk-account-status.yaml",
            "desk-actions.yaml",
            "desk-documents.yaml",
            "desk-notices.yaml",
            "fba-inventory.yaml",
            "fba-planning.yaml",
            "fba-returns.yaml",
            "fbm-returns.yaml",
            "feedback.yaml",
            "invoice-defects.yaml",
            "late-shipments.yaml",
            "listings.yaml",
            "on-time-delivery.yaml",
            "order-defects.yaml",
            "order-report.yaml",
            "orders-api-2026.yaml",
            "orders-api-v0.yaml",
            "performance-summary-wide.yaml",
            "performance-summary.yaml",
            "sales-and-traffic.yaml",
            "settlement-v1.yaml",
            "settlement-v2.yaml",
            "unshipped-orders.yaml",
            "valid-tracking.yaml");

    private static final Set<Field> LISTED = EnumSet.of(Field.ORDER);

    private enum DateForm {
        BY_COUNTRY
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
        String records = format == ExportKind.Format.JSON ? file.requiredText("records") : "";
        Set<FactType> feeds = EnumSet.noneOf(FactType.class);
        for (String fact : file.texts("feeds")) {
            constant(file, "feeds", fact, FactType.values()).ifPresent(feeds::add);
        }
        if (!file.has("feeds")) {
            file.problem("feeds", "'feeds' is missing");
        }
        Set<Field> anyOf = EnumSet.noneOf(Field.class);
        for (String field : file.texts("any-of")) {
            constant(file, "any-of", field, Field.values()).ifPresent(anyOf::add);
        }
        List<ExportKind.Column> columns = new ArrayList<>();
        for (Section column : file.sections("columns")) {
            column(column, format).ifPresent(columns::add);
        }
        List<String> signature = folded(file, "signature");
        List<String> not = folded(file, "not");
        List<List<String>> reportSheet = file.texts("report-sheet").stream()
                .map(one ->
                        Arrays.stream(one.split("\\|", -1)).map(Headers::fold).toList())
                .toList();
        if (format != ExportKind.Format.ACCOUNT_HEALTH_JSON
                && signature.isEmpty()
                && columns.stream().noneMatch(ExportKind.Column::required)) {
            file.problem("columns", "at least one column must be required, or every file would be of this kind");
        }
        Map<Field, Code> constants = new EnumMap<>(Field.class);
        file.section("constants").ifPresent(section -> readConstants(section, constants));
        Optional<ZoneId> zone = zone(file);
        boolean byCountry = file.oneOf("dates", DateForm.class).isPresent();
        List<String> personal = new ArrayList<>(folded(file, "personal"));
        int listed = personal.size();
        Optional<String> charset = file.text("charset");
        if (charset.isPresent() && !isCharset(charset.get())) {
            file.problem("charset", "'" + charset.get() + "' is no charset such as windows-1252");
        }
        feeds.forEach(feed -> checkNeeded(file, feed, columns));
        for (ExportKind.Column column : columns) {
            if (column.headers().stream().anyMatch(personal::contains)) {
                file.problem("personal", "'" + column.headers().get(0) + "' can't be read and be personal at once");
            }
        }
        personal.addAll(lookedAt(columns, format));
        if (personal.size() > listed && columns.stream().noneMatch(KindFile::isOrder)) {
            file.problem("columns", "a column that is only looked at needs a required column with field order");
        }
        file.rejectUnknownKeys();
        return problems.list().size() == before
                ? Optional.of(new ExportKind(
                        id,
                        version,
                        name,
                        where,
                        format,
                        records,
                        feeds,
                        columns,
                        anyOf,
                        signature,
                        not,
                        reportSheet,
                        constants,
                        zone,
                        byCountry,
                        personal,
                        charset))
                : Optional.empty();
    }

    /** What is only looked at is as personal as what is not read; of a path of JSON its last name is. */
    private static List<String> lookedAt(List<ExportKind.Column> columns, ExportKind.Format format) {
        return columns.stream()
                .filter(Glances::isOf)
                .flatMap(column -> column.headers().stream())
                .map(header ->
                        format == ExportKind.Format.JSON ? header.substring(header.lastIndexOf('.') + 1) : header)
                .map(Headers::fold)
                .toList();
    }

    private static boolean isOrder(ExportKind.Column column) {
        return column.field() == Field.ORDER && column.required();
    }

    private static List<String> folded(Section section, String key) {
        return section.texts(key).stream().map(Headers::fold).toList();
    }

    /** Whether this Java knows a charset of that name. */
    public static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static Optional<ZoneId> zone(Section section) {
        Optional<String> zone = section.text("zone");
        try {
            return zone.map(ZoneId::of);
        } catch (DateTimeException e) {
            section.problem("zone", "'" + zone.orElse("") + "' is no time zone such as Europe/Berlin");
            return Optional.empty();
        }
    }

    private static void readConstants(Section section, Map<Field, Code> constants) {
        for (String key : section.keys()) {
            Optional<Field> field = constant(section, key, key, Field.values());
            String value = section.requiredText(key);
            if (field.isPresent() && field.get().form() != Field.Form.CODE) {
                section.problem(key, "'" + key + "' can't be a constant: it is no word of a closed list");
            } else if (field.isPresent()) {
                constant(section, key, value, Code.values()).ifPresent(code -> constants.put(field.get(), code));
            }
        }
    }

    /** Without these the ledger could not place a row. */
    private static void checkNeeded(Section file, FactType feeds, List<ExportKind.Column> columns) {
        Set<Field> needed = switch (feeds) {
            case ORDER_LINE -> EnumSet.of(Field.ORDER, Field.PURCHASED);
            case ORDER_DETAIL,
                    ORDER_DEFECT,
                    DEFECT_TRACE,
                    LATE_SHIPMENT,
                    CANCELLATION,
                    UNTRACKED_PACKAGE,
                    LATE_DELIVERY,
                    INVOICE_DEFECT -> LISTED;
            case RETURN, LISTING, STOCK, NOTICE, DOCUMENT, ACTION, DAILY_FIGURE, PRINTED_FIGURE, ACCOUNT_STATE ->
                EnumSet.noneOf(Field.class);
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

    private static <E extends Enum<E>> Optional<E> constant(Section section, String key, String name, E[] values) {
        for (E value : values) {
            if (dashed(value.name()).equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(value);
            }
        }
        section.problem(key, "'" + name + "' is none of " + String.join(", ", names(values)));
        return Optional.empty();
    }

    private static <E extends Enum<E>> List<String> names(E[] values) {
        return Arrays.stream(values).map(value -> dashed(value.name())).toList();
    }

    private static Optional<ExportKind.Column> column(Section section, ExportKind.Format format) {
        Optional<Field> field = constant(section, "field", section.requiredText("field"), Field.values());
        List<String> headers = format == ExportKind.Format.JSON ? section.texts("headers") : folded(section, "headers");
        if (headers.isEmpty()) {
            section.problem("headers", "'headers' must name at least one");
        }
        boolean required = section.flag("required").orElse(false);
        ExportKind.Unit unit = section.oneOf("unit", ExportKind.Unit.class).orElse(ExportKind.Unit.NONE);
        ExportKind.Type type = section.oneOf("type", ExportKind.Type.class).orElse(ExportKind.Type.USUAL);
        Map<String, Code> values = new LinkedHashMap<>();
        section.section("values").ifPresent(words -> readValues(words, values));
        ExportKind.UnknownWords unknown =
                section.oneOf("unknown-words", ExportKind.UnknownWords.class).orElse(ExportKind.UnknownWords.REJECT);
        List<String> formats = section.texts("formats");
        for (String pattern : formats) {
            if (!Dates.isPattern(pattern)) {
                section.problem("formats", "'" + pattern + "' is no date pattern such as M/d/yyyy");
            }
        }
        Optional<ZoneId> zone = zone(section);
        Optional<String> metric = section.text("metric");
        field.ifPresent(f -> check(section, f, unit, type, values));
        section.rejectUnknownKeys();
        return field.map(
                f -> new ExportKind.Column(f, headers, required, unit, type, values, unknown, formats, zone, metric));
    }

    private static void check(
            Section section, Field field, ExportKind.Unit unit, ExportKind.Type type, Map<String, Code> values) {
        boolean fits = switch (type) {
            case USUAL -> true;
            case TEXT -> field.form() == Field.Form.ORDER_ID;
            case DAY -> field.form() == Field.Form.MOMENT;
        };
        if (!fits) {
            section.problem("type", "'type: " + dashed(type.name()) + "' does not fit " + dashed(field.name()));
        }
        if (field.form() == Field.Form.CODE && values.isEmpty()) {
            section.problem("values", "'values' is missing: say which words mean what");
        }
        if (field.form() == Field.Form.DECIMAL && unit == ExportKind.Unit.NONE) {
            section.problem("unit", "'unit' is missing: percent, fraction or signed");
        }
    }

    private static void readValues(Section words, Map<String, Code> values) {
        for (String name : words.keys()) {
            Optional<Code> code = constant(words, name, name, Code.values());
            for (String word : words.texts(name)) {
                code.ifPresent(c -> values.put(Headers.fold(word), c));
            }
        }
    }
}
