package redflag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.sample.LargeAgency;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times nights over a made-up agency beside what a user would take instead, each a process of its own, cold, with a
 * limited heap, all of one run in turn. System properties: {@code mode} (below), {@code accounts}, {@code orders} rows an
 * account, {@code heap}, {@code runs}, {@code dir} (target/bench). Prints text and writes {@code result-MODE.json} beside the
 * agency; only counts that are not equal make it fail.
 *
 * <p>Modes: {@code night}: readings, DuckDB's counts, the floor, the whole night, and where its time goes; {@code whole}:
 * the night alone; {@code start}: until the first account is begun; {@code accounts}: milliseconds an account beyond
 * start-up; {@code growth}: ten times the rows, ten times the accounts; {@code day}: one day of files more, with the cache.
 */
public final class NightBenchmark {

    private static final Pattern STARTED = Pattern.compile("^(\\S+Z) .*: account \\S+ started");
    private static final int TEN = 10;
    private static final int DAYS = 61;

    private final Path dir = Path.of(System.getProperty("dir", "target/bench"));
    private final int accounts = Integer.getInteger("accounts", 40);
    private final int orders = Integer.getInteger("orders", 25_000);
    private final int runs = Integer.getInteger("runs", 3);
    private final String heap = System.getProperty("heap", "512m");
    private final Map<String, Object> json = new LinkedHashMap<>();

    private NightBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        new NightBenchmark().run(System.getProperty("mode", "night"));
    }

    private void run(String mode) throws IOException, InterruptedException {
        print(
                "%s: %d accounts x %d order rows, -Xmx%s, Java %s, %d processors%n",
                mode,
                accounts,
                orders,
                heap,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        json.put("mode", mode);
        json.put("accounts", accounts);
        json.put("orders", orders);
        json.put("heap", heap);
        json.put("java", System.getProperty("java.version"));
        switch (mode) {
            case "night" -> sideBySide();
            case "whole" -> wholeNight();
            case "start" -> firstAccount();
            case "accounts" -> anAccount();
            case "growth" -> growth();
            case "day" -> oneDayMore();
            default ->
                throw new IllegalArgumentException(mode + " is none of night, whole, start, accounts, growth, day");
        }
        Path result = dir.resolve("result-" + mode + ".json");
        Files.writeString(
                result,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(json));
        print("%s%n", result);
    }

    private Path agency(int ofAccounts, int ofOrders) throws IOException {
        Path agency = dir.resolve(ofAccounts + "x" + ofOrders);
        if (!Files.exists(agency.resolve("jobs/agency.yaml"))) {
            new LargeAgency(ofAccounts, ofOrders, 1).write(agency);
        }
        return agency;
    }

    private static String job(Path agency) {
        return agency.resolve("jobs/agency.yaml").toString();
    }

    private Child.Run readings(Path agency, String... cache) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(job(agency)));
        arguments.addAll(List.of(cache));
        return new Child(agency)
                .run(List.of("-Xmx" + heap), Readings.class.getName(), arguments.toArray(String[]::new));
    }

    /** Nothing is known of nights before. */
    private Child.Run night(Path agency, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("-Xmx" + heap));
        all.addAll(List.of(options));
        return new Child(agency).run(all, "redflag.Redflag", "run", job(agency), "--again", "--read-anew");
    }

    private void sideBySide() throws IOException, InterruptedException {
        Path agency = agency(accounts, orders);
        Contender readings = new Contender("exports to readings");
        Contender duckDb = new Contender("DuckDB, counts alone");
        Contender floor = new Contender("floor, counts alone");
        Contender night = new Contender("whole night");
        for (int i = 0; i < runs; i++) {
            readings.add(readings(agency));
            duckDb.add(new Child(agency).run(List.of(), DuckDbCounts.class.getName(), job(agency)));
            floor.add(new Child(agency).run(List.of(), Floor.class.getName(), job(agency)));
            night.add(night(agency));
        }
        check(readings, duckDb);
        check(readings, floor);
        for (Contender one : List.of(readings, duckDb, floor, night)) {
            print("%s%n", one.text());
        }
        json.put(
                "contenders",
                Stream.of(readings, duckDb, floor, night).map(Contender::json).toList());
        ratio("readings / DuckDB", readings, duckDb);
        ratio("readings / floor", readings, floor);
        ratio("whole night / DuckDB", night, duckDb);
        Path recording = agency.resolve("night.jfr");
        night(agency, "-XX:StartFlightRecording:settings=profile,filename=" + recording);
        Map<String, Double> shares = WhereTimeGoes.of(recording);
        json.put("whereTimeGoes", shares);
        print("where the time of the night goes:%n");
        shares.forEach((part, share) -> print("  %-10s %5.1f %%%n", part, share * 100));
    }

    private static void check(Contender ours, Contender other) {
        if (!ours.out().equals(other.out())) {
            List<String> differ = new ArrayList<>(other.out());
            differ.removeAll(ours.out());
            throw new IllegalStateException(
                    "counts differ, such as " + differ.stream().limit(3).toList() + " of "
                            + ours.out().stream().limit(3).toList());
        }
    }

    private void ratio(String name, Contender one, Contender other) {
        double ratio = one.minimum() / other.minimum();
        double cpu = one.minimumCpu() / other.minimumCpu();
        json.put(name, Map.of("minima", ratio, "medians", one.median() / other.median(), "cpu", cpu));
        print(
                "%-22s %5.2f of minima, %5.2f of medians, %5.2f of cpu time%n",
                name, ratio, one.median() / other.median(), cpu);
    }

    private void wholeNight() throws IOException, InterruptedException {
        Path agency = agency(accounts, orders);
        print("%s%n", measured("whole night", agency).text());
    }

    private Contender measured(String name, Path agency) throws IOException, InterruptedException {
        Contender night = new Contender(name);
        for (int i = 0; i < runs; i++) {
            night.add(night(agency));
        }
        json.put(name, night.json());
        return night;
    }

    /** By the night's own log. */
    private void firstAccount() throws IOException, InterruptedException {
        Path agency = agency(accounts, orders);
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Instant start = Instant.now();
            night(agency);
            seconds.add(Duration.between(start, started(agency)).toMillis() / 1e3);
        }
        seconds.sort(null);
        json.put("secondsToTheFirstAccount", seconds);
        print("to the first account: min %.2f s, median %.2f s%n", seconds.get(0), seconds.get(seconds.size() / 2));
    }

    private static Instant started(Path agency) throws IOException {
        Path newest;
        try (Stream<Path> logs = Files.list(agency.resolve("logs"))) {
            newest = logs.max(java.util.Comparator.comparing(log -> log.toFile().lastModified()))
                    .orElseThrow();
        }
        for (String line : Files.readAllLines(newest)) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Instant.parse(started.group(1));
            }
        }
        throw new IllegalStateException("no account was started by " + newest);
    }

    private void anAccount() throws IOException, InterruptedException {
        Path all = agency(accounts, orders);
        Path one = agency(1, orders);
        Contender ofAll = measured("all accounts", all);
        Contender ofOne = measured("one account", one);
        double millis = 1e3 * (ofAll.minimum() - ofOne.minimum()) / (accounts - 1);
        double cpu = 1e3 * (ofAll.minimumCpu() - ofOne.minimumCpu()) / (accounts - 1);
        json.put("millisecondsAnAccount", millis);
        print("%s%n%s%n%.1f ms an account, %.1f ms of processor time%n", ofAll.text(), ofOne.text(), millis, cpu);
    }

    private void growth() throws IOException, InterruptedException {
        Path none = agency(1, 1);
        Path base = agency(accounts, orders);
        Path rows = agency(accounts, TEN * orders);
        Path more = agency(TEN * accounts, orders);
        Contender ofNone = measured("start-up", none);
        Contender ofBase = measured("base", base);
        Contender ofRows = measured("ten times the rows", rows);
        Contender ofMore = measured("ten times the accounts", more);
        for (Contender one : List.of(ofNone, ofBase, ofRows, ofMore)) {
            print("%s%n", one.text());
        }
        growth("rows", ofRows, ofBase, ofNone);
        growth("accounts", ofMore, ofBase, ofNone);
    }

    private void growth(String what, Contender large, Contender base, Contender none) {
        double ratio = (large.minimum() - none.minimum()) / (base.minimum() - none.minimum());
        double cpu = (large.minimumCpu() - none.minimumCpu()) / (base.minimumCpu() - none.minimumCpu());
        json.put("growth of " + what, Map.of("minima", ratio, "cpu", cpu));
        print("ten times the %s: %.2f times the time, %.2f times the processor time%n", what, ratio, cpu);
    }

    /** The files are those of {@value #DAYS} days; the newest day comes when the others are known. */
    private void oneDayMore() throws IOException, InterruptedException {
        Path agency = dir.resolve(accounts + "x" + orders + "-daily");
        if (!Files.exists(agency.resolve("jobs/agency.yaml"))) {
            new LargeAgency(accounts, orders, 1).write(agency);
            DailyFiles.split(agency.resolve("exports"), DAYS);
        }
        DailyFiles.age(agency.resolve("exports"));
        Path cache = agency.resolve("cache-of-readings");
        Path aside = agency.resolve("aside");
        Contender cold = new Contender("cold, " + DAYS + " days of files");
        Contender dayMore = new Contender("one day more, " + (DAYS - 1) + " known");
        for (int i = 0; i < runs; i++) {
            delete(cache);
            DailyFiles.moveNewest(agency.resolve("exports"), aside);
            readings(agency, cache.toString());
            DailyFiles.moveNewest(aside, agency.resolve("exports"));
            dayMore.add(readings(agency, cache.toString()));
            delete(cache);
            cold.add(readings(agency, cache.toString()));
            check(cold, dayMore);
        }
        print("%s%n%s%n", cold.text(), dayMore.text());
        json.put("contenders", List.of(cold.json(), dayMore.json()));
        ratio("one day more / cold", dayMore, cold);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
