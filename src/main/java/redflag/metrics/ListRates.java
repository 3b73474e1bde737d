package redflag.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.Remark;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.ListedOrder;
import redflag.ledger.StoreLedger;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Target;

/**
 * Rates from lists: the orders that are listed over the orders of the window. What each rate counts is in
 * src/docs/metrics.md.
 */
final class ListRates {

    private final StoreLedger ledger;

    ListRates(StoreLedger ledger) {
        this.ledger = ledger;
    }

    /** Orders of a list over the orders of the window. A listed order that the exports lack is an order all the same. */
    Attempt of(
            Target target, Fulfilment fulfilment, DefectList list, Precision precision, Predicate<ListedOrder> counts) {
        if (!ledger.hasOrderExport()) {
            Period window = target.window(ledger.asOf());
            long affected = list.orders().stream()
                    .filter(o -> counts.test(o) && window.contains(o.placedOn()))
                    .count();
            return Attempt.missing(Remark.of("why.count-without-total", "affected", affected));
        }
        Reach reach = Reach.of(ledger, target, list);
        if (reach.why().isPresent()) {
            return Attempt.missing(reach.why().get());
        }
        DefectSource source = source(target, list);
        boolean isLater = source == DefectSource.LIST && list.isOfDaysAfter(ledger.asOf());
        Counting counting = new Counting(reach, source);
        ledger.orders().forEachDay(counting.days(), code(fulfilment), counting::add);
        Set<Code> counted = counted(target);
        Map<String, Long> components = new TreeMap<>();
        long strangers = 0;
        long anybodys = 0;
        for (ListedOrder order : list.orders()) {
            if (!counts.test(order) || !counting.days().contains(order.placedOn())) {
                continue;
            }
            boolean inWindow = reach.window().contains(order.placedOn());
            if (order.inOrders() && order.fulfilment().isEmpty()) {
                // it is not among the orders that are divided by: nobody says who fulfilled it
                anybodys += inWindow ? 1 : 0;
            } else if (order.fulfilment().orElse(code(fulfilment)) == code(fulfilment)) {
                if (!order.inOrders()) {
                    counting.add(order.placedOn().toEpochDay());
                    strangers += inWindow ? 1 : 0;
                }
                counting.addDefect(defect(target, order, counted));
                if (inWindow) {
                    order.kinds().stream()
                            .filter(counted::contains)
                            .forEach(kind -> components.merge(componentOf(kind), 1L, Long::sum));
                }
            }
        }
        if (target.metric() == Metric.ORDER_DEFECT_RATE) {
            counted.forEach(kind -> components.putIfAbsent(componentOf(kind), 0L));
        }
        Slack slack = new Slack(
                list.mayHide(reach.window()) + anybodys,
                ledger.orderRowsRejected() + ledger.orders().countOfNobody(reach.window()),
                isLater ? precision.orMore() : precision);
        Attempt attempt = rate(counting, slack, components);
        if (isLater && attempt.measured().isPresent()) {
            return attempt.because(Remark.of("why.list-of-later-days"));
        }
        return strangers == 0
                ? attempt
                : attempt.because(Remark.of("why.listed-orders-not-exported", "orders", strangers));
    }

    /** Traces are of many files, and of no list. */
    private DefectSource source(Target target, DefectList list) {
        boolean isTraces = target.metric() == Metric.ORDER_DEFECT_RATE
                && list.file().isEmpty()
                && ledger.defects().traces().isPresent();
        return isTraces ? DefectSource.TRACES : DefectSource.LIST;
    }

    static Code code(Fulfilment fulfilment) {
        return fulfilment == Fulfilment.MFN ? Code.MFN : Code.AFN;
    }

    static Set<Code> counted(Target target) {
        EnumSet<Code> kinds = EnumSet.noneOf(Code.class);
        target.counts().forEach(kind -> kinds.add(Code.valueOf(kind.name())));
        return kinds;
    }

    static String componentOf(Code kind) {
        return switch (kind) {
            case NEGATIVE_FEEDBACK -> "negativeFeedback";
            case A_TO_Z_CLAIM -> "aToZClaims";
            case CHARGEBACK -> "chargebacks";
            default -> throw new IllegalStateException(kind + " is no order defect");
        };
    }

    private static Defect defect(Target target, ListedOrder order, Set<Code> counted) {
        List<String> kinds = switch (target.metric()) {
            case ORDER_DEFECT_RATE ->
                order.kinds().stream().filter(counted::contains).map(Code::name).toList();
            case PRE_FULFILLMENT_CANCELLATION_RATE -> List.of("CANCELLATION");
            default -> List.of("LATE_SHIPMENT");
        };
        return new Defect(
                order.orderId(),
                order.placedOn(),
                1,
                kinds,
                order.sku(),
                order.delivery().carrier(),
                target.leavesOn(order.placedOn()),
                order.from());
    }

    /**
     * Packages or units that Amazon lists by the day promised for them; no export has the total that would make a rate.
     *
     * @param category of these alone, where Amazon splits; it is empty where the list names none
     */
    Counting.Counted deliveries(Target target, DefectList list, String kind, Predicate<Optional<String>> category) {
        List<Defect> defects = new ArrayList<>();
        for (ListedOrder order : list.orders()) {
            Optional<LocalDate> promised = order.delivery().promisedOn();
            if (promised.isPresent()
                    && order.counts()
                    && category.test(order.delivery().category())) {
                defects.add(new Defect(
                        order.orderId(),
                        promised.get(),
                        order.delivery().count(),
                        List.of(kind),
                        order.sku(),
                        order.delivery().carrier(),
                        target.leavesOn(promised.get()),
                        order.from()));
            }
        }
        return Counting.Counted.of(target.window(ledger.asOf()), defects);
    }

    /**
     * Orders of business customers without an invoice in time, by the day on which they were placed. Which orders are
     * divided by no source says to the letter (domain.md §6, 12), so that no export has their number.
     */
    Counting.Counted invoices(Target target, DefectList list) {
        List<Defect> defects = list.orders().stream()
                .filter(ListedOrder::counts)
                .map(order -> new Defect(
                        order.orderId(),
                        order.placedOn(),
                        1,
                        order.kinds().isEmpty()
                                ? List.of("NO_INVOICE_IN_TIME")
                                : order.kinds().stream().map(Code::name).toList(),
                        order.sku(),
                        Optional.empty(),
                        order.reason(),
                        target.leavesOn(order.placedOn()),
                        order.from()))
                .toList();
        return Counting.Counted.of(target.window(ledger.asOf()), defects);
    }

    static Attempt rate(Counting counting, Slack hidden, Map<String, Long> components) {
        Reach reach = counting.reach();
        long total = counting.total();
        if (total == 0) {
            Attempt nothing = hidden.isNone() ? Attempt.nothingToCount() : Attempt.missing(rejected(hidden));
            Counting.Counted known = counting.counted();
            // what the window has not reached yet is known all the same, and is in it some day
            return known.inPipe().isEmpty() ? nothing : nothing.naming(known);
        }
        Precision otherwise = reach.lacksDays(total) ? hidden.otherwise().orLess() : hidden.otherwise();
        Slack slack = new Slack(hidden.affected(), hidden.total(), otherwise);
        Precision precision = otherwise;
        if (slack.affected() > 0) {
            precision = precision.orMore();
        }
        if (slack.total() > 0) {
            precision = precision.orLess();
        }
        Counting.Counted counted = counting.counted();
        Measured measured = new Measured(
                new Figure.Counts(new Rate(counted.defects().size(), total)),
                Basis.COMPUTED,
                precision,
                Optional.of(reach.window()),
                reach.knownOn(),
                components,
                Optional.empty(),
                Optional.empty());
        return Attempt.of(measured, counted, reach.grounds(), slack);
    }

    static Remark rejected(Slack slack) {
        return new Remark("why.rejected-rows", Map.of("rows", Math.max(slack.affected(), slack.total())));
    }
}
