package redflag.signs;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.ledger.Code;
import redflag.settings.Section;

/**
 * The phrases of one language. Of the file: {@code negations} take back a phrase that begins up to four words behind them and
 * has none itself, {@code doubts} (such as {@code if}) any phrase there, words of {@code behind} one that ends up to four words
 * before them; of each sign {@code phrases} and {@code unless} (where one of these stands in the clause, the phrases say
 * nothing for sure). How a phrase is written, says {@link Phrase}; negations and doubts have no gaps.
 */
final class Phrases {

    /** So many words a negation reaches. */
    private static final int REACH = 4;

    private final PhraseList negations;
    private final PhraseList doubts;
    private final PhraseList behind;
    private final PhraseList phrases;
    private final Map<Phrase, Code> signs;
    private final Map<Code, PhraseList> unless;

    private Phrases(Section file, Map<Phrase, Code> signs, Map<Code, PhraseList> unless) {
        this.negations = new PhraseList(phrases(file, "negations"));
        this.doubts = new PhraseList(phrases(file, "doubts"));
        this.behind = new PhraseList(phrases(file, "behind"));
        this.phrases = new PhraseList(List.copyOf(signs.keySet()));
        this.signs = signs;
        this.unless = unless;
    }

    static Phrases read(Section file) {
        Map<Phrase, Code> signs = new LinkedHashMap<>();
        Map<Code, PhraseList> unless = new EnumMap<>(Code.class);
        for (Code sign : Complaints.SIGNS) {
            Optional<Section> words = file.section(SignFile.key(sign));
            if (words.isEmpty()) {
                file.problem(SignFile.key(sign), "'" + SignFile.key(sign) + "' is missing");
            }
            words.ifPresent(section -> {
                phrases(section, "phrases").forEach(phrase -> signs.put(phrase, sign));
                unless.put(sign, new PhraseList(phrases(section, "unless")));
                section.rejectUnknownKeys();
            });
        }
        return new Phrases(file, signs, unless);
    }

    private static List<Phrase> phrases(Section section, String key) {
        return section.texts(key).stream().map(Phrase::new).toList();
    }

    /** What a clause of {@link Clauses} shows. */
    Set<Code> in(List<String> clause) {
        Set<Code> found = EnumSet.noneOf(Code.class);
        for (int at = 0; at < clause.size(); at++) {
            for (Phrase phrase : phrases.beginningWith(clause.get(at))) {
                int end = phrase.end(clause, at, negations);
                if (end >= 0 && !isTakenBack(clause, at, end)) {
                    Optional.ofNullable(signs.get(phrase)).ifPresent(found::add);
                }
            }
        }
        unless.forEach((sign, words) -> {
            if (found.contains(sign) && words.isIn(clause, 0, clause.size())) {
                found.remove(sign);
            }
        });
        return found;
    }

    private boolean isTakenBack(List<String> clause, int start, int end) {
        boolean saysNo = negations.isIn(clause, start, end);
        return doubts.isIn(clause, start - REACH, start)
                || !saysNo && negations.isIn(clause, start - REACH, start)
                || behind.isIn(clause, end, end + REACH);
    }
}
