package redflag.basics;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something to be said to a reader in his language: the key of a text and the facts in it. Keeps the modules that find
 * things out free of words.
 *
 * @param key names a text of the words module
 * @param facts texts, whole numbers, decimals and days
 */
public record Remark(String key, Map<String, Object> facts) {

    public Remark {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    public static Remark of(String key) {
        return new Remark(key, Map.of());
    }

    public static Remark of(String key, String name, Object fact) {
        return new Remark(key, Map.of(name, fact));
    }
}
