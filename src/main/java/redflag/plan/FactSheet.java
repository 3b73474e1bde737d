package redflag.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Store;
import redflag.causes.Account;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Comparison;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.MeasuringRules;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Reading;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.words.Percent;

/** What the texts of a plan may name, in the words of its language. */
final class FactSheet {

    private static final int ORDERS_NAMED = 5;

    private final Messages messages;
    private final MeasuringRules rules;
    private final Store store;
    private final LocalDate asOf;

    FactSheet(Messages messages, MeasuringRules rules, Store store, LocalDate asOf) {
        this.messages = messages;
        this.rules = rules;
        this.store = store;
        this.asOf = asOf;
    }

    /** Of a metric and its figure. */
    Map<String, Object> of(Finding finding) {
        Reading reading = finding.reading();
        Target target = reading.target();
        Map<String, Object> facts = new HashMap<>();
        facts.put("store", plain(store.name()));
        facts.put(
                "fulfilment",
                messages.text("fulfilment."
                        + reading.fulfilment().orElse(Fulfilment.MFN).name()));
        facts.put("limit", limit(target));
        facts.put("watch", Percent.of(watchLine(target), 0));
        reading.measured().ifPresent(measured -> {
            measured.window().ifPresent(window -> put(facts, window));
            facts.putAll(figure(measured, target));
        });
        return facts;
    }

    /** Such as {@code under 4 %}. */
    String limit(Target target) {
        return messages.text("condition." + target.condition().name(), Map.of("value", Percent.of(target.value(), 0)));
    }

    /** A figure's counts, as far as it has any, and its rate as Amazon states it. */
    static Map<String, Object> figure(Measured measured, Target target) {
        Map<String, Object> facts = new HashMap<>();
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

    /**
     * Of some of a metric's defects, over the days that its rows were counted in.
     *
     * @param of all of them
     */
    Map<String, Object> of(Finding finding, List<Defect> some, List<Defect> of) {
        Map<String, Object> facts = of(finding);
        put(
                facts,
                finding.reading()
                        .computed()
                        .flatMap(Measured::window)
                        .orElseGet(() -> finding.reading().target().window(asOf)));
        long count = count(some);
        long all = Math.max(count(of), affected(finding));
        facts.put("count", count);
        facts.put("of", all);
        facts.put("share", share(new Rate(count, all)));
        facts.put("orders", named(some));
        return facts;
    }

    /** The same of a cause. */
    Map<String, Object> of(Finding finding, Cause cause, List<Defect> of) {
        Map<String, Object> facts = of(finding, cause.explains(), of);
        facts.put("what", plain(CauseName.of(cause, messages)));
        facts.put("value", plain(CauseName.value(cause, messages)));
        CauseName.first(cause).ifPresent(day -> facts.put("first", day));
        CauseName.last(cause).ifPresent(day -> facts.put("last", day));
        cause.comparison().ifPresent(comparison -> put(facts, comparison));
        return facts;
    }

    private static void put(Map<String, Object> facts, Period window) {
        facts.put("from", window.from());
        facts.put("to", window.to());
    }

    private static void put(Map<String, Object> facts, Comparison comparison) {
        facts.put("groupTotal", comparison.group().total());
        facts.put("total", comparison.all().total());
        facts.put(
                "shareOfOrders",
                share(new Rate(comparison.group().total(), comparison.all().total())));
        facts.put("lift", comparison.lift());
        facts.put("low", comparison.low());
        facts.put("high", comparison.high());
        comparison.without().ifPresent(rate -> facts.put("without", Percent.of(rate, false)));
    }

    /** So many the metric counts; 0 where no figure says. */
    static long affected(Finding finding) {
        return finding.reading()
                .measured()
                .flatMap(Measured::counts)
                .map(Rate::affected)
                .orElse(0L);
    }

    /** Without square brackets, which stand for references and for what is to be confirmed. */
    static String plain(String text) {
        return text.replace('[', '(').replace(']', ')');
    }

    /** Orders, or the packages and units of them that count. */
    static long count(List<Defect> defects) {
        return defects.stream().mapToLong(Defect::count).sum();
    }

    private static String share(Rate rate) {
        return rate.percent(1).toPlainString() + " %";
    }

    private String named(List<Defect> defects) {
        List<String> ids =
                defects.stream().limit(ORDERS_NAMED).map(Defect::orderId).toList();
        String named = String.join(messages.text("sheet.list-separator"), ids);
        int more = defects.size() - ids.size();
        return more == 0 ? named : messages.text("plan.list-and-more", Map.of("list", named, "more", (long) more));
    }

    /** What rows say happened to one order, in one sentence. @param ref to the rows that count it */
    String account(Account account, Object ref) {
        List<String> course = new ArrayList<>();
        course.add(messages.text(
                "plan.account.placed",
                Map.of(
                        "at",
                        account.placed()
                                .map(this::moment)
                                .orElseGet(() -> messages.day(account.defect().axisDate())))));
        account.defect()
                .sku()
                .ifPresent(sku -> course.add(messages.text("plan.account.sku", Map.of("sku", plain(sku)))));
        account.expectedShip().ifPresent(at -> course.add(step("ship-by", at)));
        account.shipped().ifPresent(at -> course.add(step("shipped", at)));
        account.shipDate().ifPresent(at -> course.add(step("ship-date", at)));
        account.expectedDelivery().ifPresent(at -> course.add(step("deliver-by", at)));
        account.delivered().ifPresent(at -> course.add(step("delivered", at)));
        if (account.isCancelled()) {
            course.add(messages.text("plan.account.cancelled"));
        }
        return messages.text(
                "plan.account",
                Map.of(
                        "order",
                        account.defect().orderId(),
                        "course",
                        String.join(messages.text("sheet.list-separator"), course),
                        "ref",
                        ref));
    }

    private String step(String step, String at) {
        return messages.text("plan.account." + step, Map.of("at", moment(at)));
    }

    /** A day, or a moment to the minute in the marketplace's zone. */
    private String moment(String at) {
        if (!at.contains("T")) {
            return messages.day(LocalDate.parse(at));
        }
        ZonedDateTime moment = Instant.parse(at).atZone(store.marketplace().zone());
        LocalTime time = moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        return messages.text("plan.moment", Map.of("day", moment.toLocalDate(), "time", time.toString()));
    }
}
