package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.history.NightKey;
import redflag.intake.FactsCache;
import redflag.rules.DefectKind;
import redflag.rules.Target;
import redflag.settings.Problems;

/** Whoever works on an account has the plan and nothing else. */
class NightPlanTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path folder;

    @Test
    void aMarketplaceOfTheJobAndItsTargetsSurviveJson() throws Exception {
        Files.createDirectories(folder.resolve("exports"));
        Files.writeString(
                folder.resolve("stores.csv"),
                "account,store,marketplace,manager\nnorth,north-oli,OLI,ann@example.com\n");
        Path file = Files.writeString(folder.resolve("job.yaml"), """
                name: test
                stores: stores.csv
                exports: exports
                as-of: 2026-11-22
                language: zh
                marketplaces:
                  - id: olive.example
                    country: OLI
                    name: Olive Market
                    zone: Asia/Tokyo
                    currency: JPY
                    language: ja
                targets:
                  - metric: orderDefectRate
                    marketplaces: [OLI]
                    condition: less-than
                    value: 2%
                    window-days: 30
                    lag-days: 0
                    axis: order-date
                    counts: [a-to-z-claim, chargeback]
                    enforced: true
                    from: 2020-01-01
                    source: the contract with Olive Market
                """);
        Path shared = Files.writeString(
                folder.resolve("exports/summary.csv"),
                "store,metric,period-to,score\nnorth-oli,accountHealthRating,2026-11-20,212\n");
        Instant written = Instant.parse("2026-11-21T08:15:30.123Z");
        Files.setLastModifiedTime(shared, FileTime.from(written));
        JobDefinition job = JobFile.read(file, new Problems()).orElseThrow();
        NightPlan plan = new NightPlanner(job, "1", FactsCache.none())
                .plan(new NightKey("test", AS_OF, 1, ""), Set.of(), Instant.parse("2026-11-23T12:00:00Z"), Map.of());

        NightPlan read = NightPlan.fromJson(plan.toJson());

        assertThat(read).isEqualTo(plan);
        assertThat(read.language()).isEqualTo("zh");
        assertThat(read.sharedWrittenAt()).containsExactly(Map.entry("summary.csv", written));
        assertThat(read.targets().targets())
                .filteredOn(target -> target.marketplace().equals("OLI"))
                .extracting(Target::counts)
                .containsExactly(Set.of(DefectKind.A_TO_Z_CLAIM, DefectKind.CHARGEBACK));
        assertThat(read.targets().hash()).isEqualTo(plan.targets().hash());
        assertThat(read.targets()
                        .inForce(read.accounts().get(0).stores().get(0).store().marketplace(), AS_OF))
                .extracting(Target::source)
                .containsExactly("the contract with Olive Market");
    }
}
