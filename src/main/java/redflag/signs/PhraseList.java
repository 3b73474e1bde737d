package redflag.signs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases by the words with which they begin, so that few are tried where a word stands. */
final class PhraseList {

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final List<Phrase> open = new ArrayList<>();

    PhraseList(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            phrase.firstWords()
                    .forEach(word -> byFirstWord
                            .computeIfAbsent(word, w -> new ArrayList<>())
                            .add(phrase));
            if (phrase.beginsOpen()) {
                open.add(phrase);
            }
        }
    }

    /** Those that may begin with the word. */
    List<Phrase> beginningWith(String word) {
        List<Phrase> known = byFirstWord.getOrDefault(word, List.of());
        if (open.isEmpty()) {
            return known;
        }
        List<Phrase> all = new ArrayList<>(known);
        all.addAll(open);
        return all;
    }

    /** Whether one of them, which have no gaps, begins at this place. */
    boolean isAt(List<String> clause, int at) {
        for (Phrase phrase : beginningWith(clause.get(at))) {
            if (phrase.end(clause, at, this) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them begins at a place from {@code from} to before {@code to}, as far as there are such places. */
    boolean isIn(List<String> clause, int from, int to) {
        for (int at = Math.max(0, from); at < Math.min(to, clause.size()); at++) {
            if (isAt(clause, at)) {
                return true;
            }
        }
        return false;
    }
}
