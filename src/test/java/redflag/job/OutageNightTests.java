package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights whose disk is full, whose folder is none or whose database is lost: what they say, leave, and end with. */
class OutageNightTests {

    @TempDir
    private static Path sound;

    private static Map<String, byte[]> expected;

    @TempDir
    private Path folder;

    @BeforeAll
    static void anUndisturbedNight() throws Exception {
        TestAgency agency = TestAgency.in(sound);
        agency.run();
        expected = agency.files();
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((first, second) -> second).orElseThrow();
    }

    /** What there is of stores is what an undisturbed night makes of them. */
    private static void assertNothingIsHalfWritten(TestAgency agency) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(agency.files());
        files.keySet().removeIf(name -> !name.contains("/"));
        assertThat(files).isNotEmpty();
        files.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
    }

    private void assertTheSameCommandBringsItToItsEnd(TestAgency agency) throws IOException {
        TestAgency.Ran rerun = agency.run();
        assertThat(rerun.exitCode()).as(rerun.err() + rerun.out()).isZero();
        assertThat(agency.files().keySet()).isEqualTo(expected.keySet());
        agency.files().forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
        assertThat(folder.resolve("reports/.staging")).doesNotExist();
    }

    @Test
    void aDiskThatIsFullForTheDatabaseBreaksTheNight() throws Exception {
        TestAgency agency = TestAgency.in(folder);

        TestAgency.Ran night = agency.runWithFilesUpTo(120);

        assertThat(night.exitCode()).as(night.out()).isEqualTo(1);
        assertThat(lastLine(night.out()))
                .startsWith("redflag: ")
                .contains(agency.database().toString())
                .endsWith("; exit 1");
        assertThat(night.out()).doesNotContain("\tat ");
        assertThat(agency.reports()).doesNotExist();
        assertTheSameCommandBringsItToItsEnd(agency);
    }

    @Test
    void aReportsFolderThatIsNoneIsSaid() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        Files.createDirectories(agency.reports().getParent());
        Files.writeString(agency.reports(), "a file in place of the night's folder");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).isEqualTo(1);
        assertThat(night.err())
                .contains("redflag: account birch failed: ", agency.reports() + " is there and is no folder");
        assertThat(lastLine(night.err()))
                .startsWith("redflag: ")
                .contains("is there and is no folder")
                .endsWith("; exit 1");
        Files.delete(agency.reports());
        assertTheSameCommandBringsItToItsEnd(agency);
    }

    @Test
    void aDiskThatIsFullForReportsAndADatabaseThatIsLost() throws Exception {
        Path data = folder.resolve("server");
        int port;
        try (EmbeddedPostgres server = start(data, 0)) {
            port = server.getPort();
            String url = "jdbc:postgresql://localhost:" + port + "/postgres";
            aDiskThatIsFullForReportsFailsAccountsAndNoMore(TestAgency.in(folder.resolve("full"))
                    .keptIn(url + "?currentSchema=" + schema(server, "full_disk"), "postgres", "PATH"));
            aConnectionThatIsLostAsItCommitsIsGoneOnWith(TestAgency.in(folder.resolve("commit"))
                    .of("alder", "elder")
                    .keptIn(url + "?currentSchema=" + schema(server, "at_commit"), "postgres", "PATH"));
            aConnectionThatIsLostFailsOneAccountAndNoMore(TestAgency.in(folder.resolve("connection"))
                    .keptIn(url + "?currentSchema=" + schema(server, "lost"), "postgres", "PATH"));
        }
        TestAgency agency = TestAgency.in(folder.resolve("gone"))
                .with("parallel: 1")
                .keptIn("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "PATH");
        Path gone = folder.resolve("gone/server-is-gone");
        TestAgency.Started night;
        try (EmbeddedPostgres server = start(data, port)) {
            assertThat(server.getPort()).isEqualTo(port);
            night = agency.start("night", "FILES_MOVED:3:UNTIL:" + gone);
            waitFor(agency, 2);
        }
        Files.writeString(gone, "");
        assertThat(night.process().waitFor(180, TimeUnit.SECONDS)).isTrue();

        assertThat(night.process().exitValue()).as(night.out()).isEqualTo(1);
        assertThat(lastLine(night.out()))
                .contains("the database jdbc:postgresql://localhost:" + port + "/postgres failed: ")
                .endsWith("; exit 1");
        assertThat(Files.readAllLines(agency.logs().resolve("test-2026-11-22-1.log")))
                .last()
                .asString()
                .endsWith(lastLine(night.out()));
        assertNothingIsHalfWritten(agency);
        try (EmbeddedPostgres server = start(data, port)) {
            assertThat(server.getPort()).isEqualTo(port);
            assertTheSameCommandBringsItToItsEnd(agency);
        }
    }

    /** Another may begin to work on it at that moment. */
    @Test
    void aNightWhoseLockIsGoneStopsAndTheSameCommandGoesOn() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            TestAgency agency = TestAgency.in(folder)
                    .with("parallel: 1")
                    .keptIn("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "PATH");
            TestAgency.Started night = agency.start("night", "FILES_MOVED:3:UNTIL:" + folder.resolve("never"));
            waitFor(agency, 2);
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                connection
                        .createStatement()
                        .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE application_name = 'redflag run lock'");
            }

            assertThat(night.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(night.process().exitValue()).isEqualTo(1);
            assertThat(lastLine(night.out()))
                    .contains("was lost meanwhile; the same command goes on with the night")
                    .endsWith("; exit 1");
            assertTheSameCommandBringsItToItsEnd(agency);
        }
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        EmbeddedPostgres.Builder server =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        return (port == 0 ? server : server.setPort(port)).start();
    }

    private static String schema(EmbeddedPostgres server, String name) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("CREATE SCHEMA " + name);
        }
        return name;
    }

    private static void waitFor(TestAgency agency, int accounts) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                if (agency.accountsDone().size() == accounts) {
                    return;
                }
            } catch (SQLException e) {
                // no tables yet
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the night does not come to its account " + (accounts + 1));
    }

    private void aDiskThatIsFullForReportsFailsAccountsAndNoMore(TestAgency agency) throws Exception {
        TestAgency.Ran night = agency.runWithFilesUpTo(110);

        assertThat(night.exitCode()).as(night.out()).isEqualTo(1);
        assertThat(night.out())
                .contains(
                        "redflag: account birch failed: ",
                        "File too large",
                        "9 stores are reported, 4 accounts failed, ");
        assertThat(lastLine(night.out())).endsWith("; exit 1");
        assertNothingIsHalfWritten(agency);
        assertTheSameCommandBringsItToItsEnd(agency);
    }

    /** Nobody knows whether it was stored; it was not. */
    private static void aConnectionThatIsLostAsItCommitsIsGoneOnWith(TestAgency agency) throws Exception {
        assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isZero();
        try (Connection connection = agency.open()) {
            connection.createStatement().execute("""
                    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$
                    """);
            connection
                    .createStatement()
                    .execute(
                            "CREATE CONSTRAINT TRIGGER lose AFTER INSERT ON ACCOUNT_OUTCOME DEFERRABLE INITIALLY DEFERRED"
                                    + " FOR EACH ROW WHEN (NEW.ACCOUNT = 'elder') EXECUTE FUNCTION lose()");
        }

        assertThat(agency.run().exitCode()).isEqualTo(1);
        assertThat(agency.accountsDone()).as("both nights").containsExactly("alder", "alder", "elder");

        try (Connection connection = agency.open()) {
            connection.createStatement().execute("DROP TRIGGER lose ON ACCOUNT_OUTCOME");
        }
        TestAgency.Ran next = agency.run();
        assertThat(next.exitCode()).as(next.out() + next.err()).isZero();
        assertThat(agency.timesWorkedOn())
                .as("in both nights")
                .containsEntry("alder", 2)
                .containsEntry("elder", 3);
    }

    private void aConnectionThatIsLostFailsOneAccountAndNoMore(TestAgency agency) throws Exception {
        assertThat(agency.run("--as-of", "2026-11-20").exitCode()).isZero();
        try (Connection connection = agency.open()) {
            connection.createStatement().execute("""
                    CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$
                    """);
            connection
                    .createStatement()
                    .execute("CREATE TRIGGER lose BEFORE INSERT ON ACCOUNT_OUTCOME FOR EACH ROW"
                            + " WHEN (NEW.ACCOUNT = 'elder') EXECUTE FUNCTION lose()");
        }

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.out()).isEqualTo(1);
        assertThat(night.err()).contains("redflag: account elder failed: ");
        assertThat(night.out()).contains("9 stores are reported, 1 account failed, ");
        try (Connection connection = agency.open()) {
            connection.createStatement().execute("DROP TRIGGER lose ON ACCOUNT_OUTCOME");
        }
        // the day before makes other reports than a night without one
        assertThat(agency.run().exitCode()).isZero();
        assertThat(agency.files().keySet()).isEqualTo(expected.keySet());
    }
}
