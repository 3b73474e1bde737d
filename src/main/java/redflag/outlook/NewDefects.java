package redflag.outlook;

import redflag.basics.Rate;

/**
 * How many of so many orders to come will be defects, where so many of those that are counted were: the beta-binomial
 * distribution, with Jeffreys' prior (half a defect and half a clean order) on the share. Wider than the binomial one, for
 * the share is itself known only from the orders counted.
 */
final class NewDefects {

    /** Rarer numbers than this part of the likeliest one are left out. */
    private static final double NEGLIGIBLE = 1e-15;

    private final long first;
    /** Cumulative, from {@link #first} on. */
    private final double[] upTo;

    private NewDefects(long first, double[] upTo) {
        this.first = first;
        this.upTo = upTo;
    }

    /**
     * @param seen the defects of those that are counted
     * @param orders to come
     */
    static NewDefects of(Rate seen, long orders) {
        double a = seen.affected() + 0.5;
        double b = seen.total() - seen.affected() + 0.5;
        // from the likeliest on to both sides, each beside its neighbour: no number is too small to be told
        long mode = Math.round(Math.floor(Math.max(0, Math.min(orders, orders * (a / (a + b))))));
        long last = mode;
        for (double weight = 1; last < orders && weight > NEGLIGIBLE; last++) {
            weight *= next(last, orders, a, b);
        }
        long first = mode;
        for (double weight = 1; first > 0 && weight > NEGLIGIBLE; first--) {
            weight /= next(first - 1, orders, a, b);
        }
        double[] weights = new double[Math.toIntExact(last - first + 1)];
        weights[(int) (mode - first)] = 1;
        for (long k = mode; k < last; k++) {
            weights[(int) (k + 1 - first)] = weights[(int) (k - first)] * next(k, orders, a, b);
        }
        for (long k = mode; k > first; k--) {
            weights[(int) (k - 1 - first)] = weights[(int) (k - first)] / next(k - 1, orders, a, b);
        }
        return new NewDefects(first, summed(weights));
    }

    /** How much likelier one more than {@code k} is than {@code k}. */
    private static double next(long k, long orders, double a, double b) {
        return (orders - k) / (k + 1.0) * ((a + k) / (b + orders - k - 1));
    }

    private static double[] summed(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            weights[i] = sum;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** The chance of {@code number} or more. */
    double atLeast(long number) {
        if (number <= first) {
            return 1;
        }
        long place = number - first - 1;
        return place >= upTo.length ? 0 : 1 - upTo[(int) place];
    }

    /** The least number that is not exceeded with a chance of {@code chance}. */
    long quantile(double chance) {
        int place = 0;
        while (place < upTo.length - 1 && upTo[place] < chance) {
            place++;
        }
        return first + place;
    }
}
