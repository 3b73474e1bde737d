package redflag.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.delivery.MailSettings;
import redflag.intake.ExportKind;
import redflag.intake.ReadingRule;
import redflag.metrics.MeasuringRules;
import redflag.plan.PlanLibrary;
import redflag.rules.TargetTable;

/**
 * A checked job file and all that it refers to.
 *
 * @param language of the portfolio, ISO 639; each store has its own for its report
 * @param schedule cron expression with seconds; missing for a job that is only run by hand
 * @param catchUpDays so long after its time a night is still started by itself, in days of 24 hours
 * @param parallel how many accounts at once
 * @param documents the papers of sellers; need not be there
 * @param expectedBroken files, by path in the exports folder, whose quarantine is no news
 * @param targets shipped ones with the job's own in their place
 * @param failOnStale whether stale exports make the exit code 1
 * @param marketplaces those that Redflag knows and the job's own
 * @param kinds shipped ones with the job's own in their place
 * @param reading what the job says of its exports; a later rule overrides an earlier one
 * @param plans the texts of plans: shipped ones with the job's own in their place
 * @param mail missing where the job sends none
 * @param operation what is for whoever operates the program
 */
public record JobDefinition(
        String name,
        Path file,
        List<Store> stores,
        Path exports,
        Path documents,
        Path reports,
        Database database,
        AsOfRule asOf,
        String language,
        Optional<String> schedule,
        int catchUpDays,
        MeasuringRules rules,
        boolean failOnStale,
        int parallel,
        Set<String> expectedBroken,
        TargetTable targets,
        Marketplaces marketplaces,
        List<ExportKind> kinds,
        List<ReadingRule> reading,
        PlanLibrary plans,
        Optional<MailSettings> mail,
        Operation operation) {

    public JobDefinition {
        stores = List.copyOf(stores);
        expectedBroken = Set.copyOf(expectedBroken);
        kinds = List.copyOf(kinds);
        reading = List.copyOf(reading);
    }

    /** The same job with other folders to write to, the second for an embedded database; logs go beside the reports. */
    public JobDefinition writingTo(Path otherReports, Path data) {
        return new JobDefinition(
                name,
                file,
                stores,
                exports,
                documents,
                otherReports,
                new H2Database(data),
                asOf,
                language,
                schedule,
                catchUpDays,
                rules,
                failOnStale,
                parallel,
                expectedBroken,
                targets,
                marketplaces,
                kinds,
                reading,
                plans,
                mail,
                operation.writingTo(logsBeside(otherReports)));
    }

    /** Where logs go unless the job says otherwise. */
    static Path logsBeside(Path reports) {
        return reports.resolveSibling("logs");
    }
}
