package redflag.xlsx;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Values, each once, with the numbers by which others name them. */
final class Numbered<T> {

    private final int first;
    private final Map<T, Integer> numbers = new LinkedHashMap<>();

    Numbered(int first) {
        this.first = first;
    }

    /** Adds it, if it is new. */
    int of(T value) {
        return numbers.computeIfAbsent(value, added -> first + numbers.size());
    }

    /** In the order of their numbers. */
    Set<T> values() {
        return numbers.keySet();
    }
}
