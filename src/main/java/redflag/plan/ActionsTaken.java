package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redflag.basics.Remark;
import redflag.ledger.ActionRow;
import redflag.words.Messages;

/**
 * The plans of a night after what people have confirmed: a confirmed deed reads as done, in the agency's own words, with
 * day, person and evidence; everything else stands as it was drafted. Nothing is said that the actions file does not say.
 *
 * @param measures what the plans ask people to say, in the order of the plans; after them what was filled in and no plan
 *     of the night asks for
 * @param warnings confirmations that do not agree, and ids that no plan knows
 */
public record ActionsTaken(List<Plan> plans, List<Measure> measures, List<Remark> warnings) {

    private static final Pattern REFERENCE = Pattern.compile("\\[\\d+]");

    public ActionsTaken {
        plans = List.copyOf(plans);
        measures = List.copyOf(measures);
        warnings = List.copyOf(warnings);
    }

    /**
     * @param rows of the store's actions files
     * @param asOf a deed of a later day is none yet
     * @param library whose measures they may confirm
     * @param notes which of their words may stand in a letter
     * @param language of the plans
     */
    public static ActionsTaken of(
            List<Plan> drafts,
            List<ActionRow> rows,
            LocalDate asOf,
            PlanLibrary library,
            NoteRule notes,
            String language) {
        Messages messages = Messages.forLanguage(language);
        Confirmations confirmations = new Confirmations(rows, asOf, library, notes);
        List<Measure> measures = new ArrayList<>();
        List<Plan> plans = new ArrayList<>();
        for (Plan draft : drafts) {
            plans.add(new Answers(draft, confirmations, messages, measures).plan());
        }
        measures.addAll(confirmations.others(measures.stream().map(Measure::id).toList()));
        return new ActionsTaken(plans, measures, confirmations.warnings());
    }

    /** One plan being gone through. */
    private static final class Answers {

        private final Plan draft;
        private final Confirmations confirmations;
        private final Messages messages;
        private final List<Measure> measures;
        private final List<Plan.Evidence> evidence;

        Answers(Plan draft, Confirmations confirmations, Messages messages, List<Measure> measures) {
            this.draft = draft;
            this.confirmations = confirmations;
            this.messages = messages;
            this.measures = measures;
            this.evidence = new ArrayList<>(draft.evidence());
        }

        Plan plan() {
            List<Plan.Paragraph> causes = part(draft.rootCauses(), Measure.Part.CAUSE);
            List<Plan.Paragraph> actions = part(draft.actionsTaken(), Measure.Part.ACTION);
            List<Plan.Paragraph> prevention = part(draft.prevention(), Measure.Part.PREVENTION);
            List<Plan.Question> questions = new ArrayList<>();
            int number = causes.stream().mapToInt(Plan.Paragraph::number).max().orElse(0);
            for (Plan.Question question : draft.questions()) {
                Measure measure = confirmations.asked(question.cause());
                // one that is filled in by halves is none to leave out
                if (measure.state() != Measure.State.ASKED) {
                    number++;
                    causes.add(answered(question.cause().numbered(number), Measure.Part.CAUSE));
                    actions.add(answered(question.action().numbered(number), Measure.Part.ACTION));
                    prevention.add(answered(question.prevention().numbered(number), Measure.Part.PREVENTION));
                } else {
                    measures.add(measure);
                    questions.add(question);
                }
            }
            return new Plan(
                    draft.reason(),
                    draft.title(),
                    draft.metrics(),
                    draft.issue(),
                    causes,
                    actions,
                    prevention,
                    draft.otherMetrics(),
                    questions,
                    draft.disputes(),
                    evidence);
        }

        private List<Plan.Paragraph> part(List<Plan.Paragraph> paragraphs, Measure.Part part) {
            List<Plan.Paragraph> answered = new ArrayList<>();
            paragraphs.forEach(paragraph -> answered.add(answered(paragraph, part)));
            return answered;
        }

        private Plan.Paragraph answered(Plan.Paragraph paragraph, Measure.Part part) {
            Matcher open = Plan.TO_CONFIRM.matcher(paragraph.text());
            if (paragraph.id().isEmpty() || !open.find()) {
                return paragraph;
            }
            String after = paragraph.text().substring(open.end());
            Measure measure = confirmations
                    .of(paragraph.id().get(), open.group(1).strip())
                    .withTarget(part == Measure.Part.PREVENTION ? after.strip() : "");
            if (measure.state() != Measure.State.CONFIRMED) {
                measures.add(measure);
                return paragraph;
            }
            int number = cite(measure.row().orElseThrow(), part);
            measures.add(measure.cited(number));
            String before = paragraph.text().substring(0, open.start());
            String sentence = sentence(part, measure.row().orElseThrow(), number);
            String text = (part == Measure.Part.CAUSE ? stated(before) : before) + sentence + after;
            return new Plan.Paragraph(paragraph.number(), text.strip(), paragraph.id());
        }

        /** What rows give beside a question stays when it is answered; the question itself goes. */
        private String stated(String question) {
            if (!REFERENCE.matcher(question).find()) {
                return "";
            }
            String asked = messages.text("plan.question");
            int at = question.indexOf(asked);
            if (at < 0) {
                return question;
            }
            String rest = question.substring(at + asked.length()).strip() + " ";
            return question.substring(0, at) + Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
        }

        private String sentence(Measure.Part part, ActionRow row, int number) {
            Map<String, Object> facts = facts(row);
            String note = FactSheet.plain(row.note().orElseThrow());
            String words = note.endsWith(".") || note.endsWith("\u3002") ? note.substring(0, note.length() - 1) : note;
            // a deed follows a colon, an answer begins a sentence
            facts.put(
                    "note",
                    part == Measure.Part.CAUSE && !words.isEmpty()
                            ? Character.toUpperCase(words.charAt(0)) + words.substring(1)
                            : words);
            facts.put("ref", "[" + number + "]");
            return switch (part) {
                case CAUSE -> messages.text("plan.answer", facts);
                case ACTION -> messages.text("plan.done", facts);
                case PREVENTION -> messages.text("plan.in-place", facts);
            };
        }

        private int cite(ActionRow row, Measure.Part part) {
            int number = evidence.size() + 1;
            Map<String, Object> facts = facts(row);
            facts.put("part", part.name());
            row.proof().ifPresent(proof -> facts.put("proof", proof));
            String text =
                    messages.text(row.proof().isPresent() ? "plan.evidence.proof" : "plan.evidence.no-proof", facts);
            evidence.add(new Plan.Evidence(number, Plan.Basis.DEED, text, List.of(row.source())));
            return number;
        }

        private static Map<String, Object> facts(ActionRow row) {
            Map<String, Object> facts = new HashMap<>();
            facts.put("on", row.doneOn().orElseThrow());
            facts.put("by", FactSheet.plain(row.doneBy().orElseThrow()));
            return facts;
        }
    }
}
