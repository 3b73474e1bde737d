package redflag.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words that a reader at Amazon holds against a plan, sentence by sentence: one finding a sentence and list. */
final class Tone {

    private static final Map<Rule, String> LISTS =
            Map.of(Rule.STOCK_PHRASE, "stock-phrases", Rule.BLAME, "blame", Rule.EMOTION, "emotion");

    private final Letter letter;

    Tone(Letter letter) {
        this.letter = letter;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        letter.sentences()
                .forEach(sentence -> LISTS.forEach((rule, list) -> Phrases.of(list)
                        .first(sentence.text())
                        .ifPresent(match -> findings.add(Finding.at(sentence, rule, Map.of("phrase", match.text()))))));
        return findings;
    }
}
