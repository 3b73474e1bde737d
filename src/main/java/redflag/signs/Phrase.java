package redflag.signs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Words one after the other, as {@code never arrived|came … $}: {@code a|b} is one or the other, {@code *} any ending,
 * {@code …} up to three words between, {@code $} at the end that the clause ends there.
 */
final class Phrase {

    private static final String GAP = "\u2026";
    private static final String END = "$";
    private static final int LONGEST_GAP = 3;

    private final List<Part> parts = new ArrayList<>();
    private boolean endsClause;

    /** One place of a phrase: any of its words may stand there. */
    private record Part(boolean afterGap, List<Word> words) {}

    /** In Chinese and Japanese of several characters, each a word of a clause. @param open whether any ending may follow */
    private record Word(List<String> words, boolean open) {

        /** Behind it, or -1 where it does not stand there. */
        int end(List<String> clause, int at) {
            if (at + words.size() > clause.size()) {
                return -1;
            }
            for (int i = 0; i < words.size(); i++) {
                String found = clause.get(at + i);
                boolean fits = open ? found.startsWith(words.get(i)) : found.equals(words.get(i));
                if (!fits) {
                    return -1;
                }
            }
            return at + words.size();
        }
    }

    /** @throws IllegalArgumentException if a word of it ends a clause, so that it never stands in one */
    Phrase(String text) {
        boolean afterGap = false;
        for (String place : text.strip().split("\\s+", -1)) {
            if (place.equals(END)) {
                endsClause = true;
            } else if (place.equals(GAP)) {
                afterGap = true;
            } else {
                parts.add(new Part(
                        afterGap,
                        Pattern.compile("\\|")
                                .splitAsStream(place)
                                .map(Phrase::word)
                                .toList()));
                afterGap = false;
            }
        }
    }

    private static Word word(String word) {
        List<List<String>> clauses = Clauses.of(word);
        if (clauses.size() != 1) {
            throw new IllegalArgumentException("'" + word + "' ends a clause, and is in none");
        }
        return new Word(clauses.get(0), word.endsWith("*"));
    }

    /** The words of a clause with which it may begin. */
    List<String> firstWords() {
        return parts.get(0).words().stream()
                .filter(word -> !word.open())
                .map(word -> word.words().get(0))
                .toList();
    }

    /** Whether it may begin with a word of any ending. */
    boolean beginsOpen() {
        return parts.get(0).words().stream().anyMatch(Word::open);
    }

    /** Behind it where it stands at this place of the clause, or -1. @param apart none of these may stand in a gap */
    int end(List<String> clause, int at, PhraseList apart) {
        return end(clause, at, 0, apart);
    }

    private int end(List<String> clause, int at, int part, PhraseList apart) {
        if (part == parts.size()) {
            return endsClause && at < clause.size() ? -1 : at;
        }
        int gap = parts.get(part).afterGap() ? LONGEST_GAP : 0;
        for (int skipped = 0; skipped <= gap; skipped++) {
            boolean isOver = skipped > 0 && (at + skipped >= clause.size() || apart.isAt(clause, at + skipped - 1));
            if (isOver) {
                return -1;
            }
            for (Word word : parts.get(part).words()) {
                int next = word.end(clause, at + skipped);
                int end = next < 0 ? -1 : end(clause, next, part + 1, apart);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return -1;
    }
}
