package redflag.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redflag.basics.Fulfilment;
import redflag.report.Alarm.Hit;
import redflag.report.MatrixSheet.Measure;
import redflag.report.StoreDetail.CommonCause;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.rules.Metric;
import redflag.rules.Status;

/**
 * Finds the alarms of a night in the outcomes of its accounts, and claims nothing that they do not hold. What hits the
 * stores of one account only is never one.
 */
public final class Alarms {

    /** So many stores at least, where a metric is worse or an export is missing or stale. */
    static final int STORES = 3;

    /** Stores of so many accounts at least, whatever it is. */
    static final int ACCOUNTS = 2;

    /** So many accounts at least, where rows were rejected for the same column: now and then a row is bad anywhere. */
    static final int ACCOUNTS_OF_A_COLUMN = 3;

    private static final int CHARACTERS_SHOWN = 80;

    private final ReportWords words;
    private final List<AccountOutcome> accounts;
    private final List<Alarm> found = new ArrayList<>();

    private Alarms(Portfolio portfolio, ReportWords words) {
        this.words = words;
        this.accounts = portfolio.accounts();
    }

    /** A hit and whose it is. */
    private record Of(AccountOutcome account, Hit hit) {}

    private record Worse(Measure measure, long nights) {}

    private record Named(Metric metric, Optional<Fulfilment> fulfilment, String id, String value) {}

    private record Stretch(
            AccountOutcome account, StoreOutcome store, CommonCause cause, LocalDate first, LocalDate last) {
        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    private record RejectedFor(String kind, String name, String column) {}

    /** In the order of their kinds; of a kind those of most stores first. */
    public static List<Alarm> of(Portfolio portfolio, ReportWords words) {
        Alarms alarms = new Alarms(portfolio, words);
        alarms.worse();
        alarms.causes();
        alarms.links();
        alarms.downloads();
        alarms.quarantined();
        alarms.rejected();
        return alarms.found.stream()
                .sorted(Comparator.comparing(Alarm::kind)
                        .thenComparing(Comparator.comparing(Alarm::stores).reversed())
                        .thenComparing(Alarm::what))
                .toList();
    }

    /** Only between nights that lie as far apart is it the same that happened. */
    private void worse() {
        Map<Worse, List<Of>> groups = new LinkedHashMap<>();
        each((account, store) -> store.detail().change().ifPresent(change -> {
            long nights = store.asOf().toEpochDay() - change.since().toEpochDay();
            for (int i = 0; i < store.readings().size(); i++) {
                ReadingInBrief reading = store.readings().get(i);
                Optional<Status> before = store.detail().readings().get(i).before();
                if (before.isPresent() && isWorse(reading, before.get())) {
                    String evidence = words.messages()
                            .text(
                                    "alarm.evidence.WORSE",
                                    Map.of(
                                            "from", words.status(before.get()),
                                            "on", change.since(),
                                            "to", words.status(reading.status()),
                                            "value", reading.value()));
                    put(groups, new Worse(Measure.of(reading), nights), account, store, evidence);
                }
            }
        }));
        groups.forEach((group, hits) ->
                add(Alarm.Kind.WORSE, STORES, ACCOUNTS, hits, Map.of("metric", metric(group.measure()))));
    }

    /** Two stores are enough, of two accounts: a complaint of one is a warning to the other. */
    private void links() {
        Links links = new Links(words, accounts);
        links.listings().forEach((asin, ties) -> add(Alarm.Kind.LISTING, asin, ties));
        links.rightsOwners().forEach((owner, ties) -> add(Alarm.Kind.RIGHTS_OWNER, owner, ties));
        links.suppliers().forEach((supplier, ties) -> add(Alarm.Kind.SUPPLIER, supplier, ties));
        links.papers().forEach((paper, ties) -> add(Alarm.Kind.PAPER, paper, ties));
        links.deeds().forEach((words, ties) -> add(Alarm.Kind.WORDS, beginning(words), ties));
    }

    private static String beginning(String text) {
        int shown = text.offsetByCodePoints(0, Math.min(CHARACTERS_SHOWN, text.codePointCount(0, text.length())));
        return shown < text.length() ? text.substring(0, shown) + "\u2026" : text;
    }

    private void add(Alarm.Kind kind, String name, List<Links.Tie> ties) {
        List<Of> hits = ties.stream()
                .map(tie -> new Of(tie.account(), new Hit(tie.store(), tie.evidence())))
                .toList();
        add(kind, ACCOUNTS, ACCOUNTS, hits, Map.of("name", name));
    }

    private static boolean isWorse(ReadingInBrief reading, Status before) {
        boolean burns = reading.status() == Status.OFF_TARGET || reading.status() == Status.WATCH;
        return reading.enforced()
                && burns
                && before != Status.NOT_MEASURED
                && reading.status().compareTo(before) > 0;
    }

    private void causes() {
        Map<Named, List<Of>> groups = new LinkedHashMap<>();
        Map<Named, String> names = new HashMap<>();
        Map<Named, List<Stretch>> stretches = new LinkedHashMap<>();
        each((account, store) -> store.detail().common().forEach(cause -> {
            boolean isOfDays = cause.first().isPresent() && cause.last().isPresent();
            Named named = new Named(cause.metric(), cause.fulfilment(), cause.id(), isOfDays ? "" : cause.value());
            if (isOfDays) {
                stretches
                        .computeIfAbsent(named, group -> new ArrayList<>())
                        .add(new Stretch(
                                account,
                                store,
                                cause,
                                cause.first().orElseThrow(),
                                cause.last().orElseThrow()));
            } else {
                names.putIfAbsent(named, cause.name());
                put(groups, named, account, store, share(cause));
            }
        }));
        groups.forEach((named, hits) -> add(
                Alarm.Kind.CAUSE,
                ACCOUNTS,
                ACCOUNTS,
                hits,
                Map.of("metric", metric(named), "cause", names.getOrDefault(named, ""))));
        stretches.forEach(this::overlaps);
    }

    /** Of stretches of days those that have a day in common: as many as there are, and none of fewer within. */
    private void overlaps(Named named, List<Stretch> stretches) {
        Set<Set<Stretch>> told = new HashSet<>();
        List<Set<Stretch>> candidates = stretches.stream()
                .map(one -> stretches.stream()
                        .filter(other -> other.holds(one.first()))
                        .collect(Collectors.toSet()))
                .toList();
        for (Set<Stretch> together : candidates) {
            boolean isWithin = candidates.stream()
                    .anyMatch(other -> other.size() > together.size() && other.containsAll(together));
            if (!isWithin && told.add(together)) {
                LocalDate from = together.stream()
                        .map(Stretch::first)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
                LocalDate to = together.stream()
                        .map(Stretch::last)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
                List<Of> hits = together.stream()
                        .map(one -> new Of(
                                one.account(), new Hit(one.store(), one.cause().name() + " " + share(one.cause()))))
                        .toList();
                String days = words.messages()
                        .text("alarm.days", Map.of("from", from, "to", to, "single", from.equals(to) ? "yes" : "no"));
                add(Alarm.Kind.CAUSE, ACCOUNTS, ACCOUNTS, hits, Map.of("metric", metric(named), "cause", days));
            }
        }
    }

    private String share(CommonCause cause) {
        return words.messages().text("alarm.evidence.CAUSE", Map.of("defects", cause.defects(), "of", cause.of()));
    }

    /** Of what people write themselves there is nothing to download; what is late only still says something. */
    private void downloads() {
        Map<String, List<Of>> groups = new TreeMap<>();
        each((account, store) -> Download.of(store).stream()
                .filter(Download::isDownloaded)
                .filter(Download::isWanted)
                .forEach(download ->
                        put(groups, download.name(), account, store, PortfolioWords.why(download, words.messages()))));
        groups.forEach((name, hits) -> add(
                Alarm.Kind.DOWNLOAD,
                STORES,
                ACCOUNTS,
                hits,
                Map.of("export", words.messages().said(name))));
    }

    /** By the export that a file is, or by why it is none. */
    private void quarantined() {
        Map<String, List<Of>> groups = new TreeMap<>();
        Map<String, Map<String, Object>> facts = new HashMap<>();
        for (AccountOutcome account : accounts) {
            account.quarantined().stream().filter(file -> !file.expected()).forEach(file -> {
                String export = file.kind().map(words.messages()::said).orElse("");
                String key = file.kind().orElse(file.why().key());
                facts.putIfAbsent(key, Map.of("known", export.isEmpty() ? "no" : "yes", "export", export));
                String evidence = words.messages()
                        .text(
                                "alarm.evidence.QUARANTINED",
                                Map.of("file", file.file(), "why", words.remark(file.why())));
                account.stores().forEach(store -> put(groups, key, account, store, evidence));
            });
        }
        groups.forEach(
                (key, hits) -> add(Alarm.Kind.QUARANTINED, 1, ACCOUNTS, hits, facts.getOrDefault(key, Map.of())));
    }

    /** A file that several accounts share is one file, and no alarm by itself. */
    private void rejected() {
        Map<String, Long> owners = accounts.stream()
                .flatMap(account -> account.files().stream())
                .collect(Collectors.groupingBy(FileRead::file, Collectors.counting()));
        Map<RejectedFor, List<Of>> groups = new LinkedHashMap<>();
        for (AccountOutcome account : accounts) {
            account.files().stream()
                    .filter(file -> owners.getOrDefault(file.file(), 0L) == 1)
                    .forEach(file -> file.rejectedFor()
                            .forEach(column -> account.stores()
                                    .forEach(store -> put(
                                            groups,
                                            new RejectedFor(file.kind(), file.kindName(), column),
                                            account,
                                            store,
                                            file.file()))));
        }
        groups.forEach((of, hits) -> add(
                Alarm.Kind.REJECTED,
                1,
                ACCOUNTS_OF_A_COLUMN,
                hits,
                Map.of("export", words.messages().said(of.name()), "column", of.column())));
    }

    private interface StoreVisitor {
        void visit(AccountOutcome account, StoreOutcome store);
    }

    private void each(StoreVisitor visitor) {
        accounts.forEach(account -> account.stores().forEach(store -> visitor.visit(account, store)));
    }

    private static <K> void put(
            Map<K, List<Of>> groups, K key, AccountOutcome account, StoreOutcome store, String evidence) {
        groups.computeIfAbsent(key, group -> new ArrayList<>()).add(new Of(account, new Hit(store, evidence)));
    }

    private void add(Alarm.Kind kind, int leastStores, int leastAccounts, List<Of> hits, Map<String, Object> facts) {
        long ofAccounts =
                hits.stream().map(of -> of.account().account()).distinct().count();
        long ofStores =
                hits.stream().map(of -> of.hit().store().store()).distinct().count();
        if (ofStores < leastStores || ofAccounts < leastAccounts) {
            return;
        }
        Map<String, Object> all = new HashMap<>(facts);
        all.put("stores", ofStores);
        all.put("accounts", ofAccounts);
        found.add(new Alarm(
                kind,
                words.messages().text("alarm." + kind, all),
                hits.stream()
                        .map(Of::hit)
                        .sorted(Comparator.comparing((Hit hit) -> hit.store().store())
                                .thenComparing(Hit::evidence))
                        .toList()));
    }

    private String metric(Measure measure) {
        return words.metric(measure.metric(), measure.fulfilment(), measure.category());
    }

    private String metric(Named named) {
        return words.metric(named.metric(), named.fulfilment(), Optional.empty());
    }
}
