package redflag.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Store;

/**
 * The days for which an account's order exports hold every order, as far as their rows tell: a file reaches from its
 * oldest purchase to its newest. Where it has few orders a day, a later change of an old order shows that it was made
 * later, and it reaches up to {@value #GAP_DAYS} days further: a small account has days without an order. No further, for
 * an export of old orders may be made at any time. Days before a gap that no file reaches are left out.
 */
final class OrderCoverage {

    /** Files this many days apart leave no gap: a small store has days without an order. */
    private static final int GAP_DAYS = 3;

    /** From this many rows a day on, a day without one is a day that the file lacks. */
    private static final int ROWS_A_DAY_OF_A_BUSY_ACCOUNT = 3;

    /** So many days after its first order a file by order date has one that has not changed since. */
    private static final int DAYS_UNTIL_AN_ORDER_RESTS = 7;

    /** Fewer rows show nothing about how a file was made. */
    private static final int ROWS_THAT_SHOW_A_HABIT = 20;

    /** With so many times fewer orders a day its older days hold only some of them. */
    private static final int TIMES_FEWER_THAN_ALL = 3;

    private final List<FileFacts> files;
    private final List<Store> stores;

    OrderCoverage(List<FileFacts> files, List<Store> stores) {
        this.files = files.stream()
                .filter(f -> f.table(FactType.ORDER_LINE).isPresent())
                .toList();
        this.stores = stores;
    }

    /** The order exports that speak for the store: not those in the folder of another one. */
    List<FileFacts> filesOf(Store store) {
        return files.stream()
                .filter(file -> stores.stream()
                        .noneMatch(other -> !other.equals(store) && AccountLedger.isInFolderOf(other, file.file())))
                .toList();
    }

    /** In the days of the store's marketplace, up to {@code asOf}. */
    Optional<Period> of(Store store, LocalDate asOf) {
        ZoneDays zone = new ZoneDays(store.marketplace().zone());
        List<Period> periods = filesOf(store).stream()
                .flatMap(file -> file.table(FactType.ORDER_LINE).flatMap(FactTable::span).stream())
                .map(span -> period(span, zone))
                .filter(period -> !period.from().isAfter(asOf))
                .sorted(Comparator.comparing(Period::from).thenComparing(Period::to))
                .toList();
        Period covered = null;
        for (Period next : periods) {
            if (covered == null || next.from().isAfter(covered.to().plusDays(GAP_DAYS))) {
                covered = next;
            } else if (next.to().isAfter(covered.to())) {
                covered = new Period(covered.from(), next.to());
            }
        }
        if (covered == null) {
            return Optional.empty();
        }
        return Optional.of(new Period(covered.from(), covered.to().isAfter(asOf) ? asOf : covered.to()));
    }

    /** How far one order export reaches by itself, in the days of the store's marketplace; missing without orders. */
    Optional<LocalDate> reachOf(FileFacts facts, Store store) {
        ZoneDays zone = new ZoneDays(store.marketplace().zone());
        return facts.table(FactType.ORDER_LINE)
                .flatMap(FactTable::span)
                .map(span -> period(span, zone).to());
    }

    /** The kind of the order exports that reach furthest, if it is one. */
    Optional<String> kindOf(Store store) {
        Optional<LocalDate> furthest = filesOf(store).stream()
                .flatMap(facts -> reachOf(facts, store).stream())
                .max(Comparator.naturalOrder());
        List<String> kinds = filesOf(store).stream()
                .filter(facts -> reachOf(facts, store).equals(furthest))
                .map(FileFacts::kind)
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    /** A plain day is not moved between zones and an instant is, so that the two may cross. */
    private static Period period(OrderSpan span, ZoneDays zone) {
        LocalDate from = firstDay(span, zone);
        LocalDate last = day(span.last(), zone);
        Period purchases = new Period(from, last.isBefore(from) ? from : last);
        LocalDate changed = day(span.changed(), zone);
        boolean busy = span.rows() >= (long) ROWS_A_DAY_OF_A_BUSY_ACCOUNT * purchases.days();
        if (busy || !changed.isAfter(purchases.to())) {
            return purchases;
        }
        LocalDate furthest = purchases.to().plusDays(GAP_DAYS);
        return new Period(from, changed.isBefore(furthest) ? changed : furthest);
    }

    /**
     * A report by last update lists old orders that have changed since it begins, and not the others of their days: it
     * holds every order only from the day on from which it has changes.
     */
    private static LocalDate firstDay(OrderSpan span, ZoneDays zone) {
        LocalDate first = day(span.first(), zone);
        if (span.rows() < ROWS_THAT_SHOW_A_HABIT || span.firstChange() == Moments.NONE) {
            return first;
        }
        LocalDate changes = day(span.firstChange(), zone);
        LocalDate last = day(span.last(), zone);
        if (!changes.isAfter(first.plusDays(DAYS_UNTIL_AN_ORDER_RESTS)) || last.isBefore(changes)) {
            return first;
        }
        double before = (double) span.before() / ChronoUnit.DAYS.between(first, changes);
        double since = (double) (span.rows() - span.before()) / (ChronoUnit.DAYS.between(changes, last) + 1);
        return before * TIMES_FEWER_THAN_ALL < since ? changes : first;
    }

    private static LocalDate day(long moment, ZoneDays zone) {
        return LocalDate.ofEpochDay(Moments.epochDay(moment, zone));
    }
}
