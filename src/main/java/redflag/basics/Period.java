package redflag.basics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Days from {@code from} to {@code to}, both included. */
public record Period(LocalDate from, LocalDate to) {

    /** @throws IllegalArgumentException if it ends before it begins */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period can't end before it begins: " + from + " to " + to);
        }
    }

    /** The {@code lengthDays} days that end {@code lagDays} days before {@code asOf}: the window of product.md §1. */
    public static Period window(LocalDate asOf, int lengthDays, int lagDays) {
        LocalDate to = asOf.minusDays(lagDays);
        return new Period(to.minusDays(lengthDays - 1L), to);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The days of both; missing where they have none in common. */
    public Optional<Period> and(Period other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new Period(later, earlier));
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1);
    }

    @Override
    public String toString() {
        return from + " to " + to;
    }
}
