package redflag.changes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.past.PastReading;
import redflag.rules.Figure;
import redflag.rules.Metric;
import redflag.rules.Reading;

/**
 * The clock of Account Health Assurance: with a rating of 250 or more for six months, and at most ten days below, Amazon
 * does not deactivate an account that works with it within 72 hours (domain.md §1.8). It also asks for an emergency contact,
 * of which no export tells. The days are those of our own history: a day without a rating is unknown, and not below.
 *
 * @param from the first day of the six months
 * @param to their last, the as-of date
 * @param daysKnown so many of these days have a rating
 * @param daysUnknown so many of the six months have none
 * @param daysBelow so many of those that are known were below
 * @param keptSince the first day of which a rating is known at all
 * @param firstPossible the first day on which it could be met, if no day below comes; missing where it is met, or may be
 */
public record Assurance(
        LocalDate from,
        LocalDate to,
        int daysKnown,
        int daysUnknown,
        int daysBelow,
        LocalDate keptSince,
        State state,
        Optional<LocalDate> firstPossible) {

    private static final long LEAST_RATING = 250;
    /** That many may be below, or without a rating that would tell. */
    private static final int DAYS_BELOW_ALLOWED = 10;

    private static final int MONTHS = 6;

    /** How it stands. */
    public enum State {
        /** No more days below than allowed, even if all days without a rating were below. */
        MET,
        /** No more days below than allowed as far as known, but more if all days without a rating were below. */
        PARTLY_KNOWN,
        /** No more days below than allowed, but the history does not reach back six months. */
        HISTORY_TOO_SHORT,
        /** More days below than allowed. */
        TOO_MANY_BELOW
    }

    /** Missing where no rating is known. @param tonight the readings of the as-of date */
    public static Optional<Assurance> of(LocalDate asOf, List<PastReading> series, List<Reading> tonight) {
        TreeMap<LocalDate, Long> ratings = new TreeMap<>();
        for (PastReading past : series) {
            if (past.metric() == Metric.ACCOUNT_HEALTH_RATING) {
                past.measured().ifPresent(m -> put(ratings, m.knownOn(), m.figure()));
            }
        }
        for (Reading reading : tonight) {
            if (reading.metric() == Metric.ACCOUNT_HEALTH_RATING) {
                reading.measured().ifPresent(m -> put(ratings, m.knownOn(), m.figure()));
            }
        }
        return ratings.isEmpty() ? Optional.empty() : Optional.of(of(asOf, ratings));
    }

    private static void put(Map<LocalDate, Long> ratings, LocalDate day, Figure figure) {
        if (figure instanceof Figure.Score score) {
            ratings.put(day, score.value());
        }
    }

    /** @param ratings by day, one at least */
    static Assurance of(LocalDate asOf, TreeMap<LocalDate, Long> ratings) {
        LocalDate from = asOf.minusMonths(MONTHS).plusDays(1);
        Map<LocalDate, Long> within = ratings.subMap(from, true, asOf, true);
        List<LocalDate> below = within.entrySet().stream()
                .filter(day -> day.getValue() < LEAST_RATING)
                .map(Map.Entry::getKey)
                .toList();
        int unknown = Math.toIntExact(ChronoUnit.DAYS.between(from, asOf)) + 1 - within.size();
        State state = State.MET;
        if (below.size() > DAYS_BELOW_ALLOWED) {
            state = State.TOO_MANY_BELOW;
        } else if (ratings.firstKey().isAfter(from)) {
            state = State.HISTORY_TOO_SHORT;
        } else if (below.size() + unknown > DAYS_BELOW_ALLOWED) {
            state = State.PARTLY_KNOWN;
        }
        Optional<LocalDate> possible = switch (state) {
            case MET, PARTLY_KNOWN -> Optional.empty();
            case HISTORY_TOO_SHORT -> Optional.of(firstThatStartsOn(ratings.firstKey()));
            // the newest ten may stay; the one before them must have left the six months
            case TOO_MANY_BELOW ->
                Optional.of(later(
                        firstThatStartsOn(
                                below.get(below.size() - 1 - DAYS_BELOW_ALLOWED).plusDays(1)),
                        firstThatStartsOn(ratings.firstKey())));
        };
        return new Assurance(from, asOf, within.size(), unknown, below.size(), ratings.firstKey(), state, possible);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The first day whose six months begin on {@code day} or later; months are of different lengths. */
    private static LocalDate firstThatStartsOn(LocalDate day) {
        LocalDate first = day.plusMonths(MONTHS).minusDays(5);
        while (first.minusMonths(MONTHS).plusDays(1).isBefore(day)) {
            first = first.plusDays(1);
        }
        return first;
    }
}
