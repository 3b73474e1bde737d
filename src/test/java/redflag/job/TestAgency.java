package redflag.job;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import redflag.FileTimes;
import redflag.cli.RedflagCommand;
import redflag.sample.LargeAgency;
import redflag.sample.SampleAgency;

/** The sample agency in a folder of a test's own, with a job that a test may change, and ways to look at what came. */
final class TestAgency {

    static final Clock MORNING_AFTER = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    private final Path folder;
    private final List<String> settings = new ArrayList<>();
    private Database database;

    private TestAgency(Path folder) {
        this.folder = folder;
        this.database = new H2Database(folder.resolve("data"));
    }

    static TestAgency in(Path folder) throws IOException {
        SampleAgency.write(folder.resolve("inbox"));
        FileTimes.set(folder.resolve("inbox"), MORNING_AFTER.instant().minusSeconds(3_600));
        return new TestAgency(folder)
                .with("database: data")
                .with("expected-broken: [hazel/orders-with-defects.xlsx]")
                .with("as-of: 2026-11-22");
    }

    /** Of these accounts alone, which have their exports in folders of their own. */
    TestAgency of(String... accounts) throws IOException {
        Path stores = folder.resolve("inbox/stores.csv");
        List<String> rows = Files.readAllLines(stores);
        List<String> kept = rows.stream()
                .filter(row -> row.equals(rows.get(0)) || List.of(accounts).contains(row.split(",")[0]))
                .toList();
        Files.write(stores, kept);
        try (Stream<Path> exports = Files.list(exports())) {
            for (Path export : exports.toList()) {
                if (!List.of(accounts).contains(export.getFileName().toString())) {
                    FileSystemUtils.deleteRecursively(export);
                }
            }
        }
        return with("expected-broken: []");
    }

    /** A made-up one of many accounts. */
    static TestAgency large(Path folder, int accounts, int orders) throws IOException {
        new LargeAgency(accounts, orders, 1).write(folder.resolve("inbox"));
        FileTimes.set(folder.resolve("inbox"), MORNING_AFTER.instant().minusSeconds(3_600));
        return new TestAgency(folder).with("database: data").with("as-of: 2026-11-22");
    }

    TestAgency with(String setting) throws IOException {
        String key = setting.substring(0, setting.indexOf(':') + 1);
        settings.removeIf(earlier -> earlier.startsWith(key));
        settings.add(setting);
        Files.writeString(
                job(),
                "name: test\nstores: inbox/stores.csv\nexports: inbox/exports\nreports: reports\n"
                        + String.join("\n", settings) + "\n");
        return this;
    }

    /** Keeps its nights in PostgreSQL; {@code variable} holds the password. */
    TestAgency keptIn(String url, String user, String variable) throws IOException {
        database = new PostgreSqlDatabase(url, user, Optional.of(System.getenv(variable)));
        return with("database: {url: \"" + url + "\", user: " + user + ", password-env: " + variable + "}");
    }

    Path job() {
        return folder.resolve("job.yaml");
    }

    Path exports() {
        return folder.resolve("inbox/exports");
    }

    Path reports() {
        return folder.resolve("reports/2026-11-22");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path database() {
        return folder.resolve("data");
    }

    /** What a command printed, and its exit code. */
    record Ran(int exitCode, String out, String err) {}

    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("run", job().toString()));
        all.addAll(List.of(arguments));
        return command(MORNING_AFTER, all.toArray(String[]::new));
    }

    /** Any command, at a moment. */
    static Ran command(Clock clock, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = RedflagCommand.commandLine(clock);
        commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commands.execute(arguments);
        return new Ran(exitCode, out.toString(), err.toString());
    }

    /** In a process of its own, which a fail point may end. */
    Ran runAsProcess(String failPoint, String... arguments) throws IOException, InterruptedException {
        Started night = start("process", failPoint, arguments);
        if (!night.process().waitFor(120, TimeUnit.SECONDS)) {
            night.process().destroyForcibly();
            throw new IllegalStateException("the night does not end");
        }
        return new Ran(night.process().exitValue(), night.out(), "");
    }

    /** In a process of its own that can make no file larger than so many KiB, as on a disk that is full. */
    Ran runWithFilesUpTo(int kib) throws IOException, InterruptedException {
        Path out = folder.resolve("limited.out");
        Process process = new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -f " + kib + " && exec \"$@\"",
                        "limited",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "redflag.job.NightProcess",
                        "run",
                        job().toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the night does not end");
        }
        return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), "");
    }

    /** A process, and where it prints to. */
    record Started(Process process, Path file) {
        String out() throws IOException {
            return Files.readString(file, StandardCharsets.UTF_8);
        }
    }

    /** {@code run} in a process of its own, at the moment that tests take for now. */
    Started start(String name, String failPoint, String... further) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run", job().toString()));
        arguments.addAll(List.of(further));
        return start(name, failPoint, "redflag.job.NightProcess", arguments);
    }

    /** Any command in a process of its own, by the machine's clock; the name is that of the file it prints to. */
    Started start(String name, String failPoint, List<String> arguments) throws IOException {
        return start(name, failPoint, "redflag.Redflag", arguments);
    }

    private Started start(String name, String failPoint, String main, List<String> arguments) throws IOException {
        Path out = folder.resolve(name + ".out");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dredflag.fail-point=" + failPoint,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        return new Started(process, out);
    }

    /** Every file of the night by path, with its bytes; without run.json, whose times differ. */
    Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(reports())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("run.json")) {
                    files.put(reports().relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    /** The exports of an account. */
    List<Path> filesOf(String account) throws IOException {
        try (Stream<Path> walk = Files.walk(exports().resolve(account))) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    /** How often the steps of accounts were run, by account. */
    Map<String, Integer> timesWorkedOn() throws SQLException {
        Map<String, Integer> times = new TreeMap<>();
        try (Connection database = open();
                ResultSet rows = database.createStatement()
                        .executeQuery("SELECT STEP_NAME, COUNT(*) FROM BATCH_STEP_EXECUTION"
                                + " WHERE STEP_NAME LIKE 'account:%' AND START_TIME IS NOT NULL GROUP BY STEP_NAME")) {
            while (rows.next()) {
                times.put(rows.getString(1).substring("account:".length()), rows.getInt(2));
            }
        }
        return times;
    }

    /** The accounts whose outcome is stored. */
    List<String> accountsDone() throws SQLException {
        List<String> done = new ArrayList<>();
        try (Connection database = open();
                ResultSet rows = database.createStatement()
                        .executeQuery("SELECT ACCOUNT FROM ACCOUNT_OUTCOME ORDER BY ACCOUNT")) {
            while (rows.next()) {
                done.add(rows.getString(1));
            }
        }
        return done;
    }

    /** What Spring Batch keeps of the newest run. */
    String statusOfTheNight() throws SQLException {
        try (Connection database = open();
                ResultSet rows = database.createStatement()
                        .executeQuery("SELECT STATUS FROM BATCH_JOB_EXECUTION ORDER BY JOB_EXECUTION_ID DESC")) {
            rows.next();
            return rows.getString(1);
        }
    }

    Connection open() throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /** Every row of a table from a night on. */
    Set<String> rows(String table, String from) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Connection connection = open();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT * FROM " + table + " WHERE AS_OF >= DATE '" + from + "'")) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    row.append(found.getString(i)).append('|');
                }
                if (!rows.add(row.toString())) {
                    throw new AssertionError("twice: " + row);
                }
            }
        }
        return rows;
    }
}
