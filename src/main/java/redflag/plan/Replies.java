package redflag.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Store;
import redflag.ledger.ActionRow;

/**
 * Drafts the letter that answers a notice, and the letters beside it. A letter states what is on file of the notice and what
 * exports hold of its listings and orders, asks what only people know, and lets every deed stand as to be confirmed.
 */
public final class Replies {

    private final PlanLibrary texts;

    public Replies(PlanLibrary texts) {
        this.texts = texts;
    }

    /**
     * @param language of {@link PlanLibrary#languages}
     * @param reason none of a rate
     */
    public Plan plan(String language, Store store, Reason reason, Occasion occasion) {
        return reply(language, store, reason, occasion).plan();
    }

    /** Those that there is a case for, in the order of the texts. */
    public List<SideLetter> letters(String language, Store store, Reason reason, Occasion occasion) {
        return reply(language, store, reason, occasion).letters();
    }

    /** Asks Seller Support for what a notice does not say. */
    public SideLetter question(String language, Store store, Occasion occasion) {
        return new StandardLetters(language, store, occasion).question();
    }

    /**
     * Answers what Amazon asks for besides, after it has refused.
     *
     * @param on the day of its answer, where it is known
     * @param asked by what it asks for, in words of {@code plan.asks}, what was done since; each has a day
     */
    public SideLetter furtherInformation(
            String language,
            Store store,
            Occasion occasion,
            Optional<LocalDate> on,
            Map<String, List<ActionRow>> asked) {
        return new StandardLetters(language, store, occasion).further(on, asked);
    }

    private Reply reply(String language, Store store, Reason reason, Occasion occasion) {
        if (reason.isOfARate()) {
            throw new IllegalArgumentException(reason + " is answered by a plan for its metric");
        }
        return new Reply(texts, language, store, reason, occasion);
    }
}
