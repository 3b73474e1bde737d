package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redflag.FileTimes;
import redflag.history.NightKey;
import redflag.intake.FactsCache;
import redflag.past.Past;
import redflag.report.RiskReport;
import redflag.report.StoreReportJson;
import redflag.settings.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night over a job without database, Spring Batch and workbooks: what its machine copies say. */
public final class MachineCopies {

    private MachineCopies() {}

    /**
     * The machine copies by store.
     *
     * @throws AssertionError if the job is wrong, or a file of its exports could not be used
     */
    public static Map<String, JsonNode> of(Path job) throws IOException {
        Problems problems = new Problems();
        JobDefinition definition =
                JobFile.read(job, problems).orElseThrow(() -> new AssertionError(problems.toString()));
        LocalDate asOf = definition.asOf().fixed().orElseThrow();
        Instant morning = asOf.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        FileTimes.set(definition.exports(), morning);
        NightPlan plan = new NightPlanner(definition, "test", FactsCache.none())
                .plan(new NightKey(definition.name(), asOf, 1, ""), Set.of(), morning, Map.of());
        AccountNight night = new AccountNight(plan, List.of(new StoreReportJson()), FactsCache.none());
        Map<String, JsonNode> copies = new TreeMap<>();
        for (NightPlan.AccountPlan account : plan.accounts()) {
            AccountNight.Assessed assessed =
                    night.assess(account.account(), List.of(), Past.none(), new Cancellation());
            if (!assessed.outcome().quarantined().isEmpty()) {
                throw new AssertionError("quarantined: " + assessed.outcome().quarantined());
            }
            for (RiskReport report : assessed.reports()) {
                String store = report.store().id().value();
                Path copy = NightPlanner.reportsOf(plan)
                        .resolve(store)
                        .resolve(store + "-account-health-" + report.asOf() + ".json");
                copies.put(store, JsonMapper.shared().readTree(Files.readString(copy)));
            }
        }
        return copies;
    }
}
