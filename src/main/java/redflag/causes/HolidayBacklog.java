package redflag.causes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.calendar.PublicHolidays;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Defect;
import redflag.metrics.Population;
import redflag.rules.Measured;

/**
 * Orders placed or due on a public holiday, or in the two days after it, that are late far more often than others, than those
 * of the same weekdays of other weeks, and than those of the days right before and right after (domain.md §3.6.2, cause 9).
 */
final class HolidayBacklog {

    private static final int DAYS_AFTER = 2;
    private static final int DAYS_BESIDE = 3;
    private static final int WEEK = 7;
    private static final double LEAST_LIFT = 1.5;

    /** So many orders must say until when they were due, or the late ones that do are not like the others. */
    private static final double KNOWN_OF_MOST = 0.9;

    private final Rows rows;
    private final Population population;
    private final StoreOrders orders;
    private final ZoneDays days;
    private final boolean isDueKnown;

    HolidayBacklog(Rows rows, Population population) {
        this.rows = rows;
        this.population = population;
        this.orders = rows.orders();
        this.days = rows.days();
        Count all = count(order -> true);
        Count dated = count(order -> orders.moment(Field.EXPECTED_SHIP, order) != Moments.NONE);
        this.isDueKnown = dated.total() >= KNOWN_OF_MOST * all.total();
    }

    /** There may be no orders. */
    private record Count(long affected, long total) {}

    /** The days of a holiday's backlog, by their numbers, and how rarely chance makes as many late. */
    private record Found(PublicHolidays.Holiday holiday, Span days, double chance) {}

    /** Both included. */
    private record Span(int first, int last) {
        boolean has(int day) {
            return day >= first && day <= last;
        }

        boolean overlaps(Span other) {
            return first <= other.last && other.first <= last;
        }

        Span plus(int more) {
            return new Span(first + more, last + more);
        }
    }

    /** By the day; of holidays whose days overlap the most remarkable one. */
    List<Cause> of(Subject late) {
        Optional<Period> window = late.reading().computed().flatMap(Measured::window);
        Count all = count(order -> true);
        if (window.isEmpty() || all.affected() == 0) {
            return List.of();
        }
        String country = rows.ledger().store().marketplace().country();
        List<PublicHolidays.Holiday> holidays = PublicHolidays.of(
                country,
                new Period(
                        window.get().from().minusDays(DAYS_AFTER), window.get().to()));
        List<Span> spans = holidays.stream().map(HolidayBacklog::span).toList();
        List<Found> found = new ArrayList<>();
        for (PublicHolidays.Holiday holiday : holidays) {
            Span span = span(holiday);
            if (standsOut(span, spans, all)) {
                Count group = count(order -> isOf(order, span));
                found.add(new Found(
                        holiday,
                        span,
                        Significance.chance(group.affected(), group.total(), new Rate(all.affected(), all.total()))));
            }
        }
        found.sort(Comparator.comparingDouble(Found::chance));
        List<Found> apart = new ArrayList<>();
        for (Found one : found) {
            if (apart.stream().noneMatch(other -> other.days().overlaps(one.days()))) {
                apart.add(one);
            }
        }
        return apart.stream()
                .sorted(Comparator.comparing(one -> one.holiday().day()))
                .map(one -> late.cause(
                        "public-holiday",
                        one.holiday().day() + "/" + country + "/"
                                + one.holiday().name(),
                        defect -> isOf(defect, one.days())))
                .toList();
    }

    private static Span span(PublicHolidays.Holiday holiday) {
        int day = (int) holiday.day().toEpochDay();
        return new Span(day, day + DAYS_AFTER);
    }

    /** @param spans of all holidays; days of other ones are nothing to compare with */
    private boolean standsOut(Span span, List<Span> spans, Count all) {
        Count group = count(order -> isOf(order, span));
        int looks = spans.size();
        if (!Significance.isBeyondDoubt(group.affected(), group.total(), all.affected(), all.total(), looks)) {
            return false;
        }
        Count otherWeeks = count(order -> isOfNone(order, spans) && isOfTheWeekdaysOf(order, span));
        boolean isMoreThanOtherWeeks = Significance.isBeyondDoubt(
                group.affected(),
                group.total(),
                group.affected() + otherWeeks.affected(),
                group.total() + otherWeeks.total(),
                looks);
        Count before = count(order ->
                isOfNone(order, spans) && isOf(order, new Span(span.first() - DAYS_BESIDE, span.first() - 1)));
        Count after = count(order ->
                isOfNone(order, spans) && isOf(order, new Span(span.last() + 1, span.last() + DAYS_BESIDE)));
        return isMoreThanOtherWeeks
                && before.total() + after.total() > 0
                && isFarOver(group, before)
                && isFarOver(group, after);
    }

    /** True of days without an order as well. */
    private static boolean isFarOver(Count group, Count beside) {
        return group.affected() * (double) beside.total() >= LEAST_LIFT * beside.affected() * group.total();
    }

    private Count count(IntPredicate isIn) {
        long affected = 0;
        long total = 0;
        for (int order : population.orders()) {
            if (isIn.test(order)) {
                total++;
                affected += population.defect(order).isPresent() ? 1 : 0;
            }
        }
        return new Count(affected, total);
    }

    private boolean isOfNone(int order, List<Span> spans) {
        return spans.stream().noneMatch(span -> isOf(order, span));
    }

    private boolean isOfTheWeekdaysOf(int order, Span span) {
        int weeks = Math.floorDiv(orders.epochDay(order) - span.first(), WEEK);
        return isOf(order, span.plus(weeks * WEEK)) || isOf(order, span.plus((weeks + 1) * WEEK));
    }

    private boolean isOf(int order, Span span) {
        long limit = orders.moment(Field.EXPECTED_SHIP, order);
        return span.has(orders.epochDay(order)) || limit != Moments.NONE && span.has(Moments.epochDay(limit, days));
    }

    private boolean isOf(Defect defect, Span span) {
        int order = rows.find(defect);
        return order < 0 ? span.has(rows.placedDay(defect)) : isOf(order, span);
    }
}
