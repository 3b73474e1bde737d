package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out of the history and what stays, in each database. */
class PrunedHistoryTests {

    private static final List<String> BATCH = List.of(
            "BATCH_JOB_INSTANCE",
            "BATCH_JOB_EXECUTION",
            "BATCH_JOB_EXECUTION_PARAMS",
            "BATCH_JOB_EXECUTION_CONTEXT",
            "BATCH_STEP_EXECUTION",
            "BATCH_STEP_EXECUTION_CONTEXT");

    @TempDir
    private Path folder;

    private TestAgency agency() throws IOException {
        return TestAgency.large(folder, 2, 40)
                .with("mail: {transport: file, from: redflag@example.com, lead: lead@example.com}");
    }

    private static void night(TestAgency agency, String... arguments) {
        TestAgency.Ran ran = agency.run(arguments);
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void onH2() throws Exception {
        oldNightsGoWithAllThatIsKeptOfThemAndNoneThatIsNeeded(agency());
    }

    @Test
    void onPostgreSql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            try (Connection connection = server.getPostgresDatabase().getConnection()) {
                connection.createStatement().execute("CREATE ROLE redflag LOGIN");
                connection.createStatement().execute("CREATE DATABASE redflag OWNER redflag");
            }
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/redflag";
            oldNightsGoWithAllThatIsKeptOfThemAndNoneThatIsNeeded(agency().keptIn(url, "redflag", "PATH"));
        }
    }

    /** Two nights are kept, and those that a trend looks back on from the newest: of 65 days, from 18 September on. */
    private void oldNightsGoWithAllThatIsKeptOfThemAndNoneThatIsNeeded(TestAgency agency) throws Exception {
        for (String day : List.of("2026-03-01", "2026-07-01", "2026-09-17", "2026-09-18", "2026-11-20")) {
            night(agency, "--as-of", day);
        }
        night(agency, "--as-of", "2026-07-01", "--store", "a0001-us");
        sql(agency, "UPDATE READING SET STORE = 'gone-us' WHERE STORE = 'a0002-us' AND AS_OF = DATE '2026-03-01'");
        sql(agency, "UPDATE SNAPSHOT SET STORE = 'gone-us' WHERE STORE = 'a0002-us' AND AS_OF = DATE '2026-03-01'");
        Files.writeString(agency.logs().resolve("test-2026-03-01-notes.txt"), "of somebody else");
        Files.writeString(agency.logs().resolve("other-2026-03-01-1.log"), "of another job");
        assertThat(days(agency, "NIGHT")).hasSize(5);
        assertThat(logs(agency)).contains("test-2026-03-01-1.log", "test-2026-07-01-only-some-stores-1.log");

        agency.with("keep-nights: 2").with("catch-up: 1");
        night(agency, "--as-of", "2026-11-22");

        Set<String> kept = Set.of("2026-09-18", "2026-11-20", "2026-11-22");
        for (String table : List.of("NIGHT", "ACCOUNT_OUTCOME", "OUTBOX")) {
            assertThat(days(agency, table)).as(table).containsExactlyInAnyOrderElementsOf(kept);
        }
        assertThat(values(
                        agency, "SELECT PARAMETER_VALUE FROM BATCH_JOB_EXECUTION_PARAMS WHERE PARAMETER_NAME = 'asOf'"))
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(count(agency, "BATCH_JOB_INSTANCE")).isEqualTo(3);
        assertThat(count(agency, "BATCH_JOB_EXECUTION")).isEqualTo(3);
        assertThat(count(agency, "BATCH_STEP_EXECUTION")).isEqualTo(3 * 7);
        assertThat(values(
                        agency,
                        "SELECT DISTINCT AS_OF FROM READING WHERE STORE = 'a0001-us' AND METRIC <>"
                                + " 'ACCOUNT_HEALTH_RATING'"))
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(values(
                        agency,
                        "SELECT AS_OF FROM READING WHERE STORE = 'a0001-us' AND METRIC =" + " 'ACCOUNT_HEALTH_RATING'"))
                .as("the clock of Account Health Assurance looks back six months")
                .containsExactly("2026-07-01", "2026-09-17", "2026-09-18", "2026-11-20", "2026-11-22");
        assertThat(values(agency, "SELECT AS_OF FROM SNAPSHOT WHERE STORE = 'a0001-us'"))
                .containsExactlyInAnyOrderElementsOf(kept);
        for (String table : List.of("READING", "SNAPSHOT")) {
            assertThat(values(agency, "SELECT DISTINCT AS_OF FROM " + table + " WHERE STORE = 'gone-us'"))
                    .as("what was last found of a store stays")
                    .containsExactly("2026-03-01");
        }
        assertThat(logs(agency))
                .containsExactlyInAnyOrder(
                        "test-2026-03-01-notes.txt",
                        "other-2026-03-01-1.log",
                        "test-2026-09-18-1.log",
                        "test-2026-11-20-1.log",
                        "test-2026-11-22-1.log");

        night(agency, "--as-of", "2026-05-05");
        assertThat(days(agency, "NIGHT"))
                .as("what has just been asked for stays")
                .contains("2026-05-05");
        assertThat(logs(agency)).contains("test-2026-05-05-1.log");
        night(agency, "--as-of", "2026-11-21");
        assertThat(days(agency, "NIGHT")).containsExactly("2026-09-18", "2026-11-20", "2026-11-21", "2026-11-22");

        assertThat(agency.run("--as-of", "2026-11-20").exitCode())
                .as("what stays is done")
                .isEqualTo(3);
    }

    @Test
    void ofAnAttemptThatAnotherHasReplacedOnlyItsEndStays() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        night(agency);
        assertThat(count(agency, "SHARED_FACTS"))
                .as("parts of shared files are of use until the night is done")
                .isZero();
        long outcomes = count(agency, "ACCOUNT_OUTCOME");
        long steps = count(agency, "BATCH_STEP_EXECUTION");

        night(agency, "--again");

        assertThat(count(agency, "NIGHT")).isEqualTo(2);
        assertThat(count(agency, "ACCOUNT_OUTCOME")).isEqualTo(outcomes);
        assertThat(count(agency, "BATCH_STEP_EXECUTION")).isEqualTo(steps);
        assertThat(values(agency, "SELECT ATTEMPT FROM NIGHT WHERE CHAR_LENGTH(PLAN) > 0"))
                .containsExactly("2");
        TestAgency.Ran history = TestAgency.command(
                TestAgency.MORNING_AFTER, "history", "--job", agency.job().toString());
        assertThat(history.exitCode()).isZero();
        assertThat(history.out().lines().filter(line -> line.contains("2026-11-22")))
                .hasSize(2);
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    @Test
    void anAttemptThatIsNotOverReplacesNoneAndKeepsItsParts() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        night(agency);
        Path inTheWay = agency.reports().resolve("elder-uk");
        Path aside = Files.move(inTheWay, folder.resolve("aside"));
        Files.writeString(inTheWay, "a file in place of the folder");

        assertThat(agency.run("--again").exitCode()).isEqualTo(1);

        assertThat(values(agency, "SELECT ATTEMPT FROM NIGHT WHERE CHAR_LENGTH(PLAN) > 0"))
                .containsExactly("2");
        assertThat(count(agency, "SHARED_FACTS"))
                .as("elder is to be worked on again")
                .isPositive();
        Files.delete(inTheWay);
        night(agency);
        assertThat(agency.files().keySet()).anyMatch(file -> file.startsWith("elder-uk/"));
        assertThat(count(agency, "SHARED_FACTS")).isZero();
        assertThat(aside).isNotEmptyDirectory();
    }

    @Test
    void thirtyFurtherAttemptsLeaveTheDatabaseAsLargeAsItWas() throws Exception {
        TestAgency agency = agency();
        Path database = agency.database().resolve("redflag.mv.db");
        for (int i = 0; i < 3; i++) {
            night(agency, "--again");
        }
        long before = Files.size(database);

        long largest = 0;
        for (int i = 0; i < 30; i++) {
            night(agency, "--again");
            largest = Math.max(largest, Files.size(database));
        }

        // the end of each attempt stays, which is a few hundred bytes
        assertThat(largest).isLessThanOrEqualTo(before + before / 4);
        assertThat(count(agency, "NIGHT")).isEqualTo(33);
        for (String table : BATCH) {
            assertThat(count(agency, table)).as(table).isLessThan(33);
        }
    }

    private static List<String> values(TestAgency agency, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = agency.open();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values.stream().sorted().toList();
    }

    private static Set<String> days(TestAgency agency, String table) throws SQLException {
        return new TreeSet<>(values(agency, "SELECT AS_OF FROM " + table));
    }

    private static long count(TestAgency agency, String table) throws SQLException {
        return Long.parseLong(values(agency, "SELECT COUNT(*) FROM " + table).get(0));
    }

    private static void sql(TestAgency agency, String sql) throws SQLException {
        try (Connection connection = agency.open()) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> logs(TestAgency agency) throws IOException {
        try (Stream<Path> files = Files.list(agency.logs())) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
