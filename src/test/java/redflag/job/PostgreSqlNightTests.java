package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nights in PostgreSQL, and what comes after them: each test leaves the rows of the two as they are. */
class PostgreSqlNightTests {

    private static final String USER = "redflag";

    /** A variable that every machine has; what it holds is the password. */
    private static final String VARIABLE = "PATH";

    private static final String EVENING = "2026-11-21";
    private static final String NIGHT = "2026-11-22";

    @TempDir
    private static Path folder;

    @TempDir
    private Path other;

    private static EmbeddedPostgres server;
    private static TestAgency agency;

    @BeforeAll
    static void twoNights() throws Exception {
        server = EmbeddedPostgres.start();
        sql("CREATE ROLE redflag LOGIN PASSWORD '" + System.getenv(VARIABLE).replace("'", "''") + "'");
        sql("CREATE DATABASE redflag OWNER redflag");
        askForPasswords();
        agency = TestAgency.in(folder).keptIn(url(), USER, VARIABLE);
        night(agency, EVENING);
        night(agency, NIGHT);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/redflag";
    }

    private static String sql(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /** The server trusts everybody else. */
    private static void askForPasswords() throws Exception {
        Path file = Path.of(sql("SHOW hba_file"));
        Files.writeString(file, "host all redflag all scram-sha-256\n" + Files.readString(file));
        sql("SELECT pg_reload_conf()");
    }

    private static void night(TestAgency agency, String day, String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "--as-of";
        arguments[1] = day;
        System.arraycopy(further, 0, arguments, 2, further.length);
        TestAgency.Ran ran = agency.run(arguments);
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
    }

    private static PostgreSqlDatabase database(String url) {
        return new PostgreSqlDatabase(url, USER, Optional.of(System.getenv(VARIABLE)));
    }

    @Test
    void theFilesAndTheHistoryAreThoseOfH2() throws Exception {
        TestAgency embedded = TestAgency.in(other);
        night(embedded, EVENING);
        night(embedded, NIGHT);

        Map<String, byte[]> expected = embedded.files();
        Map<String, byte[]> found = agency.files();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
        for (String table : Set.of("READING", "SNAPSHOT")) {
            assertThat(agency.rows(table, EVENING)).isEqualTo(embedded.rows(table, EVENING));
        }
    }

    @Test
    void aNightIsDoneOnceAndAgainReplacesItsRows() throws Exception {
        Set<String> readings = agency.rows("READING", EVENING);
        Set<String> snapshots = agency.rows("SNAPSHOT", EVENING);

        assertThat(agency.run("--as-of", NIGHT).exitCode()).isEqualTo(3);
        night(agency, NIGHT, "--again");

        assertThat(agency.rows("READING", EVENING)).isEqualTo(readings);
        assertThat(agency.rows("SNAPSHOT", EVENING)).isEqualTo(snapshots).hasSize(26);
    }

    @Test
    void aBackfilledNightDisturbsNoLaterOne() throws Exception {
        Set<String> readings = agency.rows("READING", EVENING);
        Set<String> snapshots = agency.rows("SNAPSHOT", EVENING);

        night(agency, "2026-11-20");

        assertThat(agency.rows("READING", EVENING)).isEqualTo(readings);
        assertThat(agency.rows("SNAPSHOT", EVENING)).isEqualTo(snapshots);
        assertThat(agency.rows("SNAPSHOT", "2026-11-20")).hasSize(39);
    }

    @Test
    void whoHoldsTheDatabaseIsToldToTheSecond() throws Exception {
        Optional<HeldLock> held = database(url()).lock("job o'other, process 4711");
        try (Closeable lock = held.orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran second = agency.run();

            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err())
                    .isEqualToNormalizingNewlines("redflag: another run holds " + url()
                            + " (job o'other, process 4711, from 127.0.0.1); exit 4\n");
        }
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    @Test
    void whatHasRunIsKnownBesideARun() throws Exception {
        try (Closeable lock = database(url()).lock("job test, process 4711").orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran plan = TestAgency.command(
                    TestAgency.MORNING_AFTER,
                    "backfill",
                    agency.job().toString(),
                    "--from",
                    EVENING,
                    "--to",
                    EVENING,
                    "--plan");
            assertThat(plan.exitCode()).as(plan.err()).isZero();
            assertThat(plan.out()).contains("  2026-11-21  pass over: done (attempt 1, exit 0)\n");

            TestAgency.Ran retry = TestAgency.command(
                    TestAgency.MORNING_AFTER, "retry", "--job", agency.job().toString());
            assertThat(retry.exitCode()).isEqualTo(4);
        }
        assertThat(TestAgency.command(
                                TestAgency.MORNING_AFTER,
                                "retry",
                                "--job",
                                agency.job().toString())
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void statusAndHistoryAreToldBesideARun() throws Exception {
        try (Closeable lock = database(url()).lock("job test, process 4711").orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran status = TestAgency.command(
                    TestAgency.MORNING_AFTER, "status", agency.job().toString());
            assertThat(status.exitCode()).as(status.err()).isZero();
            assertThat(status.out()).contains("Last night   2026-11-22, attempt ", "; exit 0", "Stores       13: ");

            TestAgency.Ran history = TestAgency.command(
                    TestAgency.MORNING_AFTER, "history", "--job", agency.job().toString(), "--store", "birch-us");
            assertThat(history.exitCode()).as(history.err()).isZero();
            assertThat(history.out()).contains("2026-11-22\n", "Order defect rate, seller-fulfilled ", "12 of 812");
        }
    }

    @Test
    void theDoctorConnectsAndSaysWhyItCannot() throws Exception {
        TestAgency.Ran sound = TestAgency.command(
                TestAgency.MORNING_AFTER, "doctor", agency.job().toString());
        assertThat(sound.exitCode()).as(sound.out()).isZero();
        assertThat(sound.out().replaceAll("\\s+", " "))
                .contains("ok the database " + url() + " opens; its tables are of");

        Path wrong = TestAgency.in(other).keptIn(url(), USER, "HOME").job();
        TestAgency.Ran refused = TestAgency.command(TestAgency.MORNING_AFTER, "doctor", wrong.toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out().replaceAll("\\s+", " "))
                .contains("FAIL can't open the database " + url()
                        + " as user redflag: FATAL: password authentication failed");
    }

    @Test
    void aSchemaWithoutOurTablesHasNoNights() throws Exception {
        try (Connection connection = agency.open()) {
            connection.createStatement().execute("CREATE SCHEMA bare");
        }
        TestAgency bare = TestAgency.in(other).keptIn(url() + "?currentSchema=bare", USER, VARIABLE);

        TestAgency.Ran history = TestAgency.command(
                TestAgency.MORNING_AFTER, "history", "--job", bare.job().toString());

        assertThat(history.exitCode()).as(history.err()).isZero();
        assertThat(history.out()).isEqualToNormalizingNewlines("No night of job test yet\n");
        assertThat(sql("SELECT COUNT(*) FROM pg_tables WHERE schemaname = 'bare'"))
                .isEqualTo("0");
    }

    @Test
    void theLockIsOfASchemaAndDiesWithItsSession() throws Exception {
        PostgreSqlDatabase database = database(url());
        try (Connection connection = agency.open()) {
            connection.createStatement().execute("CREATE SCHEMA another");
        }
        Closeable lost = database.lock("lost").orElseThrow();
        try (Closeable another =
                database(url() + "?currentSchema=another").lock("another").orElseThrow()) {
            assertThat(another).isNotNull();
            assertThat(database.lock("late")).isEmpty();
            assertThat(database.holder()).isEqualTo("lost, from 127.0.0.1");
        }

        sql("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE query = 'SELECT ''lost'''");

        try (Closeable next = database.lock("next").orElseThrow()) {
            assertThat(next).isNotNull();
            lost.close();
            assertThat(database.holder()).isEqualTo("next, from 127.0.0.1");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamedOnOneLine() throws Exception {
        String nobody = "jdbc:postgresql://localhost:1/redflag";
        TestAgency.Ran refused =
                TestAgency.in(other).keptIn(nobody, USER, VARIABLE).run();

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("redflag: can't open the database " + nobody + " as user redflag: ")
                .hasLineCount(1);

        TestAgency.Ran wrong = TestAgency.in(other).keptIn(url(), USER, "HOME").run();

        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.err())
                .isEqualToNormalizingNewlines("redflag: can't open the database " + url() + " as user redflag: "
                        + "FATAL: password authentication failed for user \"redflag\"; exit 1\n");
    }
}
