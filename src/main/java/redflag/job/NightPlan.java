package redflag.job;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.history.NightKey;
import redflag.intake.ExportKind;
import redflag.intake.InboxFile;
import redflag.intake.ReadingRule;
import redflag.metrics.MeasuringRules;
import redflag.plan.PlanLibrary;
import redflag.report.FileRead;
import redflag.report.QuarantinedFile;
import redflag.rules.TargetTable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is decided before the first account is worked on. Stored under the run: whoever works on an account, here or
 * on another machine, now or after a crash, reads this and no settings.
 *
 * @param version of the program
 * @param language of the portfolio, ISO 639
 * @param exports the exports folder
 * @param documents the folder of papers
 * @param submissions folders of what was sent to Amazon; need not be there
 * @param reports the reports folder
 * @param expectedBroken files whose quarantine is no news
 * @param quarantined by the look over the inbox
 * @param shared files that hold several accounts, whole
 * @param sharedUnchanged how many of them were not read again, for they had not changed
 * @param sharedWrittenAt by path, when these files were last written
 */
public record NightPlan(
        NightKey key,
        String version,
        String language,
        String exports,
        String documents,
        List<String> submissions,
        String reports,
        List<AccountPlan> accounts,
        MeasuringRules rules,
        TargetTable targets,
        List<ExportKind> kinds,
        List<ReadingRule> reading,
        PlanLibrary plans,
        Set<String> expectedBroken,
        List<QuarantinedFile> quarantined,
        List<FileRead> shared,
        int sharedUnchanged,
        Map<String, Instant> sharedWrittenAt,
        List<Remark> warnings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public NightPlan {
        Objects.requireNonNull(language, "a plan of a version that had no language");
        Objects.requireNonNull(documents, "a plan of a version that had no papers");
        submissions = List.copyOf(Objects.requireNonNull(submissions, "a plan of a version that read no submissions"));
        accounts = List.copyOf(accounts);
        kinds = List.copyOf(kinds);
        reading = List.copyOf(reading);
        expectedBroken = Set.copyOf(expectedBroken);
        quarantined = List.copyOf(quarantined);
        shared = List.copyOf(shared);
        sharedWrittenAt = Collections.unmodifiableMap(new TreeMap<>(sharedWrittenAt));
        warnings = List.copyOf(warnings);
    }

    /**
     * One account.
     *
     * @param stores those of its stores that the night is about
     * @param allStores every store of the account: rows of the others are not strangers
     */
    public record AccountPlan(
            AccountId account,
            List<StoreDay> stores,
            List<Store> allStores,
            List<InboxFile> files,
            List<QuarantinedFile> quarantined) {

        public AccountPlan {
            stores = List.copyOf(stores);
            allStores = List.copyOf(allStores);
            files = List.copyOf(files);
            quarantined = List.copyOf(quarantined);
        }

        /** How much there is to read. */
        long bytes() {
            return files.stream().mapToLong(InboxFile::bytes).sum();
        }

        Map<StoreId, LocalDate> asOf() {
            Map<StoreId, LocalDate> days = new TreeMap<>();
            stores.forEach(store -> days.put(store.store().id(), store.asOf()));
            return days;
        }
    }

    /** @param asOf the night's date, or the last complete day of the store's marketplace if that is earlier */
    public record StoreDay(Store store, LocalDate asOf) {}

    public Optional<AccountPlan> account(AccountId account) {
        return accounts.stream().filter(a -> a.account().equals(account)).findFirst();
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** @throws NightBroken if the plan is of a version of the program that wrote it in another form */
    static NightPlan fromJson(String json) {
        try {
            return JSON.readValue(json, NightPlan.class);
        } catch (JacksonException e) {
            throw new NightBroken(
                    "another version of Redflag planned this night; it can't go on, but --again runs it anew", e);
        }
    }

    /** The as-of dates of a stored plan's stores, whatever version wrote it. */
    static Map<StoreId, LocalDate> asOfIn(String json) {
        Map<StoreId, LocalDate> days = new TreeMap<>();
        for (JsonNode account : JSON.readTree(json).path("accounts")) {
            for (JsonNode store : account.path("stores")) {
                String id = store.path("store").path("id").path("value").asString("");
                String day = store.path("asOf").asString("");
                if (!id.isEmpty() && !day.isEmpty()) {
                    days.put(new StoreId(id), LocalDate.parse(day));
                }
            }
        }
        return days;
    }
}
