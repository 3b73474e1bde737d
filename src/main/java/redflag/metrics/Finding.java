package redflag.metrics;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.outlook.Outlook;
import redflag.outlook.Tally;
import redflag.rules.Reading;

/**
 * A reading with the rows behind it.
 *
 * @param defects by axis date, then order id; empty where no export lists them
 * @param inPipe defects that are known already, and not reached by the lagging window yet; in the same order
 * @param gone defects whose days have left the window of late
 * @param tally what the rows give, day by day; missing where no rate was counted from rows
 * @param source what says which orders are affected; missing where nothing does
 * @param population the orders that were counted one by one; missing where the rate was not counted from orders
 * @param contributions by dimension, the greatest drop of the rate first; empty where rows do not give the rate by order
 * @param outlook the days to come, where rows give the rate day by day
 */
public record Finding(
        Reading reading,
        List<Defect> defects,
        List<Defect> inPipe,
        List<Defect> gone,
        Optional<Tally> tally,
        Optional<DefectSource> source,
        Optional<Population> population,
        List<Contribution> contributions,
        Optional<Outlook> outlook) {

    public Finding {
        defects = List.copyOf(defects);
        inPipe = List.copyOf(inPipe);
        gone = List.copyOf(gone);
        contributions = List.copyOf(contributions);
    }

    /** A reading whose rows nobody counted by the day. */
    public Finding(Reading reading, List<Defect> defects) {
        this(
                reading,
                defects,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    /** The same rows behind another reading of them. */
    Finding with(Reading other) {
        return new Finding(other, defects, inPipe, gone, tally, source, population, contributions, outlook);
    }

    /**
     * The same with what Amazon lists besides, where orders gave an estimate; it changes no figure. Of an order that both
     * name the list speaks, and of one that the findings of categories name, they do.
     */
    Finding beside(Counting.Counted list, Collection<Finding> categories) {
        return new Finding(
                reading,
                union(list.defects(), defects, categories, Finding::defects),
                union(list.inPipe(), inPipe, categories, Finding::inPipe),
                union(list.gone(), gone, categories, Finding::gone),
                tally,
                Optional.of(DefectSource.ORDERS_AND_LIST),
                population,
                contributions,
                outlook);
    }

    private static List<Defect> union(
            List<Defect> listed,
            List<Defect> estimated,
            Collection<Finding> categories,
            Function<Finding, List<Defect>> where) {
        Set<String> orders = Stream.concat(
                        listed.stream(), categories.stream().flatMap(category -> where.apply(category).stream()))
                .map(Defect::orderId)
                .collect(Collectors.toSet());
        return Stream.concat(listed.stream(), estimated.stream().filter(defect -> !orders.contains(defect.orderId())))
                .sorted(Defect.BY_DAY)
                .toList();
    }

    /** Whether the defects that it names are those that it counts. */
    public boolean countsWhatItNames() {
        return !source.equals(Optional.of(DefectSource.ORDERS_AND_LIST));
    }

    /** Whether rows tell which defects there are, be it none. */
    public boolean namesDefects() {
        return source.isPresent();
    }
}
