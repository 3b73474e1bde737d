package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import redflag.basics.Period;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.DefectList;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.PrintedFigure;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;
import redflag.rules.Metric;

/**
 * Why orders of business customers have no invoice in time (domain.md §3.6.6). Whether one was sent by message instead, or was
 * rejected, no export says.
 */
final class InvoiceDetectors {

    /** So many orders without one invoice among them are no forgotten uploads. */
    private static final int LEAST_ORDERS = 5;

    private static final int LEAST_DAYS = 3;

    /** Of the late ones, in tenths. */
    private static final int MOST_OF_TEN = 8;

    /** Of orders shipped on any day of the week alike; who rests at weekends ships fewer of them then. */
    private static final double SHIPPED_THEN = 3.0 / 7;

    private final Rows rows;
    private final StoreOrders orders;
    private final List<StoreLedger> others;

    /** @param others ledgers of the account's other stores */
    InvoiceDetectors(Rows rows, List<StoreLedger> others) {
        this.rows = rows;
        this.orders = rows.orders();
        this.others = others;
    }

    List<Cause> of(Subject listed) {
        List<Cause> causes = new ArrayList<>();
        Optional<NotOne> notOne = notOneInvoiced(listed);
        if (notOne.isPresent()) {
            Predicate<Defect> isOfThem = defect -> notOne.get().orders().contains(rows.find(defect));
            String invoiced = notOne.get().by().isEmpty() ? marketplacesInvoiced(listed) : "";
            if (!invoiced.isEmpty()) {
                causes.add(listed.cause("marketplace-not-invoiced", invoiced, isOfThem));
            }
            causes.add(listed.cause("no-business-order-invoiced", notOne.get().by(), isOfThem));
        } else if (areAllMissingEachWorkday(listed)) {
            causes.add(listed.cause("listed-invoices-all-missing", "", defect -> true));
        }
        if (areLateOverWeekends(listed)) {
            causes.add(listed.cause(
                    "invoices-late-over-weekend",
                    "",
                    defect -> isLate(defect)
                            && shippedOn(defect)
                                    .filter(InvoiceDetectors::isFromFridayToSunday)
                                    .isPresent()));
        }
        listed.lowVolume("low-volume", "").ifPresent(causes::add);
        return causes;
    }

    /**
     * Business orders of which not one has an invoice.
     *
     * @param orders their places
     * @param by MFN or AFN if there are business orders of the other fulfilment that the list does not name; else empty
     */
    private record NotOne(Set<Integer> orders, String by) {}

    /**
     * The business orders shipped, of the days that the list covers, if each of them is listed as missing; missing where one
     * is not, or where exports lack a day or do not say of each order whether it is of a business customer. By which fulfilment they count no source says,
     * so that they are of those which the list names.
     */
    private Optional<NotOne> notOneInvoiced(Subject listed) {
        Map<Integer, Defect> defects = new HashMap<>();
        Set<Code> fulfilments = EnumSet.noneOf(Code.class);
        for (Defect defect : listed.defects()) {
            int order = rows.find(defect);
            if (order >= 0) {
                defects.put(order, defect);
                orders.fulfilment(order).ifPresent(fulfilments::add);
            }
        }
        List<Integer> all = Arrays.stream(orders.placedIn(window(listed).from(), lastKnown(listed)))
                .filter(order -> !orders.isCancelled(order) && orders.isShipped(order) || defects.containsKey(order))
                .boxed()
                .toList();
        if (!isCovered(window(listed).from(), lastKnown(listed))
                || all.stream().anyMatch(order -> orders.isBusiness(order).isEmpty())) {
            return Optional.empty();
        }
        List<Integer> shipped = all.stream()
                .filter(order -> orders.isBusiness(order).orElse(false))
                .toList();
        Set<Integer> business = shipped.stream()
                .filter(order ->
                        orders.fulfilment(order).filter(fulfilments::contains).isPresent())
                .collect(Collectors.toSet());
        boolean isNotOneInvoiced = business.size() >= LEAST_ORDERS
                && business.stream().map(orders::epochDay).distinct().count() >= LEAST_DAYS
                && business.stream()
                        .allMatch(order -> Optional.ofNullable(defects.get(order))
                                .filter(InvoiceDetectors::isMissing)
                                .isPresent());
        String by = business.size() == shipped.size()
                ? ""
                : fulfilments.stream().map(Code::name).collect(Collectors.joining());
        return isNotOneInvoiced ? Optional.of(new NotOne(business, by)) : Optional.empty();
    }

    private boolean isCovered(LocalDate from, LocalDate to) {
        return rows.ledger()
                .ordersCover()
                .filter(cover -> !cover.from().isAfter(from) && !cover.to().isBefore(to))
                .isPresent();
    }

    private Period window(Subject listed) {
        return listed.reading().target().window(rows.ledger().asOf());
    }

    /** The last day of the window that the list can know: one that was written earlier is of an earlier window. */
    private LocalDate lastKnown(Subject listed) {
        LocalDate end = window(listed).to();
        return rows.ledger().defects().invoices().stream()
                .findFirst()
                .flatMap(DefectList::writtenOn)
                .map(written -> listed.reading().target().window(written).to())
                .filter(day -> day.isBefore(end))
                .orElse(end);
    }

    /**
     * Of the account's other marketplaces those of which Amazon states orders of business customers in days of the same
     * window, and not one invoice defect.
     */
    private String marketplacesInvoiced(Subject listed) {
        Period window = window(listed);
        return others.stream()
                .filter(other -> isInvoiced(other, window))
                .map(other -> other.store().marketplace().salesChannel())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static boolean isInvoiced(StoreLedger other, Period window) {
        List<PrintedFigure> figures = other.printed().stream()
                .filter(figure -> Metric.find(figure.metric()).equals(Optional.of(Metric.INVOICE_DEFECT_RATE)))
                .filter(figure -> figure.from()
                                .filter(from -> !from.isAfter(window.to()))
                                .isPresent()
                        && figure.to().filter(to -> !to.isBefore(window.from())).isPresent())
                .toList();
        return figures.stream().anyMatch(figure -> figure.total().orElse(0L) >= LEAST_ORDERS)
                && figures.stream().allMatch(figure -> figure.affected().equals(Optional.of(0L)));
    }

    /**
     * Where no export says which orders are of business customers: ten listed ones or more, all of them missing and none
     * late, placed on every Monday to Friday of the window.
     */
    private boolean areAllMissingEachWorkday(Subject listed) {
        boolean isKnown = listed.defects().stream()
                .map(rows::find)
                .anyMatch(order -> order >= 0 && orders.isBusiness(order).isPresent());
        if (isKnown || listed.defects().size() < Causes.FEW) {
            return false;
        }
        Set<Integer> days = listed.defects().stream().map(rows::placedDay).collect(Collectors.toSet());
        return listed.defects().stream().allMatch(InvoiceDetectors::isMissing)
                && window(listed)
                        .from()
                        .datesUntil(window(listed).to().plusDays(1))
                        .map(day -> (int) day.toEpochDay())
                        .filter(BusinessDays::isOne)
                        .allMatch(days::contains);
    }

    /**
     * Whether eight of ten late ones at least were shipped from Friday to Sunday, and so due by the end of Monday, and far
     * more than chance explains if three of seven orders are shipped on these days, or more where exports show more.
     */
    private boolean areLateOverWeekends(Subject listed) {
        List<Boolean> late = listed.defects().stream()
                .filter(InvoiceDetectors::isLate)
                .flatMap(defect -> shippedOn(defect).stream())
                .map(InvoiceDetectors::isFromFridayToSunday)
                .toList();
        int weekend = Collections.frequency(late, true);
        return weekend > 0
                && 10 * weekend >= MOST_OF_TEN * late.size()
                && BinomialDistribution.of(late.size(), Math.max(SHIPPED_THEN, shareShippedThen(listed)))
                                .survivalProbability(weekend - 1)
                        <= Significance.BEYOND_DOUBT;
    }

    /** Of the window's orders whose shipping exports date the share shipped from Friday to Sunday; 0 where none is dated. */
    private double shareShippedThen(Subject listed) {
        return Arrays.stream(
                        orders.placedIn(window(listed).from(), window(listed).to()))
                .mapToLong(order -> orders.moment(Field.SHIPPED, order))
                .filter(moment -> moment != Moments.NONE)
                .map(moment -> isFromFridayToSunday(rows.day(moment)) ? 1 : 0)
                .average()
                .orElse(0);
    }

    private static boolean isMissing(Defect defect) {
        return defect.kinds().equals(List.of(Code.MISSING_INVOICE.name()));
    }

    private static boolean isLate(Defect defect) {
        return defect.kinds().equals(List.of(Code.LATE_INVOICE.name()));
    }

    private Optional<Integer> shippedOn(Defect defect) {
        return rows.invoice(defect.orderId())
                .map(listed -> listed.course().shipped())
                .filter(moment -> moment != Moments.NONE)
                .map(rows::day);
    }

    private static boolean isFromFridayToSunday(int day) {
        return !BusinessDays.isOne(day) || !BusinessDays.isOne(day + 1);
    }
}
