package redflag.check;

import redflag.plan.Reason;

/** The words by which a text speaks of the problem of a reason: its name, and what went wrong. */
final class Subject {

    private Subject() {}

    /** The metric's names. */
    static Phrases names(Reason reason) {
        return Phrases.of("names-" + reason.word());
    }

    /** What the buyer or Amazon saw: no cause. */
    static Phrases symptoms(Reason reason) {
        return Phrases.of("symptoms-" + reason.word());
    }

    static boolean isNamedIn(String text, Reason reason) {
        return names(reason).in(text) || symptoms(reason).in(text);
    }

    static int timesNamed(Letter letter, Reason reason) {
        Phrases names = names(reason);
        int headings = letter.sections().stream()
                .mapToInt(section -> names.all(section.heading()).size())
                .sum();
        return headings
                + letter.sentences()
                        .mapToInt(sentence -> names.all(sentence.text()).size())
                        .sum();
    }
}
