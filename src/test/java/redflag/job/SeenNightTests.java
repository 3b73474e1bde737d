package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.job.TestAgency.Ran;
import redflag.signals.MetricsText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever operates the program sees of a night: while it runs, in its log, from outside. */
class SeenNightTests {

    private static final String MAIL = "mail: {transport: file, from: redflag@example.com, lead: lead@example.com}";

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    private List<String> log(String name) throws IOException {
        return Files.readAllLines(agency.logs().resolve(name));
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElseThrow();
    }

    @Test
    void theLogTellsTheNightFromItsPlanToTheLineThatTheTerminalEndsWith() throws Exception {
        agency.with(MAIL);

        Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out()).doesNotContain("\u001b", "\r\u001b");
        List<String> lines = log("test-2026-11-22-1.log");
        assertThat(lines)
                .allMatch(
                        line -> line.matches("[0-9-]{10}T[0-9:.]{12}Z (INFO |WARN ) \\[test-2026-11-22-1] night: .*"));
        String text = String.join("\n", lines);
        assertThat(text)
                .contains(
                        "night of 2026-11-22, job test, attempt 1: 10 of 10 accounts to work on",
                        "account hazel started",
                        "account hazel ended: 1 store, 3 files, 492 rows (7 rejected), ",
                        "WARN  [test-2026-11-22-1] night: rejected: 3 of 481 rows of hazel/all-orders.txt",
                        "quarantined, as the job expects: hazel/orders-with-defects.xlsx: ",
                        "mail to lead@example.com (handed over): ");
        assertThat(lines.get(lines.size() - 1))
                .endsWith(": All 13 stores are reported; exit 0")
                .endsWith(lastLine(night.out()));
    }

    @Test
    void eachAttemptHasALogOfItsOwnAndOneThatGoesOnGoesOnWithIt() throws Exception {
        Path inTheWay = agency.reports().resolve("birch-us");
        Files.createDirectories(agency.reports());
        Files.writeString(inTheWay, "a file where the folder of the report should be");
        Ran first = agency.run();
        assertThat(first.exitCode()).isEqualTo(1);
        List<String> failed = log("test-2026-11-22-1.log");
        assertThat(failed).anyMatch(line -> line.contains("ERROR [test-2026-11-22-1] night: account birch failed: "));
        assertThat(failed)
                .as("with its stack trace")
                .anyMatch(line -> line.startsWith("java.nio.file."))
                .last()
                .asString()
                .contains("WARN ")
                .endsWith(lastLine(first.out()));
        Files.delete(inTheWay);

        agency.run();
        agency.run("--again");
        agency.run("--store", "alder-us");

        assertThat(log("test-2026-11-22-1.log"))
                .startsWith(failed.toArray(String[]::new))
                .anyMatch(line -> line.endsWith("attempt 1: 1 of 10 accounts to work on"));
        assertThat(log("test-2026-11-22-2.log")).last().asString().endsWith("exit 0");
        assertThat(log("test-2026-11-22-only-some-stores-1.log"))
                .last()
                .asString()
                .endsWith("The one store is reported; exit 0");
    }

    @Test
    void aLogInJsonIsAnObjectALineWithTheNameOfTheRun() throws Exception {
        agency.with("log-format: json").with("logs: elsewhere");

        assertThat(agency.run().exitCode()).isZero();

        List<JsonNode> lines = Files.readAllLines(folder.resolve("elsewhere/test-2026-11-22-1.log")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).hasSizeGreaterThan(15).allSatisfy(line -> {
            assertThat(line.path("@timestamp").asString()).isNotEmpty();
            assertThat(line.path("log").path("level").asString()).isIn("INFO", "WARN");
            assertThat(line.path("message").asString()).isNotEmpty();
            assertThat(line.toString()).contains("test-2026-11-22-1");
        });
        assertThat(lines.get(lines.size() - 1).path("message").asString())
                .isEqualTo("All 13 stores are reported; exit 0");
    }

    @Test
    void aNightThatBreaksSaysSoInItsLogWhateverItCameTo() throws Exception {
        Files.createDirectories(agency.reports());
        Path inTheWay = Files.writeString(agency.reports().resolve("birch-us"), "a file in place of the folder");
        assertThat(agency.run().exitCode()).isEqualTo(1);
        Files.delete(inTheWay);
        try (Connection database = agency.open()) {
            database.createStatement().execute("UPDATE NIGHT SET PLAN = '[]'");
        }

        Ran broken = agency.run();

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(lastLine(broken.err()))
                .startsWith("redflag: another version of Redflag planned this night")
                .endsWith("; exit 1");
        assertThat(log("test-2026-11-22-1.log")).last().asString().endsWith(lastLine(broken.err()));

        Files.createDirectories(folder.resolve("broken/redflag.mv.db"));
        Ran unopened = agency.with("database: broken").run();

        assertThat(unopened.exitCode()).isEqualTo(1);
        assertThat(lastLine(unopened.err())).contains("can't open the database").endsWith("; exit 1");
        assertThat(log("test-2026-11-22-not-begun.log"))
                .last()
                .asString()
                .contains("[test-2026-11-22-not-begun]")
                .endsWith(lastLine(unopened.err()));
    }

    @Test
    void aLogThatCannotBeKeptIsWarnedOf() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file");

        Ran night = agency.with("logs: taken/logs").run();

        assertThat(night.exitCode()).isZero();
        assertThat(night.err()).startsWith("redflag: no log is kept: can't write to " + folder.resolve("taken/logs"));
        assertThat(agency.with("logs: taken").run().exitCode()).isEqualTo(2);
    }

    @Test
    void quietPrintsWhatIsWrongAndTheLastLine() throws Exception {
        agency.with(MAIL).with("expected-broken: [hazel/orders-with-defects.xlsx]");

        Ran sound = agency.run("--quiet");

        assertThat(sound.exitCode()).isZero();
        assertThat(sound.err()).isEmpty();
        assertThat(sound.out())
                .isEqualToNormalizingNewlines("Warning: performance-summary.xlsx: 1 row names the store \"oak-us\","
                        + " which stores.csv does not have.\nAll 13 stores are reported; exit 0\n");

        Ran surprised = agency.with("expected-broken: []").run("--again", "--quiet");

        assertThat(surprised.exitCode()).isEqualTo(1);
        assertThat(surprised.out())
                .startsWith("Quarantined: hazel/orders-with-defects.xlsx: ")
                .hasLineCount(3);
        assertThat(agency.run("--quiet", "--verbose").exitCode())
                .as("both at once")
                .isEqualTo(2);
    }

    @Test
    void verbosePrintsALineAnAccountAndWhoGotNoMail() throws Exception {
        agency.with(MAIL.replace("}", ", send: {tell: changes}}"));
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();

        Ran night = agency.run("--verbose");

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out().lines().filter(line -> line.startsWith("Account ")))
                .hasSize(10);
        assertThat(night.out())
                .contains("Account hazel: 1 store, 3 files, 492 rows (7 rejected), ")
                .containsPattern("No mail to [a-z.]+@example\\.com \\(not sent\\): nothing changed");
    }

    @Test
    void messagesThatAreSentOnPurposeAreInTheLogOfTheirNight() throws Exception {
        agency.with(MAIL).run();
        int before = log("test-2026-11-22-1.log").size();

        Ran resent = TestAgency.command(
                TestAgency.MORNING_AFTER, "resend", "--job", agency.job().toString(), "--to", "lead@example.com");

        assertThat(resent.exitCode()).as(resent.err()).isZero();
        List<String> lines = log("test-2026-11-22-1.log");
        assertThat(lines.subList(before, lines.size()))
                .singleElement()
                .asString()
                .contains("INFO  [test-2026-11-22-1] night: mail to lead@example.com (handed over): ");
    }

    @Test
    void theFiguresAndThePingsTellHowItWentAndNoneOfThemCanFailIt() throws Exception {
        List<String> calls = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(exchange.getRequestURI().toString().endsWith("/7") ? 500 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            agency.with(MAIL)
                    .with("metrics-file: metrics/redflag.prom")
                    .with("ping: {start: '" + url + "/start', success: '" + url + "/{exit}', failure: '" + url
                            + "/{exit}'}");

            assertThat(agency.run().exitCode()).isZero();

            assertThat(calls).containsExactly("/start", "/0");
            Map<String, Double> first = figures();
            assertThat(first)
                    .containsEntry("redflag_night_exit_code{redflag_job=\"test\"}", 0.0)
                    .containsEntry("redflag_night_accounts{outcome=\"reported\",redflag_job=\"test\"}", 10.0)
                    .containsEntry("redflag_night_rows{outcome=\"rejected\",redflag_job=\"test\"}", 8.0)
                    .containsEntry("redflag_night_mails{redflag_job=\"test\",state=\"handed_over\"}", 7.0)
                    .containsEntry("redflag_night_last_success_timestamp_seconds{redflag_job=\"test\"}", (double)
                            TestAgency.MORNING_AFTER.instant().getEpochSecond());

            assertThat(agency.run().exitCode()).as("done already").isEqualTo(3);
            assertThat(agency.run("--store", "alder-us").exitCode()).isZero();
            assertThat(calls)
                    .as("of whole nights only, and of those that are run")
                    .hasSize(2);
            assertThat(figures()).isEqualTo(first);

            assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isZero();
            assertThat(calls).as("a night of the past is no news").hasSize(2);
            assertThat(figures()).isEqualTo(first);

            agency.with("database: broken");
            Files.createDirectories(folder.resolve("broken/redflag.mv.db"));
            assertThat(agency.run().exitCode()).isEqualTo(1);
            assertThat(calls).containsExactly("/start", "/0", "/1");
            assertThat(figures())
                    .containsEntry("redflag_night_exit_code{redflag_job=\"test\"}", 1.0)
                    .containsEntry("redflag_night_last_success_timestamp_seconds{redflag_job=\"test\"}", (double)
                            TestAgency.MORNING_AFTER.instant().getEpochSecond());

            agency.with("database: data")
                    .with("metrics-file: metrics/redflag.prom/beneath")
                    .with("ping: {start: '" + url + "/7', success: 'http://127.0.0.1:1/x'}");
            Ran warned = agency.run("--again");
            assertThat(warned.exitCode()).isZero();
            assertThat(warned.err())
                    .contains("redflag: the ping of start to 127.0.0.1 failed: it answered 500")
                    .contains("redflag: the figures can't be written to ")
                    .contains("redflag: the ping of success to 127.0.0.1 failed: ");
            assertThat(log("test-2026-11-22-2.log"))
                    .anyMatch(line -> line.contains("WARN ") && line.contains("the ping of"));
        } finally {
            server.stop(0);
        }
    }

    private Map<String, Double> figures() throws IOException {
        return MetricsText.read(Files.readString(folder.resolve("metrics/redflag.prom")));
    }

    @Test
    void settingsThatCannotBeAreSaidByLine() throws Exception {
        agency.with("ping: {start: hc-ping.com/x, end: 'https://a'}")
                .with("log-format: xml")
                .with("keep-nights: 0")
                .with("metrics-file: inbox");

        Ran ran = agency.run();

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .contains("job.yaml:8: 'start' must be an address such as https://hc-ping.com/UUID/start")
                .contains("'end' is not known here")
                .contains("'log-format: xml'")
                .contains("keep-nights")
                .contains(" is a folder");
    }
}
