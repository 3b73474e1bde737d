package redflag.intake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 * @param columns what is read of it; several may mean the same field, the first one found counts
 * @param anyOf fields of which at least one must have a column; empty where no such rule
 */
public record ExportKind(
        String id,
        int version,
        String name,
        String where,
        Format format,
        FactType feeds,
        List<Column> columns,
        Set<Field> anyOf) {

    public ExportKind {
        columns = List.copyOf(columns);
        anyOf = Set.copyOf(anyOf);
    }

    /** How the bytes are laid out. */
    public enum Format {
        /** Rows under a header: tab-separated, comma-separated or a workbook, whichever the file turns out to be. */
        TABLE,
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

    /**
     * One column.
     *
     * @param headers its names, folded as by {@link Headers#fold}
     * @param required without it the file is not of this kind, and a blank cell rejects the row
     * @param values words and what they mean; a word may end in {@code *}
     * @param keepsUnknownWords whether a row with a word that is not among them counts all the same, with a warning
     * @param formats date patterns beside the standard ones, for dates that could be read two ways
     */
    public record Column(
            Field field,
            List<String> headers,
            boolean required,
            Unit unit,
            Map<String, Code> values,
            boolean keepsUnknownWords,
            List<String> formats) {

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
            return values.entrySet().stream()
                    .filter(e -> e.getKey().endsWith("*")
                            && folded.startsWith(
                                    e.getKey().substring(0, e.getKey().length() - 1)))
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
    }
}
