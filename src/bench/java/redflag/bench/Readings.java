package redflag.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import redflag.basics.AccountId;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.intake.FactsCache;
import redflag.intake.Hints;
import redflag.intake.Inbox;
import redflag.intake.InboxFile;
import redflag.intake.Intake;
import redflag.intake.Unreadable;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FileFacts;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.metrics.Measurements;
import redflag.past.Past;
import redflag.sample.SampleAgency;
import redflag.settings.Problems;

/**
 * Exports to readings, as a night does it up to there: every file recognised, hashed and read, accounts merged on two
 * threads, every metric measured. Prints {@link StoreCounts}. Arguments: the job file, and a folder for the cache, if it
 * is to have one.
 */
public final class Readings {

    private Readings() {}

    public static void main(String[] args) throws Exception {
        Problems problems = new Problems();
        JobDefinition job = JobFile.read(Path.of(args[0]), problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.list().toString()));
        FactsCache cache = args.length < 2
                ? FactsCache.none()
                : FactsCache.in(new FactsCache.Place(
                        Path.of(args[1]), "bench", LocalDate.of(2026, 11, 23), 7, 8_000_000_000L, false));
        Intake intake = new Intake(job.kinds());
        Inbox inbox = Inbox.lookOver(job.exports(), job.stores(), job.reading(), intake, cache);
        Map<AccountId, List<Store>> stores = new TreeMap<>();
        job.stores()
                .forEach(store -> stores.computeIfAbsent(store.account(), a -> new ArrayList<>())
                        .add(store));
        List<AccountId> largestFirst = stores.keySet().stream()
                .sorted(Comparator.comparingLong((AccountId account) -> -bytes(inbox, account)))
                .toList();
        StoreCounts counts = new StoreCounts();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> accounts = new ArrayList<>();
        for (AccountId account : largestFirst) {
            accounts.add(pool.submit(() -> {
                account(
                        job,
                        intake,
                        cache,
                        account,
                        stores.get(account),
                        inbox.files().get(account),
                        counts);
                return null;
            }));
        }
        await(accounts);
        pool.shutdown();
        counts.print();
    }

    private static void await(List<Future<?>> accounts) throws InterruptedException, ExecutionException {
        for (Future<?> account : accounts) {
            account.get();
        }
    }

    private static long bytes(Inbox inbox, AccountId account) {
        return inbox.files().get(account).stream().mapToLong(InboxFile::bytes).sum();
    }

    private static void account(
            JobDefinition job,
            Intake intake,
            FactsCache cache,
            AccountId account,
            List<Store> stores,
            List<InboxFile> files,
            StoreCounts counts)
            throws Unreadable, IOException {
        List<FileFacts> facts = new ArrayList<>();
        for (InboxFile file : files) {
            Hints hints = Hints.of(file.path(), stores, job.reading());
            facts.add(cache.read(intake, job.exports(), file, hints, () -> {}).facts());
        }
        Map<StoreId, LocalDate> asOf = new TreeMap<>();
        stores.forEach(store -> asOf.put(store.id(), SampleAgency.AS_OF));
        AccountLedger ledger = AccountLedger.merge(account, facts, stores, asOf);
        for (StoreLedger store : ledger.stores().values()) {
            if (Measurements.of(store, job.targets(), job.rules(), Past.none()).isEmpty()) {
                throw new IllegalStateException("nothing was measured for " + store.store());
            }
            counts.put(account.value(), store.store().marketplace().salesChannel(), count(store.orders()));
        }
    }

    private static long[] count(StoreOrders orders) {
        long[] counts = new long[2 * StoreCounts.WINDOWS.size()];
        for (int order = 0; order < orders.size(); order++) {
            if (!orders.isFulfilledBy(order, Code.MFN)) {
                continue;
            }
            LocalDate day = orders.day(order);
            for (int i = 0; i < StoreCounts.WINDOWS.size(); i++) {
                if (StoreCounts.WINDOWS.get(i).contains(day)) {
                    counts[2 * i]++;
                    counts[2 * i + 1] += orders.isCancelled(order) ? 1 : 0;
                }
            }
        }
        return counts;
    }
}
