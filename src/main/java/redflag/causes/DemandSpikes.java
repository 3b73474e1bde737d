package redflag.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Days on which far more orders came in than usual: more than twice the mean of the days of the four weeks before (domain.md
 * §3.6.2, cause 7), ten at least, and three standard deviations above it, so that a small store's good day is none.
 */
final class DemandSpikes {

    static final int DAYS_OF_THE_USUAL = 28;

    private static final int LEAST_DAYS_OF_THE_USUAL = 14;
    private static final int LEAST_ORDERS = 10;
    private static final double DEVIATIONS = 3;

    private DemandSpikes() {}

    /** From and to, both included, by their places. */
    record Spike(int first, int last) {}

    /**
     * Days of one rush, with at most one quieter day between, are one spike, as far as all its days together have more than
     * twice the usual orders a day of before it.
     *
     * @param perDay orders of each day
     */
    static List<Spike> of(int[] perDay) {
        boolean[] isSpike = new boolean[perDay.length];
        List<Spike> spikes = new ArrayList<>();
        double usual = 0;
        for (int day = 0; day < perDay.length; day++) {
            double mean = usual(perDay, isSpike, day);
            isSpike[day] = isFarOver(mean, perDay[day]);
            if (isSpike[day]) {
                int last = spikes.size() - 1;
                if (last >= 0
                        && spikes.get(last).last >= day - 2
                        && mean(perDay, spikes.get(last).first, day) > 2 * usual) {
                    spikes.set(last, new Spike(spikes.get(last).first, day));
                } else {
                    spikes.add(new Spike(day, day));
                    usual = mean;
                }
            }
        }
        return spikes;
    }

    private static double mean(int[] perDay, int from, int to) {
        return Arrays.stream(perDay, from, to + 1).average().orElseThrow();
    }

    /** Orders a day of the four weeks before; days of a spike before are none of the usual ones. No number where too few are known. */
    private static double usual(int[] perDay, boolean[] isSpike, int day) {
        int usualDays = 0;
        long usualOrders = 0;
        for (int before = Math.max(0, day - DAYS_OF_THE_USUAL); before < day; before++) {
            if (!isSpike[before]) {
                usualDays++;
                usualOrders += perDay[before];
            }
        }
        return usualDays < LEAST_DAYS_OF_THE_USUAL ? Double.NaN : (double) usualOrders / usualDays;
    }

    /** Never so where the usual is no number. */
    private static boolean isFarOver(double usual, int count) {
        return count >= LEAST_ORDERS && count > 2 * usual && count >= usual + DEVIATIONS * Math.sqrt(usual);
    }
}
