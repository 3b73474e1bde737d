package redflag.job;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.delivery.MailSection;
import redflag.delivery.MailSettings;
import redflag.history.Pruning;
import redflag.intake.DateOrder;
import redflag.intake.DecimalSign;
import redflag.intake.ExportKind;
import redflag.intake.KindFile;
import redflag.intake.ReadingRule;
import redflag.intake.StoresFile;
import redflag.metrics.MeasuringRules;
import redflag.plan.PlanLibrary;
import redflag.plan.PlanTextFile;
import redflag.rules.Metric;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.rules.TargetTable;
import redflag.settings.Problems;
import redflag.settings.Section;
import redflag.settings.YamlFile;

/**
 * Reads a job file and checks all that it names, so that nothing is written before all of it is valid. Keys:
 * {@code name}, {@code stores}, {@code exports}, {@code documents}, {@code reports}, {@code database} (a folder, or
 * {@link DatabaseSettings}), {@code as-of} (a day, or {@code yesterday}), {@code zone}, {@code language} (of the portfolio:
 * {@code en} or {@code zh}), {@code schedule}, {@code catch-up}, {@code watch},
 * {@code peak-season}, {@code freshness}, {@code absence}, {@code parallel}, {@code reading}, {@code expected-broken},
 * {@code mail} ({@link MailSection}), {@code logs}, {@code log-format}, {@code metrics-file}, {@code ping},
 * {@code keep-nights} ({@link OperationSettings}), {@code marketplaces} (those that are not Amazon's: {@link OwnMarketplaces}), {@code targets} (as in a
 * {@link TargetFile}). Paths are relative to the job file. Targets and export kinds of one's own may lie beside it in
 * {@code targets/} and {@code kinds/}, texts of plans in {@code plans/}; a target in the job file itself stands in place of the same one there.
 */
public final class JobFile {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final int CATCH_UP_DAYS = 2;
    private static final int MOST_DAYS = 10_000;

    /** What the portfolio can be written in. */
    private enum Language {
        EN,
        ZH
    }

    private final Path file;
    private final Section job;
    private final UnaryOperator<@Nullable String> environment;
    private final Problems problems;

    private JobFile(Path file, Section job, UnaryOperator<@Nullable String> environment, Problems problems) {
        this.file = file;
        this.job = job;
        this.environment = environment;
        this.problems = problems;
    }

    /** The job files of a folder, by name: {@code *.yaml}, but no hidden ones. */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** The job, or empty with everything that is wrong in {@code problems}. */
    public static Optional<JobDefinition> read(Path file, Problems problems) {
        return read(file, System::getenv, problems);
    }

    /** @param environment gives the value of a variable, or null where it is not set */
    static Optional<JobDefinition> read(Path file, UnaryOperator<@Nullable String> environment, Problems problems) {
        return YamlFile.read(file, problems)
                .flatMap(section -> new JobFile(file, section, environment, problems).read());
    }

    private Optional<JobDefinition> read() {
        String name = job.requiredText("name");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            job.problem("name", "'name: " + name + "' may hold letters, digits, dots, dashes and underscores only");
        }
        Marketplaces marketplaces = OwnMarketplaces.read(job);
        Path storesFile = path("stores").orElse(Path.of("stores.csv"));
        List<Store> stores = List.of();
        if (job.has("stores")) {
            if (Files.isRegularFile(storesFile)) {
                stores = StoresFile.read(storesFile, marketplaces, problems);
            } else {
                job.problem("stores", "there is no file " + storesFile);
            }
        }
        Path exports = path("exports").orElse(Path.of("exports"));
        if (job.has("exports") && !Files.isDirectory(exports)) {
            job.problem("exports", "there is no folder " + exports);
        }
        for (String key : List.of("stores", "exports")) {
            if (!job.has(key)) {
                job.problem(key, "'" + key + "' is missing");
            }
        }
        Path documents = path("documents").orElse(exports.resolveSibling("documents"));
        if (job.has("documents") && !Files.isDirectory(documents)) {
            job.problem("documents", "there is no folder " + documents);
        }
        Path reports = writable("reports", Path.of("reports").toAbsolutePath());
        Path logs = writable("logs", JobDefinition.logsBeside(reports));
        Operation operation = OperationSettings.read(job, logs, path("metrics-file"));
        Database database = database();
        AsOfRule asOf = asOfRule();
        String language =
                job.oneOf("language", Language.class).orElse(Language.EN).name().toLowerCase(Locale.ROOT);
        Optional<String> schedule = schedule();
        int catchUpDays = catchUpDays(operation.keepNights());
        List<ExportKind> kinds = kinds();
        MeasuringRules rules = MeasuringSettings.read(job, kinds, marketplaces);
        boolean failOnStale = MeasuringSettings.failsOnStale(job);
        int parallel = job.integer("parallel", 1, 64).orElse(2);
        Set<String> expected = new HashSet<>(job.texts("expected-broken"));
        List<Store> recipients = stores;
        Optional<MailSettings> mail =
                job.section("mail").flatMap(section -> MailSection.read(section, folder(), environment, recipients));
        List<ReadingRule> reading = reading(stores, kinds);
        TargetTable targets = targets(marketplaces);
        PlanLibrary plans = plans();
        job.rejectUnknownKeys();
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new JobDefinition(
                name,
                file,
                stores,
                exports,
                documents,
                reports,
                database,
                asOf,
                language,
                schedule,
                catchUpDays,
                rules,
                failOnStale,
                parallel,
                expected,
                targets,
                marketplaces,
                kinds,
                reading,
                plans,
                mail,
                operation));
    }

    private Optional<Path> path(String key) {
        return job.text(key).flatMap(text -> {
            try {
                return Optional.of(folder().resolve(text).normalize());
            } catch (InvalidPathException e) {
                job.problem(key, "'" + key + ": " + text + "' can't be a path here");
                return Optional.empty();
            }
        });
    }

    private Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    }

    /** A folder that will be made; something that is there and no folder is a mistake. */
    private Path writable(String key, Path otherwise) {
        Path path = path(key).orElse(otherwise);
        if (Files.exists(path) && !Files.isDirectory(path)) {
            job.problem(key, path + " is no folder");
        }
        return path;
    }

    private Database database() {
        if (job.isSection("database")) {
            return DatabaseSettings.read(job.section("database").orElseThrow(), environment);
        }
        return new H2Database(writable("database", Path.of("data").toAbsolutePath()));
    }

    private AsOfRule asOfRule() {
        ZoneId zone = zone(job).orElse(ZoneId.of("UTC"));
        if (!job.has("as-of")) {
            job.problem("as-of", "'as-of' is missing: yesterday, or a day such as 2026-11-22");
        }
        Optional<String> asOf = job.word("as-of");
        boolean isDay = asOf.isPresent() && !asOf.get().equals("yesterday");
        return new AsOfRule(isDay ? job.day("as-of") : Optional.empty(), zone);
    }

    /** The time zone that {@code section} names under {@code zone}. */
    static Optional<ZoneId> zone(Section section) {
        return section.text("zone").flatMap(name -> {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException e) {
                section.problem("zone", "'zone: " + name + "' is no time zone such as Europe/Berlin");
                return Optional.empty();
            }
        });
    }

    private Optional<String> schedule() {
        Optional<String> schedule = job.text("schedule");
        if (schedule.isPresent() && !CronExpression.isValidExpression(schedule.get())) {
            job.problem(
                    "schedule",
                    "'" + schedule.get() + "' is no cron expression with seconds, such as \"0 30 5 * * *\"");
        }
        return schedule;
    }

    /** A night of which there is no record any more would be started once more. */
    private int catchUpDays(int keepNights) {
        int days = job.integer("catch-up", 1, MOST_DAYS).orElse(CATCH_UP_DAYS);
        int kept = Math.max(keepNights, Pruning.DAYS_OF_TREND);
        if (days >= kept) {
            job.problem(
                    "catch-up",
                    "'catch-up' (" + days + " days) must be shorter than nights are kept (" + kept
                            + " days by 'keep-nights'), else nights would run twice");
        }
        return days;
    }

    private List<ExportKind> kinds() {
        Map<String, ExportKind> kinds = new LinkedHashMap<>();
        KindFile.shipped().forEach(kind -> kinds.put(kind.id(), kind));
        Map<String, String> own = new HashMap<>();
        eachYaml(
                "kinds",
                (path, section) -> KindFile.read(section, problems).ifPresent(kind -> {
                    String earlier =
                            own.putIfAbsent(kind.id(), path.getFileName().toString());
                    if (earlier != null) {
                        section.problem("id", "'id: " + kind.id() + "' is taken by " + earlier);
                    }
                    for (ExportKind.Column column : kind.columns()) {
                        column.metric()
                                .filter(metric -> Metric.find(metric).isEmpty())
                                .ifPresent(
                                        metric -> section.problem("columns", "'metric: " + metric + "' is no metric"));
                    }
                    kinds.put(kind.id(), kind);
                }));
        return List.copyOf(kinds.values());
    }

    private List<ReadingRule> reading(List<Store> stores, List<ExportKind> kinds) {
        List<ReadingRule> rules = new ArrayList<>();
        for (Section rule : job.sections("reading")) {
            String files = rule.requiredText("files");
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + files);
            } catch (PatternSyntaxException e) {
                rule.problem("files", "'" + files + "' is no pattern such as acme/**");
            }
            Optional<String> kind = rule.text("kind");
            if (kind.isPresent() && kinds.stream().noneMatch(k -> k.id().equals(kind.get()))) {
                rule.problem("kind", "'" + kind.get() + "' is no kind of export");
            }
            Optional<String> charset = rule.text("charset");
            if (charset.isPresent() && !KindFile.isCharset(charset.get())) {
                rule.problem("charset", "'" + charset.get() + "' is no charset such as windows-1252");
            }
            Optional<String> store = rule.text("store");
            if (store.isPresent()
                    && stores.stream().noneMatch(s -> s.id().value().equals(store.get()))) {
                rule.problem("store", "'" + store.get() + "' is no store of the stores file");
            }
            Optional<DateOrder> dateOrder = rule.oneOf("date-order", DateOrder.class);
            Optional<DecimalSign> decimalSign = rule.oneOf("decimal-sign", DecimalSign.class);
            rule.rejectUnknownKeys();
            rules.add(new ReadingRule(files, kind, charset, dateOrder, decimalSign, store));
        }
        return rules;
    }

    private TargetTable targets(Marketplaces marketplaces) {
        List<Target> beside = new ArrayList<>();
        eachYaml("targets", (path, section) -> {
            beside.addAll(TargetFile.read(section, marketplaces, problems));
            section.rejectUnknownKeys();
        });
        List<Target> inside = TargetFile.read(job, marketplaces, problems);
        return TargetFile.shipped().overriddenBy(beside).overriddenBy(inside);
    }

    private PlanLibrary plans() {
        List<PlanTextFile> own = new ArrayList<>();
        Map<String, String> taken = new HashMap<>();
        eachYaml(
                "plans",
                (path, section) -> PlanTextFile.read(section).ifPresent(file -> {
                    own.add(file);
                    for (String name : file.names()) {
                        String earlier =
                                taken.putIfAbsent(name, path.getFileName().toString());
                        if (earlier != null) {
                            section.problem("reason", "'" + name + "' is in " + earlier + " already");
                        }
                    }
                }));
        if (own.isEmpty() || !problems.isEmpty()) {
            return PlanLibrary.shipped();
        }
        PlanLibrary library = PlanLibrary.shipped().overriddenBy(own);
        library.faults().forEach(fault -> problems.add(folder().resolve("plans").toString(), 0, fault));
        return library;
    }

    private void eachYaml(String folder, BiConsumer<Path, Section> reader) {
        Path path = folder().resolve(folder);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            files.filter(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".yaml"))
                    .sorted()
                    .forEach(f -> YamlFile.read(f, problems).ifPresent(section -> reader.accept(f, section)));
        } catch (IOException e) {
            problems.add(path.toString(), 0, "can't be read: " + e.getMessage());
        }
    }
}
