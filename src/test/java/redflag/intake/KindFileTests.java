package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

class KindFileTests {

    @Test
    void theShippedKindsAreSound() {
        assertThat(KindFile.shipped()).extracting(ExportKind::id).doesNotHaveDuplicates();
        assertThat(KindFile.shipped()).hasSize(KindFile.SHIPPED.size());
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsLine() {
        assertThat(problems("""
                id: own
                name: NO
                where: here
                feeds: order-line
                any-of: [height]
                colour: red
                columns:
                  - field: order-status
                    headers: [status]
                    required: true
                  - field: weight
                    headers: []
                  - field: rate
                    headers: [rate]
                  - field: purchased
                    headers: [day]
                    formats: [nonsense]
                  - field: fulfilment
                    headers: [by]
                    values:
                      drone: [Drone]
                """))
                .satisfiesExactlyInAnyOrder(
                        is("own.yaml:2: 'name: NO' is true or false to YAML, not a text; write \"NO\" in quotes"),
                        is("own.yaml:5: 'height' is none of store, marketplace, order, "),
                        is("own.yaml:8: 'values' is missing: say which words mean what"),
                        is("own.yaml:11: 'weight' is none of store, marketplace, order, "),
                        is("own.yaml:12: 'headers' must name at least one"),
                        is("own.yaml:13: 'unit' is missing: percent, fraction or signed"),
                        is("own.yaml:17: 'nonsense' is no date pattern such as M/d/yyyy"),
                        is("own.yaml:21: 'drone' is none of pending, unshipped, shipped, cancelled, "),
                        is("own.yaml:20: 'values' is missing: say which words mean what"),
                        is("own.yaml:7: a kind that feeds order-line needs a required column with field order"),
                        is("own.yaml:7: a kind that feeds order-line needs a required column with field purchased"),
                        is(
                                "own.yaml:6: 'colour' is not known here; known are id, version, name, where, format, feeds,"));
    }

    private static Consumer<String> is(String start) {
        return problem -> assertThat(problem).startsWith(start);
    }

    @Test
    void aTableWithoutARequiredColumnWouldBeEveryFile() {
        assertThat(problems("""
                id: own
                name: own
                where: here
                feeds: printed-figure
                columns:
                  - field: metric
                    headers: [metric]
                """))
                .containsExactly(
                        "own.yaml:5: at least one column must be required, or every file would be of this kind");
    }

    private static List<String> problems(String yaml) {
        Problems problems = new Problems();
        YamlFile.read("own.yaml", yaml, problems).ifPresent(section -> KindFile.read(section, problems));
        return problems.list().stream().map(Problem::toString).toList();
    }
}
