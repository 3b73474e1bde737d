package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.ledger.ZoneDays;
import redflag.metrics.Defect;
import redflag.metrics.Population;
import redflag.rules.Measured;

/** Why orders were handed over, or confirmed, too late (domain.md §3.6.2). */
final class LateShipmentDetectors {

    private static final int ORDERS_THAT_SHOW_THE_USUAL = 10;

    /** A backlog lasts longer than the rush that made it. */
    private static final int DAYS_AFTER_A_SPIKE = 2;

    /** So many orders must say until when they were due, or the others are not known to be like them. */
    private static final double KNOWN_OF_MOST = 0.9;

    /** A cut-off divides the day: late ones are hardly before it, and it is not the whole day. */
    private static final double LATE_AFTER_A_CUT_OFF = 0.8;

    private static final double MOST_ORDERS_AFTER_A_CUT_OFF = 0.5;
    private static final int LEAST_HANDED_OVER = 3;
    private static final int HOURS = 24;

    private final Rows rows;
    private final StoreOrders orders;
    private final ZoneDays days;

    LateShipmentDetectors(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
        this.days = rows.days();
    }

    List<Cause> of(Subject late) {
        List<Cause> causes = new ArrayList<>();
        causes.add(late.cause(
                "confirmed-late-shipped-on-time",
                "",
                defect -> rows.isInTime(Field.SHIPPED, Field.EXPECTED_SHIP, defect)));
        late.population().ifPresent(population -> {
            causes.addAll(handoverOverHandling(late, population));
            causes.addAll(new ShortenedHandling(rows).of(late, population));
            causes.addAll(demandSpikes(late, population));
            afterCutOff(late, population).ifPresent(causes::add);
            dueOnWeekend(late, population).ifPresent(causes::add);
            causes.addAll(new HolidayBacklog(rows, population).of(late));
        });
        return causes;
    }

    /** Products whose orders usually, late or not, take longer until they are handed over than they may. */
    private List<Cause> handoverOverHandling(Subject late, Population population) {
        Map<String, List<Long>> over = new TreeMap<>();
        for (int order : population.orders()) {
            long shipped = orders.moment(Field.SHIPPED, order);
            long limit = orders.moment(Field.EXPECTED_SHIP, order);
            Optional<String> sku = orders.sku(order);
            if (shipped != Moments.NONE && limit != Moments.NONE && sku.isPresent()) {
                over.computeIfAbsent(sku.get(), s -> new ArrayList<>())
                        .add((long) Moments.epochDay(shipped, days) - Moments.epochDay(limit, days));
            }
        }
        List<Cause> causes = new ArrayList<>();
        over.forEach((sku, daysOver) -> {
            if (daysOver.size() >= ORDERS_THAT_SHOW_THE_USUAL && lowerMedian(daysOver) > 0) {
                causes.add(late.cause(
                        "usual-handover-over-handling-time",
                        sku,
                        defect -> defect.sku().equals(Optional.of(sku))));
            }
        });
        return causes;
    }

    private static long lowerMedian(List<Long> values) {
        return values.stream()
                .sorted()
                .skip((values.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Days with more than twice the orders of the four weeks before, on which and after which orders are late (cause 7). */
    private List<Cause> demandSpikes(Subject late, Population population) {
        Optional<Period> window = late.reading().computed().flatMap(Measured::window);
        Optional<Period> known = rows.ledger().ordersCover();
        if (window.isEmpty() || known.isEmpty()) {
            return List.of();
        }
        int first = (int) Math.max(
                known.get().from().toEpochDay(),
                window.get().from().minusDays(DemandSpikes.DAYS_OF_THE_USUAL).toEpochDay());
        int last = (int) window.get().to().toEpochDay();
        int[] perDay = new int[Math.max(0, last - first + 1)];
        orders.forEachDay(
                new Period(LocalDate.ofEpochDay(first), window.get().to()),
                Code.MFN,
                day -> perDay[(int) day - first]++);
        List<Cause> causes = new ArrayList<>();
        for (DemandSpikes.Spike spike : DemandSpikes.of(perDay)) {
            int from = first + spike.first();
            int until = first + spike.last() + DAYS_AFTER_A_SPIKE;
            if (isOftenLate(population, from, until)) {
                causes.add(late.cause(
                        "demand-spike",
                        LocalDate.ofEpochDay(from) + "/" + LocalDate.ofEpochDay(first + (long) spike.last()),
                        defect -> rows.placedDay(defect) >= from && rows.placedDay(defect) <= until));
            }
        }
        return causes;
    }

    private boolean isOftenLate(Population population, int from, int until) {
        long in = 0;
        long lateOnes = 0;
        long all = 0;
        long allLate = 0;
        for (int order : population.orders()) {
            int affected = population.defect(order).isPresent() ? 1 : 0;
            boolean isIn = orders.epochDay(order) >= from && orders.epochDay(order) <= until;
            in += isIn ? 1 : 0;
            lateOnes += isIn ? affected : 0;
            all++;
            allLate += affected;
        }
        return Significance.isBeyondDoubt(lateOnes, in, allLate, all, 1);
    }

    /** The hour from which on nearly all late ones were placed, and handed over with the next day's (cause 8). */
    private Optional<Cause> afterCutOff(Subject late, Population population) {
        long[] late24 = new long[HOURS];
        long[] all24 = new long[HOURS];
        for (int order : population.orders()) {
            int hour = hour(order);
            if (hour >= 0) {
                all24[hour]++;
                late24[hour] += population.defect(order).isPresent() ? 1 : 0;
            }
        }
        long allLate = Arrays.stream(late24).sum();
        long all = Arrays.stream(all24).sum();
        long lateOnes = 0;
        long ofAll = 0;
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int hour = HOURS - 1; hour > 0; hour--) {
            lateOnes += late24[hour];
            ofAll += all24[hour];
            boolean divides = lateOnes >= LATE_AFTER_A_CUT_OFF * allLate && ofAll <= MOST_ORDERS_AFTER_A_CUT_OFF * all;
            if (divides && Significance.isBeyondDoubt(lateOnes, ofAll, allLate, all, HOURS - 1)) {
                double chance = Significance.chance(lateOnes, ofAll, new Rate(allLate, all));
                if (chance < least) {
                    least = chance;
                    best = hour;
                }
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int cutOff = best;
        List<Defect> known = late.defects().stream()
                .filter(defect -> isPlacedFrom(cutOff, defect) && isHandoverKnown(defect))
                .toList();
        Cause cause = late.cause(
                "placed-after-cut-off",
                Integer.toString(cutOff),
                defect -> isPlacedFrom(cutOff, defect) && isHandedOverTheNextDay(defect));
        int next = cause.explains().size();
        return Optional.of(cause).filter(found -> next >= LEAST_HANDED_OVER && next * 2 >= known.size());
    }

    private int hour(int order) {
        long placed = orders.placed(order);
        return Moments.isInstant(placed)
                ? (int) Math.floorMod(Moments.epochSecond(placed) + days.offset(Moments.epochSecond(placed)), 86_400L)
                        / 3600
                : -1;
    }

    private boolean isPlacedFrom(int cutOff, Defect defect) {
        int order = rows.find(defect);
        return order >= 0 && hour(order) >= cutOff;
    }

    private boolean isHandoverKnown(Defect defect) {
        return rows.moment(Field.EXPECTED_SHIP, defect.orderId()) != Moments.NONE
                && rows.moment(Field.SHIPPED, defect.orderId()) != Moments.NONE;
    }

    /** Whether it is known that it left after the day of its limit, and on the next business day at the latest. */
    private boolean isHandedOverTheNextDay(Defect defect) {
        if (!isHandoverKnown(defect)) {
            return false;
        }
        int limit = rows.day(rows.moment(Field.EXPECTED_SHIP, defect.orderId()));
        int shipped = rows.day(rows.moment(Field.SHIPPED, defect.orderId()));
        return shipped > limit && BusinessDays.between(limit, shipped) <= 1;
    }

    /** Orders that were due on a Saturday or Sunday, where most orders say when they were (cause 9). */
    private Optional<Cause> dueOnWeekend(Subject late, Population population) {
        long in = 0;
        long lateOnes = 0;
        long known = 0;
        long lateKnown = 0;
        for (int order : population.orders()) {
            long limit = orders.moment(Field.EXPECTED_SHIP, order);
            if (limit == Moments.NONE) {
                continue;
            }
            int affected = population.defect(order).isPresent() ? 1 : 0;
            boolean isIn = !BusinessDays.isOne(Moments.epochDay(limit, days));
            in += isIn ? 1 : 0;
            lateOnes += isIn ? affected : 0;
            known++;
            lateKnown += affected;
        }
        boolean isKnown = known >= KNOWN_OF_MOST * population.rate().total();
        return isKnown && Significance.isBeyondDoubt(lateOnes, in, lateKnown, known, 1)
                ? Optional.of(late.cause("due-on-weekend", "", defect -> {
                    long limit = rows.moment(Field.EXPECTED_SHIP, defect.orderId());
                    return limit != Moments.NONE && !BusinessDays.isOne(rows.day(limit));
                }))
                : Optional.empty();
    }
}
