package redflag.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.plan.Reason;

/**
 * The rules about a draft as a whole. While something in it is still to be confirmed, what is not there yet is not
 * missed.
 */
final class WholeLetter {

    static final int FEWEST_WORDS = 120;
    static final int MOST_WORDS = 1000;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Letter letter;
    private final Reason reason;
    private final boolean open;
    private final List<Finding> findings = new ArrayList<>();

    WholeLetter(Letter letter, Reason reason) {
        this.letter = letter;
        this.reason = reason;
        this.open = !letter.open().isEmpty();
    }

    List<Finding> findings() {
        unresolved();
        if (!anotherProblem()) {
            problemStated();
        }
        if (reason.asksThreeQuestions()) {
            partsThere();
        }
        length();
        if (!open) {
            if (!Subject.isOfTheAccount(reason)) {
                investigated();
            }
            proven();
            askedPartsThere();
        }
        return findings;
    }

    private void unresolved() {
        List<Sentence> toConfirm = letter.open();
        if (!toConfirm.isEmpty()) {
            findings.add(Finding.at(
                    toConfirm.get(0),
                    Rule.UNRESOLVED_CONFIRM,
                    Map.of("count", (long) toConfirm.size(), "kind", "confirm", "phrase", "")));
        }
        List<Sentence> asked = letter.open(Part.ASIDE);
        if (!asked.isEmpty()) {
            findings.add(Finding.at(asked.get(0), Rule.OPEN_QUESTION, Map.of("count", (long) asked.size())));
        }
        Phrases blanks = Phrases.of("blanks");
        letter.sentences()
                .filter(sentence -> !isSignOff(blanks.without(sentence.text())))
                .forEach(sentence -> blanks.first(sentence.text())
                        .ifPresent(blank -> findings.add(Finding.at(
                                sentence,
                                Rule.UNRESOLVED_CONFIRM,
                                Map.of("count", 1L, "kind", "blank", "phrase", blank.text())))));
    }

    /** Whether it has no words but those beside which people sign. */
    private static boolean isSignOff(String text) {
        return Phrases.of("sign-off").in(text)
                && Words.of(Phrases.of("sign-off").without(text)).isEmpty();
    }

    /** Only where the draft never names its own problem and names another. */
    private boolean anotherProblem() {
        if (Subject.timesNamed(letter, reason) > 0) {
            return false;
        }
        Optional<Reason> other = Subject.others(reason)
                .filter(r -> Subject.timesNamed(letter, r) > 0)
                .max(java.util.Comparator.comparingInt(r -> Subject.timesNamed(letter, r)));
        other.ifPresent(named -> {
            Map<String, Object> facts = Map.of("other", named.word(), "reason", reason.word());
            findings.add(letter.sentences()
                    .filter(sentence -> Subject.names(named).in(sentence.text()))
                    .findFirst()
                    .map(sentence -> Finding.at(sentence, Rule.OTHER_PROBLEM, facts))
                    .orElse(Finding.of(Rule.OTHER_PROBLEM, facts)));
        });
        return other.isPresent();
    }

    /** In the part that is for it, else before the first heading, else where Amazon's form leaves room: in the causes. */
    private void problemStated() {
        boolean stated = Stream.of(Part.ISSUE, Part.OPENING, Part.CAUSES)
                .flatMap(letter::sentences)
                .anyMatch(sentence -> Subject.isNamedIn(sentence.text(), reason) && isExact(sentence.text()));
        if (!stated) {
            findings.add(Finding.of(
                    Rule.PROBLEM_NOT_STATED,
                    Map.of("reason", reason.word(), "kind", reason.isOfARate() ? "rate" : "notice")));
        }
    }

    /** Of a rate its figure; of a notice its day, or what it names. */
    private boolean isExact(String text) {
        boolean hasFigure =
                !Figures.percentages(text).isEmpty() || !Figures.counts(text).isEmpty();
        return hasFigure
                || !reason.isOfARate() && (Proof.in(text) || DIGIT.matcher(text).find());
    }

    /** What the letter has to speak of besides the three questions, or in place of them. */
    private void askedPartsThere() {
        for (AskedParts.AskedPart part : AskedParts.of(reason)) {
            boolean isThere =
                    letter.sentences().anyMatch(sentence -> part.phrases().in(sentence.text()))
                            || letter.sections().stream()
                                    .anyMatch(section -> part.phrases().in(section.heading()));
            if (!isThere) {
                findings.add(Finding.of(Rule.ASKED_PART_MISSING, Map.of("what", part.what(), "reason", reason.word())));
            }
        }
    }

    private void partsThere() {
        for (Part part : List.of(Part.CAUSES, Part.ACTIONS, Part.PREVENTION)) {
            if (!letter.has(part)) {
                findings.add(Finding.of(Rule.PART_MISSING, Map.of("part", part.name())));
            }
        }
    }

    private void length() {
        int words = letter.words();
        if (words < FEWEST_WORDS && !open && reason.asksThreeQuestions()) {
            findings.add(Finding.of(Rule.TOO_BRIEF, Map.of("words", (long) words, "least", (long) FEWEST_WORDS)));
        }
        if (words > MOST_WORDS) {
            findings.add(Finding.of(Rule.TOO_LONG, Map.of("words", (long) words, "most", (long) MOST_WORDS)));
        }
    }

    /** Said, or seen from causes that break the orders down: {@code 31 of 42}. */
    private void investigated() {
        boolean said = letter.sentences(Part.OPENING, Part.ISSUE, Part.CAUSES, Part.ACTIONS, Part.OTHER)
                .anyMatch(sentence -> Phrases.of("investigation").in(sentence.text()));
        boolean brokenDown = letter.sentences(Part.CAUSES)
                .anyMatch(sentence -> !Figures.counts(sentence.text()).isEmpty());
        if (!said && !brokenDown) {
            findings.add(Finding.of(Rule.NO_INVESTIGATION, Map.of()));
        }
    }

    private void proven() {
        boolean proven = letter.sentences().anyMatch(sentence -> Proof.in(sentence.text()));
        if (!proven) {
            findings.add(Finding.of(Rule.NO_PROOF, Map.of()));
        }
    }
}
