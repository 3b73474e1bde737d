package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void oneHealthyStoreInTwentyShowsACauseAtMost() {
        long withCause = LongStream.rangeClosed(1, HEALTHY_STORES)
                .filter(seed -> !Plant.healthy(seed).causes().isEmpty())
                .count();

        assertThat(withCause).isLessThanOrEqualTo(HEALTHY_STORES / 20);
    }

    /** Every cause that is planted has its own id. */
    @Test
    void eachIsPlantedOnce() {
        assertThat(Set.of(Plant.values())).extracting(plant -> plant.id).doesNotHaveDuplicates();
    }
}
