package redflag.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;

/**
 * Text that another store of the agency has too, by runs of five words; numbers, days and ids make no difference.
 *
 * <p>A point with something still to be confirmed is no text yet, and is not compared.
 */
final class Copies {

    static final int RUN = 5;
    private static final double SAME_LETTER = 0.5;
    private static final double SAME_SENTENCE = 0.8;
    private static final int FEWEST_RUNS = 5;
    private static final Part[] OWN_WORDS = {Part.CAUSES, Part.ACTIONS, Part.PREVENTION};

    private final Letter letter;

    Copies(Letter letter) {
        this.letter = letter;
    }

    List<Finding> findings(List<Background.Filed> others) {
        List<Finding> findings = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        for (Background.Filed other : others) {
            double alike = Words.jaccard(runs(letter), runs(other.letter()));
            if (alike >= SAME_LETTER) {
                findings.add(Finding.of(
                        Rule.TEXT_OF_ANOTHER_STORE,
                        Map.of(
                                "store",
                                other.store(),
                                "file",
                                other.name(),
                                "share",
                                String.valueOf(Math.round(100 * alike)))));
            } else {
                sentences(other, told, findings);
            }
        }
        return findings;
    }

    private void sentences(Background.Filed other, Set<Integer> told, List<Finding> findings) {
        List<Sentence> theirs = written(other.letter()).toList();
        written(letter).forEach(sentence -> {
            Set<String> runs = Words.shingles(sentence.text(), RUN);
            if (runs.size() < FEWEST_RUNS || told.contains(sentence.number())) {
                return;
            }
            theirs.stream()
                    .filter(their -> Words.jaccard(runs, Words.shingles(their.text(), RUN)) >= SAME_SENTENCE)
                    .findFirst()
                    .ifPresent(their -> {
                        told.add(sentence.number());
                        findings.add(Finding.at(
                                sentence,
                                Rule.SENTENCE_OF_ANOTHER_STORE,
                                Map.of("store", other.store(), "file", other.name(), "sentence", (long)
                                        their.number())));
                    });
        });
    }

    private static Stream<Sentence> written(Letter letter) {
        return letter.items(OWN_WORDS).filter(item -> !item.isOpen()).flatMap(item -> item.sentences().stream());
    }

    private static Set<String> runs(Letter of) {
        Set<String> runs = new HashSet<>();
        written(of).forEach(sentence -> runs.addAll(Words.shingles(sentence.text(), RUN)));
        return runs;
    }
}
