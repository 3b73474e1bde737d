package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.basics.Store;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Causes;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.words.Messages;

/** One plan being drafted in one language. */
final class Draft {

    /** One order with each kind, the sum of which is more than the affected ones. */
    private static final Set<String> COMPONENTS = Set.of("negativeFeedback", "aToZClaims", "chargebacks");

    private final Messages messages;
    private final Store store;
    private final LocalDate asOf;
    private final Reason reason;
    private final PlanTexts texts;
    private final PlanTexts letter;
    private final FactSheet sheet;
    private final Variants variants;
    private final Citations citations = new Citations();
    private final List<Plan.Paragraph> issue = new ArrayList<>();
    private final List<Plan.Paragraph> causes = new ArrayList<>();
    private final List<Plan.Paragraph> actions = new ArrayList<>();
    private final List<Plan.Paragraph> prevention = new ArrayList<>();
    private int number;

    Draft(PlanLibrary library, String language, MeasuringRules rules, Store store, LocalDate asOf, Reason reason) {
        this.messages = Messages.forLanguage(language);
        this.store = store;
        this.asOf = asOf;
        this.reason = reason;
        this.texts = library.of(reason, language);
        this.letter = library.of(reason, PlanLibrary.ENGLISH);
        this.sheet = new FactSheet(messages, rules, store, asOf);
        this.variants = new Variants(store.id(), reason);
    }

    /**
     * @param off what the plan answers
     * @param all of the store's findings
     */
    Plan of(List<Finding> off, List<Finding> all, Causes found, Disputes disputes) {
        for (Finding finding : off) {
            issue(finding);
        }
        List<Finding> subjects = Subjects.of(off, all);
        List<Integer> told = Told.of(
                subjects.stream().map(finding -> Subjects.shown(finding, found)).toList(),
                subjects.stream().mapToInt(finding -> asked(finding, found)).sum());
        for (int i = 0; i < subjects.size(); i++) {
            causes(subjects.get(i), found, told.get(i));
        }
        Finding first = subjects.get(0);
        return new Plan(
                reason,
                messages.format(variants.pick(texts.title(), letter.title(), "title"), Map.of()),
                off.stream()
                        .map(finding -> finding.reading().metric())
                        .distinct()
                        .toList(),
                issue,
                causes,
                actions,
                prevention,
                otherMetrics(off, all),
                letter.causes().stream()
                        .filter(cause -> cause.when().contains(When.QUESTION.word()))
                        .map(cause -> question(cause, first))
                        .toList(),
                disputes.of(subjects, found, letter.disputes(), this::request),
                citations.all());
    }

    private void issue(Finding finding) {
        Measured measured = finding.reading().measured().orElseThrow();
        Map<String, Object> facts = sheet.of(finding);
        facts.put("ref", reference(finding, measured));
        boolean isCounted =
                measured.figure() instanceof Figure.Counts && measured.window().isPresent();
        say(category(finding)
                + messages.format(
                        isCounted
                                ? variants.pick(texts.issue(), letter.issue(), "issue")
                                : variants.pick(texts.issueStated(), letter.issueStated(), "issue-stated"),
                        facts));
        if (!letter.breakdown().isEmpty() && measured.components().keySet().containsAll(COMPONENTS)) {
            facts.putAll(measured.components());
            say(messages.format(variants.pick(texts.breakdown(), letter.breakdown(), "breakdown"), facts));
        }
        if (measured.precision() == Precision.AT_LEAST) {
            say(messages.text("plan.at-least"));
        }
        long named = FactSheet.count(finding.defects());
        if (Subjects.isNamed(finding) && named < FactSheet.affected(finding)) {
            say(messages.text("plan.named", Map.of("named", named, "affected", FactSheet.affected(finding))));
        }
        if (isOld(finding.reading())) {
            say(messages.text("plan.known-on", Map.of("on", measured.knownOn())));
        }
    }

    private void say(String text) {
        issue.add(new Plan.Paragraph(0, text));
    }

    private static boolean isOld(Reading reading) {
        return reading.why()
                .filter(why -> why.key().equals("why.red-not-renewed"))
                .isPresent();
    }

    private String reference(Finding finding, Measured measured) {
        if (measured.basis() == Basis.PRINTED) {
            return citations.cite(
                    Plan.Basis.STATED,
                    messages.text(
                            "plan.evidence.printed",
                            Map.of("file", measured.file().orElse("\u2013"))),
                    List.of());
        }
        if (finding.defects().isEmpty() && isOld(finding.reading())) {
            return citations.cite(
                    Plan.Basis.OLD, messages.text("plan.evidence.old", Map.of("on", measured.knownOn())), List.of());
        }
        if (finding.defects().isEmpty()) {
            return citations.cite(Plan.Basis.NONE, messages.text("plan.evidence.none", sheet.of(finding)), List.of());
        }
        Map<String, Object> facts = sheet.of(finding);
        facts.put("files", Citations.files(finding.defects()));
        return citations.cite(
                Plan.Basis.ROWS, messages.text("plan.evidence.rows", facts), Citations.sources(finding.defects()));
    }

    /** So many points of the letter are not of causes that rows show. */
    private int asked(Finding finding, Causes found) {
        return Subjects.isNamed(finding)
                ? Unexplained.of(finding, found, letter).size()
                : 1;
    }

    /** @param told so many of those that rows show, the largest first */
    private void causes(Finding finding, Causes found, int told) {
        List<Defect> named = finding.defects();
        if (!Subjects.isNamed(finding)) {
            letter.causeFor(When.NO_ROWS.word())
                    .ifPresent(entry -> add(finding, entry, Subjects.name(finding.reading()), sheet.of(finding)));
            return;
        }
        Optional<Causes.OfMetric> of = Subjects.causes(finding, found);
        List<Defect> all = of.map(Causes.OfMetric::defects).orElse(named);
        List<Account> accounts = of.map(Causes.OfMetric::accounts).orElse(List.of());
        of.ifPresent(metric -> investigation(finding, metric));
        List<Cause> shown = Subjects.shown(finding, found);
        further(finding, shown.subList(0, told), shown.subList(told, shown.size()), all);
        shown.subList(0, told).forEach(cause -> shown(finding, cause, all, accounts));
        Unexplained.of(finding, found, letter).forEach(open -> open(finding, open, all, accounts));
    }

    /** What was looked into, and what it came to. */
    private void investigation(Finding finding, Causes.OfMetric of) {
        List<String> wordings = Variants.of(texts.investigation(of), letter.investigation(of));
        boolean isWhole = FactSheet.affected(finding) <= FactSheet.count(of.defects());
        if (wordings.isEmpty() || !isWhole) {
            return;
        }
        List<Defect> explained = new ArrayList<>(of.defects());
        explained.removeAll(of.unexplained());
        Map<String, Object> facts = sheet.of(finding, explained, of.defects());
        facts.put("unexplained", FactSheet.count(of.unexplained()));
        facts.put("ref", reference(finding, of));
        say(whose(finding) + messages.format(variants.pick(wordings, "investigation"), facts));
    }

    /** How many causes the letter has no room for, and how many orders have none but those. */
    private void further(Finding finding, List<Cause> told, List<Cause> further, List<Defect> all) {
        if (further.isEmpty()) {
            return;
        }
        List<Defect> theirs = all.stream()
                .filter(defect ->
                        further.stream().anyMatch(cause -> cause.explains().contains(defect)))
                .toList();
        Map<String, Object> facts = sheet.of(finding, theirs, all);
        facts.put("told", (long) told.size());
        facts.put("more", (long) further.size());
        facts.put(
                "alone",
                FactSheet.count(theirs.stream()
                        .filter(defect -> told.stream()
                                .noneMatch(cause -> cause.explains().contains(defect)))
                        .toList()));
        Map<String, Object> shown = Map.of("count", FactSheet.count(theirs), "files", Citations.files(theirs));
        facts.put(
                "ref",
                citations.cite(
                        Plan.Basis.ROWS, messages.text("plan.evidence.further", shown), Citations.sources(theirs)));
        say(whose(finding) + messages.text("plan.further", facts));
    }

    /** The rows of the figure itself, where they are what was looked into. */
    private String reference(Finding finding, Causes.OfMetric of) {
        Optional<Measured> computed = finding.reading()
                .measured()
                .filter(measured -> measured.basis() == Basis.COMPUTED
                        && finding.defects().size() == of.defects().size());
        return computed.isPresent()
                ? reference(finding, computed.get())
                : citations.cite(
                        Plan.Basis.ROWS,
                        messages.text(
                                "plan.evidence.part",
                                Map.of("count", FactSheet.count(of.defects()), "files", Citations.files(of.defects()))),
                        Citations.sources(of.defects()));
    }

    /** Of whose orders a sentence is, where the metric has several figures. */
    private String category(Finding finding) {
        return finding.reading()
                .category()
                .map(category -> messages.text("plan.category", Map.of("category", FactSheet.plain(category))) + " ")
                .orElse("");
    }

    private String whose(Finding finding) {
        boolean isAfn = finding.reading().fulfilment().equals(Optional.of(Fulfilment.AFN));
        return isAfn ? messages.text("plan.afn") + " " : category(finding);
    }

    /** A cause that rows show. */
    private void shown(Finding finding, Cause cause, List<Defect> all, List<Account> accounts) {
        Optional<PlanTexts.Cause> own = letter.causeFor(cause.id());
        PlanTexts.Cause entry =
                own.or(() -> letter.causeFor(When.ANY_CAUSE.word())).orElseThrow();
        Map<String, Object> facts = sheet.of(finding, cause, all);
        Map<String, Object> shown = new HashMap<>(facts);
        shown.put("files", Citations.files(cause.explains()));
        String key = cause.comparison().isPresent() ? "plan.evidence.group" : "plan.evidence.part";
        facts.put(
                "ref", citations.cite(Plan.Basis.ROWS, messages.text(key, shown), Citations.sources(cause.explains())));
        String about = CauseName.subject(cause);
        // of an item there is one SKU and one ASIN; groups of other kinds may be called alike
        boolean needsName = own.isEmpty()
                || about.isEmpty() && entry.when().size() > 1
                || entry.when().size() > 2;
        String subject = Stream.of(needsName ? cause.id() : "", about, Subjects.name(finding.reading()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        add(finding, entry, subject, facts);
        tell(cause.explains(), accounts, facts.get("ref"));
    }

    /** Defects that no cause explains. */
    private void open(Finding finding, Unexplained open, List<Defect> all, List<Account> accounts) {
        List<Defect> some = open.defects();
        Map<String, Object> facts = sheet.of(finding, some, all);
        Map<String, Object> shown = Map.of("count", FactSheet.count(some), "files", Citations.files(some));
        facts.put(
                "ref",
                citations.cite(Plan.Basis.ROWS, messages.text("plan.evidence.part", shown), Citations.sources(some)));
        add(finding, open.entry(), Subjects.name(finding.reading()), facts);
        tell(some, accounts, facts.get("ref"));
    }

    /** What rows say of each, where the defects are few. */
    private void tell(List<Defect> some, List<Account> accounts, Object ref) {
        for (Account account : accounts) {
            if (some.contains(account.defect())) {
                causes.add(new Plan.Paragraph(number, sheet.account(account, ref)));
            }
        }
    }

    private void add(Finding finding, PlanTexts.Cause entry, String subject, Map<String, Object> facts) {
        number++;
        Plan.Paragraph cause = paragraph(entry, Measure.Part.CAUSE, subject, facts);
        causes.add(new Plan.Paragraph(number, whose(finding) + cause.text(), cause.id()));
        actions.add(paragraph(entry, Measure.Part.ACTION, subject, facts).numbered(number));
        prevention.add(paragraph(entry, Measure.Part.PREVENTION, subject, facts).numbered(number));
    }

    private Plan.Question question(PlanTexts.Cause entry, Finding finding) {
        Map<String, Object> facts = sheet.of(finding);
        return new Plan.Question(
                paragraph(entry, Measure.Part.CAUSE, "", facts),
                paragraph(entry, Measure.Part.ACTION, "", facts),
                paragraph(entry, Measure.Part.PREVENTION, "", facts));
    }

    private Plan.Paragraph paragraph(
            PlanTexts.Cause entry, Measure.Part part, String subject, Map<String, Object> facts) {
        List<String> own = texts.cause(entry.id()).map(cause -> cause.of(part)).orElse(List.of());
        String text = messages.format(variants.pick(own, entry.of(part), part.word() + "." + entry.id()), facts);
        return new Plan.Paragraph(0, text, Optional.of(new Measure.Id(reason, part, entry.id(), subject).text()));
    }

    /** The store's other rates that Amazon acts on, as far as they are exact and of the day. */
    private List<Plan.Paragraph> otherMetrics(List<Finding> off, List<Finding> all) {
        List<Plan.Paragraph> others = new ArrayList<>();
        for (Finding finding : all) {
            Reading reading = finding.reading();
            Optional<Measured> measured = reading.measured()
                    .filter(figure ->
                            figure.precision() == Precision.EXACT && figure.figure() instanceof Figure.Counts);
            if (off.contains(finding)
                    || !reading.decides()
                    || reading.status() == Status.NOT_MEASURED
                    || isOld(reading)
                    || measured.flatMap(Measured::window).isEmpty()) {
                continue;
            }
            Map<String, Object> facts = sheet.of(finding);
            facts.put("metric", name(reading));
            facts.put("ref", reference(finding, measured.orElseThrow()));
            others.add(new Plan.Paragraph(0, messages.text("plan.other-metric", facts)));
        }
        return others;
    }

    private String name(Reading reading) {
        String metric = messages.text("metric." + reading.metric().jsonName());
        String of = Stream.concat(
                        reading.fulfilment().map(f -> messages.text("fulfilment." + f.name())).stream(),
                        reading.category().stream())
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return of.isEmpty() ? metric : messages.text("sheet.metric-of", Map.of("metric", metric, "of", of));
    }

    private String request(Finding finding, PlanTexts.Dispute dispute) {
        List<String> own = texts.disputes().stream()
                .filter(other -> other.kind().equals(dispute.kind()))
                .findFirst()
                .map(PlanTexts.Dispute::request)
                .orElse(List.of());
        return messages.format(variants.pick(own, dispute.request(), dispute.kind()), sheet.of(finding));
    }
}
