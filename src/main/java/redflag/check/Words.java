package redflag.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as words, to be compared: lower case, without punctuation, each number the same. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’.,-][\\p{L}\\p{N}]+)*");
    private static final String NUMBER = "#";

    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ENGLISH).replace('’', '\''));
        }
        return words;
    }

    /** The text word by word, each number the same. */
    static String masked(String text) {
        return of(text).stream().map(Words::maskedWord).collect(Collectors.joining(" "));
    }

    /** Runs of {@code length} words; numbers, ids and codes count as the same word. */
    static Set<String> shingles(String text, int length) {
        List<String> words = of(text).stream().map(Words::maskedWord).toList();
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + length <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + length)));
        }
        return shingles;
    }

    /** The words of three letters and more, without numbers. */
    static Set<String> content(String text) {
        Set<String> words = new HashSet<>();
        for (String word : of(text)) {
            if (word.length() > 2 && !maskedWord(word).equals(NUMBER)) {
                words.add(word);
            }
        }
        return words;
    }

    /** What both have over what either has; 0 where both are empty. */
    static double jaccard(Set<String> one, Set<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }

    private static String maskedWord(String word) {
        return word.chars().anyMatch(Character::isDigit) ? NUMBER : word;
    }
}
