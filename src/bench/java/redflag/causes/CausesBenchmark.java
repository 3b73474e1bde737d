package redflag.causes;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/**
 * How well causes are found: of stores in which one is planted the share that shows it, of those with something that only
 * looks like it the share that shows it too, and of healthy stores the share that shows any. Made-up stores of about 4,400
 * orders ({@code Plant}) and of 1,200 with late shipments alone ({@code PlantedCausesTests}). Passes or fails nothing.
 */
public final class CausesBenchmark {

    private static final int STORES = 50;
    private static final int HEALTHY_STORES = 500;

    private CausesBenchmark() {}

    public static void main(String[] args) {
        print("%-45s %8s %10s%n", "planted", "found", "near miss");
        Arrays.stream(PlantedCausesTests.Planted.values())
                .forEach(planted -> print(
                        "%-45s %7.0f%%%n",
                        planted,
                        100
                                * share(
                                        STORES,
                                        seed -> new MadeUpStore(seed, 1200, planted.risk)
                                                .causes().stream().anyMatch(planted::isFound))));
        for (Plant plant : Plant.values()) {
            print(
                    "%-45s %7.0f%% %9.0f%%%n",
                    plant,
                    100
                            * share(
                                    STORES,
                                    seed -> plant.store(seed).causes(plant.metric).stream()
                                            .anyMatch(plant::isIt)),
                    100
                            * share(
                                    STORES,
                                    seed -> plant.nearMiss(seed).causes(plant.metric).stream()
                                            .anyMatch(cause -> cause.id().equals(plant.id))));
        }
        print(
                "healthy stores of 1,200 orders that show a cause: %.1f%%%n",
                100
                        * share(
                                HEALTHY_STORES,
                                seed -> !new MadeUpStore(seed, 1200, order -> 0.03)
                                        .causes()
                                        .isEmpty()));
        for (String country : List.of("US", "DE")) {
            Map<String, Integer> shown = new TreeMap<>();
            double share = share(HEALTHY_STORES, seed -> {
                List<Cause> causes = Plant.healthy(country, seed).causes();
                causes.forEach(cause -> shown.merge(cause.id(), 1, Integer::sum));
                return !causes.isEmpty();
            });
            print(
                    "healthy stores of 4,400 orders and all lists in %s that show a cause: %.1f%% %s%n",
                    country, 100 * share, shown);
        }
    }

    private static double share(int stores, LongPredicate is) {
        return (double) LongStream.rangeClosed(1, stores).filter(is).count() / stores;
    }

    private static void print(String format, Object... args) {
        System.out.printf(java.util.Locale.ROOT, format, args);
    }
}
