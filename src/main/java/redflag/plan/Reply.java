package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.Source;
import redflag.words.Messages;
import redflag.words.Percent;

/** One answer to a notice being drafted in one language. */
final class Reply {

    private final Messages messages;
    private final Store store;
    private final Reason reason;
    private final Occasion occasion;
    private final PlanTexts texts;
    private final PlanTexts letter;
    private final Variants variants;
    private final Citations citations = new Citations();
    private final List<Plan.Paragraph> issue = new ArrayList<>();
    private final List<Plan.Paragraph> causes = new ArrayList<>();
    private final List<Plan.Paragraph> actions = new ArrayList<>();
    private final List<Plan.Paragraph> prevention = new ArrayList<>();
    private final List<Plan.Question> questions = new ArrayList<>();

    Reply(PlanLibrary library, String language, Store store, Reason reason, Occasion occasion) {
        this.messages = Messages.forLanguage(language);
        this.store = store;
        this.reason = reason;
        this.occasion = occasion;
        this.texts = library.of(reason, language);
        this.letter = library.of(reason, PlanLibrary.ENGLISH);
        this.variants = new Variants(store.id(), reason);
    }

    Plan plan() {
        say(messages.format(variants.pick(texts.issue(), letter.issue(), "issue"), facts()));
        occasion.sold().forEach(this::sold);
        occasion.asked().ifPresent(this::asked);
        for (PlanTexts.Cause entry : letter.causes()) {
            Optional<Map<String, Object>> told = told(entry);
            if (told.isPresent()) {
                add(entry, told.get());
            } else if (isAsked(entry)) {
                questions.add(new Plan.Question(
                        paragraph(entry, Measure.Part.CAUSE, facts()),
                        paragraph(entry, Measure.Part.ACTION, facts()),
                        paragraph(entry, Measure.Part.PREVENTION, facts())));
            }
        }
        return new Plan(
                reason,
                variants.pick(texts.title(), letter.title(), "title"),
                List.of(),
                issue,
                causes,
                actions,
                prevention,
                List.of(),
                questions,
                List.of(),
                citations.all());
    }

    List<SideLetter> letters() {
        Set<String> cases = occasion.whatItIs(store.marketplace());
        return letter.letters().stream()
                .filter(one -> one.when().isEmpty() || one.when().stream().anyMatch(cases::contains))
                .map(this::letter)
                .toList();
    }

    private SideLetter letter(PlanTexts.Letter english) {
        PlanTexts.Letter its = texts.letters().stream()
                .filter(own -> own.id().equals(english.id()))
                .findFirst()
                .orElse(english);
        Map<String, Object> facts = facts();
        return new SideLetter(
                english.id(),
                its.title(),
                messages.format(its.to(), facts),
                its.paragraphs().stream()
                        .map(text -> messages.format(text, facts))
                        .toList(),
                english.forALawyer());
    }

    private void say(String text) {
        issue.add(new Plan.Paragraph(0, text));
    }

    /** What the order exports have of a listing, or that they have nothing for sure. */
    private void sold(Occasion.Sold sold) {
        if (sold.orders() == 0 && sold.isAtLeast()) {
            return;
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("listing", FactSheet.plain(sold.listing()));
        facts.put("from", sold.within().from());
        facts.put("to", sold.within().to());
        facts.put("orders", sold.orders());
        facts.put("known", sold.units().isPresent() ? "yes" : "no");
        facts.put("units", sold.units().orElse(0L));
        facts.put("least", sold.isAtLeast() ? "yes" : "no");
        facts.put(
                "ref",
                citations.cite(Plan.Basis.ORDERS, messages.text("plan.evidence.listing", facts), sold.sources()));
        say(messages.text("plan.sold", facts));
    }

    private void asked(Occasion.Asked asked) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("of", asked.of());
        facts.put("known", (long) asked.known().size());
        facts.put(
                "ref", citations.cite(Plan.Basis.ORDERS, messages.text("plan.evidence.asked", facts), asked.sources()));
        say(messages.text("plan.asked", facts));
        asked.known().stream()
                .filter(order ->
                        !order.shipped().isEmpty() || !order.delivered().isEmpty())
                .forEach(order -> parcels(order, facts.get("ref")));
    }

    /** Its days only: the program keeps no tracking numbers. */
    private void parcels(Occasion.Parcels order, Object ref) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("order", FactSheet.plain(order.orderId()));
        facts.put("shipped", days(order.shipped()));
        facts.put("isShipped", order.shipped().isEmpty() ? "no" : "yes");
        facts.put("delivered", days(order.delivered()));
        facts.put("isDelivered", order.delivered().isEmpty() ? "no" : "yes");
        facts.put("ref", ref);
        say(messages.text("plan.parcels", facts));
    }

    private String days(Set<LocalDate> days) {
        return days.stream().map(messages::day).collect(Collectors.joining(messages.text("sheet.list-separator")));
    }

    /** Its facts where it is told; missing where it is not. */
    private Optional<Map<String, Object>> told(PlanTexts.Cause entry) {
        if (entry.when().contains(When.NOTICE.word())) {
            return Optional.of(facts());
        }
        if (entry.when().contains(When.RETURNED.word())) {
            return occasion.returned().map(this::facts);
        }
        boolean isOfItsRight = occasion.right()
                .flatMap(right -> When.find(word(right)))
                .filter(right -> entry.when().contains(right.word()))
                .isPresent();
        return isOfItsRight ? Optional.of(facts()) : Optional.empty();
    }

    /** Of rights those that the notice does not rule out. */
    private boolean isAsked(PlanTexts.Cause entry) {
        return entry.when().contains(When.QUESTION.word())
                || occasion.right().isEmpty()
                        && entry.when().stream()
                                .anyMatch(word ->
                                        When.find(word).filter(When::isRight).isPresent());
    }

    private void add(PlanTexts.Cause entry, Map<String, Object> facts) {
        int number = causes.size() + 1;
        causes.add(paragraph(entry, Measure.Part.CAUSE, facts).numbered(number));
        actions.add(paragraph(entry, Measure.Part.ACTION, facts).numbered(number));
        prevention.add(paragraph(entry, Measure.Part.PREVENTION, facts).numbered(number));
    }

    private Plan.Paragraph paragraph(PlanTexts.Cause entry, Measure.Part part, Map<String, Object> facts) {
        List<String> own = texts.cause(entry.id()).map(cause -> cause.of(part)).orElse(List.of());
        String text = messages.format(variants.pick(own, entry.of(part), part.word() + "." + entry.id()), facts);
        return new Plan.Paragraph(
                0, text, Optional.of(new Measure.Id(reason, part, entry.id(), occasion.subject()).text()));
    }

    private Map<String, Object> facts(Occasion.Returned returned) {
        Map<String, Object> facts = facts();
        facts.put("from", returned.within().from());
        facts.put("to", returned.within().to());
        facts.put("count", returned.count());
        facts.put("of", returned.of());
        facts.put("share", Percent.of(new Rate(returned.count(), returned.of()), false));
        List<Source> sources = returned.sources();
        facts.put("ref", citations.cite(Plan.Basis.ORDERS, messages.text("plan.evidence.returned", facts), sources));
        return facts;
    }

    private Map<String, Object> facts() {
        return new OccasionFacts(messages, store, occasion).all();
    }

    private static String word(Code code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
