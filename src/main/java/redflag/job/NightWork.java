package redflag.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;
import redflag.basics.AccountId;
import redflag.basics.Remark;
import redflag.basics.StoreId;
import redflag.delivery.Delivered;
import redflag.delivery.Delivery;
import redflag.history.MailState;
import redflag.history.NightEnd;
import redflag.history.NightKey;
import redflag.history.Nights;
import redflag.history.ReadingHistory;
import redflag.intake.FactsCache;
import redflag.ledger.FileFacts;
import redflag.metrics.Finding;
import redflag.packs.PackRequest;
import redflag.past.Past;
import redflag.report.AccountOutcome;
import redflag.report.BurnsFirst;
import redflag.report.FileRead;
import redflag.report.HeldOpen;
import redflag.report.Portfolio;
import redflag.report.PortfolioPage;
import redflag.report.PortfolioWriter;
import redflag.report.QuarantinedFile;
import redflag.report.ReportFolder;
import redflag.report.ReportWriter;
import redflag.report.RiskReport;
import redflag.report.RunJson;
import redflag.report.StoreOutcome;
import redflag.words.Messages;

/**
 * The parts of a night, without Spring Batch: what the steps of {@link NightlyJob} call. Portfolio and verdict know only
 * stored outcomes, so that a rerun of three failed accounts still makes a whole portfolio.
 */
final class NightWork {

    private final JobDefinition job;
    private final NightApplication.Asked asked;
    private final Nights nights;
    private final ReadingHistory history;
    private final NightMail mail;
    private final List<ReportWriter> writers;
    private final Clock clock;
    private final TransactionOperations outside;
    private final String version;
    private final FactsCache cache;
    /** A stored plan never changes, and it is large: it is parsed once, not once an account. */
    private final Map<NightKey, NightPlan> plans = new ConcurrentHashMap<>();
    /** Of the night's own files; those of accounts are in their outcomes. */
    private final List<HeldOpen> held = new ArrayList<>();

    private final List<Delivered> delivered = new ArrayList<>();
    private final List<NightResult.Earlier> deliveredEarlier = new ArrayList<>();

    NightWork(
            JobDefinition job,
            NightApplication.Asked asked,
            Nights nights,
            ReadingHistory history,
            NightMail mail,
            List<ReportWriter> writers,
            Clock clock,
            TransactionOperations outside,
            String version,
            FactsCache cache) {
        this.job = job;
        this.asked = asked;
        this.nights = nights;
        this.history = history;
        this.mail = mail;
        this.writers = List.copyOf(writers);
        this.clock = clock;
        this.outside = outside;
        this.version = version;
        this.cache = cache;
    }

    /** Decides the night, unless an earlier start of it has. */
    void plan(NightKey key, Cancellation cancellation) throws IOException {
        if (nights.plan(key).isPresent()) {
            return;
        }
        FailPoint.PLAN.reached(cancellation);
        Map<StoreId, LocalDate> decided = Map.of();
        if (key.attempt() > 1) {
            NightKey before = new NightKey(key.job(), key.asOf(), key.attempt() - 1, key.scope());
            decided = nights.plan(before).map(NightPlan::asOfIn).orElse(Map.of());
        }
        Instant now = clock.instant();
        NightPlanner planner = new NightPlanner(job, version, cache);
        NightPlan plan = planner.plan(key, asked.stores(), now, decided);
        nights.begin(key, now, plan.toJson(), planner.parts());
        FailPoint.PLANNED.reached(cancellation);
    }

    NightPlan planOf(NightKey key) {
        return plans.computeIfAbsent(
                key,
                planned -> nights.plan(planned)
                        .map(NightPlan::fromJson)
                        .orElseThrow(() -> new IllegalStateException("the night was not planned: " + planned)));
    }

    /** Accounts without a stored outcome, the one with most to read first, so that the last to end is a small one. */
    List<AccountId> accountsToDo(NightKey key) {
        Set<AccountId> done =
                nights.outcomes(key).stream().map(AccountOutcome::account).collect(Collectors.toSet());
        return planOf(key).accounts().stream()
                .filter(account -> !done.contains(account.account()))
                .sorted(Comparator.comparing(NightPlan.AccountPlan::bytes)
                        .reversed()
                        .thenComparing(NightPlan.AccountPlan::account))
                .map(NightPlan.AccountPlan::account)
                .toList();
    }

    /** Works on one account; its outcome and history are stored last, in the caller's transaction. */
    AccountOutcome assess(NightKey key, AccountId id, Cancellation cancellation) throws IOException {
        NightPlan plan = planOf(key);
        NightPlan.AccountPlan account = plan.account(id).orElseThrow();
        // what is read beforehand holds no connection while files are read
        Past past = known(() -> history.before(key.job(), new TreeMap<>(account.asOf())));
        List<FileFacts> shared = known(() -> nights.sharedFacts(key, id));
        AccountNight.Assessed assessed = new AccountNight(plan, writers, cache, Optional.of(PackRequest.ofANight()))
                .assess(id, shared, past, cancellation);
        FailPoint.FILES_MOVED.reached(cancellation);
        nights.store(key, assessed.outcome());
        if (key.isWhole()) {
            for (RiskReport report : assessed.reports()) {
                StoreId store = report.store().id();
                history.store(
                        key.job(),
                        store,
                        report.verdict().level(),
                        report.findings().stream().map(Finding::reading).toList(),
                        Objects.requireNonNull(assessed.snapshots().get(store)));
            }
        }
        FailPoint.OUTCOME_STORED.reached(cancellation);
        return assessed.outcome();
    }

    private <T> T known(Supplier<T> question) {
        return Objects.requireNonNull(outside.execute(transaction -> question.get()));
    }

    /** @param errors why accounts without a stored outcome failed */
    void writePortfolio(NightKey key, Map<AccountId, String> errors, Cancellation cancellation) throws IOException {
        FailPoint.PORTFOLIO.reached(cancellation);
        NightPlan plan = planOf(key);
        Portfolio portfolio = portfolio(plan, errors);
        ReportFolder folder = folder(plan);
        Messages messages = Messages.forLanguage(plan.language());
        new PortfolioWriter(messages).write(portfolio, folder.sink(""));
        new PortfolioPage(messages).write(portfolio, folder.sink(""));
        held.addAll(folder.publish());
        FailPoint.PORTFOLIO_MOVED.reached(cancellation);
    }

    private static ReportFolder folder(NightPlan plan) throws IOException {
        return new ReportFolder(Path.of(plan.reports()), NightPlanner.reportsOf(plan), "portfolio");
    }

    /**
     * Tells the recipients of the night, and who has not got the message of one of the nights before.
     *
     * @return whether there is nothing left to deliver of this night
     */
    boolean deliver(NightKey key, Map<AccountId, String> errors, Delivery.Request request, Cancellation cancellation) {
        if (!asked.mail()) {
            return true;
        }
        NightPlan plan = planOf(key);
        delivered.clear();
        delivered.addAll(mail.deliver(plan, portfolio(plan, errors), request, cancellation));
        if (request.equals(Delivery.Request.NIGHTLY)) {
            mail.leftOfNightsBefore(key.asOf()).forEach((night, recipients) -> {
                cancellation.check();
                deliverEarlier(night, recipients, cancellation);
            });
        }
        return delivered.stream().allMatch(Delivered::isSettled);
    }

    /** What it comes to is no matter of this night. */
    private void deliverEarlier(LocalDate asOf, Set<String> recipients, Cancellation cancellation) {
        int attempt = nights.newestAttempt(job.name(), asOf, "").orElse(1);
        NightKey key = new NightKey(job.name(), asOf, attempt, "");
        Set<String> left = new TreeSet<>(recipients);
        String why = "the job tells nothing to this address any more";
        try {
            Optional<Map<AccountId, String>> errors = errorsOf(key);
            if (errors.isEmpty()) {
                why = "the night was not brought to its end";
            } else {
                NightPlan plan = planOf(key);
                mail.deliver(
                                plan,
                                portfolio(plan, errors.get()),
                                new Delivery.Request(false, true, recipients),
                                cancellation)
                        .forEach(message -> {
                            deliveredEarlier.add(new NightResult.Earlier(asOf, message));
                            left.remove(message.recipient());
                        });
            }
        } catch (NightBroken e) {
            why = String.valueOf(e.getMessage());
        }
        for (String recipient : left) {
            deliveredEarlier.add(new NightResult.Earlier(
                    asOf, new Delivered(recipient, Optional.of(MailState.INTENDED), why, false)));
        }
    }

    /**
     * Why accounts of a night failed; missing of one that was not brought to its end, or whose outcomes another version of
     * the program has stored.
     */
    Optional<Map<AccountId, String>> errorsOf(NightKey key) {
        return nights.inBrief(key).flatMap(NightInBrief::fromJson).flatMap(brief -> {
            Map<AccountId, String> errors = new TreeMap<>();
            brief.failed().forEach((account, why) -> errors.put(new AccountId(account), why));
            return errors.keySet().containsAll(accountsToDo(key)) ? Optional.of(errors) : Optional.empty();
        });
    }

    /** The last of it: the machine copy of the run, once all else is known. */
    void close(NightKey key, Map<AccountId, String> errors, Cancellation cancellation) throws IOException {
        NightPlan plan = planOf(key);
        ReportFolder folder = folder(plan);
        NightResult result = result(key, errors);
        Instant endedAt = clock.instant();
        Instant startedAt = nights.startedAt(key).orElse(endedAt);
        new RunJson()
                .write(
                        result.portfolio(),
                        key.attempt(),
                        startedAt,
                        endedAt,
                        result.exitCode(),
                        mailStates(),
                        folder.sink(""));
        held.addAll(folder.publish());
        folder.tidy();
        FailPoint.RUN_WRITTEN.reached(cancellation);
        nights.end(key, end(result(key, errors), endedAt));
    }

    private List<RunJson.Mail> mailStates() {
        return delivered.stream()
                .flatMap(message -> message.state().stream()
                        .map(state -> new RunJson.Mail(
                                message.recipient(), state == MailState.INTENDED ? "NOT_SENT" : state.name())))
                .toList();
    }

    private static NightEnd end(NightResult result, Instant at) {
        Portfolio portfolio = result.portfolio();
        int reported = (int)
                portfolio.accounts().stream().filter(AccountOutcome::isReported).count();
        return new NightEnd(
                at,
                result.exitCode(),
                reported,
                portfolio.accounts().size() - reported,
                portfolio.rows(),
                portfolio.rejected(),
                NightInBrief.of(portfolio).toJson());
    }

    /** What stored outcomes tell of the night. */
    NightResult result(NightKey key, Map<AccountId, String> errors) {
        NightPlan plan = planOf(key);
        return result(plan, portfolio(plan, errors));
    }

    private NightResult result(NightPlan plan, Portfolio portfolio) {
        boolean failed = portfolio.accounts().stream().anyMatch(account -> !account.isReported());
        boolean stale = job.failOnStale() && portfolio.stores().stream().anyMatch(StoreOutcome::isStale);
        boolean open = !held.isEmpty()
                || portfolio.accounts().stream()
                        .anyMatch(account -> !account.held().isEmpty());
        boolean surprise = portfolio.quarantined().stream().anyMatch(file -> !file.expected());
        boolean undelivered = delivered.stream().anyMatch(message -> !message.isSettled());
        return new NightResult(
                portfolio,
                plan.key().attempt(),
                plan.sharedUnchanged()
                        + portfolio.accounts().stream()
                                .mapToInt(AccountOutcome::unchanged)
                                .sum(),
                NightPlanner.reportsOf(plan),
                delivered,
                deliveredEarlier,
                failed || surprise || stale || open || undelivered ? 1 : 0,
                false);
    }

    private Portfolio portfolio(NightPlan plan, Map<AccountId, String> errors) {
        Map<AccountId, AccountOutcome> stored = new HashMap<>();
        nights.outcomes(plan.key()).forEach(outcome -> stored.put(outcome.account(), outcome));
        List<AccountOutcome> accounts = plan.accounts().stream()
                .map(NightPlan.AccountPlan::account)
                .sorted()
                .map(id ->
                        stored.getOrDefault(id, AccountOutcome.failed(id, errors.getOrDefault(id, "not worked on"), 0)))
                .toList();
        List<StoreOutcome> stores = accounts.stream()
                .flatMap(account -> account.stores().stream())
                .sorted(BurnsFirst.ORDER)
                .toList();
        List<Remark> warnings = new ArrayList<>(plan.warnings());
        accounts.forEach(account -> account.held().forEach(file -> warnings.add(file.remark())));
        held.forEach(file -> warnings.add(file.remark()));
        Map<String, QuarantinedFile> quarantined = new TreeMap<>();
        plan.quarantined().forEach(file -> quarantined.put(file.file(), file));
        accounts.forEach(account -> account.quarantined().forEach(file -> quarantined.put(file.file(), file)));
        return new Portfolio(
                plan.key().job(),
                plan.key().asOf(),
                stores,
                accounts,
                new ArrayList<>(quarantined.values()),
                files(plan, accounts),
                warnings);
    }

    /** Every file once: a shared one whole, though each account has its part of it. */
    private static List<FileRead> files(NightPlan plan, List<AccountOutcome> accounts) {
        Map<String, FileRead> files = new TreeMap<>();
        accounts.forEach(account -> account.files().forEach(file -> files.put(file.file(), file)));
        plan.shared().forEach(file -> files.put(file.file(), file));
        return List.copyOf(files.values());
    }
}
