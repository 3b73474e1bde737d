package redflag.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import redflag.causes.Cause;

/**
 * Of how many causes a letter tells. A reader gives it five minutes (domain.md §3.4), so that it has one or two pages: of
 * each metric off target its largest cause, and of the others those with most defects, until there are {@link #MOST} or,
 * with what is asked besides, {@link #POINTS}.
 */
final class Told {

    static final int MOST = 5;

    /** Each has a cause, an action and a prevention; so many fill two pages. */
    static final int POINTS = 9;

    private Told() {}

    /**
     * How many of each list, from its start.
     *
     * @param shown the causes of each metric off target, the largest first
     * @param asked so many points are about orders without such a cause
     */
    static List<Integer> of(List<List<Cause>> shown, int asked) {
        record Place(int list, int rank, long defects) {}
        List<Place> places = new ArrayList<>();
        for (int list = 0; list < shown.size(); list++) {
            for (int rank = 0; rank < shown.get(list).size(); rank++) {
                places.add(new Place(list, rank, shown.get(list).get(rank).defects()));
            }
        }
        places.sort(
                Comparator.comparing((Place place) -> place.rank() > 0).thenComparingLong(place -> -place.defects()));
        long first = places.stream().filter(place -> place.rank() == 0).count();
        List<Place> told = places.stream()
                .limit(Math.max(Math.min(MOST, POINTS - asked), first))
                .toList();
        return IntStream.range(0, shown.size())
                .mapToObj(list -> (int)
                        told.stream().filter(place -> place.list() == list).count())
                .toList();
    }
}
