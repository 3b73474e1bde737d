package redflag.sample;

import java.util.List;

/**
 * Random numbers that come out the same on every JDK (SplitMix64). The JDK's own fast generators promise no fixed
 * sequence; {@code java.util.Random} is too slow for five million rows.
 */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to {@code bound}, which is left out. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** From {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** True {@code times} times in {@code outOf} throws, on average. */
    boolean hits(int times, int outOf) {
        return below(outOf) < times;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
