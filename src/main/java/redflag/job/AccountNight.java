package redflag.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.AccountId;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.causes.Causes;
import redflag.changes.Assurance;
import redflag.changes.Changes;
import redflag.changes.History;
import redflag.changes.ShortFile;
import redflag.changes.Snapshots;
import redflag.check.NoteCheck;
import redflag.check.Submissions;
import redflag.documents.DocumentFolder;
import redflag.documents.Documents;
import redflag.intake.ExportKind;
import redflag.intake.FactsCache;
import redflag.intake.Hints;
import redflag.intake.InboxFile;
import redflag.intake.Intake;
import redflag.intake.Unreadable;
import redflag.ledger.AccountLedger;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;
import redflag.ledger.StoreLedger;
import redflag.metrics.Finding;
import redflag.metrics.GateCheck;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.notices.Notices;
import redflag.packs.PackDesk;
import redflag.packs.PackRequest;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.plan.ActionsTaken;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.plan.PlanLibrary;
import redflag.plan.Plans;
import redflag.reconciliation.NightToNight;
import redflag.reconciliation.Reconciliations;
import redflag.report.AccountOutcome;
import redflag.report.DataQuality;
import redflag.report.FileRead;
import redflag.report.HeldOpen;
import redflag.report.Previous;
import redflag.report.QuarantinedFile;
import redflag.report.ReportWriter;
import redflag.report.RiskReport;
import redflag.report.StoreLinks;
import redflag.report.StoreOutcome;
import redflag.risk.AmazonState;
import redflag.risk.RiskRules;
import redflag.risk.Verdict;
import redflag.rules.Reading;
import redflag.rules.Target;
import redflag.stock.Stock;
import redflag.words.Messages;

/**
 * The work on one account: its files to facts, facts to readings, readings to reports. Knows the plan of the night and
 * what is past, and nothing of settings, database or Spring Batch, so that it can be done anywhere.
 */
public final class AccountNight {

    private final NightPlan plan;
    private final List<ReportWriter> writers;
    private final FactsCache cache;
    private final Intake intake;
    private final Given given;
    private final Optional<PackRequest> packs;
    private final Submissions submissions;

    /**
     * Makes reports and no packs.
     *
     * @param cache what exports said that have not changed
     */
    public AccountNight(NightPlan plan, List<ReportWriter> writers, FactsCache cache) {
        this(plan, writers, cache, Optional.empty());
    }

    /** @param packs that are made beside the reports */
    public AccountNight(NightPlan plan, List<ReportWriter> writers, FactsCache cache, Optional<PackRequest> packs) {
        this.plan = plan;
        this.cache = cache;
        this.writers = List.copyOf(writers);
        this.intake = new Intake(plan.kinds());
        this.given = new Given(plan, intake);
        this.packs = packs;
        this.submissions =
                new Submissions(plan.submissions().stream().map(Path::of).toList());
    }

    /** A store's report, and what ties it to others. */
    record OfStore(RiskReport report, StoreLinks links) {}

    /** What came of the account before anything is written. */
    private record Looked(
            List<OfStore> stores,
            Map<StoreId, Snapshot> snapshots,
            List<FileRead> files,
            int unchanged,
            List<QuarantinedFile> quarantined) {}

    /**
     * What came of the account.
     *
     * @param reports one a store, their files in place
     * @param snapshots of the same stores, for the nights to come
     */
    public record Assessed(AccountOutcome outcome, List<RiskReport> reports, Map<StoreId, Snapshot> snapshots) {
        public Assessed {
            reports = List.copyOf(reports);
            snapshots = Map.copyOf(snapshots);
        }
    }

    /**
     * @param shared the account's parts of shared files
     * @throws IOException if reports can't be written; what is unreadable of the exports is part of the outcome
     * @throws redflag.intake.StopReading if the night is being stopped
     */
    public Assessed assess(AccountId id, List<FileFacts> shared, Past past, Cancellation cancellation)
            throws IOException {
        long start = System.nanoTime();
        Looked looked = look(id, shared, past, cancellation);
        List<HeldOpen> held = new ArrayList<>();
        List<StoreOutcome> outcomes = new AccountFiles(plan, writers).write(id, looked.stores(), held);
        double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
        return new Assessed(
                new AccountOutcome(
                        AccountOutcome.VERSION,
                        id,
                        outcomes,
                        looked.files(),
                        looked.unchanged(),
                        looked.quarantined(),
                        held,
                        seconds,
                        Optional.empty()),
                looked.stores().stream().map(OfStore::report).toList(),
                looked.snapshots());
    }

    /** The same without writing anything. */
    List<OfStore> stores(AccountId id, List<FileFacts> shared, Past past, Cancellation cancellation) {
        return look(id, shared, past, cancellation).stores();
    }

    private Looked look(AccountId id, List<FileFacts> shared, Past past, Cancellation cancellation) {
        NightPlan.AccountPlan account =
                plan.account(id).orElseThrow(() -> new IllegalArgumentException(id + " is not in the plan"));
        List<FileFacts> files = new ArrayList<>(shared);
        List<QuarantinedFile> quarantined = new ArrayList<>(account.quarantined());
        int unchanged = read(account, cancellation, files, quarantined);
        AccountLedger ledger = AccountLedger.merge(id, files, account.allStores(), account.asOf(), writtenAt(account));
        ledger.nobodys().forEach((path, why) -> {
            files.removeIf(file -> file.file().equals(path));
            quarantined.add(new QuarantinedFile(
                    path, Optional.empty(), why, plan.expectedBroken().contains(path)));
        });
        boolean broken = !quarantined.isEmpty() || files.stream().anyMatch(f -> !f.isUsable());
        MeasuringRules rules = broken ? plan.rules().withoutAbsence() : plan.rules();
        List<FileRead> read = files.stream().map(f -> fileRead(f, intake)).toList();
        List<OfStore> stores = new ArrayList<>();
        Map<StoreId, Snapshot> snapshots = new HashMap<>();
        for (NightPlan.StoreDay store : account.stores()) {
            cancellation.check();
            StoreLedger of =
                    Optional.ofNullable(ledger.stores().get(store.store().id())).orElseThrow();
            List<StoreLedger> others = ledger.stores().values().stream()
                    .filter(other -> !other.store().equals(of.store()))
                    .toList();
            OfStore assessed = store(of, others, rules, past, given.quality(ledger, of, files, read, quarantined));
            RiskReport report = assessed.report();
            stores.add(assessed);
            snapshots.put(
                    of.store().id(),
                    Snapshots.of(
                            of,
                            report.findings(),
                            past.snapshot(of.store().id()),
                            report.stock().available(),
                            report.stock().outOfStockSince()));
        }
        return new Looked(stores, snapshots, read, unchanged, quarantined);
    }

    /** @return how many were not read again, for they had not changed */
    private int read(
            NightPlan.AccountPlan account,
            Cancellation cancellation,
            List<FileFacts> files,
            List<QuarantinedFile> quarantined) {
        int unchanged = 0;
        for (InboxFile file : account.files()) {
            cancellation.check();
            try {
                Hints hints = Hints.of(file.path(), account.allStores(), plan.reading());
                FactsCache.Known known = cache.read(intake, Path.of(plan.exports()), file, hints, cancellation::check);
                unchanged += known.isUnchanged() ? 1 : 0;
                files.add(known.facts());
            } catch (Unreadable e) {
                quarantined.add(quarantined(file, e.why(), intake, plan.expectedBroken()));
            }
        }
        return unchanged;
    }

    static QuarantinedFile quarantined(InboxFile file, Remark why, Intake intake, Set<String> expectedBroken) {
        return new QuarantinedFile(
                file.path(), intake.kind(file.kind()).map(ExportKind::name), why, expectedBroken.contains(file.path()));
    }

    private Map<String, Instant> writtenAt(NightPlan.AccountPlan account) {
        Map<String, Instant> moments = new HashMap<>(plan.sharedWrittenAt());
        account.files().forEach(file -> file.writtenAt().ifPresent(moment -> moments.put(file.path(), moment)));
        return moments;
    }

    static FileRead fileRead(FileFacts facts, Intake intake) {
        return new FileRead(
                facts.file(),
                facts.kind(),
                Given.nameOf(facts, intake),
                facts.sha256(),
                facts.charset(),
                facts.rowsRead(),
                facts.rowsAccepted(),
                facts.rowsRejected(),
                facts.span().map(Period::from),
                facts.span().map(Period::to),
                facts.rejections().stream()
                        .map(Rejection::column)
                        .filter(column -> !column.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private OfStore store(
            StoreLedger ledger, List<StoreLedger> others, MeasuringRules rules, Past past, DataQuality quality) {
        Store store = ledger.store();
        List<Target> targets = plan.targets().inForce(store.marketplace(), ledger.asOf());
        List<Finding> findings = Measurements.of(ledger, plan.targets(), rules, past);
        List<Reading> readings = findings.stream().map(Finding::reading).toList();
        Optional<AmazonState> amazon = AmazonState.worst(ledger.states());
        Verdict verdict = RiskRules.judge(readings, amazon);
        List<PastReading> earlier = past.of(store.id());
        Optional<Snapshot> snapshot = past.snapshot(store.id());
        Notices notices = Notices.of(ledger, targets);
        Documents documents = Documents.of(ledger, notices, new DocumentFolder(Path.of(plan.documents())));
        Stock stock = Stock.of(ledger, snapshot, rules.freshness());
        Causes causes = Causes.of(ledger, findings, stock, others);
        Optional<PackDesk> desk =
                packs.map(request -> PackDesk.of(ledger, notices, documents.all(), submissions, request, plan.plans()));
        Drafts drafts = language -> {
            List<Plan> all = new ArrayList<>(
                    new Plans(plan.plans(), rules).draft(language, store, ledger.asOf(), findings, causes, snapshot));
            desk.ifPresent(of -> all.addAll(of.drafts(language)));
            return all;
        };
        ActionsTaken taken = taken(drafts, PlanLibrary.ENGLISH, ledger);
        Optional<ActionsTaken> read = readingCopy(store).map(language -> taken(drafts, language, ledger));
        List<Measure> measures = read.map(ActionsTaken::measures)
                .map(copies -> taken.measures().stream()
                        .map(measure -> measure.readBy(copies))
                        .toList())
                .orElse(taken.measures());
        List<Remark> warnings = new ArrayList<>(quality.warnings());
        warnings.addAll(taken.warnings());
        warnings.addAll(documents.warnings());
        List<Remark> alerts = new ArrayList<>(NightToNight.warnings(
                findings, earlier, snapshot, order -> ledger.orders().find(order) >= 0));
        ShortFile.warning(ledger, snapshot).ifPresent(alerts::add);
        warnings.addAll(alerts);
        ActionsTaken said = new ActionsTaken(taken.plans(), measures, taken.warnings());
        RiskReport report = new RiskReport(
                ledger.asOf(),
                plan.version(),
                plan.targets().hash(),
                store,
                verdict,
                amazon,
                findings,
                causes,
                ofRates(taken),
                read.map(AccountNight::ofRates).orElse(List.of()),
                measures,
                targets,
                Reconciliations.of(ledger, findings, snapshot),
                earlier.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Previous(earlier.get(0).asOf(), earlier)),
                new DataQuality(
                        quality.files(),
                        quality.rejections(),
                        quality.quarantined(),
                        warnings,
                        given.missing(ledger, findings),
                        quality.ages(),
                        alerts),
                new History(
                        Changes.of(ledger.asOf(), findings, earlier, snapshot, rules.freshness()),
                        past.series(store.id()),
                        Assurance.of(ledger.asOf(), past.series(store.id()), readings)),
                GateCheck.of(ledger, plan.targets(), rules),
                stock,
                notices,
                documents,
                desk.map(of -> of.packs(said, read, store.language())).orElse(List.of()),
                rules);
        return new OfStore(report, StoreLinks.of(ledger, notices, documents, Messages.forLanguage(plan.language())));
    }

    /** The plans of a store in a language, those of rates first. */
    private interface Drafts {
        List<Plan> in(String language);
    }

    private static List<Plan> ofRates(ActionsTaken taken) {
        return taken.plans().stream().filter(of -> of.reason().isOfARate()).toList();
    }

    private ActionsTaken taken(Drafts drafts, String language, StoreLedger ledger) {
        return ActionsTaken.of(
                drafts.in(language), ledger.actions(), ledger.asOf(), plan.plans(), NoteCheck::unusable, language);
    }

    /** The language in which the store's managers read plans, if it is another one than the letters'. */
    private static Optional<String> readingCopy(Store store) {
        return PlanLibrary.languages().stream()
                .filter(language -> language.equals(store.language()) && !language.equals(PlanLibrary.ENGLISH))
                .findFirst();
    }
}
