package redflag.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.basics.Rate;

class SignificanceTests {

    /** Worked by hand: the ways to draw the affected ones into the group, over all ways. */
    @ParameterizedTest(name = "{0} of {1} in the group, {2} of {3} in all: {4}")
    @CsvSource({
        "4, 4, 4, 8, 0.014285714286, 1 of the 70 ways to take four of eight",
        "3, 4, 4, 8, 0.242857142857, (16 + 1) of 70",
        "0, 4, 4, 8, 1, none or more is certain",
        "1, 1, 2, 10, 0.2, two of ten"
    })
    void theChanceOfAsManyInAGroupIsThatOfFishersTest(
            long affected, long group, long defects, long all, double chance, String because) {
        assertThat(Significance.chance(new Rate(affected, group), new Rate(defects, all)))
                .as(because)
                .isCloseTo(chance, within(1e-10));
    }

    /** Of a group of four out of eight with four affected the least is 1/70; of one of three all are affected at best. */
    @Test
    void theLeastChanceIsThatOfAGroupWithEveryOrderAffected() {
        assertThat(Significance.leastChance(4, new Rate(4, 8))).isCloseTo(1 / 70.0, within(1e-10));
        assertThat(Significance.leastChance(6, new Rate(4, 8)))
                .as("all four in a group of six: 15 of 70 ways")
                .isCloseTo(15 / 70.0, within(1e-10));
    }

    /** The example of the paper: fifteen chances, of which four stand at 5 %. */
    @Test
    void chancesAreRaisedAsByBenjaminiAndHochberg() {
        double[] chances = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0
        };

        double[] adjusted = Significance.adjusted(chances);

        assertThat(adjusted).isSorted();
        assertThat(java.util.Arrays.stream(adjusted).filter(chance -> chance <= 0.05))
                .hasSize(4);
        assertThat(adjusted[0]).isCloseTo(0.0015, within(1e-12));
        assertThat(adjusted[3]).isCloseTo(0.0095 * 15 / 4, within(1e-12));
        assertThat(adjusted[14]).isEqualTo(1);
    }

    @Test
    void aChanceStaysWithItsPlaceWhateverTheOrder() {
        assertThat(Significance.adjusted(new double[] {0.9, 0.01, 0.03}))
                .containsExactly(new double[] {0.9, 0.03, 0.045}, within(1e-12));
    }

    /** 6 of 10 defects on 100 of 1,000 orders; the exact interval of 6 of 10 is 26.24 % to 87.84 %. */
    @Test
    void theLiftIsTheShareOfTheDefectsOverTheShareOfTheOrders() {
        Comparison comparison = Significance.comparison(new Rate(6, 100), new Rate(10, 1000), 0.01);

        assertThat(comparison.lift()).isCloseTo(6, within(1e-12));
        assertThat(comparison.low()).isCloseTo(2.6238, within(1e-4));
        assertThat(comparison.high()).isCloseTo(8.7845, within(1e-4));
        assertThat(comparison.without()).contains(new Rate(4, 900));
        assertThat(comparison.shareOfDefects()).isEqualTo(0.6);
        assertThat(comparison.shareOfOrders()).isEqualTo(0.1);
    }
}
