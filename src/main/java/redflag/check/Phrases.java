package redflag.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A list of phrases from {@code check/en/NAME.txt}: one a line, {@code #} begins a comment.
 *
 * <p>Capitals and line breaks do not matter. {@code *} is any ending of a word, {@code a|b} one word or the other,
 * {@code …} up to five words of the same sentence between. A line that begins with {@code !} is an exception: where it
 * stands, nothing is found.
 */
final class Phrases {

    private static final Map<String, Phrases> BY_NAME = new ConcurrentHashMap<>();
    private static final String GAP = "(?:[\\p{L}\\p{N}'-]+[,:;]?\\s+){0,5}?";

    private final List<Pattern> patterns = new ArrayList<>();
    private final List<Pattern> exceptions = new ArrayList<>();

    /** A phrase where it stands in a text. */
    record Match(int start, int end, String text) {}

    private Phrases(List<String> lines) {
        for (String line : lines) {
            int comment = line.indexOf('#');
            String phrase = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (phrase.startsWith("!")) {
                exceptions.add(pattern(phrase.substring(1).strip()));
            } else if (!phrase.isEmpty()) {
                patterns.add(pattern(phrase));
            }
        }
    }

    static Phrases of(String name) {
        return BY_NAME.computeIfAbsent(name, Phrases::load);
    }

    static Phrases ofLines(List<String> lines) {
        return new Phrases(lines);
    }

    private static Phrases load(String name) {
        String path = "/check/en/" + name + ".txt";
        try (InputStream in = Phrases.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the program");
            }
            return new Phrases(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pattern pattern(String phrase) {
        StringBuilder pattern = new StringBuilder();
        if (isWord(phrase.charAt(0))) {
            pattern.append("(?<![\\p{L}\\p{N}])");
        }
        String between = "";
        for (String word : phrase.split("\\s+", -1)) {
            if (word.equals("…")) {
                between = "\\s+" + GAP;
            } else {
                pattern.append(between).append(word(word));
                between = "[\\s,]+";
            }
        }
        if (isWord(phrase.charAt(phrase.length() - 1))) {
            pattern.append("(?![\\p{L}\\p{N}])");
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String word(String word) {
        String choices = Pattern.compile("\\|")
                .splitAsStream(word)
                .map(choice -> Pattern.compile("\\*")
                        .splitAsStream(choice + " ")
                        .map(part -> Pattern.quote(part.strip()).replace("'", "\\E['’]\\Q"))
                        .collect(Collectors.joining("[\\p{L}'’]*")))
                .collect(Collectors.joining("|"));
        return "(?:" + choices + ")";
    }

    private static boolean isWord(int letter) {
        return Character.isLetterOrDigit(letter) || letter == '*';
    }

    /** The first in the text; exceptions hide what stands in them. */
    Optional<Match> first(String text) {
        return all(text).stream().findFirst();
    }

    boolean in(String text) {
        return first(text).isPresent();
    }

    /** By place; none overlaps an earlier one. */
    List<Match> all(String text) {
        List<Match> found = new ArrayList<>();
        for (Pattern pattern : patterns) {
            matches(pattern, text).forEach(found::add);
        }
        List<Match> excepted =
                exceptions.stream().flatMap(e -> matches(e, text).stream()).toList();
        found.removeIf(match -> excepted.stream().anyMatch(e -> e.start() <= match.start() && match.end() <= e.end()));
        found.sort(Comparator.comparingInt(Match::start)
                .thenComparing(Comparator.comparingInt(Match::end).reversed()));
        List<Match> apart = new ArrayList<>();
        for (Match match : found) {
            if (apart.isEmpty() || match.start() >= apart.get(apart.size() - 1).end()) {
                apart.add(match);
            }
        }
        return apart;
    }

    /** The text with a blank in place of each phrase. */
    String without(String text) {
        StringBuilder left = new StringBuilder(text);
        List<Match> found = all(text);
        for (int i = found.size() - 1; i >= 0; i--) {
            left.replace(found.get(i).start(), found.get(i).end(), " ");
        }
        return left.toString();
    }

    private static List<Match> matches(Pattern pattern, String text) {
        List<Match> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(new Match(matcher.start(), matcher.end(), matcher.group()));
        }
        return found;
    }
}
