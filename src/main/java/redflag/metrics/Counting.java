package redflag.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.outlook.Tally;

/**
 * Counts what a rate is about by its axis day: over the window, over the days behind it that will be in a window yet, and
 * as far back as usual volumes and the windows of the nights before need.
 */
final class Counting {

    private final Reach reach;
    private final DefectSource source;
    private final Period days;
    private final long firstDay;
    private final long windowFrom;
    private final long windowTo;
    private final int[] totals;
    private final int[] affected;
    private final List<Defect> defects = new ArrayList<>();
    private final List<Integer> orders = new ArrayList<>();

    Counting(Reach reach, DefectSource source) {
        this.reach = reach;
        this.source = source;
        this.days = reach.counted();
        this.firstDay = days.from().toEpochDay();
        this.windowFrom = reach.window().from().toEpochDay();
        this.windowTo = reach.window().to().toEpochDay();
        this.totals = new int[days.days()];
        this.affected = new int[days.days()];
    }

    Reach reach() {
        return reach;
    }

    Period days() {
        return days;
    }

    /** One more of this day; of other days than {@link #days} it changes nothing. */
    void add(long epochDay) {
        long place = epochDay - firstDay;
        if (place >= 0 && place < totals.length) {
            totals[(int) place]++;
        }
    }

    /** The same of an order of the ledger, which is remembered if the window holds it. @param order its place there */
    void add(long epochDay, int order) {
        add(epochDay);
        if (epochDay >= windowFrom && epochDay <= windowTo) {
            orders.add(order);
        }
    }

    /** One that was added counts against the metric. */
    void addDefect(Defect defect) {
        long place = defect.axisDate().toEpochDay() - firstDay;
        if (place >= 0 && place < affected.length) {
            affected[(int) place]++;
            defects.add(defect);
        }
    }

    /** All within the window. */
    long total() {
        long total = 0;
        int first = Math.toIntExact(windowFrom - firstDay);
        for (int place = first; place < first + reach.window().days(); place++) {
            total += totals[place];
        }
        return total;
    }

    Counted counted() {
        return Counted.of(
                reach.window(),
                defects,
                Optional.of(new Tally(days.from(), reach.knownFrom(), totals, affected)),
                source,
                orders);
    }

    /**
     * What was counted.
     *
     * @param defects within the window; by axis date, then order id
     * @param inPipe behind the window: known already, and not reached by it yet
     * @param gone before the window, as far back as was counted
     * @param tally missing where nothing was counted, or defects alone
     * @param source what says which defects there are; missing where nothing does
     * @param orders places in the ledger of the orders of the window that it was counted from, as far as they were told
     */
    record Counted(
            List<Defect> defects,
            List<Defect> inPipe,
            List<Defect> gone,
            Optional<Tally> tally,
            Optional<DefectSource> source,
            List<Integer> orders) {

        static final Counted NOTHING =
                new Counted(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of());

        private static Counted of(
                Period window, List<Defect> defects, Optional<Tally> tally, DefectSource source, List<Integer> orders) {
            List<Defect> sorted = defects.stream().sorted(Defect.BY_DAY).toList();
            return new Counted(
                    sorted.stream()
                            .filter(defect -> window.contains(defect.axisDate()))
                            .toList(),
                    sorted.stream()
                            .filter(defect -> defect.axisDate().isAfter(window.to()))
                            .toList(),
                    sorted.stream()
                            .filter(defect -> defect.axisDate().isBefore(window.from()))
                            .toList(),
                    tally,
                    Optional.of(source),
                    orders);
        }

        /** Defects of a list that has no total. */
        static Counted of(Period window, List<Defect> defects) {
            return of(window, defects, Optional.empty(), DefectSource.LIST, List.of());
        }

        Counted {
            defects = List.copyOf(defects);
            inPipe = List.copyOf(inPipe);
            gone = List.copyOf(gone);
            orders = List.copyOf(orders);
        }
    }
}
