package redflag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SparklineTests {

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource({
        "1 2 3 4 5 6 7 8,           ▁▂▃▄▅▆▇█, 12345678, each step has a sign",
        "0.01 0.02 0.016,           ▁█▅,      185,      shares too",
        "5 - 9,                     ▁·█,      1.8,      a night without a value is a dot",
        "0 0,                       ▁▁,       11,       always zero lies at the bottom",
        "3 3,                       ▄▄,       44,       always the same but not zero lies in the middle",
        "-,                         ·,        .,        nothing measured",
        "-4 0 4,                    ▁▅█,      158,      signs of numbers do not matter"
    })
    void runsFromTheLeastToTheGreatest(String values, String blocks, String digits, String because) {
        List<Optional<Double>> nights = Arrays.stream(values.split(" "))
                .map(value -> value.equals("-") ? Optional.<Double>empty() : Optional.of(Double.valueOf(value)))
                .toList();

        assertThat(Sparkline.BLOCKS.draw(nights)).as(because).isEqualTo(blocks);
        assertThat(Sparkline.DIGITS.draw(nights)).as(because).isEqualTo(digits);
    }
}
