package redflag.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file. Each getter notes its key as known and reports a wrong value with its line;
 * {@link #rejectUnknownKeys()} at the end reports what nobody asked for.
 *
 * <p>Texts must be texts to YAML too: an unquoted {@code NO} (false), {@code 0012} (ten) or {@code 1e3} (a thousand) is
 * refused with the advice to quote it, never taken for what was written.
 */
public final class Section {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern PERCENT = Pattern.compile("((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?) ?%");

    private final String file;
    private final int line;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    Section(String file, MappingNode node, Problems problems) {
        this.file = file;
        this.line = lineOf(node);
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                problem(lineOf(entry.getKeyNode()), "a key must be a plain word");
                continue;
            }
            if (values.put(key.getValue(), entry.getValueNode()) != null) {
                problem(lineOf(key), "'" + key.getValue() + "' stands twice");
            }
            lines.put(key.getValue(), lineOf(key));
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** As it stands in problems. */
    public String file() {
        return file;
    }

    /** The line of {@code key}, or of the section where the key is missing; counted from 1. */
    public int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Every key, in the order of the file; none of them counts as known by this. */
    public Set<String> keys() {
        return new LinkedHashSet<>(values.keySet());
    }

    public boolean has(String key) {
        known.add(key);
        return values.containsKey(key);
    }

    /** Reports {@code message} at the line of {@code key}. */
    public void problem(String key, String message) {
        problem(line(key), message);
    }

    private void problem(int atLine, String message) {
        problems.add(file, atLine, message);
    }

    public Optional<String> text(String key) {
        return node(key).flatMap(node -> text(key, node));
    }

    /** The text, or {@code ""} with a problem noted where it is missing. */
    public String requiredText(String key) {
        if (!has(key)) {
            problem(key, "'" + key + "' is missing");
        }
        return text(key).orElse("");
    }

    /** A list of texts; a single text is a list of one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            text(key, item).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<String> text(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            problem(lineOf(node), "'" + key + "' must be a text");
            return Optional.empty();
        }
        if (scalar.getTag().equals(Tag.STR)) {
            return Optional.of(scalar.getValue());
        }
        problem(
                lineOf(node),
                "'" + key + ": " + scalar.getValue() + "' is " + kindOf(scalar.getTag())
                        + " to YAML, not a text; write \"" + scalar.getValue() + "\" in quotes");
        return Optional.empty();
    }

    private static String kindOf(Tag tag) {
        if (tag.equals(Tag.BOOL)) {
            return "true or false";
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return "a number";
        }
        if (tag.equals(Tag.TIMESTAMP)) {
            return "a date";
        }
        return tag.equals(Tag.NULL) ? "empty" : "something else";
    }

    /** The value as it is written, whatever YAML takes it for; for keys that allow a word or something else. */
    public Optional<String> word(String key) {
        return scalar(key);
    }

    public Optional<LocalDate> day(String key) {
        return scalar(key).flatMap(value -> {
            try {
                return Optional.of(LocalDate.parse(value));
            } catch (DateTimeException e) {
                problem(key, "'" + key + ": " + value + "' is not a day; write it as 2026-11-22");
                return Optional.empty();
            }
        });
    }

    /** A whole number from {@code least} to {@code most}, both allowed. */
    public Optional<Integer> integer(String key, int least, int most) {
        return scalar(key).flatMap(value -> {
            if (WHOLE_NUMBER.matcher(value).matches() && value.length() < 10) {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            }
            problem(key, "'" + key + ": " + value + "' must be a whole number from " + least + " to " + most);
            return Optional.empty();
        });
    }

    /** A decimal number without sign for percent. */
    public Optional<BigDecimal> decimal(String key) {
        return scalar(key).flatMap(value -> {
            if (DECIMAL.matcher(value).matches()) {
                return Optional.of(new BigDecimal(value));
            }
            problem(key, "'" + key + ": " + value + "' must be a number such as 0.8");
            return Optional.empty();
        });
    }

    /** A share written in percent, {@code 80%}, as a fraction: 0.80. The sign is a must, so that 0.8 and 80 can't be confused. */
    public Optional<BigDecimal> percent(String key) {
        return scalar(key).flatMap(value -> {
            var matcher = PERCENT.matcher(value);
            if (matcher.matches()) {
                return Optional.of(new BigDecimal(matcher.group(1)).movePointLeft(2));
            }
            problem(key, "'" + key + ": " + value + "' must be a share with its sign, such as 80%");
            return Optional.empty();
        });
    }

    public Optional<Boolean> flag(String key) {
        return scalar(key).flatMap(value -> {
            if (value.equals("true") || value.equals("false")) {
                return Optional.of(Boolean.valueOf(value));
            }
            problem(key, "'" + key + ": " + value + "' must be true or false");
            return Optional.empty();
        });
    }

    /** One of the constants, written in lower case with dashes: {@code LESS_THAN} as {@code less-than}. */
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> type) {
        return scalar(key).flatMap(value -> constant(key, value, type));
    }

    /** Some of the constants, at least one, written as for {@link #oneOf}; a single one is a list of one. */
    public <E extends Enum<E>> Optional<Set<E>> someOf(String key, Class<E> type) {
        if (!has(key)) {
            return Optional.empty();
        }
        List<String> values = texts(key);
        if (values.isEmpty()) {
            problem(key, "'" + key + "' must name at least one");
        }
        Set<E> found = EnumSet.noneOf(type);
        values.forEach(value -> constant(key, value, type).ifPresent(found::add));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private <E extends Enum<E>> Optional<E> constant(String key, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (dashed(constant).equals(value)) {
                return Optional.of(constant);
            }
        }
        List<String> allowed =
                Arrays.stream(type.getEnumConstants()).map(Section::dashed).toList();
        problem(key, "'" + key + ": " + value + "' must be one of " + String.join(", ", allowed));
        return Optional.empty();
    }

    private static String dashed(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The mapping under {@code key}. */
    public Optional<Section> section(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof MappingNode mapping) {
                return Optional.of(new Section(file, mapping, problems));
            }
            problem(key, "'" + key + "' must hold `key: value` lines");
            return Optional.empty();
        });
    }

    /** The list of mappings under {@code key}. */
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof MappingNode mapping) {
                sections.add(new Section(file, mapping, problems));
            } else {
                problem(lineOf(item), "an entry of '" + key + "' must hold `key: value` lines");
            }
        }
        return sections;
    }

    /** Whether the value is a mapping; false where it is missing. */
    public boolean isSection(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** Reports every key that no getter asked for, with the keys that exist. */
    public void rejectUnknownKeys() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problem(key, "'" + key + "' is not known here; known are " + String.join(", ", known));
            }
        }
    }

    private List<Node> items(String key) {
        return node(key)
                .map(node -> node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node))
                .orElse(List.of());
    }

    private Optional<String> scalar(String key) {
        return node(key).flatMap(node -> {
            if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue());
            }
            problem(key, "'" + key + "' must be a single value");
            return Optional.empty();
        });
    }

    private Optional<Node> node(String key) {
        known.add(key);
        Node node = values.get(key);
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            problem(key, "'" + key + "' has no value");
            return Optional.empty();
        }
        return Optional.ofNullable(node);
    }
}
