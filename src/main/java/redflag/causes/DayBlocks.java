package redflag.causes;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import redflag.basics.Rate;

/**
 * Finds the block of days on which orders are affected most remarkably, of all blocks of up to half the days (the scan
 * statistic of Kulldorff 1997). How remarkable the best of so many blocks is by chance, is tried out on defects that fall on
 * any orders alike, always the same ones; their maxima are taken to be distributed as by Gumbel (Abrams and others 2010), so
 * that also what is rarer than the tries has a probability.
 */
final class DayBlocks {

    private static final int TRIES = 199;
    private static final long SEED = 19_970_101;

    /** Of the numbers that most stores have: the scan asks for some hundred thousand of them. */
    private static final double[] TIMES_LOG = IntStream.range(0, 1 << 15)
            .mapToDouble(n -> n == 0 ? 0 : n * Math.log(n))
            .toArray();

    private static final double EULER = 0.577_215_664_901_532_9;

    private final long[] totals;
    private final long all;
    private final long affected;
    private final double whole;

    private DayBlocks(long[] totals, long affected) {
        this.totals = totals;
        this.all = Arrays.stream(totals).sum();
        this.affected = affected;
        this.whole = likelihood(affected, all);
    }

    /**
     * A block of days.
     *
     * @param first place of its first day
     * @param last place of its last day, included
     * @param chance the probability of a block as remarkable as this one, or more so, if there is none
     */
    record Block(int first, int last, Rate rate, double chance) {}

    /**
     * Missing where no block has a higher rate than the other days.
     *
     * @param affected of each day
     * @param totals of each day, the affected ones among them
     */
    static Optional<Block> find(long[] affected, long[] totals) {
        DayBlocks days = new DayBlocks(totals, Arrays.stream(affected).sum());
        Best best = days.best(affected);
        if (best.score <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Block(best.first, best.last, best.rate(affected, totals), days.chance(best.score)));
    }

    private record Best(int first, int last, double score) {
        Rate rate(long[] affected, long[] totals) {
            return new Rate(
                    Arrays.stream(affected, first, last + 1).sum(),
                    Arrays.stream(totals, first, last + 1).sum());
        }
    }

    private Best best(long[] defects) {
        Best best = new Best(0, 0, 0);
        int longest = Math.max(1, totals.length / 2);
        for (int first = 0; first < totals.length; first++) {
            long in = 0;
            long of = 0;
            for (int last = first; last < Math.min(totals.length, first + longest); last++) {
                in += defects[last];
                of += totals[last];
                // a block with a rate below that of the others is no cause
                if (of > 0 && of < all && in * (all - of) > (affected - in) * of) {
                    double score = likelihood(in, of) + likelihood(affected - in, all - of) - whole;
                    if (score > best.score) {
                        best = new Best(first, last, score);
                    }
                }
            }
        }
        return best;
    }

    private double chance(double score) {
        int[] dayByOrder = dayByOrder();
        SplittableRandom random = new SplittableRandom(SEED);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < TRIES; i++) {
            double found = best(scattered(dayByOrder, random)).score;
            sum += found;
            squares += found * found;
        }
        double mean = sum / TRIES;
        double deviation = Math.sqrt(Math.max(0, squares / TRIES - mean * mean));
        if (deviation == 0) {
            return score > mean ? 1.0 / (TRIES + 1) : 1;
        }
        double scale = deviation * Math.sqrt(6) / Math.PI;
        double mode = mean - EULER * scale;
        return -Math.expm1(-Math.exp(-(score - mode) / scale));
    }

    /** The orders one behind the other, each by its day. */
    private int[] dayByOrder() {
        int[] dayByOrder = new int[Math.toIntExact(all)];
        int next = 0;
        for (int day = 0; day < totals.length; day++) {
            int first = next;
            next += (int) totals[day];
            Arrays.fill(dayByOrder, first, next, day);
        }
        return dayByOrder;
    }

    /**
     * As many defects, on any orders alike, each order once. Where more than half of the orders are affected, those that are
     * not are drawn in their place.
     */
    private long[] scattered(int[] dayByOrder, SplittableRandom random) {
        boolean drawsSound = affected > all - affected;
        long[] drawn = new long[totals.length];
        BitSet taken = new BitSet(dayByOrder.length);
        for (long left = drawsSound ? all - affected : affected; left > 0; left--) {
            int order = random.nextInt(dayByOrder.length);
            while (taken.get(order)) {
                order = random.nextInt(dayByOrder.length);
            }
            taken.set(order);
            drawn[dayByOrder[order]]++;
        }
        if (drawsSound) {
            Arrays.setAll(drawn, day -> totals[day] - drawn[day]);
        }
        return drawn;
    }

    /** Logarithm of the likelihood of so many affected ones at the rate that makes them likeliest. */
    private static double likelihood(long in, long of) {
        return timesLog(in) + timesLog(of - in) - timesLog(of);
    }

    /** A number times its logarithm. */
    private static double timesLog(long n) {
        return n < TIMES_LOG.length ? TIMES_LOG[(int) n] : n * Math.log(n);
    }
}
