package redflag.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text leaves to confirm, in its words alone: whatever facts of the night stand between them. */
final class Wording {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Pattern words;

    /** @param text an ICU pattern with one thing to confirm */
    Wording(String text) {
        Matcher open = Plan.TO_CONFIRM.matcher(text);
        this.words = Pattern.compile(open.find() ? words(normal(open.group(1))) : "");
    }

    private static String words(String pattern) {
        StringBuilder words = new StringBuilder();
        int depth = 0;
        for (char letter : pattern.replace("''", "'").toCharArray()) {
            if (letter == '{' && depth++ == 0) {
                words.append(".*");
            } else if (letter == '}') {
                depth--;
            } else if (depth == 0) {
                words.append(Pattern.quote(String.valueOf(letter)));
            }
        }
        return words.toString();
    }

    /** Whether it is asked so. */
    boolean isOf(String asked) {
        return words.matcher(normal(asked)).matches();
    }

    private static String normal(String text) {
        return BLANKS.matcher(text.strip()).replaceAll(" ");
    }
}
