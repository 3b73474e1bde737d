package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Fulfilment;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.changes.Changes;
import redflag.ledger.Rejection;
import redflag.outlook.Outlook;
import redflag.risk.RiskLevel;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.words.Percent;

/** Findings in the words of one language. */
public final class ReportWords {

    private static final int MOST_STATUS_CHANGES = 3;
    /** How readers of exports begin a list of the words that a column knows. */
    private static final String ONE_OF = "one of ";
    /** How they count the cells of a row. */
    private static final Pattern CELLS = Pattern.compile("(\\d+) cells");
    /** How they quote counts that can't be. */
    private static final Pattern COUNTS = Pattern.compile("(-?\\d+)( affected)?(?: of (-?\\d+))?");

    private final Messages messages;

    public ReportWords(Messages messages) {
        this.messages = messages;
    }

    public Messages messages() {
        return messages;
    }

    /** Such as {@code Order defect rate, seller-fulfilled}. */
    public String metric(Metric metric, Optional<Fulfilment> fulfilment, Optional<String> category) {
        String name = messages.text("metric." + metric.jsonName());
        String of = Stream.concat(
                        fulfilment.map(f -> messages.text("fulfilment." + f.name())).stream(), category.stream())
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return of.isEmpty() ? name : messages.text("sheet.metric-of", Map.of("metric", name, "of", of));
    }

    public String metric(Reading reading) {
        return metric(reading.metric(), reading.fulfilment(), reading.category());
    }

    public String status(Status status) {
        return messages.text("status." + status.name());
    }

    public String risk(RiskLevel level) {
        return messages.text("risk." + level.name());
    }

    public String remark(Remark remark) {
        Map<String, Object> facts = new HashMap<>(remark.facts());
        facts.computeIfPresent(
                "metric", (name, metric) -> Phrases.known("metric." + metric, metric.toString(), messages));
        facts.computeIfPresent("kind", (name, kind) -> messages.said(kind.toString()));
        facts.computeIfPresent(
                "readings", (name, days) -> days.toString().replace(" or ", messages.text("sheet.or-separator")));
        return messages.text(remark.key(), facts);
    }

    /** Whole sentences, one after the other. */
    String sentences(List<String> sentences) {
        return String.join(messages.text("sheet.sentence-separator"), sentences);
    }

    /** Parts of one sentence. */
    String clauses(List<String> clauses) {
        return String.join(messages.text("sheet.clause-separator"), clauses);
    }

    /** What is uncertain about a target: sentences that come in English. */
    String note(String note) {
        return sentences(
                Arrays.stream(note.split("(?<=[.]) ", -1)).map(messages::said).toList());
    }

    /** Such as {@code under 1 %}; says so where Amazon does not act on it. */
    public String target(Target target) {
        return target.enforced()
                ? limit(target)
                : messages.text("target.not-enforced", Map.of("target", limit(target)));
    }

    /** Such as {@code under 1 %}. */
    public String limit(Target target) {
        String value = target.metric().form() == Metric.Form.RATE
                ? Percent.of(target.value(), 0)
                : target.value().toPlainString();
        return messages.text("condition." + target.condition().name(), Map.of("value", value));
    }

    /** Such as {@code 1.48 % (12 of 812)}; empty where there is no figure. */
    public String value(Optional<Measured> measured, Target target) {
        return measured.map(m -> value(m.figure(), target)).orElse("");
    }

    /** Such as {@code 1.48 % (12 of 812)}. */
    String value(Rate rate, Target target) {
        boolean good = target.condition().isOfTheGood();
        String percent = Percent.of(rate, good);
        return messages.text(
                good ? "value.good-rate" : "value.rate",
                Map.of("percent", percent, "affected", rate.affected(), "total", rate.total()));
    }

    private String value(Figure figure, Target target) {
        if (figure instanceof Figure.Counts counts) {
            return value(counts.rate(), target);
        }
        if (figure instanceof Figure.StatedRate stated) {
            return Percent.of(stated.fraction(), 2);
        }
        if (figure instanceof Figure.Score score) {
            return messages.text("value.score", Map.of("score", score.value()));
        }
        if (figure instanceof Figure.Count count) {
            return messages.text("value.score", Map.of("score", count.value()));
        }
        throw new IllegalStateException("no words for " + figure);
    }

    /**
     * Such as {@code 389 clean orders to recover, or wait until 19 December 2026}; empty where there is nothing to say. The
     * days to come are told from rows, so that none is named where those are not exact, or say themselves that the rate
     * is not off target.
     */
    public String headroom(Reading reading, Optional<Outlook> outlook) {
        Optional<LocalDate> heals = heals(reading, outlook);
        return reading.headroom()
                .map(this::headroom)
                .map(orders -> heals.map(day -> messages.text("headroom.wait", Map.of("orders", orders, "day", day)))
                        .orElse(orders))
                .orElse("");
    }

    /** The day on which a rate off target is on target again without a new defect, where rows tell. */
    static Optional<LocalDate> heals(Reading reading, Optional<Outlook> outlook) {
        return isOffTargetByRows(reading, outlook) ? outlook.flatMap(Outlook::firstDayOnTarget) : Optional.empty();
    }

    private static boolean isOffTargetByRows(Reading reading, Optional<Outlook> outlook) {
        return reading.status() == Status.OFF_TARGET
                && reading.computed()
                        .filter(rows -> rows.precision() == Precision.EXACT)
                        .isPresent()
                && outlook.filter(days -> days.standing() == Outlook.Standing.OFF_TARGET)
                        .isPresent();
    }

    private String headroom(Headroom headroom) {
        if (headroom.cleanOrdersToRecover().isPresent()) {
            return messages.text(
                    "headroom.off",
                    Map.of("orders", headroom.cleanOrdersToRecover().get()));
        }
        long inWindow = headroom.onOrdersInWindow().orElse(0L);
        long onNew = headroom.onNewOrders().orElse(0L);
        return inWindow == 0 && onNew == 0
                ? messages.text("headroom.none")
                : messages.text("headroom.on", Map.of("inWindow", inWindow, "onNew", onNew));
    }

    /** What is to be known of the headroom of rates that lag: said once, and not of every rate. */
    List<String> headroomCaveats(List<Reading> readings) {
        List<Reading> lagging = readings.stream()
                .filter(reading ->
                        reading.headroom().isPresent() && reading.target().lagDays() > 0)
                .toList();
        List<String> caveats = new ArrayList<>();
        if (!lagging.isEmpty()) {
            String metrics = lagging.stream()
                    .map(reading -> messages.text(
                            "headroom.lag",
                            Map.of(
                                    "metric",
                                    metric(reading.metric(), Optional.empty(), Optional.empty()),
                                    "days",
                                    (long) reading.target().lagDays())))
                    .distinct()
                    .collect(Collectors.joining(messages.text("sheet.list-separator")));
            caveats.add(messages.text("headroom.after-lag", Map.of("metrics", metrics)));
        }
        if (lagging.stream().anyMatch(reading -> reading.metric() == Metric.ORDER_DEFECT_RATE)) {
            caveats.add(messages.text("headroom.stay-clean"));
        }
        return caveats;
    }

    /** What changed since the night before, and what can't be known; a defect that counts in two metrics is told of once. */
    public String changes(Changes changes) {
        if (changes.since().isEmpty()) {
            return messages.text("summary.no-previous");
        }
        long added = changes.newDefects().stream()
                .map(defect -> defect.defect().orderId())
                .distinct()
                .count();
        long left = left(changes, why -> why != Changes.Why.SOURCE_CHANGED);
        long other = left(changes, why -> why == Changes.Why.SOURCE_CHANGED);
        String statuses = changes.statuses().stream()
                .map(change -> messages.text(
                        "summary.status-change",
                        Map.of(
                                "metric", metric(change.metric(), change.fulfilment(), change.category()),
                                "from", status(change.from()),
                                "to", status(change.to()))))
                .limit(MOST_STATUS_CHANGES)
                .collect(Collectors.joining(messages.text("sheet.clause-separator")));
        String told = messages.text(
                "summary.changes",
                Map.of(
                        "on",
                        changes.since().get(),
                        "added",
                        added,
                        "left",
                        left,
                        "other",
                        other,
                        "changed",
                        (long) changes.statuses().size(),
                        "statuses",
                        statuses,
                        "more",
                        (long) Math.max(0, changes.statuses().size() - MOST_STATUS_CHANGES)));
        return changes.unnamed().isEmpty() ? told : sentences(List.of(told, unnamed(changes.unnamed())));
    }

    /** Of which metrics nobody knows tonight what is new. */
    String unnamed(List<Changes.Unnamed> unnamed) {
        String metrics = unnamed.stream()
                .map(one -> metric(one.metric(), one.fulfilment(), Optional.empty()))
                .collect(Collectors.joining(messages.text("sheet.list-separator")));
        return messages.text(
                "summary.unnamed",
                Map.of(
                        "metrics",
                        metrics,
                        "on",
                        unnamed.stream()
                                .map(Changes.Unnamed::lastNamed)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    private static long left(Changes changes, Predicate<Changes.Why> why) {
        return changes.leftDefects().stream()
                .filter(defect -> why.test(defect.why()))
                .map(defect -> defect.defect().orderId())
                .distinct()
                .count();
    }

    /** Why a reading is as it is; empty where there is nothing to say. */
    public String why(Reading reading) {
        return reading.why().map(this::remark).orElse("");
    }

    /** Why a row was rejected. What it held is not always shown: it may be a buyer's. */
    public String rejection(Rejection rejection) {
        boolean hidden = rejection.reason() == Rejection.Reason.BAD_VALUE
                && rejection.found().isEmpty();
        return messages.text(
                hidden
                        ? "rejection.HIDDEN_VALUE"
                        : "rejection." + rejection.reason().name(),
                Map.of(
                        "column", rejection.column(),
                        "found",
                                rejection.reason() == Rejection.Reason.CONTRADICTION
                                        ? counts(rejection.found())
                                        : cells(rejection.found()),
                        "expected", expected(rejection.expected())));
    }

    private String expected(String expected) {
        if (expected.startsWith(ONE_OF)) {
            String words = expected.substring(ONE_OF.length());
            return messages.text(
                    "rejection.one-of", Map.of("words", words.replace(", ", messages.text("sheet.list-separator"))));
        }
        return messages.said(cells(expected));
    }

    private String counts(String found) {
        Matcher counts = COUNTS.matcher(found);
        if (!counts.matches()) {
            return found;
        }
        if (counts.group(3) == null) {
            return messages.text("rejection.affected", Map.of("affected", counts.group(1)));
        }
        return messages.text(
                counts.group(2) == null ? "rejection.counts" : "rejection.affected-of",
                Map.of("affected", counts.group(1), "total", counts.group(3)));
    }

    private String cells(String found) {
        Matcher cells = CELLS.matcher(found);
        return cells.matches()
                ? messages.text("rejection.cells", Map.of("count", Long.valueOf(cells.group(1))))
                : found;
    }

    /** The verdict in one sentence. */
    public String headline(RiskReport report) {
        return new Headline(report, this).brief();
    }

    /** The same, with what brings the first metric off target back. */
    String verdict(RiskReport report) {
        return new Headline(report, this).withTheWayBack();
    }
}
