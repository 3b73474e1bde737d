package redflag.check;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;

/**
 * What a letter says otherwise than an earlier one, sentence by sentence, in whatever order. Compared are the issue, the causes,
 * the actions and prevention; of an earlier letter in which none of these is found, all it says. Capitals, punctuation and
 * references such as {@code [1]} make no difference; what is still to be confirmed is no sentence yet.
 *
 * @param added in the order of the letter
 * @param removed in the order of the earlier one
 * @param figures sentences that are the same but for numbers and days
 */
public record Difference(List<String> added, List<String> removed, List<Changed> figures) {

    private static final Part[] BODY = {Part.ISSUE, Part.CAUSES, Part.ACTIONS, Part.PREVENTION};
    private static final Pattern REFERENCE = Pattern.compile("\\[\\d[\\d,\\s\u2013-]*]");

    public Difference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        figures = List.copyOf(figures);
    }

    /** A sentence, before and now. */
    public record Changed(String before, String now) {}

    public static Difference of(Letter before, Letter now) {
        List<String> removed = new ArrayList<>(body(before).toList());
        List<String> added = new ArrayList<>();
        body(now).filter(sentence -> take(removed, sentence, false).isEmpty()).forEach(added::add);
        List<Changed> figures = new ArrayList<>();
        for (Iterator<String> left = added.iterator(); left.hasNext(); ) {
            String sentence = left.next();
            String earlier = take(removed, sentence, true);
            if (!earlier.isEmpty()) {
                figures.add(new Changed(earlier, sentence));
                left.remove();
            }
        }
        return new Difference(added, removed, figures);
    }

    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty() && figures.isEmpty();
    }

    private static Stream<String> body(Letter letter) {
        boolean hasBody = letter.sentences(BODY).findAny().isPresent();
        return (hasBody ? letter.sentences(BODY) : letter.sentences())
                .map(Sentence::text)
                .filter(text -> !words(text).isEmpty());
    }

    /** Takes away the first that is the same; empty where none is. */
    private static String take(List<String> from, String sentence, boolean numbersApart) {
        String own = numbersApart ? Words.masked(bare(sentence)) : words(sentence);
        for (Iterator<String> all = from.iterator(); all.hasNext(); ) {
            String other = all.next();
            if (own.equals(numbersApart ? Words.masked(bare(other)) : words(other))) {
                all.remove();
                return other;
            }
        }
        return "";
    }

    private static String words(String text) {
        return String.join(" ", Words.of(bare(text)));
    }

    private static String bare(String text) {
        return REFERENCE.matcher(text).replaceAll(" ");
    }
}
