package redflag.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Period;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.plan.Reason;

/**
 * What an earlier submission said otherwise. Certain cases only: the same days with other figures; a sentence that is the
 * same but for a number or a day; a cause that one states and the other denies.
 */
final class Earlier {

    private static final double SAME_SENTENCE = 0.75;
    private static final double SAME_CAUSE = 0.6;
    private static final int FEWEST_WORDS = 4;
    private static final Part[] STATED = {Part.OPENING, Part.ISSUE, Part.CAUSES, Part.ACTIONS, Part.OTHER};

    private final Letter letter;
    private final Reason reason;

    Earlier(Letter letter, Reason reason) {
        this.letter = letter;
        this.reason = reason;
    }

    List<Finding> findings(Background.Filed filed) {
        List<Finding> findings = new ArrayList<>();
        List<Sentence> before = filed.letter().sentences(STATED).toList();
        letter.sentences(STATED)
                .forEach(sentence -> before.stream()
                        .flatMap(earlier -> contradiction(sentence, earlier).stream())
                        .findFirst()
                        .ifPresent(found -> findings.add(Finding.at(
                                sentence,
                                Rule.CONTRADICTS_EARLIER,
                                Map.of(
                                        "file",
                                        filed.name(),
                                        "kind",
                                        found.kind(),
                                        "quote",
                                        Quote.of(found.earlier()))))));
        return findings;
    }

    private record Found(String kind, String earlier) {}

    private Optional<Found> contradiction(Sentence now, Sentence before) {
        if (otherFiguresOfTheSameDays(now.text(), before.text())) {
            return Optional.of(new Found("figures", before.text()));
        }
        if (sameButForANumber(now.text(), before.text())) {
            return Optional.of(new Found("number", before.text()));
        }
        boolean causes = now.part() == Part.CAUSES && before.part() == Part.CAUSES;
        if (causes && denied(now.text(), before.text())) {
            return Optional.of(new Found("denied", before.text()));
        }
        return Optional.empty();
    }

    private boolean otherFiguresOfTheSameDays(String now, String before) {
        if (!Subject.names(reason).in(now) || !Subject.names(reason).in(before)) {
            return false;
        }
        List<Period> days = Figures.periods(now);
        if (days.isEmpty() || !days.equals(Figures.periods(before))) {
            return false;
        }
        List<Figures.Count> counts = Figures.counts(now);
        List<Figures.Count> others = Figures.counts(before);
        return counts.size() == 1
                && others.size() == 1
                && (counts.get(0).affected() != others.get(0).affected()
                        || counts.get(0).total() != others.get(0).total());
    }

    /** Sentences about other days speak of other things, so two days each are not compared. */
    private static boolean sameButForANumber(String now, String before) {
        Set<String> words = Words.content(Figures.withoutDays(now));
        if (words.size() < FEWEST_WORDS
                || Words.jaccard(words, Words.content(Figures.withoutDays(before))) < SAME_SENTENCE) {
            return false;
        }
        if (!Figures.periods(now).isEmpty() || !Figures.periods(before).isEmpty()) {
            return false;
        }
        return !numbers(now).equals(numbers(before))
                && !numbers(now).isEmpty()
                && !numbers(before).isEmpty();
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Figures.days(text).forEach(day -> numbers.add(day.getMonthValue() + "-" + day.getDayOfMonth()));
        for (String word : Words.of(Figures.withoutCodes(text))) {
            if (word.chars().allMatch(letter -> Character.isDigit(letter) || letter == '.' || letter == ',')) {
                numbers.add(word);
            }
        }
        return numbers;
    }

    private static boolean denied(String now, String before) {
        Phrases denial = Phrases.of("denial");
        if (denial.in(now) == denial.in(before)) {
            return false;
        }
        Set<String> one = Words.content(Phrases.of("filler").without(denial.without(now)));
        Set<String> other = Words.content(Phrases.of("filler").without(denial.without(before)));
        int smaller = Math.min(one.size(), other.size());
        long both = one.stream().filter(other::contains).count();
        return smaller >= 3 && both >= SAME_CAUSE * smaller;
    }
}
