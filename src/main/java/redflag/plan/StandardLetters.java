package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redflag.basics.Store;
import redflag.ledger.ActionRow;
import redflag.words.Messages;

/** Letters that are the same for every reason. */
final class StandardLetters {

    private static final int QUESTION = 4;

    private final Messages messages;
    private final OccasionFacts facts;

    StandardLetters(String language, Store store, Occasion occasion) {
        this.messages = Messages.forLanguage(language);
        this.facts = new OccasionFacts(messages, store, occasion);
    }

    /** Asks Amazon for what the notice does not say. */
    SideLetter question() {
        return new SideLetter(
                "question",
                messages.text("plan.support.title"),
                messages.text("plan.support.to"),
                IntStream.rangeClosed(1, QUESTION)
                        .mapToObj(i -> messages.text("plan.support." + i, facts.all()))
                        .toList(),
                false);
    }

    /**
     * Answers what Amazon asks for besides.
     *
     * @param on the day of its answer, where it is known
     * @param asked by what it asks for what was done since; each has a day
     */
    SideLetter further(Optional<LocalDate> on, Map<String, List<ActionRow>> asked) {
        Map<String, Object> known = facts.all();
        known.put("answered", facts.or(on.map(messages::day), "answered"));
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(messages.text("plan.further-information.1", known));
        asked.forEach((what, done) -> {
            String name = messages.text("plan.asks." + what);
            paragraphs.add(messages.text(
                    done.isEmpty() ? "plan.further-information.open" : "plan.further-information.done",
                    Map.of("what", name, "done", done.stream().map(this::told).collect(Collectors.joining(" ")))));
        });
        if (asked.isEmpty()) {
            paragraphs.add(messages.text("plan.further-information.unknown"));
        }
        return new SideLetter(
                "further-information",
                messages.text("plan.further-information.title"),
                messages.text("plan.further-information.to"),
                paragraphs,
                false);
    }

    /** In the words of whoever did it. */
    private String told(ActionRow row) {
        String note = FactSheet.plain(row.note().orElse(""));
        return messages.text(
                "plan.further-information.deed",
                Map.of("day", row.doneOn().orElseThrow(), "note", note.endsWith(".") ? note : note + "."));
    }
}
