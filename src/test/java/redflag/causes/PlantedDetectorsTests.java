package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.calendar.BusinessDays;
import redflag.rules.Metric;

/** What detectors look for in many orders is found where it is planted, and not where something only looks like it. */
class PlantedDetectorsTests {

    private static final int STORES = 10;
    private static final int HEALTHY_STORES = 40;

    @ParameterizedTest
    @EnumSource(Plant.class)
    void aPlantedCauseIsFoundInNineOfTenStores(Plant plant) {
        List<String> missed = new ArrayList<>();
        for (long seed = 1; seed <= STORES; seed++) {
            List<Cause> causes = plant.store(seed).causes(plant.metric);
            if (causes.stream().noneMatch(plant::isIt)) {
                missed.add(seed + ": "
                        + causes.stream().map(c -> c.id() + " " + c.value()).toList());
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(STORES / 10);
    }

    @ParameterizedTest
    @EnumSource(Plant.class)
    void whatOnlyLooksLikeItIsNotNamed(Plant plant) {
        for (long seed = 1; seed <= STORES; seed++) {
            assertThat(plant.nearMiss(seed).causes(plant.metric))
                    .as("store " + seed)
                    .extracting(Cause::id)
                    .doesNotContain(plant.id);
        }
    }

    /** Since 8 November orders have less time, and are late no more often than before. */
    @Test
    void aShorterHandlingTimeIsNoCauseIfOrdersAreLateAsOftenAsBefore() {
        PlantedStore store = new PlantedStore(1, 4400);
        store.with(order -> {
            boolean isSince = order.day >= (int) LocalDate.of(2026, 11, 8).toEpochDay();
            order.due = BusinessDays.plus(order.day, isSince ? 1 : 2);
            order.takes = BusinessDays.between(order.day, order.due) + (store.happens(0.1) ? 1 : 0);
        });

        assertThat(store.causes(Metric.LATE_SHIPMENT_RATE_30))
                .extracting(Cause::id)
                .doesNotContain("handling-time-shortened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "DE"})
    void oneHealthyStoreInTwentyShowsACauseAtMost(String country) {
        long withCause = LongStream.rangeClosed(1, HEALTHY_STORES)
                .filter(seed -> !Plant.healthy(country, seed).causes().isEmpty())
                .count();

        assertThat(withCause).isLessThanOrEqualTo(HEALTHY_STORES / 20);
    }

    /** Every cause that is planted has its own id. */
    @Test
    void eachIsPlantedOnce() {
        assertThat(Set.of(Plant.values())).extracting(plant -> plant.id).doesNotHaveDuplicates();
    }
}
