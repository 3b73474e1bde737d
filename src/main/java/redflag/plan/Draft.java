package redflag.plan;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.ledger.Source;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.words.Percent;

/** One plan being drafted. */
final class Draft {

    private static final int ORDERS_NAMED = 5;
    private static final Map<String, String> KIND_OF_COMPONENT =
            Map.of("negativeFeedback", "NEGATIVE_FEEDBACK", "aToZClaims", "A_TO_Z_CLAIM", "chargebacks", "CHARGEBACK");

    private final Messages messages;
    private final MeasuringRules rules;
    private final Store store;
    private final LocalDate asOf;
    private final Reason reason;
    private final PlanTexts texts;
    private final List<Plan.Paragraph> causes = new ArrayList<>();
    private final List<Plan.Paragraph> actions = new ArrayList<>();
    private final List<Plan.Paragraph> prevention = new ArrayList<>();
    private final List<Plan.Evidence> evidence = new ArrayList<>();

    Draft(Messages messages, MeasuringRules rules, Store store, LocalDate asOf, Reason reason) {
        this.messages = messages;
        this.rules = rules;
        this.store = store;
        this.asOf = asOf;
        this.reason = reason;
        this.texts = PlanTexts.of(reason, "en");
    }

    Plan of(List<Finding> off) {
        List<Plan.Paragraph> issue = new ArrayList<>();
        for (Finding finding : off) {
            issue(finding).forEach(text -> issue.add(new Plan.Paragraph(0, text)));
        }
        // the longest window says most about causes
        Finding widest = off.stream()
                .max(Comparator.comparingInt(f -> f.reading().target().windowDays()))
                .orElseThrow();
        texts.causes().forEach(cause -> cause(cause, widest));
        return new Plan(
                reason,
                messages.format(texts.text("title"), Map.of()),
                off.stream().map(f -> f.reading().metric()).distinct().toList(),
                issue,
                causes,
                actions,
                prevention,
                evidence);
    }

    private List<String> issue(Finding finding) {
        Measured measured = finding.reading().measured().orElseThrow();
        Map<String, Object> facts = facts(finding);
        facts.put("ref", reference(finding, measured));
        List<String> issue = new ArrayList<>();
        boolean counted =
                measured.figure() instanceof Figure.Counts && measured.window().isPresent();
        issue.add(messages.format(texts.text(counted ? "issue" : "issue.stated"), facts));
        if (texts.find("issue.breakdown").isPresent() && measured.components().size() == KIND_OF_COMPONENT.size()) {
            facts.putAll(measured.components());
            issue.add(messages.format(texts.text("issue.breakdown"), facts));
        }
        if (finding.reading()
                .why()
                .filter(w -> w.key().equals("why.red-not-renewed"))
                .isPresent()) {
            issue.add(messages.text("plan.known-on", Map.of("on", measured.knownOn())));
        }
        return issue;
    }

    private Map<String, Object> facts(Finding finding) {
        Reading reading = finding.reading();
        Target target = reading.target();
        Measured measured = reading.measured().orElseThrow();
        Map<String, Object> facts = new HashMap<>();
        facts.put("store", store.name());
        facts.put(
                "fulfilment",
                messages.text("fulfilment."
                        + reading.fulfilment().orElse(Fulfilment.MFN).name()));
        facts.put(
                "limit",
                messages.text(
                        "condition." + target.condition().name(), Map.of("value", Percent.of(target.value(), 0))));
        facts.put("watch", Percent.of(watchLine(target), 0));
        measured.window().ifPresent(window -> {
            facts.put("from", window.from());
            facts.put("to", window.to());
        });
        if (measured.figure() instanceof Figure.Counts counts) {
            Rate rate = counts.rate();
            facts.put("affected", rate.affected());
            facts.put("total", rate.total());
            facts.put("rate", Percent.of(rate, target.condition().isOfTheGood()));
        } else if (measured.figure() instanceof Figure.StatedRate stated) {
            facts.put("rate", Percent.of(stated.fraction(), 2));
        }
        return facts;
    }

    /** The share at which the store's own watch line lies on the day, in a season too: what prevention aims at. */
    private BigDecimal watchLine(Target target) {
        BigDecimal bad =
                target.condition().allowedShare(target.value()).multiply(rules.watchShareOf(target.metric(), asOf));
        return target.condition().isOfTheGood() ? BigDecimal.ONE.subtract(bad) : bad;
    }

    private String reference(Finding finding, Measured measured) {
        if (measured.basis() == Basis.PRINTED || finding.defects().isEmpty()) {
            return cite(
                    messages.text(
                            "plan.evidence.printed",
                            Map.of("file", measured.file().orElse("\u2013"))),
                    List.of());
        }
        Map<String, Object> facts = facts(finding);
        facts.put("files", files(finding.defects()));
        return cite(messages.text("plan.evidence.rows", facts), sources(finding.defects()));
    }

    private String cite(String text, List<Source> sources) {
        for (Plan.Evidence known : evidence) {
            if (known.text().equals(text) && known.sources().equals(sources)) {
                return "[" + known.number() + "]";
            }
        }
        int number = evidence.size() + 1;
        evidence.add(new Plan.Evidence(number, text, sources));
        return "[" + number + "]";
    }

    private static List<Source> sources(List<Defect> defects) {
        return defects.stream().flatMap(d -> d.from().stream()).toList();
    }

    private static String files(List<Defect> defects) {
        TreeSet<String> files = new TreeSet<>();
        sources(defects).forEach(source -> files.add(source.file()));
        return String.join(", ", files);
    }

    private void cause(PlanTexts.Cause cause, Finding finding) {
        List<Defect> listed = finding.defects();
        boolean rows = !listed.isEmpty();
        Map<String, Object> facts = facts(finding);
        switch (cause.when()) {
            case "always" -> add(cause, facts);
            case "no-rows" -> {
                if (!rows) {
                    add(cause, facts);
                }
            }
            case "rows" -> {
                if (rows) {
                    concentrations(listed, facts);
                    if (mayAsk(cause, facts)) {
                        List<Defect> counted = counted(cause, listed, facts);
                        Map<String, Object> of = Map.of("files", files(counted), "count", (long) counted.size());
                        facts.put("ref", cite(messages.text("plan.evidence.part", of), sources(counted)));
                        add(cause, facts);
                    }
                }
            }
            default -> component(cause, listed, facts);
        }
    }

    /** A question about an item is no question where no item stands out: at least two, and more than a quarter. */
    private static boolean mayAsk(PlanTexts.Cause cause, Map<String, Object> facts) {
        if (!cause.cause().contains("{sku")) {
            return true;
        }
        return facts.get("skuCount") instanceof Long sku
                && facts.get("count") instanceof Long count
                && (cause.cause().contains("{count") || sku >= 2 && 4 * sku > count);
    }

    /** The orders that the sentence is about: those of the item or of the weekday that it names, else all. */
    private List<Defect> counted(PlanTexts.Cause cause, List<Defect> listed, Map<String, Object> facts) {
        if (cause.cause().contains("{weekday")) {
            return listed.stream()
                    .filter(d -> weekday(d).equals(facts.get("weekday")))
                    .toList();
        }
        if (cause.cause().contains("{sku") && !cause.cause().contains("{count")) {
            return listed.stream()
                    .filter(d ->
                            d.sku().filter(sku -> sku.equals(facts.get("sku"))).isPresent())
                    .toList();
        }
        return listed;
    }

    private String weekday(Defect defect) {
        return weekday(defect.axisDate().getDayOfWeek());
    }

    private String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, messages.locale());
    }

    private void component(PlanTexts.Cause cause, List<Defect> listed, Map<String, Object> facts) {
        String kind = KIND_OF_COMPONENT.get(cause.when());
        if (kind == null) {
            throw new IllegalStateException("no condition '" + cause.when() + "'");
        }
        List<Defect> of = listed.stream().filter(d -> d.kinds().contains(kind)).toList();
        if (!of.isEmpty()) {
            facts.put("count", (long) of.size());
            facts.put("orders", named(of));
            facts.put(
                    "ref",
                    cite(
                            messages.text("plan.evidence.kind", Map.of("count", (long) of.size(), "files", files(of))),
                            sources(of)));
            add(cause, facts);
        }
    }

    private void concentrations(List<Defect> listed, Map<String, Object> facts) {
        facts.put("count", (long) listed.size());
        facts.put("orders", named(listed));
        Optional<Map.Entry<DayOfWeek, Long>> weekday =
                most(listed, d -> Optional.of(d.axisDate().getDayOfWeek()));
        weekday.ifPresent(most -> {
            facts.put("weekday", weekday(most.getKey()));
            facts.put("weekdayCount", most.getValue());
        });
        most(listed, Defect::sku).ifPresent(most -> {
            facts.put("sku", most.getKey());
            facts.put("skuCount", most.getValue());
        });
    }

    private static <K extends Comparable<K>> Optional<Map.Entry<K, Long>> most(
            List<Defect> defects, Function<Defect, Optional<K>> key) {
        Map<K, Long> counts = new TreeMap<>();
        defects.forEach(d -> key.apply(d).ifPresent(k -> counts.merge(k, 1L, Long::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.<K, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
    }

    private String named(List<Defect> defects) {
        List<String> ids =
                defects.stream().limit(ORDERS_NAMED).map(Defect::orderId).toList();
        String named = String.join(", ", ids);
        int more = defects.size() - ids.size();
        return more == 0 ? named : named + " " + messages.text("plan.and-more", Map.of("more", (long) more));
    }

    private void add(PlanTexts.Cause cause, Map<String, Object> facts) {
        int number = causes.size() + 1;
        causes.add(paragraph(number, Measure.Part.CAUSE, cause.key(), cause.cause(), facts));
        actions.add(paragraph(number, Measure.Part.ACTION, cause.key(), cause.action(), facts));
        prevention.add(paragraph(number, Measure.Part.PREVENTION, cause.key(), cause.prevention(), facts));
    }

    private Plan.Paragraph paragraph(
            int number, Measure.Part part, int key, String pattern, Map<String, Object> facts) {
        Optional<String> id = Optional.of(Measure.idOf(reason, part, key, pattern, facts));
        return new Plan.Paragraph(number, messages.format(pattern, facts), id);
    }
}
