package redflag.metrics;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * How old exports may be, in days before the as-of date.
 *
 * @param all of every export kind that has none of its own
 * @param single of single export kinds, by id
 */
public record Freshness(Limits all, Map<String, Limits> single) {

    public Freshness {
        single = Map.copyOf(single);
    }

    /**
     * @param warnAfter more days than this are told of
     * @param errorAfter with more days than this a figure says nothing of today
     */
    public record Limits(int warnAfter, int errorAfter) {}

    /** How far an export is behind. */
    public enum Level {
        FRESH,
        /** Told of; figures still stand. */
        LATE,
        /** Figures say nothing of today: grey, and red ones stay red with their date. */
        STALE
    }

    /** @param kind of export; missing where a figure rests on several */
    public Limits of(Optional<String> kind) {
        return kind.map(single::get).orElse(all);
    }

    /** @param newest the newest day that an export of this kind knows */
    public Level level(Optional<String> kind, LocalDate newest, LocalDate asOf) {
        Limits limits = of(kind);
        if (newest.isBefore(asOf.minusDays(limits.errorAfter()))) {
            return Level.STALE;
        }
        return newest.isBefore(asOf.minusDays(limits.warnAfter())) ? Level.LATE : Level.FRESH;
    }
}
