package redflag.intake;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;

/**
 * How an export is recognised and what its columns mean. Data: a kind needs no code.
 *
 * @param id the name in reports and settings, such as {@code allOrders}
 * @param version goes up whenever the same file would give other facts
 * @param name what Seller Central calls it
 * @param where where it is downloaded
 * @param records of JSON the name of the list whose elements are the rows
 * @param feeds what its rows say; each row may say all of it
 * @param columns what is read of it; several may mean the same field, the first one found counts
 * @param anyOf fields of which at least one must have a column; empty where no such rule
 * @param signature folded names of further columns without which a file is not of this kind
 * @param not folded names of columns with which a file is of another kind
 * @param reportSheet folded names of columns, of each in every language, by which a sheet is known as one of a risk report
 *     that was filled in: of such a workbook it alone is read; empty where the kind has none
 * @param constants what every row says though no column does
 * @param zone of its dates and times that name none
 * @param byCountry whether its dates of numbers only are written as the marketplace's country writes them
 * @param personal folded names of columns with data of buyers, which are never read, or only looked at
 * @param charset name of the charset of files that are not UTF-8
 */
public record ExportKind(
        String id,
        int version,
        String name,
        String where,
        Format format,
        String records,
        Set<FactType> feeds,
        List<Column> columns,
        Set<Field> anyOf,
        List<String> signature,
        List<String> not,
        List<List<String>> reportSheet,
        Map<Field, Code> constants,
        Optional<ZoneId> zone,
        boolean byCountry,
        List<String> personal,
        Optional<String> charset) {

    public ExportKind {
        feeds = Collections.unmodifiableSet(feeds.isEmpty() ? EnumSet.noneOf(FactType.class) : EnumSet.copyOf(feeds));
        columns = List.copyOf(columns);
        anyOf = Collections.unmodifiableSet(anyOf.isEmpty() ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(anyOf));
        signature = List.copyOf(signature);
        not = List.copyOf(not);
        reportSheet = List.copyOf(reportSheet);
        Map<Field, Code> copy = new EnumMap<>(Field.class);
        copy.putAll(constants);
        constants = Collections.unmodifiableMap(copy);
        personal = List.copyOf(personal);
    }

    /** How the bytes are laid out. */
    public enum Format {
        /** Rows under a header: tab-separated, comma-separated or a workbook, whichever the file turns out to be. */
        TABLE,
        /** A list of objects in JSON; a column is the path to a value. */
        JSON,
        /** GET_V2_SELLER_PERFORMANCE_REPORT. */
        ACCOUNT_HEALTH_JSON
    }

    /** What a number in a rate column stands for. */
    public enum Unit {
        NONE,
        /** 1.48 is 1.48 %; a sign may stand behind it. */
        PERCENT,
        /** 0.0148 is 1.48 %; a sign is refused. */
        FRACTION,
        /** The heading does not say: the sign must stand behind every value. */
        SIGNED
    }

    /** How a cell is to be taken, where its field leaves a choice. */
    public enum Type {
        USUAL,
        /** Of an order id: any text is one, not only Amazon's. */
        TEXT,
        /** Of a moment: only its day is meant, whatever time stands behind it. */
        DAY
    }

    /** What becomes of a row with a word that nobody knows. */
    public enum UnknownWords {
        REJECT,
        /** It counts all the same, and the word is warned of. */
        KEEP,
        /** It says nothing here. */
        IGNORE_ROW
    }

    /**
     * One column.
     *
     * @param headers its names, folded as by {@link Headers#fold}; of JSON the paths to the value, such as
     *     {@code packages[].shipTime}
     * @param required without it the file is not of this kind, and a blank cell rejects the row
     * @param values words and what they mean; a word may end in {@code *}
     * @param formats date patterns beside the standard ones, for dates that could be read two ways
     * @param zone of its dates and times that name none, where it is not the kind's
     * @param metric whose figure stands in it, where a row holds figures of several metrics
     */
    public record Column(
            Field field,
            List<String> headers,
            boolean required,
            Unit unit,
            Type type,
            Map<String, Code> values,
            UnknownWords unknownWords,
            List<String> formats,
            Optional<ZoneId> zone,
            Optional<String> metric) {

        public Column {
            headers = List.copyOf(headers);
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            formats = List.copyOf(formats);
        }

        /** The code that the word stands for; the word without capitals and surrounding blanks. */
        Optional<Code> codeOf(String folded) {
            Code exact = values.get(folded);
            if (exact != null) {
                return Optional.of(exact);
            }
            for (Map.Entry<String, Code> value : values.entrySet()) {
                String word = value.getKey();
                if (word.endsWith("*") && folded.regionMatches(0, word, 0, word.length() - 1)) {
                    return Optional.of(value.getValue());
                }
            }
            return Optional.empty();
        }
    }

    /** What it can say, if every column is there. */
    public Set<Field> fields() {
        if (format == Format.ACCOUNT_HEALTH_JSON) {
            return AccountHealthJson.FIELDS;
        }
        Set<Field> fields = EnumSet.noneOf(Field.class);
        columns.forEach(column -> fields.add(column.field()));
        fields.addAll(constants.keySet());
        return fields;
    }

    /** The metrics whose figures have a column each. */
    public Set<String> metrics() {
        return columns.stream().flatMap(column -> column.metric().stream()).collect(Collectors.toSet());
    }

    /** Whether what stands under this heading is buyers'; of JSON any name on the path may say so. */
    boolean isPersonal(String heading) {
        return format == Format.TABLE
                ? personal.contains(Headers.fold(heading))
                : Arrays.stream(heading.split("\\.|\\[]")).map(Headers::fold).anyMatch(this::isPersonalName);
    }

    private boolean isPersonalName(String name) {
        return personal.contains(name);
    }

    /** The paths of JSON of which only is asked whether there is a value. */
    Set<String> asked() {
        return columns.stream()
                .flatMap(column -> column.headers().stream())
                .filter(path -> format == Format.JSON && path.endsWith("?"))
                .map(path -> path.substring(0, path.length() - 1))
                .collect(Collectors.toSet());
    }

    boolean feeds(FactType type) {
        return feeds.contains(type);
    }

    /** Whether a row holds figures of several metrics, a column each. */
    boolean isWide() {
        return columns.stream().anyMatch(column -> column.metric().isPresent());
    }

    /** Whether every row names an order. */
    boolean namesOrders() {
        return columns.stream().anyMatch(column -> column.field() == Field.ORDER && column.required());
    }
}
