package redflag.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redflag.check.Letter.Item;
import redflag.check.Letter.Part;
import redflag.check.Letter.Sentence;
import redflag.plan.Reason;

/** The line from cause to action to prevention. What is still to be confirmed is not judged. */
final class Measures {

    private static final int FEWEST_CONTENT_WORDS = 4;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Letter letter;
    private final Reason reason;
    private final List<Finding> findings = new ArrayList<>();

    Measures(Letter letter, Reason reason) {
        this.letter = letter;
        this.reason = reason;
    }

    List<Finding> findings() {
        if (reason.asksThreeQuestions()) {
            points(Part.CAUSES).stream().filter(cause -> !cause.isOpen()).forEach(this::cause);
        }
        answered(Part.CAUSES, Part.ACTIONS, Rule.CAUSE_WITHOUT_ACTION);
        answered(Part.ACTIONS, Part.PREVENTION, Rule.ACTION_WITHOUT_PREVENTION);
        done();
        thresholds();
        return findings;
    }

    /** The points of the list, or where there is no list the whole part as one. */
    private List<Item> points(Part part) {
        List<Item> numbered =
                letter.items(part).filter(item -> item.number() > 0).toList();
        if (!numbered.isEmpty()) {
            return numbered;
        }
        List<Sentence> all =
                letter.items(part).flatMap(item -> item.sentences().stream()).toList();
        return all.isEmpty() ? List.of() : List.of(new Item(part, 0, false, all));
    }

    /** One finding a cause: that it is no cause says more than that it is vague. */
    private void cause(Item cause) {
        if (restatesSymptom(cause.text())) {
            findings.add(Finding.at(cause, Rule.CAUSE_RESTATES_SYMPTOM, Map.of("reason", reason.word())));
            return;
        }
        if (!Figures.hasNumber(cause.text())) {
            String phrase = Phrases.of("vague")
                    .first(cause.text())
                    .map(Phrases.Match::text)
                    .orElse("");
            if (phrase.isEmpty() && !reason.isOfARate()) {
                // what a notice is about has no count of orders
                return;
            }
            Sentence at = cause.sentences().stream()
                    .filter(sentence -> !phrase.isEmpty() && sentence.text().contains(phrase))
                    .findFirst()
                    .orElse(cause.sentences().get(0));
            findings.add(Finding.at(
                    at, Rule.VAGUE_CAUSE, Map.of("phrase", phrase, "vague", String.valueOf(!phrase.isEmpty()))));
        }
    }

    /** Without the symptom, numbers and words that any letter has, too little is left to be a cause. */
    private boolean restatesSymptom(String text) {
        if (!Subject.isNamedIn(text, reason)) {
            return false;
        }
        String left = Subject.symptoms(reason).without(Subject.names(reason).without(Figures.withoutCodes(text)));
        Set<String> content = Words.content(Phrases.of("filler").without(left));
        return content.size() < FEWEST_CONTENT_WORDS;
    }

    /** By number where both are numbered; else, without numbers on one side, nothing is certain. */
    private void answered(Part asked, Part answering, Rule rule) {
        List<Item> questions = points(asked);
        List<Item> answers = points(answering);
        if (questions.isEmpty() || answers.isEmpty()) {
            return;
        }
        Set<Integer> numbers = answers.stream().map(Item::number).collect(Collectors.toCollection(TreeSet::new));
        if (numbers.contains(0) || answers.stream().anyMatch(Item::bullet)) {
            return;
        }
        for (Item question : questions) {
            if (question.number() > 0 && !question.bullet() && !numbers.contains(question.number())) {
                findings.add(Finding.at(question, rule, Map.of("number", String.valueOf(question.number()))));
            }
        }
    }

    /** A promise where Amazon asks what was done; of prevention only if all of it is promise. */
    private void done() {
        Phrases future = Phrases.of("future");
        Part[] deeds = letter.has(Part.ACTIONS) ? new Part[] {Part.ACTIONS} : new Part[] {Part.OPENING, Part.OTHER};
        letter.sentences(deeds)
                .forEach(sentence -> future.first(sentence.text())
                        .ifPresent(match -> findings.add(
                                Finding.at(sentence, Rule.FUTURE_FOR_DONE, Map.of("phrase", match.text())))));
        List<Sentence> prevention = letter.sentences(Part.PREVENTION).toList();
        boolean allPromise =
                !prevention.isEmpty() && prevention.stream().allMatch(sentence -> future.in(sentence.text()));
        if (allPromise) {
            Sentence first = prevention.get(0);
            String phrase = future.first(first.text()).map(Phrases.Match::text).orElse("");
            findings.add(Finding.at(first, Rule.FUTURE_FOR_DONE, Map.of("phrase", phrase)));
        }
    }

    private void thresholds() {
        for (Item point : points(Part.PREVENTION)) {
            String text = point.text();
            boolean measurable = DIGIT.matcher(Figures.withoutCodes(text)).find()
                    || Phrases.of("threshold").in(text);
            if (!measurable && !(text.isEmpty() && point.isOpen())) {
                findings.add(Finding.at(point, Rule.PREVENTION_WITHOUT_THRESHOLD, Map.of()));
            }
        }
    }
}
