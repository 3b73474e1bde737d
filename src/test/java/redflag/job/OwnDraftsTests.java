package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.check.Background;
import redflag.check.DraftCheck;
import redflag.check.Finding;
import redflag.check.Letter;
import redflag.check.LetterFile;
import redflag.check.PlanText;
import redflag.check.Rule;
import redflag.check.Shelf;
import redflag.check.Submissions;
import redflag.history.NightKey;
import redflag.intake.FactsCache;
import redflag.past.Past;
import redflag.plan.Plan;
import redflag.report.RiskReport;
import redflag.report.StoreReportJson;
import redflag.settings.Problems;

/** The plans of the sample night as letters, held against the reports of the same night. */
class OwnDraftsTests {

    @TempDir
    private Path dir;

    @Test
    void ourOwnDraftsLackNothingButWhatIsToBeConfirmed() throws Exception {
        List<RiskReport> reports = night();
        Shelf shelf = new Shelf(dir.resolve("reports"), new Submissions(List.of()));
        Set<String> reasons = new TreeSet<>();
        for (RiskReport report : reports) {
            for (Plan plan : report.plans()) {
                Path file = Files.writeString(dir.resolve("letter.txt"), PlanText.of(plan));
                Letter letter = LetterFile.read(file);
                Background background =
                        shelf.backgroundOf(report.store().id(), plan.reason(), file, letter, Optional.empty());
                assertThat(background.report()).isPresent();
                List<Finding> findings = DraftCheck.check(letter, plan.reason(), background);
                assertThat(findings.stream().map(Finding::rule))
                        .as(report.store().id() + " " + findings)
                        .containsOnly(Rule.UNRESOLVED_CONFIRM);
                reasons.add(plan.reason().word());
            }
        }
        assertThat(reasons).contains("order-defect-rate", "late-shipment", "cancellation", "valid-tracking");
    }

    /** As {@link MachineCopies} does, with the values that the copies were made of. */
    private List<RiskReport> night() throws IOException {
        Problems problems = new Problems();
        JobDefinition definition = JobFile.read(Path.of("jobs/sample.yaml"), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .writingTo(dir.resolve("reports"), dir.resolve("data"));
        LocalDate asOf = definition.asOf().fixed().orElseThrow();
        Instant morning = asOf.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        NightPlan plan = new NightPlanner(definition, "test", FactsCache.none())
                .plan(new NightKey(definition.name(), asOf, 1, ""), Set.of(), morning, Map.of());
        AccountNight night = new AccountNight(plan, List.of(new StoreReportJson()), FactsCache.none());
        return plan.accounts().stream()
                .flatMap(account -> assess(night, account).stream())
                .toList();
    }

    private static List<RiskReport> assess(AccountNight night, NightPlan.AccountPlan account) {
        try {
            return night.assess(account.account(), List.of(), Past.none(), new Cancellation())
                    .reports();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
