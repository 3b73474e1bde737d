package redflag.causes;

import java.util.Optional;
import redflag.basics.Rate;

/**
 * A group of orders held against all of them.
 *
 * @param group affected orders of the group, of all of the group
 * @param all affected orders, of all
 * @param lift share of the defects over share of the orders: how many times as often the group is affected as all are
 * @param low lower end of its 95 % interval (Clopper and Pearson, by the share of the defects)
 * @param high upper end of it
 * @param chance the probability of as many defects in the group if it were like all the others, raised for the number of
 *     groups that were looked at (Benjamini and Hochberg)
 * @param without the rate without the group; missing where nothing would be left
 */
public record Comparison(
        Rate group, Rate all, double lift, double low, double high, double chance, Optional<Rate> without) {

    /** Share of the defects that are the group's, from 0 to 1. */
    public double shareOfDefects() {
        return (double) group.affected() / all.affected();
    }

    /** Share of the orders that are the group's, from 0 to 1. */
    public double shareOfOrders() {
        return (double) group.total() / all.total();
    }
}
