package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of nights that were run, by the commands that only look. */
class StatusAndHistoryTests {

    private static final Clock NEXT_DAY = at("2026-11-24T12:00:00Z");

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder).with("zone: America/Los_Angeles").with("schedule: \"0 0 4 * * *\"");
    }

    private static Clock at(String moment) {
        return Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }

    private TestAgency.Ran status(Clock clock, String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "status";
        arguments[1] = agency.job().toString();
        System.arraycopy(further, 0, arguments, 2, further.length);
        return TestAgency.command(clock, arguments);
    }

    private TestAgency.Ran history(String... further) {
        String[] arguments = new String[further.length + 3];
        arguments[0] = "history";
        arguments[1] = "--job";
        arguments[2] = agency.job().toString();
        System.arraycopy(further, 0, arguments, 3, further.length);
        return TestAgency.command(NEXT_DAY, arguments);
    }

    private static JsonNode json(TestAgency.Ran ran) {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        return JsonMapper.shared().readTree(ran.out());
    }

    /** A row with a bar between its cells; how many rows the sample has is no matter of these tests. */
    private static String cells(String line) {
        return line.replaceAll(" {2,}", " | ").replaceAll("\\| \\d,\\d{3} \\|", "| N |");
    }

    @Test
    void statusTellsHowTheLastNightWentWhatIsOldAndWhenTheNextOneStarts() throws Exception {
        Files.writeString(agency.exports().resolve("alder/notes.txt"), "remember the milk\n");
        Files.createDirectories(agency.reports());
        Files.writeString(agency.reports().resolve("birch-us"), "a file where the folder of the report should be");
        assertThat(agency.run().exitCode()).isEqualTo(1);

        TestAgency.Ran status = status(TestAgency.MORNING_AFTER);

        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.out())
                .startsWith("test (" + agency.job() + ")\n")
                .contains(
                        "  Last night   2026-11-22, attempt 1: started 2026-11-23 04:00 America/Los_Angeles, took 0 s;")
                .contains("  Stores       12: 1 deactivated, 5 off target, 2 watch, 1 unknown, 3 healthy\n")
                .contains("  Failed       birch: ")
                .contains("  Quarantined  alder/notes.txt: its columns are of no export that Redflag knows")
                .contains("  Old exports  elder-de: Performance summary of 2026-11-15 (stale)\n")
                .contains("               elder-uk: Performance summary of 2026-11-15 (stale)\n")
                .endsWith("  Next start   2026-11-24 04:00 America/Los_Angeles, in 1 d 0 h\n\n")
                .doesNotContain("hazel/orders-with-defects", "Missed");
        JsonNode night =
                json(status(TestAgency.MORNING_AFTER, "--json")).path(0).path("lastNight");
        assertThat(night.path("outcome").asString()).isEqualTo("ENDED");
        assertThat(night.path("exitCode").asInt()).isEqualTo(1);
        assertThat(night.path("accountsReported").asInt()).isEqualTo(9);
        assertThat(night.path("failed").path("birch").asString()).isNotBlank();
        assertThat(night.path("oldExports").findValuesAsString("level")).containsOnly("STALE");
    }

    @Test
    void aStartThatDidNotComeIsMissed() throws Exception {
        agency.with("as-of: yesterday");
        assertThat(agency.run().exitCode()).isZero();

        assertThat(status(at("2026-11-24T12:09:00Z")).out()).doesNotContain("Missed");
        assertThat(status(at("2026-11-24T12:11:00Z")).out())
                .contains("  Missed       2026-11-24 04:00 America/Los_Angeles: its night was not run\n");
        assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isZero();
        assertThat(status(at("2026-11-24T12:11:00Z")).out())
                .as("a night of the past is not the one that was missed")
                .contains("  Missed       2026-11-24 04:00");
        assertThat(json(status(at("2026-11-26T00:00:00Z"), "--json"))
                        .path(0)
                        .path("missedStart")
                        .asString())
                .isEqualTo("2026-11-24T12:00:00Z");
        assertThat(agency.run("--as-of", "2026-11-23").exitCode()).isZero();
        assertThat(status(at("2026-11-24T12:11:00Z")).out())
                .as("somebody has run it by hand")
                .doesNotContain("Missed");
    }

    @Test
    void aNightThatWasKilledIsNotFinishedAndTheOneBeforeItStillTells() throws Exception {
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(agency.runAsProcess("FILES_MOVED:3").exitCode()).isEqualTo(137);

        TestAgency.Ran status = status(NEXT_DAY);

        assertThat(status.exitCode()).as(status.err()).isZero();
        assertThat(status.out().replaceAll("\\s+", " "))
                .containsPattern(
                        "Last night 2026-11-22, attempt 1: started [^,]*, not finished, \\d accounts? done: it is at"
                                + " work, or was ended from outside and the same run goes on with it Before it 2026-11-21,"
                                + " attempt 1: started 2026-11-23 04:00 America/Los_Angeles, took 0 s; exit 0 Stores 13: ");
        assertThat(history().out()).containsPattern("2026-11-22 +1 .* done +- +- +not finished\n");
        assertThat(json(history("--json")).path(0).path("outcome").asString()).isEqualTo("NOT_FINISHED");

        assertThat(agency.run().exitCode()).isZero();
        assertThat(history("--last", "1").out()).containsPattern("2026-11-22 +1 .* 10 of 10 +[0-9,]+ +8 +exit 0\n");
    }

    @Test
    void historyListsNightsTheNewestFirstAndRunsOfSomeStoresBehindThem() {
        agency.run("--as-of", "2026-11-21");
        agency.run();
        agency.run("--again");
        agency.run("--store", "birch-us");

        TestAgency.Ran all = history();

        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.out().lines().map(StatusAndHistoryTests::cells))
                .containsExactly(
                        "Nights of job test, times in America/Los_Angeles",
                        "AS OF | ATTEMPT | STARTED | TOOK | ACCOUNTS | ROWS | REJECTED | OUTCOME",
                        "2026-11-22 | 2 | 2026-11-23 04:00 | 0 s | 10 of 10 | N | 8 | exit 0",
                        "2026-11-22 | 1 | 2026-11-23 04:00 | 0 s | 10 of 10 | N | 8 | exit 0",
                        "2026-11-22 | 1 | 2026-11-23 04:00 | 0 s | 1 of 1 | N | 1 | exit 0, only birch-us",
                        "2026-11-21 | 1 | 2026-11-23 04:00 | 0 s | 10 of 10 | N | 8 | exit 0");
        assertThat(history("--last", "2").out().lines()).hasSize(4);
    }

    @Test
    void aStoreHasALineAMetricThatAmazonActsOn() {
        agency.run("--as-of", "2026-11-21");
        agency.run();

        TestAgency.Ran store = history("--store", "birch-us");

        assertThat(store.exitCode()).as(store.err()).isZero();
        assertThat(store.out())
                .startsWith("birch-us, job test: 2 nights, 2026-11-21 to 2026-11-22\n")
                .containsPattern(
                        "Order defect rate, seller-fulfilled +1\\.48 % \\(12 of 812\\) +under 1 % +Off target +"
                                + "(█▁|81)\n")
                .containsPattern("Account Health Rating +512 +at least 200 +On target +\\S\\S\n")
                .doesNotContain("Refund rate", "policy");
        JsonNode metrics = json(history("--store", "birch-us", "--json", "--last", "1"));
        assertThat(metrics.findValuesAsString("metric"))
                .contains("orderDefectRate")
                .doesNotContain("refundRate");
        assertThat(metrics.findValues("nights"))
                .allSatisfy(nights -> assertThat(nights).hasSize(1));
    }

    @Test
    void aDatabaseThatARunHoldsIsLeftAloneAndTheRunIsNamed() throws Exception {
        agency.run();
        try (Closeable lock = new H2Database(agency.database())
                .lock("job test, night of 2026-11-22, process 4711")
                .orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran history = history();

            assertThat(history.exitCode()).isEqualTo(4);
            assertThat(history.err())
                    .isEqualToNormalizingNewlines("redflag: another run holds " + agency.database()
                            + " (job test, night of 2026-11-22, process 4711); exit 4\n");
            TestAgency.Ran status = status(NEXT_DAY);
            assertThat(status.exitCode()).isEqualTo(4);
            assertThat(status.out().replaceAll("\\s+", " "))
                    .contains(
                            "Not known another run holds ",
                            "(job test, night of 2026-11-22, process 4711)",
                            "Next start");
        }
        assertThat(history().exitCode()).isZero();
    }

    @Test
    void aLookMakesNothing() {
        assertThat(status(NEXT_DAY).out()).contains("Last night   none yet");
        assertThat(history().out()).isEqualToNormalizingNewlines("No night of job test yet\n");
        assertThat(history("--store", "birch-us").out())
                .isEqualToNormalizingNewlines("No night of job test has read store birch-us yet\n");
        assertThat(json(history("--json"))).isEmpty();
        assertThat(agency.database()).doesNotExist();
    }

    @Test
    void wrongArgumentsSayWhatIsRight() throws Exception {
        assertThat(history("--last", "0").err()).contains("--last takes 1 to 100000");
        assertThat(history("--store", "birch-us", "--last", "63").err()).contains("--last takes 1 to 62 with --store");
        TestAgency.Ran unknown = history("--store", "oak-us");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).isEqualToNormalizingNewlines("redflag: the job has no store oak-us\n");
        agency.with("paralel: 2");
        TestAgency.Ran broken = status(NEXT_DAY);
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.out().replaceAll("\\s+", " "))
                .contains("Broken " + agency.job() + ":10: 'paralel' is not known");
    }

    /** A night of each kind, written as version 3 wrote it. */
    @Test
    void aDatabaseOfTheVersionBeforeIsTakenOverWithItsNights() throws Exception {
        Files.createDirectories(agency.database());
        String address = "jdbc:h2:file:" + agency.database().resolve("redflag");
        Flyway.configure()
                .dataSource(address, "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .target("3")
                .load()
                .migrate();
        try (Connection database = DriverManager.getConnection(address, "sa", "")) {
            for (String values :
                    new String[] {"'2026-11-20', 1, ''", "'2026-11-20', 1, 'birch-us'", "'2026-11-21', 1, ''"}) {
                database.createStatement()
                        .execute(
                                "INSERT INTO NIGHT (JOB, AS_OF, ATTEMPT, SCOPE, STARTED_AT, PLAN) VALUES ('test', DATE "
                                        + values + ", TIMESTAMP WITH TIME ZONE '2026-11-22 12:00:00+00:00', '{}')");
            }
            database.createStatement()
                    .execute("INSERT INTO ACCOUNT_OUTCOME (JOB, AS_OF, ATTEMPT, SCOPE, ACCOUNT, VERSION, OUTCOME)"
                            + " VALUES ('test', DATE '2026-11-21', 1, '', 'birch', 5, '{}')");
            database.createStatement()
                    .execute("INSERT INTO READING (JOB, STORE, AS_OF, METRIC, FULFILMENT, CATEGORY, STATUS, BASIS,"
                            + " PRECISION_OF_COUNT, AFFECTED, TOTAL, KNOWN_ON) VALUES ('test', 'birch-us',"
                            + " DATE '2026-11-21', 'ORDER_DEFECT_RATE', 'MFN', '', 'WATCH', 'COMPUTED', 'EXACT', 7, 800,"
                            + " DATE '2026-11-21')");
            database.createStatement()
                    .execute("INSERT INTO SNAPSHOT (JOB, STORE, AS_OF, VERSION, CONTENT)"
                            + " VALUES ('test', 'birch-us', DATE '2026-11-21', 1, '{}')");
        }
        TestAgency.Ran before = history();
        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.err())
                .isEqualToNormalizingNewlines("redflag: the tables of " + agency.database()
                        + " are of an earlier version of Redflag (3, needed are 5); the next night brings them up to date"
                        + " and keeps what is in them; exit 1\n");

        assertThat(agency.run().exitCode()).isZero();

        assertThat(history().out().lines().skip(2).map(StatusAndHistoryTests::cells))
                .containsExactly(
                        "2026-11-22 | 1 | 2026-11-23 04:00 | 0 s | 10 of 10 | N | 8 | exit 0",
                        "2026-11-21 | 1 | 2026-11-22 04:00 | - | 1 done | - | - | not kept by that version",
                        "2026-11-20 | 1 | 2026-11-22 04:00 | - | 0 done | - | - | not kept by that version",
                        "2026-11-20 | 1 | 2026-11-22 04:00 | - | 0 done | - | - | not kept by that version, only birch-us");
        assertThat(history("--store", "birch-us").out())
                .containsPattern("Order defect rate, seller-fulfilled +1\\.48 % \\(12 of 812\\) .* (▁█|18)\n");
    }
}
