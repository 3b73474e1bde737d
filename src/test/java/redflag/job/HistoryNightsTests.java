package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.settings.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights one after the other, again, and out of turn: what is kept of each. */
class HistoryNightsTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    private void night(String day, String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "--as-of";
        arguments[1] = day;
        System.arraycopy(further, 0, arguments, 2, further.length);
        TestAgency.Ran ran = agency.run(arguments);
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
    }

    private JsonNode history(String day, String store) throws Exception {
        Path file = folder.resolve("reports")
                .resolve(day)
                .resolve(store)
                .resolve(store + "-account-health-" + day + ".json");
        return JsonMapper.shared().readTree(Files.readAllBytes(file)).path("history");
    }

    @Test
    void aRerunReplacesItsOwnNightAndABackfillDisturbsNoLaterOne() throws Exception {
        night("2026-11-20");
        night("2026-11-21");
        night("2026-11-22");
        Set<String> readings = agency.rows("READING", "2026-11-20");
        Set<String> snapshots = agency.rows("SNAPSHOT", "2026-11-20");
        assertThat(snapshots).hasSize(39);
        JsonNode birch = history("2026-11-22", "birch-us");
        assertThat(birch.path("previous").asString()).isEqualTo("2026-11-21");
        assertThat(birch.path("trend").findValuesAsString("asOf")).contains("2026-11-21", "2026-11-20");

        night("2026-11-21", "--again");

        assertThat(agency.rows("READING", "2026-11-20")).isEqualTo(readings);
        assertThat(agency.rows("SNAPSHOT", "2026-11-20")).isEqualTo(snapshots);

        night("2026-11-19");

        assertThat(agency.rows("READING", "2026-11-20")).isEqualTo(readings);
        assertThat(agency.rows("SNAPSHOT", "2026-11-20")).isEqualTo(snapshots);
        assertThat(agency.rows("SNAPSHOT", "2026-11-19")).hasSize(52);
        assertThat(history("2026-11-19", "birch-us").path("previous").isMissingNode())
                .as("a night out of turn sees its own past, and nothing later")
                .isTrue();
    }

    /**
     * The list of birch names an order of 8 November 0:04 in Los Angeles (row 15): it is in the pipe on both nights. The
     * order of 8 September (row 2) leaves on 22 November.
     */
    @Test
    void theNightAfterSaysWhatHasLeft() throws Exception {
        night("2026-11-21");
        night("2026-11-22");

        JsonNode birch = history("2026-11-22", "birch-us");

        assertThat(birch.path("newDefects").findValuesAsString("orderId")).doesNotContain("114-0009171-1234582");
        assertThat(birch.path("leftDefects").toString())
                .contains("{\"metric\":\"orderDefectRate\",\"fulfilment\":\"MFN\",\"orderId\":\"112-2371261-1728409\","
                        + "\"firstSeen\":\"2026-11-21\",\"why\":\"WINDOW_LEFT\"}");
    }

    @Test
    void tablesThatWereLeftHalfBroughtUpToDateAreWhatTheyWereBefore() throws Exception {
        Files.createDirectories(agency.database());
        Path file = agency.database().resolve("redflag.mv.db");
        Path before = agency.database().resolve("redflag.mv.db.before");
        String address = "jdbc:h2:file:" + agency.database().resolve("redflag");
        Flyway.configure()
                .dataSource(address, "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .target("4")
                .load()
                .migrate();
        JobFile.read(agency.job(), new Problems()).orElseThrow().database().making();
        assertThat(before).hasSameBinaryContentAs(file);
        try (Connection database = DriverManager.getConnection(address, "sa", "")) {
            // the last of what version 5 does, without its first
            database.createStatement().execute("ALTER TABLE SNAPSHOT ADD COLUMN RISK VARCHAR(20)");
        }

        night("2026-11-22");

        assertThat(before).doesNotExist();
        assertThat(history("2026-11-22", "birch-us").isMissingNode()).isFalse();
    }

    @Test
    void aDatabaseThatSomebodyPutInPlaceOfOneThatWasNeverMadeIsNotLost() throws Exception {
        Files.createDirectories(agency.database());
        Files.createFile(agency.database().resolve("redflag.unfinished"));
        Path copied = Files.writeString(agency.database().resolve("redflag.mv.db"), "from a backup");

        night("2026-11-22");

        assertThat(agency.database().resolve("redflag.mv.db.unfinished")).hasContent("from a backup");
        assertThat(copied).isNotEmptyFile();
        assertThat(agency.database().resolve("redflag.unfinished")).doesNotExist();
    }

    @Test
    void aDatabaseOfTheVersionBeforeIsTakenOverWithWhatIsInIt() throws Exception {
        Files.createDirectories(agency.database());
        String address = "jdbc:h2:file:" + agency.database().resolve("redflag");
        Flyway.configure()
                .dataSource(address, "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .target("2")
                .load()
                .migrate();
        try (Connection database = DriverManager.getConnection(address, "sa", "")) {
            database.createStatement()
                    .execute("INSERT INTO READING (JOB, STORE, AS_OF, METRIC, FULFILMENT, CATEGORY, STATUS, BASIS,"
                            + " PRECISION_OF_COUNT, AFFECTED, TOTAL, KNOWN_ON) VALUES ('test', 'birch-us',"
                            + " DATE '2026-11-21', 'ORDER_DEFECT_RATE', 'MFN', '', 'WATCH', 'COMPUTED', 'EXACT', 7, 800,"
                            + " DATE '2026-11-21')");
        }

        night("2026-11-22");

        JsonNode birch = history("2026-11-22", "birch-us");
        assertThat(birch.path("previous").asString()).isEqualTo("2026-11-21");
        assertThat(birch.path("statusChanges").toString())
                .isEqualTo("[{\"metric\":\"orderDefectRate\",\"fulfilment\":\"MFN\",\"from\":\"WATCH\","
                        + "\"to\":\"OFF_TARGET\"}]");
        assertThat(birch.path("newDefects"))
                .as("the night before kept no defects, so that none is known to be new")
                .isEmpty();
    }
}
