package redflag.settings;

import java.util.ArrayList;
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

    /** In the order found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
