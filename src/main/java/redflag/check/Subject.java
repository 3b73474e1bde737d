package redflag.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import redflag.plan.Reason;

/** The words by which a text speaks of the problem of a reason: its name, and what went wrong. */
final class Subject {

    private static final Set<Reason> OF_THE_ACCOUNT = EnumSet.of(
            Reason.LINKED_ACCOUNTS,
            Reason.VERIFICATION,
            Reason.TEMPORARY_REVIEW,
            Reason.DEACTIVATION,
            Reason.FUNDS_WITHHELD);

    private Subject() {}

    /** The metric's names. */
    static Phrases names(Reason reason) {
        return Phrases.of("names-" + reason.word());
    }

    /** What the buyer or Amazon saw: no cause. */
    static Phrases symptoms(Reason reason) {
        return Phrases.of("symptoms-" + reason.word());
    }

    /**
     * What a text may be about in place of this reason. What becomes of an account or its money is no problem of its own:
     * any letter may speak of it.
     */
    static Stream<Reason> others(Reason reason) {
        return Arrays.stream(Reason.values()).filter(other -> other != reason && !OF_THE_ACCOUNT.contains(other));
    }

    /** Whether it is about the account as a whole, so that there are no orders or listings to look into. */
    static boolean isOfTheAccount(Reason reason) {
        return OF_THE_ACCOUNT.contains(reason);
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
