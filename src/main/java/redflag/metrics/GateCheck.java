package redflag.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.FactType;
import redflag.ledger.StoreLedger;
import redflag.rules.Condition;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.rules.TargetTable;

/**
 * A store held against a holiday gate, by its own rows. Never part of a verdict.
 *
 * @param answers one a criterion, in the order of {@link Criterion}
 */
public record GateCheck(String gate, LocalDate decidedOn, List<Answer> answers) {

    private static final String SOURCE = "A65, A66";
    private static final int DAYS_OF_LATE_LIST = 30;
    private static final int DAYS_OF_CANCELLATIONS = 7;
    /** Sixty, and the lag behind them. */
    private static final int DAYS_OF_DEFECTS = 75;

    public GateCheck {
        answers = List.copyOf(answers);
    }

    /** What is asked. */
    public enum Criterion {
        FIRST_SALE,
        ORDERS,
        CANCELLATION,
        LATE_SHIPMENT,
        ORDER_DEFECT
    }

    /** How it is answered. */
    public enum State {
        MET,
        NOT_MET,
        /** Not met yet or not any more, and days that count are still to come. */
        OPEN,
        /** No export tells, or none well enough. */
        UNKNOWN
    }

    /**
     * The answer to one criterion.
     *
     * @param asked what is asked: a day, a number, or a share as a fraction
     * @param days that were counted, as far as they have come
     * @param rate for the criteria that are rates
     * @param orders for the number of orders
     * @param why for the state {@code UNKNOWN}: what no export tells
     */
    public record Answer(
            Criterion criterion,
            State state,
            String asked,
            Optional<Period> days,
            Optional<Rate> rate,
            Optional<Long> orders,
            Optional<Remark> why) {}

    /** The gates that concern the store's marketplace. */
    public static List<GateCheck> of(StoreLedger ledger, TargetTable targets, MeasuringRules rules) {
        List<GateCheck> checks = new ArrayList<>();
        for (HolidayGate gate : rules.gates()) {
            if (gate.marketplaces().contains(ledger.store().marketplace().country())) {
                checks.add(new Checker(ledger, targets, rules, gate).check());
            }
        }
        return checks;
    }

    private static final class Checker {

        private final StoreLedger ledger;
        private final TargetTable targets;
        private final MeasuringRules rules;
        private final ComputedRates computed;
        private final HolidayGate gate;
        private final LocalDate asOf;

        Checker(StoreLedger ledger, TargetTable targets, MeasuringRules rules, HolidayGate gate) {
            this.ledger = ledger;
            this.targets = targets;
            this.rules = rules;
            this.computed = new ComputedRates(ledger, rules);
            this.gate = gate;
            this.asOf = ledger.asOf();
        }

        GateCheck check() {
            List<Answer> answers = new ArrayList<>();
            gate.firstSaleBefore().ifPresent(day -> answers.add(firstSale(day)));
            answers.add(orders());
            answers.add(rate(
                    Criterion.CANCELLATION,
                    Metric.PRE_FULFILLMENT_CANCELLATION_RATE,
                    gate.cancellation(),
                    gate.rateDays()));
            answers.add(
                    rate(Criterion.LATE_SHIPMENT, Metric.LATE_SHIPMENT_RATE_30, gate.lateShipment(), gate.rateDays()));
            answers.add(orderDefects());
            return new GateCheck(gate.name(), gate.decidedOn(), answers);
        }

        private Answer firstSale(LocalDate before) {
            Optional<LocalDate> oldest = ledger.orders().size() == 0 ? Optional.empty() : Optional.of(firstOrder());
            Optional<LocalDate> sold = oldest.filter(day -> day.isBefore(before));
            boolean isMet = sold.isPresent()
                    || ledger.store()
                            .sellerSince()
                            .filter(day -> day.isBefore(before))
                            .isPresent();
            boolean isTooLate = ledger.store()
                    .sellerSince()
                    .filter(day -> !day.isBefore(before))
                    .isPresent();
            State state = isMet ? State.MET : isTooLate ? State.NOT_MET : State.UNKNOWN;
            return new Answer(
                    Criterion.FIRST_SALE,
                    state,
                    before.toString(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    state == State.UNKNOWN
                            ? Optional.of(oldest.map(day -> Remark.of("why.first-sale-not-shown", "oldest", day))
                                    .orElseGet(() -> Remark.of("why.first-sale-unknown")))
                            : Optional.empty());
        }

        private LocalDate firstOrder() {
            LocalDate first = LocalDate.MAX;
            for (int order = 0; order < ledger.orders().size(); order++) {
                LocalDate day = ledger.orders().day(order);
                first = day.isBefore(first) ? day : first;
            }
            return first;
        }

        private Answer orders() {
            Optional<Period> days = soFar(gate.orderDays());
            Optional<Long> count = days.map(period -> ledger.orders().count(period, Code.MFN));
            boolean isCovered = days.isPresent()
                    && ledger.ordersCover()
                            .filter(cover -> !cover.from().isAfter(days.get().from())
                                    && !cover.to().isBefore(days.get().to()))
                            .isPresent();
            boolean isEnough =
                    count.filter(orders -> orders >= gate.leastOrders()).isPresent();
            State missed = isOver(gate.orderDays()) ? State.NOT_MET : State.OPEN;
            State state = isEnough ? State.MET : days.isPresent() && !isCovered ? State.UNKNOWN : missed;
            return new Answer(
                    Criterion.ORDERS,
                    state,
                    Long.toString(gate.leastOrders()),
                    days,
                    Optional.empty(),
                    count,
                    state == State.UNKNOWN ? days.map(this::whyNotCovered) : Optional.empty());
        }

        /** @param days that the order exports do not all hold */
        private Remark whyNotCovered(Period days) {
            if (ledger.ordersCover().isEmpty()) {
                return Remark.of(ledger.hasOrderExport() ? "why.orders-without-a-row" : "why.no-order-report");
            }
            Period cover = ledger.ordersCover().get();
            return cover.from().isAfter(days.from())
                    ? new Remark("why.orders-begin-later", Map.of("from", cover.from(), "needed", days.from()))
                    : new Remark("why.orders-end-earlier", Map.of("to", cover.to(), "needed", days.to()));
        }

        private Answer orderDefects() {
            LocalDate on = asOf.isBefore(gate.decidedOn()) ? asOf : gate.decidedOn();
            return targets.inForce(Metric.ORDER_DEFECT_RATE, ledger.store().marketplace(), on)
                    .map(target -> rate(
                            Criterion.ORDER_DEFECT,
                            Metric.ORDER_DEFECT_RATE,
                            gate.orderDefect(),
                            target.window(gate.decidedOn()),
                            target.window(on)))
                    .orElseGet(() -> unknown(Criterion.ORDER_DEFECT, gate.orderDefect(), Optional.empty()));
        }

        private Answer rate(Criterion criterion, Metric metric, BigDecimal most, Period all) {
            return soFar(all)
                    .map(days -> rate(criterion, metric, most, all, days))
                    .orElseGet(() -> new Answer(
                            criterion,
                            State.OPEN,
                            most.toPlainString(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
        }

        private Answer rate(Criterion criterion, Metric metric, BigDecimal most, Period all, Period days) {
            if (!reaches(criterion, days.from())) {
                return unknown(criterion, most, Optional.of(Remark.of("why.list-begins-later", "from", days.from())));
            }
            Target target = target(metric, most, days);
            Attempt attempt = computed.of(
                    target, metric.isSplitByFulfilment() ? Optional.of(Fulfilment.MFN) : Optional.empty(), List.of());
            Optional<Measured> measured = attempt.measured();
            if (measured.filter(m -> !m.window().equals(Optional.of(days))).isPresent()) {
                // the list that counts was written before the as-of date, and its window moved with it
                return unknown(
                        criterion,
                        most,
                        Optional.of(Remark.of(
                                "why.known-until", "on", measured.get().knownOn())));
            }
            Optional<Rate> rate = measured.flatMap(Measured::counts);
            if (rate.isEmpty()) {
                return unknown(criterion, most, attempt.why());
            }
            Status status = StatusRules.of(measured.get(), attempt.slack(), target, BigDecimal.ONE.add(BigDecimal.ONE));
            State state = switch (status) {
                case ON_TARGET -> isDecided(all) ? State.MET : State.OPEN;
                case OFF_TARGET -> isDecided(all) ? State.NOT_MET : State.OPEN;
                case WATCH, NOT_MEASURED -> State.UNKNOWN;
            };
            return new Answer(
                    criterion,
                    state,
                    most.toPlainString(),
                    Optional.of(days),
                    rate,
                    Optional.empty(),
                    state == State.UNKNOWN
                            ? attempt.why().or(() -> Optional.of(Remark.of("why.too-imprecise")))
                            : Optional.empty());
        }

        /**
         * Whether the list that counts, if one does, tells of this day: it has a row of it or of one before, or the day is
         * among those of Amazon's download (exports.md §5).
         */
        private boolean reaches(Criterion criterion, LocalDate first) {
            boolean isLate = criterion == Criterion.LATE_SHIPMENT;
            boolean isCancellation = criterion == Criterion.CANCELLATION;
            FactType type =
                    isLate ? FactType.LATE_SHIPMENT : isCancellation ? FactType.CANCELLATION : FactType.ORDER_DEFECT;
            List<DefectList> lists = isLate
                    ? ledger.defects().lateShipments()
                    : isCancellation
                            ? ledger.defects().cancellations()
                            : ledger.defects().orderDefects();
            boolean isByList = !lists.isEmpty() || rules.absentMeansNone().contains(type);
            int days = isLate ? DAYS_OF_LATE_LIST : isCancellation ? DAYS_OF_CANCELLATIONS : DAYS_OF_DEFECTS;
            return !isByList
                    || !first.isBefore(asOf.minusDays(days - 1L))
                    || lists.stream()
                            .flatMap(list -> list.orders().stream())
                            .anyMatch(order -> !order.placedOn().isAfter(first));
        }

        private static Answer unknown(Criterion criterion, BigDecimal most, Optional<Remark> why) {
            return new Answer(
                    criterion,
                    State.UNKNOWN,
                    most.toPlainString(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    why);
        }

        private boolean isOver(Period days) {
            return !asOf.isBefore(days.to());
        }

        /** Rates change until the gate is decided: claims still arrive, and late shipments are still to come. */
        private boolean isDecided(Period days) {
            return isOver(days) && !asOf.isBefore(gate.decidedOn());
        }

        /** The days that have come; missing where none has. */
        private Optional<Period> soFar(Period days) {
            return asOf.isBefore(days.from())
                    ? Optional.empty()
                    : Optional.of(isOver(days) ? days : new Period(days.from(), asOf));
        }

        /** The metric over these days, with this limit, which exactly may be used up. */
        private Target target(Metric metric, BigDecimal most, Period days) {
            return new Target(
                    metric,
                    ledger.store().marketplace().country(),
                    Condition.AT_MOST,
                    most,
                    days.days(),
                    Math.toIntExact(ChronoUnit.DAYS.between(days.to(), asOf)),
                    Target.Axis.ORDER_DATE,
                    metric.defectKinds(),
                    0,
                    false,
                    days.from(),
                    SOURCE,
                    false,
                    true,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
