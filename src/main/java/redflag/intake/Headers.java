package redflag.intake;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import redflag.ledger.FactType;
import redflag.ledger.Field;

/** Column names as exports spell them: capitals, blanks, no-break spaces and kinds of dashes make no difference. */
final class Headers {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Headers() {}

    static String fold(String header) {
        return isPlain(header) ? header.toLowerCase(Locale.ROOT) : foldAny(header);
    }

    /** Whether it is of printable ASCII with single blanks between words, as nearly all are: then only capitals matter. */
    private static boolean isPlain(String header) {
        char before = ' ';
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return header.isEmpty() || before != ' ';
    }

    private static String foldAny(String header) {
        String plain = Normalizer.normalize(header, Normalizer.Form.NFKC)
                .replace('\u2013', '-')
                .replace('\u2014', '-')
                .replace('\uFEFF', ' ')
                .strip()
                .toLowerCase(Locale.ROOT);
        return BLANKS.matcher(plain).replaceAll(" ");
    }

    /** The place of each folded name; of a name that stands twice the first. */
    static Map<String, Integer> places(List<String> header) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            places.putIfAbsent(fold(header.get(i)), i);
        }
        return places;
    }

    /**
     * How a header fits a kind.
     *
     * @param places of each column that is there
     * @param lacks what keeps it from being of this kind: of each list one heading would have to be there
     */
    record Fit(Map<ExportKind.Column, Integer> places, List<List<String>> lacks) {}

    /** The place of each column that is there, or empty if it is not of this kind. */
    static Optional<Map<ExportKind.Column, Integer>> match(ExportKind kind, List<String> header) {
        return match(kind, places(header));
    }

    /** The same for {@link #places} that are known already: there are many kinds, and headers may be long. */
    static Optional<Map<ExportKind.Column, Integer>> match(ExportKind kind, Map<String, Integer> places) {
        if (lacksRequired(kind, places)) {
            return Optional.empty();
        }
        Fit fit = fit(kind, places);
        return fit.lacks().isEmpty() && kind.not().stream().noneMatch(places::containsKey)
                ? Optional.of(fit.places())
                : Optional.empty();
    }

    /** Most headers are of one kind and none of the thirty others: these are soon told by what they lack. */
    private static boolean lacksRequired(ExportKind kind, Map<String, Integer> places) {
        for (ExportKind.Column column : kind.columns()) {
            if (column.required()
                    && kind.columns().stream()
                            .noneMatch(same -> same.field() == column.field() && isThere(same, places))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isThere(ExportKind.Column column, Map<String, Integer> places) {
        for (String heading : column.headers()) {
            if (places.containsKey(fold(heading))) {
                return true;
            }
        }
        return false;
    }

    static Fit fit(ExportKind kind, List<String> header) {
        return fit(kind, places(header));
    }

    private static Fit fit(ExportKind kind, Map<String, Integer> places) {
        Map<ExportKind.Column, Integer> found = new HashMap<>();
        Set<Field> byField = new HashSet<>();
        Set<String> metrics = new HashSet<>();
        for (ExportKind.Column column : kind.columns()) {
            Optional<Integer> place = column.headers().stream()
                    .map(Headers::fold)
                    .map(places::get)
                    .filter(java.util.Objects::nonNull)
                    .findFirst();
            boolean first = column.metric().map(m -> !metrics.contains(m)).orElse(!byField.contains(column.field()));
            if (place.isPresent() && first) {
                column.metric().ifPresentOrElse(metrics::add, () -> byField.add(column.field()));
                found.put(column, place.get());
            }
        }
        List<List<String>> lacks = new ArrayList<>();
        kind.columns().stream()
                .filter(column -> column.required() && !byField.contains(column.field()))
                .forEach(column -> lacks.add(column.headers()));
        kind.signature().stream().filter(name -> !places.containsKey(name)).forEach(name -> lacks.add(List.of(name)));
        if (!kind.anyOf().isEmpty() && kind.anyOf().stream().noneMatch(byField::contains)) {
            lacks.add(headings(kind, column -> kind.anyOf().contains(column.field())));
        }
        if (kind.isWide() && metrics.isEmpty() && !kind.feeds(FactType.ACCOUNT_STATE)) {
            lacks.add(headings(kind, column -> column.metric().isPresent()));
        }
        return new Fit(found, lacks);
    }

    private static List<String> headings(ExportKind kind, Predicate<ExportKind.Column> which) {
        return kind.columns().stream()
                .filter(which)
                .flatMap(column -> column.headers().stream())
                .toList();
    }
}
