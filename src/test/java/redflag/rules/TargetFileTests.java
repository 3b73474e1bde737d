package redflag.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplaces;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

class TargetFileTests {

    private final Problems problems = new Problems();

    @Test
    void aTargetCountsEveryKindOfDefectUnlessItSaysWhich() {
        assertThat(read(target("orderDefectRate", ""))).containsExactly(EnumSet.allOf(DefectKind.class));
        assertThat(read(target("orderDefectRate", "counts: [chargeback, negative-feedback]")))
                .containsExactly(Set.of(DefectKind.NEGATIVE_FEEDBACK, DefectKind.CHARGEBACK));
        assertThat(read(target("orderDefectRate", "counts: a-to-z-claim")))
                .containsExactly(Set.of(DefectKind.A_TO_Z_CLAIM));
        assertThat(read(target("lateShipmentRate30", ""))).containsExactly(Set.of());
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void wrongKindsOfDefectAreMistakes() {
        assertThat(read(target("orderDefectRate", "counts: [claim, chargeback]")))
                .isEmpty();
        assertThat(read(target("orderDefectRate", "counts: []"))).isEmpty();
        assertThat(read(target("lateShipmentRate30", "counts: [chargeback]"))).isEmpty();

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "own.yaml:12: 'counts: claim' must be one of negative-feedback, a-to-z-claim, chargeback",
                        "own.yaml:12: 'counts' must name at least one",
                        "own.yaml:12: 'counts' has a meaning for orderDefectRate only");
    }

    @Test
    void theHashTellsWhatATargetCountsAndNotInWhichOrderItWasWritten() {
        String all = hash("");

        assertThat(hash("counts: [chargeback, a-to-z-claim, negative-feedback]"))
                .isEqualTo(all);
        assertThat(hash("counts: [chargeback, a-to-z-claim]"))
                .isEqualTo(hash("counts: [a-to-z-claim, chargeback]"))
                .isNotEqualTo(all);
    }

    private String hash(String counts) {
        return new TargetTable(targets(target("orderDefectRate", counts))).hash();
    }

    private List<Set<DefectKind>> read(String text) {
        return targets(text).stream().map(Target::counts).toList();
    }

    private List<Target> targets(String text) {
        return TargetFile.read(YamlFile.read("own.yaml", text, problems).orElseThrow(), Marketplaces.known(), problems);
    }

    private static String target(String metric, String counts) {
        return """
                targets:
                  - metric: %s
                    marketplaces: [US]
                    condition: less-than
                    value: 1%%
                    window-days: 60
                    lag-days: 15
                    axis: order-date
                    enforced: true
                    from: 2020-01-01
                    source: our own rule
                    %s
                """.formatted(metric, counts);
    }
}
