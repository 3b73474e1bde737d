package redflag.causes;

import java.util.ArrayList;
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
     * Days of one rush, with at most one quieter day between, are one spike.
     *
     * @param perDay orders of each day
     */
    static List<Spike> of(int[] perDay) {
        boolean[] isSpike = new boolean[perDay.length];
        List<Spike> spikes = new ArrayList<>();
        for (int day = 0; day < perDay.length; day++) {
            isSpike[day] = isFarOverUsual(perDay, isSpike, day);
            if (isSpike[day]) {
                Spike before = spikes.isEmpty() ? new Spike(-9, -9) : spikes.get(spikes.size() - 1);
                if (before.last >= day - 2) {
                    spikes.set(spikes.size() - 1, new Spike(before.first, day));
                } else {
                    spikes.add(new Spike(day, day));
                }
            }
        }
        return spikes;
    }

    /** Days of a spike before are none of the usual ones. */
    private static boolean isFarOverUsual(int[] perDay, boolean[] isSpike, int day) {
        int usualDays = 0;
        long usualOrders = 0;
        for (int before = Math.max(0, day - DAYS_OF_THE_USUAL); before < day; before++) {
            if (!isSpike[before]) {
                usualDays++;
                usualOrders += perDay[before];
            }
        }
        if (usualDays < LEAST_DAYS_OF_THE_USUAL || perDay[day] < LEAST_ORDERS) {
            return false;
        }
        double mean = (double) usualOrders / usualDays;
        return perDay[day] > 2 * mean && perDay[day] >= mean + DEVIATIONS * Math.sqrt(mean);
    }
}
