package redflag.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.check.Submissions;
import redflag.history.NightKey;
import redflag.history.Nights;
import redflag.intake.FactsCache;
import redflag.intake.Hints;
import redflag.intake.Inbox;
import redflag.intake.InboxFile;
import redflag.intake.Intake;
import redflag.intake.OrderAccounts;
import redflag.intake.Quarantine;
import redflag.intake.ReadingRule;
import redflag.intake.SharedFile;
import redflag.intake.Unreadable;
import redflag.ledger.FileFacts;
import redflag.report.FileRead;
import redflag.report.QuarantinedFile;

/** Looks over the inbox and decides what a night will do. */
final class NightPlanner {

    private final JobDefinition job;
    private final String version;
    private final Intake intake;
    private final FactsCache cache;
    private final List<QuarantinedFile> quarantined = new ArrayList<>();
    private final List<FileRead> shared = new ArrayList<>();
    private int sharedUnchanged;
    private final Map<String, Instant> sharedWrittenAt = new TreeMap<>();
    private final List<Remark> warnings = new ArrayList<>();
    private final List<Nights.SharedPart> parts = new ArrayList<>();

    /** @param cache what exports said that have not changed */
    NightPlanner(JobDefinition job, String version, FactsCache cache) {
        this.job = job;
        this.cache = cache;
        this.version = version;
        this.intake = new Intake(job.kinds());
    }

    /**
     * @param now the moment the night starts
     * @param decided as-of dates of stores that an earlier attempt has decided
     * @throws IOException if the exports folder can't be read
     */
    NightPlan plan(NightKey key, Set<StoreId> only, Instant now, Map<StoreId, LocalDate> decided) throws IOException {
        Inbox inbox = Inbox.lookOver(job.exports(), job.stores(), job.reading(), intake, cache);
        Map<AccountId, List<QuarantinedFile>> ofAccounts = new HashMap<>();
        for (Quarantine quarantine : inbox.quarantined()) {
            QuarantinedFile file = quarantined(quarantine.path(), quarantine.why());
            quarantined.add(file);
            accountOf(quarantine.path())
                    .ifPresent(account -> ofAccounts
                            .computeIfAbsent(account, a -> new ArrayList<>())
                            .add(file));
        }
        readShared(inbox.shared());
        warnOfTheJob(inbox);
        Map<AccountId, List<Store>> stores = new LinkedHashMap<>();
        job.stores()
                .forEach(store -> stores.computeIfAbsent(store.account(), a -> new ArrayList<>())
                        .add(store));
        List<NightPlan.AccountPlan> accounts = new ArrayList<>();
        stores.forEach((account, of) -> {
            List<NightPlan.StoreDay> days = of.stream()
                    .filter(store -> only.isEmpty() || only.contains(store.id()))
                    .map(store -> new NightPlan.StoreDay(
                            store, decided.getOrDefault(store.id(), AsOfRule.ofStore(store, key.asOf(), now))))
                    .toList();
            if (!days.isEmpty()) {
                accounts.add(new NightPlan.AccountPlan(
                        account,
                        days,
                        of,
                        inbox.files().getOrDefault(account, List.of()),
                        ofAccounts.getOrDefault(account, List.of())));
            }
        });
        return new NightPlan(
                key,
                version,
                job.language(),
                job.exports().toString(),
                job.documents().toString(),
                Submissions.folders(Optional.of(job.file())).stream()
                        .map(Path::toString)
                        .toList(),
                job.reports().toString(),
                accounts,
                job.rules(),
                job.targets(),
                job.kinds(),
                job.reading(),
                job.plans(),
                job.expectedBroken(),
                quarantined,
                shared,
                sharedUnchanged,
                sharedWrittenAt,
                warnings);
    }

    /** The accounts' parts of the shared files; after {@link #plan}. */
    List<Nights.SharedPart> parts() {
        return parts;
    }

    /** What is no mistake, or a night would not start for it, and not as an operator thinks. */
    private void warnOfTheJob(Inbox inbox) {
        Set<String> there = new TreeSet<>();
        inbox.files().values().forEach(files -> files.forEach(file -> there.add(file.path())));
        inbox.shared().forEach(file -> there.add(file.path()));
        inbox.quarantined().forEach(file -> there.add(file.path()));
        try {
            cache.tidy(there);
        } catch (IOException e) {
            warnings.add(Remark.of("warning.no-cache", "why", Failures.describe(e)));
        }
        for (String file : new TreeSet<>(job.expectedBroken())) {
            if (!there.contains(file)) {
                warnings.add(Remark.of("warning.no-expected-broken", "file", file));
            }
        }
        for (ReadingRule rule : job.reading()) {
            if (there.stream().noneMatch(rule::isOf)) {
                warnings.add(Remark.of("warning.no-reading-rule", "files", rule.files()));
            }
        }
    }

    private void readShared(List<InboxFile> files) {
        List<FileFacts> read = new ArrayList<>();
        for (InboxFile file : files) {
            try {
                Hints hints = Hints.of(file.path(), job.stores(), job.reading());
                FactsCache.Known known = cache.read(intake, job.exports(), file, hints, () -> {});
                sharedUnchanged += known.isUnchanged() ? 1 : 0;
                read.add(known.facts());
                file.writtenAt().ifPresent(moment -> sharedWrittenAt.put(file.path(), moment));
            } catch (Unreadable e) {
                quarantined.add(AccountNight.quarantined(file, e.why(), intake, job.expectedBroken()));
            }
        }
        OrderAccounts orders = OrderAccounts.of(read, job.stores());
        for (FileFacts facts : read) {
            SharedFile split = SharedFile.split(facts, intake.kind(facts.kind()).orElseThrow(), job.stores(), orders);
            split.parts().forEach((account, part) -> parts.add(new Nights.SharedPart(account, part)));
            shared.add(AccountNight.fileRead(facts, intake));
            warnings.addAll(split.nobodys().warnings());
        }
    }

    private QuarantinedFile quarantined(String path, Remark why) {
        return new QuarantinedFile(
                path, Optional.empty(), why, job.expectedBroken().contains(path));
    }

    private Optional<AccountId> accountOf(String path) {
        int slash = path.indexOf('/');
        return job.stores().stream()
                .map(Store::account)
                .filter(account -> slash > 0 && account.value().equals(path.substring(0, slash)))
                .findFirst();
    }

    static Path reportsOf(NightPlan plan) {
        Path night = Path.of(plan.reports()).resolve(plan.key().asOf().toString());
        return plan.key().isWhole() ? night : night.resolve("only-some-stores");
    }
}
