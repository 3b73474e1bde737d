package redflag.check;

import java.util.Map;
import java.util.Optional;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;

/**
 * One reason for refusal that a draft gives.
 *
 * @param at where it stands; missing where it is about the whole draft
 * @param facts what its text names
 */
public record Finding(Rule rule, Optional<Place> at, Map<String, Object> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    /**
     * @param item number of the point in its part; 0 if it is in no list
     * @param sentence number in the whole draft
     */
    public record Place(Part part, int item, int sentence, String text) {
        static Place of(Sentence sentence) {
            return new Place(sentence.part(), sentence.item(), sentence.number(), sentence.text());
        }
    }

    static Finding of(Rule rule, Map<String, Object> facts) {
        return new Finding(rule, Optional.empty(), facts);
    }

    static Finding at(Sentence sentence, Rule rule, Map<String, Object> facts) {
        return new Finding(rule, Optional.of(Place.of(sentence)), facts);
    }

    static Finding at(Letter.Item item, Rule rule, Map<String, Object> facts) {
        return item.sentences().isEmpty()
                ? of(rule, facts)
                : at(item.sentences().get(0), rule, facts);
    }
}
