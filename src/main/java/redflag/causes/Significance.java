package redflag.causes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;
import redflag.basics.Rate;

/** What chance alone explains. */
final class Significance {

    /** Of the causes that are shown one in twenty may be chance; of healthy stores one in twenty may show one. */
    static final double LEVEL = 0.05;

    /**
     * What a detector compares, it does beside all the groups: so rare that of a thousand healthy stores one shows it.
     */
    static final double BEYOND_DOUBT = 0.001;

    private static final int LEAST_DEFECTS = 3;
    private static final double LEAST_LIFT = 1.5;

    private Significance() {}

    /**
     * Whether a group that a detector has looked at is affected so often that chance is out of the question.
     *
     * @param size so many orders are in the group
     * @param looks at so many groups, of which this is one
     */
    static boolean isBeyondDoubt(long affected, long size, long allAffected, long allSize, int looks) {
        return affected >= LEAST_DEFECTS
                && size < allSize
                && affected * (double) allSize >= LEAST_LIFT * allAffected * size
                && chance(affected, size, new Rate(allAffected, allSize)) * looks <= BEYOND_DOUBT;
    }

    /** The probability of as many affected ones in the group, or more, if the defects fell on any orders alike (Fisher). */
    static double chance(Rate group, Rate all) {
        return chance(group.affected(), group.total(), all);
    }

    /** The least that it can be for a group of this size, with every order of it affected, or every defect in it. */
    static double leastChance(long size, Rate all) {
        return chance(Math.min(size, all.affected()), size, all);
    }

    static double chance(long affected, long size, Rate all) {
        HypergeometricDistribution others = HypergeometricDistribution.of(
                Math.toIntExact(all.total()), Math.toIntExact(all.affected()), Math.toIntExact(size));
        return others.survivalProbability(Math.toIntExact(affected) - 1);
    }

    /** Chances raised for their number, each at the place of its own (Benjamini and Hochberg 1995). */
    static double[] adjusted(double[] chances) {
        Integer[] byChance = new Integer[chances.length];
        Arrays.setAll(byChance, place -> place);
        Arrays.sort(
                byChance,
                Comparator.comparingDouble((Integer place) -> chances[place]).reversed());
        double[] adjusted = new double[chances.length];
        double least = 1;
        for (int i = 0; i < byChance.length; i++) {
            int rank = byChance.length - i;
            least = Math.min(least, chances[byChance[i]] * byChance.length / rank);
            adjusted[byChance[i]] = least;
        }
        return adjusted;
    }

    /** @param chance already raised for the number of groups */
    static Comparison comparison(Rate group, Rate all, double chance) {
        Interval share = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
                Math.toIntExact(all.affected()), Math.toIntExact(group.affected()), LEVEL);
        double ofOrders = (double) group.total() / all.total();
        long rest = all.total() - group.total();
        return new Comparison(
                group,
                all,
                (double) group.affected() / all.affected() / ofOrders,
                share.getLowerBound() / ofOrders,
                share.getUpperBound() / ofOrders,
                chance,
                rest == 0 ? Optional.empty() : Optional.of(new Rate(all.affected() - group.affected(), rest)));
    }
}
