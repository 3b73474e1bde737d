package redflag.outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import redflag.basics.Rate;
import redflag.rules.Condition;
import redflag.rules.Target;

/**
 * A course whose orders and defects to come a reader sets: on every day to come as many orders, and a seventh of the
 * week's defects, in parts of whole ones; where defects turn up late, on the newest known days too. It begins with the usual orders and today's share of defects, so that it runs
 * beside the course at the usual pace, but for the weekdays and for days that are known in part.
 *
 * @param ordersADay to one decimal place
 * @param defectsAWeek to one decimal place
 * @param days as many as courses have
 * @param firstDayOnTarget of those days
 * @param firstDayOffTarget of those days
 */
public record WhatIf(
        BigDecimal ordersADay,
        BigDecimal defectsAWeek,
        List<Day> days,
        Optional<LocalDate> firstDayOnTarget,
        Optional<LocalDate> firstDayOffTarget) {

    private static final BigDecimal DAYS_OF_A_WEEK = BigDecimal.valueOf(7);
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    public WhatIf {
        days = List.copyOf(days);
    }

    /** @param rate as Amazon states it; missing where there is nothing to count */
    public record Day(LocalDate day, BigDecimal orders, BigDecimal defects, Optional<BigDecimal> rate) {}

    /** Missing where nothing is known of the days to come, or of today's share. */
    public static Optional<WhatIf> of(Outlook outlook, Target target) {
        if (outlook.volume().isEmpty() || outlook.today().isEmpty()) {
            return Optional.empty();
        }
        UsualVolume volume = outlook.volume().get();
        Rate share = outlook.today().get();
        BigDecimal orders =
                BigDecimal.valueOf(volume.orders()).divide(BigDecimal.valueOf(volume.days()), 1, RoundingMode.HALF_UP);
        BigDecimal defects = BigDecimal.valueOf(volume.orders())
                .multiply(DAYS_OF_A_WEEK)
                .multiply(BigDecimal.valueOf(share.affected()))
                .divide(
                        BigDecimal.valueOf(volume.days()).multiply(BigDecimal.valueOf(share.total())),
                        1,
                        RoundingMode.HALF_UP);
        List<Day> days = outlook.known().stream()
                .map(known -> day(known, orders, defects, target.condition()))
                .toList();
        return Optional.of(new WhatIf(
                orders,
                defects,
                days,
                first(days, target, day -> !isOffTarget(day, target)),
                first(days, target, day -> isOffTarget(day, target))));
    }

    private static Day day(KnownDay known, BigDecimal ordersADay, BigDecimal defectsAWeek, Condition condition) {
        BigDecimal toCome = BigDecimal.valueOf(known.daysToCome());
        BigDecimal orders = BigDecimal.valueOf(known.total()).add(toCome.multiply(ordersADay));
        BigDecimal coming = BigDecimal.valueOf(known.openDays())
                .multiply(defectsAWeek)
                .divide(DAYS_OF_A_WEEK, DIGITS)
                .max(BigDecimal.valueOf(known.seen()));
        BigDecimal defects = BigDecimal.valueOf(known.affected()).add(coming).min(orders);
        Optional<BigDecimal> rate = orders.signum() == 0
                ? Optional.empty()
                : Optional.of((condition.isOfTheGood() ? orders.subtract(defects) : defects).divide(orders, DIGITS));
        return new Day(known.day(), orders, defects, rate);
    }

    private static Optional<LocalDate> first(List<Day> days, Target target, Predicate<Day> condition) {
        return days.stream()
                .filter(day -> day.rate().isPresent())
                .filter(day -> day.orders().compareTo(BigDecimal.valueOf(target.minimum())) >= 0)
                .filter(condition)
                .map(Day::day)
                .findFirst();
    }

    private static boolean isOffTarget(Day day, Target target) {
        BigDecimal stated = day.rate().orElseThrow();
        Condition condition = target.condition();
        return !condition.meets(condition.isOfTheGood() ? BigDecimal.ONE.subtract(stated) : stated, target.value());
    }
}
