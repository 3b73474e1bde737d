package redflag.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong, so that a person sees all of it at once. Not safe for several threads. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(String file, int line, String message) {
        found.add(new Problem(file, line, message));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file and line; those of one line in the order found. */
    public List<Problem> list() {
        return found.stream()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .toList();
    }
}
