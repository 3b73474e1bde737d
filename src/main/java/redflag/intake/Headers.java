package redflag.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import redflag.ledger.Field;

/** Column names as exports spell them: capitals, blanks, no-break spaces and kinds of dashes make no difference. */
final class Headers {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Headers() {}

    static String fold(String header) {
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

    /** How a header fits a kind: the place of each column that is there, or empty if it is not of this kind. */
    static Optional<Map<ExportKind.Column, Integer>> match(ExportKind kind, List<String> header) {
        return match(kind, places(header));
    }

    /** The same for {@link #places} that are known already: there are many kinds, and headers may be long. */
    static Optional<Map<ExportKind.Column, Integer>> match(ExportKind kind, Map<String, Integer> places) {
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
        boolean complete = kind.columns().stream()
                .filter(ExportKind.Column::required)
                .allMatch(column -> byField.contains(column.field()));
        boolean signed = kind.signature().stream().allMatch(places::containsKey);
        boolean any = kind.anyOf().isEmpty() || kind.anyOf().stream().anyMatch(byField::contains);
        boolean figures = !kind.isWide() || !metrics.isEmpty();
        return complete && signed && any && figures ? Optional.of(found) : Optional.empty();
    }
}
