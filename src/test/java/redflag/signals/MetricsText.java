package redflag.signals;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format 0.0.4 by its own rules and refuses what breaks one: a sample without HELP and TYPE before
 * it, a name or label that may not be, a sample twice, samples of a metric that do not stand together, no line feed at the end.
 */
public final class MetricsText {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\"\\\\n])*\"";
    private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") .+");
    private static final Pattern TYPE =
            Pattern.compile("# TYPE (" + NAME + ") (gauge|counter|histogram|summary|untyped)");
    private static final Pattern SAMPLE = Pattern.compile("(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL
            + ")*)?})? ([+-]?(?:[0-9.]+(?:[eE][+-]?[0-9]+)?|Inf)|NaN)");

    private MetricsText() {}

    /** @return by name and labels as they are written */
    public static Map<String, Double> read(String text) {
        if (!text.endsWith("\n")) {
            throw new AssertionError("the last line has no end");
        }
        Map<String, Double> samples = new TreeMap<>();
        Set<String> helped = new HashSet<>();
        Set<String> typed = new HashSet<>();
        String current = "";
        for (String line : text.split("\n")) {
            Matcher help = HELP.matcher(line);
            Matcher type = TYPE.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (help.matches()) {
                current = once(helped, help.group(1), line);
            } else if (type.matches()) {
                current = once(typed, type.group(1), line);
            } else if (sample.matches() && sample.group(1).equals(current) && typed.contains(current)) {
                String labels = sample.group(2) == null ? "" : "{" + sample.group(2) + "}";
                if (samples.put(current + labels, Double.valueOf(sample.group(3))) != null) {
                    throw new AssertionError("twice: " + line);
                }
            } else {
                throw new AssertionError("no line of the format, or not at its place: " + line);
            }
        }
        return samples;
    }

    private static String once(Set<String> names, String name, String line) {
        if (!names.add(name)) {
            throw new AssertionError("twice: " + line);
        }
        return name;
    }
}
