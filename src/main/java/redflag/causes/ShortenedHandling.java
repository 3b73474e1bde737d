package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.calendar.BusinessDays;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.Moments;
import redflag.ledger.StoreOrders;
import redflag.metrics.Defect;
import redflag.metrics.Population;

/**
 * Handling time that got shorter on one date, for all products or for one, and orders that were late since, though in time by
 * the time that they had before (domain.md §3.6.2, causes 4 and 10). Handling time is counted in business days.
 */
final class ShortenedHandling {

    private static final int LEAST_ORDERS = 10;
    private static final int LEAST_DEFECTS = 3;
    private static final int DAYS_BEFORE_THE_WINDOW = 30;
    private static final int MOST_DAYS = 15;

    /** So many orders of either side are on it, or handling time changes with the order and not on a date. */
    private static final double ON_ITS_SIDE = 0.9;

    private static final double TIMES_AS_OFTEN_LATE = 1.5;

    private final Rows rows;
    private final StoreOrders orders;

    ShortenedHandling(Rows rows) {
        this.rows = rows;
        this.orders = rows.orders();
    }

    /**
     * A date from which on orders have less time.
     *
     * @param from the first day of it with an order, since 1970-01-01
     * @param before business days that orders had until then, the lower median
     * @param most business days that nine of ten have since, at most
     */
    record Step(int from, int before, int most) {}

    List<Cause> of(Subject late, Population population) {
        if (!orders.knows(Field.EXPECTED_SHIP)) {
            return List.of();
        }
        int[] known = withLimits(population);
        Optional<Cause> ofAll = cause(late, population, known, Optional.empty());
        if (ofAll.isPresent()) {
            return List.of(ofAll.get());
        }
        Map<String, Long> defects = new TreeMap<>();
        late.defects().forEach(defect -> defect.sku().ifPresent(sku -> defects.merge(sku, 1L, Long::sum)));
        List<Cause> causes = new ArrayList<>();
        defects.forEach((sku, count) -> {
            if (count >= LEAST_DEFECTS && count >= Causes.LEAST_SHARE * late.count()) {
                Optional<String> named = Optional.of(sku);
                int[] ofSku = Arrays.stream(known)
                        .filter(order -> orders.sku(order).equals(named))
                        .toArray();
                cause(late, population, ofSku, named).ifPresent(causes::add);
            }
        });
        return causes;
    }

    /** Seller-fulfilled orders of the window and of a month before that say until when they were due. */
    private int[] withLimits(Population population) {
        int first =
                Arrays.stream(population.orders()).map(orders::epochDay).min().orElse(0);
        int last =
                Arrays.stream(population.orders()).map(orders::epochDay).max().orElse(0);
        return Arrays.stream(orders.placedIn(
                        LocalDate.ofEpochDay(first - (long) DAYS_BEFORE_THE_WINDOW), LocalDate.ofEpochDay(last)))
                .filter(order -> orders.isFulfilledBy(order, Code.MFN)
                        && orders.moment(Field.EXPECTED_SHIP, order) != Moments.NONE)
                .toArray();
    }

    private Optional<Cause> cause(Subject late, Population population, int[] known, Optional<String> sku) {
        Optional<Step> found = step(
                Arrays.stream(known).map(orders::epochDay).toArray(),
                Arrays.stream(known).map(this::handling).toArray());
        if (found.isEmpty() || !isMoreOftenLateSince(population, known, found.get())) {
            return Optional.empty();
        }
        Step step = found.get();
        Cause cause = late.cause(
                sku.isPresent() ? "handling-time-shortened-of-sku" : "handling-time-shortened",
                LocalDate.ofEpochDay(step.from) + sku.map(name -> "/" + name).orElse(""),
                defect -> (sku.isEmpty() || defect.sku().equals(sku)) && wouldHaveBeenInTime(defect, step));
        return Optional.of(cause).filter(one -> one.explains().size() >= LEAST_DEFECTS);
    }

    private int handling(int order) {
        return BusinessDays.between(orders.epochDay(order), rows.day(orders.moment(Field.EXPECTED_SHIP, order)));
    }

    /**
     * Placed since, with the shorter time, and known to be confirmed, or else handed over, in the time that orders had before:
     * late shipments are those that are confirmed late.
     */
    private boolean wouldHaveBeenInTime(Defect defect, Step step) {
        int placed = rows.placedDay(defect);
        long limit = rows.moment(Field.EXPECTED_SHIP, defect.orderId());
        if (placed < step.from || limit == Moments.NONE || BusinessDays.between(placed, rows.day(limit)) > step.most) {
            return false;
        }
        long confirmed = rows.course(defect.orderId()).confirmed();
        long done = confirmed == Moments.NONE ? rows.moment(Field.SHIPPED, defect.orderId()) : confirmed;
        return done != Moments.NONE && BusinessDays.between(placed, rows.day(done)) <= step.before;
    }

    /** Where the window holds too few orders of before, rows of those since must speak for themselves. */
    private boolean isMoreOftenLateSince(Population population, int[] known, Step step) {
        int first =
                Arrays.stream(population.orders()).map(orders::epochDay).min().orElse(0);
        long[] count = new long[4];
        for (int order : known) {
            int day = orders.epochDay(order);
            if (day >= first) {
                int side = day < step.from ? 0 : 2;
                count[side] += population.defect(order).isPresent() ? 1 : 0;
                count[side + 1]++;
            }
        }
        return count[3] > 0
                && (count[1] < LEAST_ORDERS
                        || count[2] * count[1] >= TIMES_AS_OFTEN_LATE * count[0] * count[3] && count[2] > 0);
    }

    /**
     * The date that divides orders best into those with more and those with less time.
     *
     * @param days on which they were placed
     * @param handling business days until they were due
     */
    static Optional<Step> step(int[] days, int[] handling) {
        if (days.length < 2 * LEAST_ORDERS) {
            return Optional.empty();
        }
        int first = Arrays.stream(days).min().orElseThrow();
        int length = Arrays.stream(days).max().orElseThrow() - first + 1;
        int[][] of = new int[length][MOST_DAYS + 1];
        for (int i = 0; i < days.length; i++) {
            of[days[i] - first][Math.max(0, Math.min(MOST_DAYS, handling[i]))]++;
        }
        long best = 0;
        int from = -1;
        int threshold = -1;
        for (int most = 0; most < MOST_DAYS; most++) {
            long less = 0;
            for (int value : handling) {
                less += value <= most ? 1 : 0;
            }
            long before = 0;
            long lessBefore = 0;
            for (int day = 1; day < length; day++) {
                for (int value = 0; value <= MOST_DAYS; value++) {
                    before += of[day - 1][value];
                    lessBefore += value <= most ? of[day - 1][value] : 0;
                }
                long after = days.length - before;
                long moreBefore = before - lessBefore;
                long lessAfter = less - lessBefore;
                boolean divides = before >= LEAST_ORDERS
                        && after >= LEAST_ORDERS
                        && moreBefore >= ON_ITS_SIDE * before
                        && lessAfter >= ON_ITS_SIDE * after;
                if (divides && moreBefore + lessAfter > best) {
                    best = moreBefore + lessAfter;
                    from = day;
                    threshold = most;
                }
            }
        }
        return from < 0
                ? Optional.empty()
                : Optional.of(new Step(first + withOrder(of, from), lowerMedianBefore(of, from), threshold));
    }

    /** Days without an order show nothing: of them nobody knows how much time they gave. */
    private static int withOrder(int[][] of, int from) {
        int day = from;
        while (Arrays.stream(of[day]).sum() == 0) {
            day++;
        }
        return day;
    }

    private static int lowerMedianBefore(int[][] of, int from) {
        int[] all = new int[MOST_DAYS + 1];
        for (int day = 0; day < from; day++) {
            for (int value = 0; value <= MOST_DAYS; value++) {
                all[value] += of[day][value];
            }
        }
        int half = (Arrays.stream(all).sum() + 1) / 2;
        int median = 0;
        for (int seen = all[0]; seen < half; seen += all[median]) {
            median++;
        }
        return median;
    }
}
