package redflag.causes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import redflag.basics.Rate;
import redflag.ledger.StoreLedger;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.metrics.Population;

/**
 * Groups of orders that are affected more often than chance explains. All groups of all metrics of a store are one family of
 * tests, so that of healthy stores one in twenty shows a cause at most. A group that could not stand out, however its orders
 * fared, is not tested. Of groups that share their orders (a SKU and its ASIN, a day and a weekday) the most remarkable one
 * stands; another one besides only if it also stands out among the orders that are left.
 */
final class Slices {

    private static final int LEAST_DEFECTS = 3;
    private static final double LEAST_LIFT = 1.5;

    private final StoreLedger ledger;
    private final OrderGroups groups;

    Slices(StoreLedger ledger) {
        this.ledger = ledger;
        this.groups = new OrderGroups(ledger);
    }

    /** A group that was tested. */
    private record Candidate(
            Finding finding, Population population, Dimension dimension, String value, Rate group, double chance) {}

    /** Of each finding the causes that rows show, the most remarkable first. @param findings with a population each */
    List<Cause> of(List<Finding> findings) {
        List<Candidate> tested = new ArrayList<>();
        for (Finding finding : findings) {
            Population population = finding.population().orElseThrow();
            groups.of(population)
                    .forEach((dimension, values) -> values.forEach((value, group) -> {
                        Rate all = population.rate();
                        if (group.total() >= LEAST_DEFECTS
                                && group.total() < all.total()
                                && Significance.leastChance(group.total(), all) <= Significance.LEVEL) {
                            tested.add(new Candidate(
                                    finding, population, dimension, value, group, Significance.chance(group, all)));
                        }
                    }));
            block(finding, population).ifPresent(tested::add);
        }
        double[] adjusted = Significance.adjusted(
                tested.stream().mapToDouble(Candidate::chance).toArray());
        List<Cause> causes = new ArrayList<>();
        for (Finding finding : findings) {
            List<Integer> remarkable = new ArrayList<>();
            for (int place = 0; place < adjusted.length; place++) {
                Candidate candidate = tested.get(place);
                if (candidate.finding() == finding
                        && adjusted[place] <= Significance.LEVEL
                        && isLargeEnough(candidate)) {
                    remarkable.add(place);
                }
            }
            remarkable.sort(Comparator.comparingDouble((Integer place) -> adjusted[place])
                    .thenComparing(place -> tested.get(place).dimension()));
            List<IntPredicate> told = new ArrayList<>();
            for (int place : remarkable) {
                Candidate candidate = tested.get(place);
                IntPredicate members = members(candidate);
                if (standsOut(candidate.population(), members, told)) {
                    told.add(members);
                    causes.add(cause(candidate, members, adjusted[place]));
                }
            }
        }
        return causes;
    }

    private static boolean isLargeEnough(Candidate candidate) {
        Rate all = candidate.population().rate();
        Comparison comparison = Significance.comparison(candidate.group(), all, candidate.chance());
        return candidate.group().affected() >= LEAST_DEFECTS
                && comparison.shareOfDefects() >= Causes.LEAST_SHARE
                && comparison.lift() >= LEAST_LIFT;
    }

    /** Whether the group stands out among the orders that are in none of those told already. */
    private static boolean standsOut(Population population, IntPredicate members, List<IntPredicate> told) {
        long[] counts = new long[4];
        for (int order : population.orders()) {
            if (told.stream().noneMatch(group -> group.test(order))) {
                int affected = population.defect(order).isPresent() ? 1 : 0;
                boolean isIn = members.test(order);
                counts[0] += isIn ? affected : 0;
                counts[1] += isIn ? 1 : 0;
                counts[2] += affected;
                counts[3]++;
            }
        }
        return counts[0] >= LEAST_DEFECTS
                && Significance.chance(new Rate(counts[0], counts[1]), new Rate(counts[2], counts[3]))
                        <= Significance.LEVEL;
    }

    private Cause cause(Candidate candidate, IntPredicate members, double chance) {
        Population population = candidate.population();
        List<Defect> explains = new ArrayList<>();
        for (int order : population.affected()) {
            if (members.test(order)) {
                explains.add(population.defect(order).orElseThrow());
            }
        }
        Dimension dimension = candidate.dimension();
        return new Cause(
                dimension == Dimension.DAYS ? "block-of-days" : "more-often-by-" + dimension.word(),
                candidate.finding().reading().metric(),
                candidate.finding().reading().fulfilment(),
                Optional.of(dimension),
                candidate.value(),
                explains,
                population.rate().affected(),
                Optional.of(Significance.comparison(candidate.group(), population.rate(), chance)));
    }

    private IntPredicate members(Candidate candidate) {
        if (candidate.dimension() == Dimension.DAYS) {
            String[] ends = candidate.value().split("/", -1);
            int first = (int) LocalDate.parse(ends[0]).toEpochDay();
            int last = (int) LocalDate.parse(ends[1]).toEpochDay();
            return order ->
                    ledger.orders().epochDay(order) >= first && ledger.orders().epochDay(order) <= last;
        }
        Optional<String> value = Optional.of(candidate.value());
        return order -> groups.value(candidate.dimension()).apply(order).equals(value);
    }

    /** By the day on which orders were placed. */
    private Optional<Candidate> block(Finding finding, Population population) {
        int[] orders = population.orders();
        int first = Arrays.stream(orders).map(ledger.orders()::epochDay).min().orElse(0);
        int last = Arrays.stream(orders).map(ledger.orders()::epochDay).max().orElse(0);
        if (first == last) {
            return Optional.empty();
        }
        long[] totals = new long[last - first + 1];
        long[] affected = new long[totals.length];
        for (int order : orders) {
            int day = ledger.orders().epochDay(order) - first;
            totals[day]++;
            affected[day] += population.defect(order).isPresent() ? 1 : 0;
        }
        return DayBlocks.find(affected, totals)
                .map(block -> new Candidate(
                        finding,
                        population,
                        Dimension.DAYS,
                        LocalDate.ofEpochDay(first + (long) block.first()) + "/"
                                + LocalDate.ofEpochDay(first + (long) block.last()),
                        block.rate(),
                        block.chance()));
    }
}
