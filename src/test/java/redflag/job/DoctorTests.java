package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.FileTimes;
import redflag.smtp.FaultySmtpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation that is sound, and what the doctor says when it is not. */
class DoctorTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    private TestAgency.Ran doctor(String... further) {
        return doctor(TestAgency.MORNING_AFTER, further);
    }

    private TestAgency.Ran doctor(Clock clock, String... further) {
        String[] arguments = new String[further.length + 2];
        arguments[0] = "doctor";
        arguments[1] = agency.job().toString();
        System.arraycopy(further, 0, arguments, 2, further.length);
        return TestAgency.command(clock, arguments);
    }

    /** Each finding on a line. */
    private static List<String> told(TestAgency.Ran ran) {
        return ran.out()
                .replaceAll("\\R ++(?!(ok|warn|FAIL) )", " ")
                .lines()
                .map(String::strip)
                .toList();
    }

    /** Without the one that is broken on purpose. */
    private long filesOfTheSample() throws Exception {
        try (Stream<Path> walk = Files.walk(agency.exports())) {
            return walk.filter(Files::isRegularFile).count() - 1;
        }
    }

    @Test
    void aSoundInstallationHasALineACheckAndNothingStays() throws Exception {
        TestAgency.Ran ran = doctor();

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(told(ran))
                .startsWith(
                        "this machine",
                        "ok    Java " + System.getProperty("java.version") + " of " + System.getProperty("java.vendor"))
                .contains(
                        "ok    the clock says 2026-11-23 12:00 UTC; the machine's zone is Pacific/Apia",
                        agency.job().toString(),
                        "ok    job test is valid: 13 stores of 10 accounts",
                        "ok    its days are those of UTC; it has no schedule",
                        "ok    exports: " + filesOfTheSample() + " files to read, 2 MB",
                        "ok    reports go to " + folder.resolve("reports") + ", which will be made",
                        "ok    nights and their history go to " + agency.database() + ", which will be made",
                        "ok    the database " + agency.database()
                                + " has no nights yet; the first one makes its tables")
                .noneMatch(line -> line.startsWith("FAIL"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("inbox", "job.yaml");

        assertThat(agency.run().exitCode()).isZero();
        assertThat(told(doctor()))
                .contains("ok    reports go to " + folder.resolve("reports"))
                .anyMatch(line -> line.startsWith(
                        "ok    the database " + agency.database() + " opens; its tables are of version "));
    }

    @Test
    void eachMistakeOfAJobIsAFailureWithItsLine() throws Exception {
        agency.with("paralel: 2").with("zone: Mars/Olympus");

        TestAgency.Ran ran = doctor();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(told(ran))
                .anyMatch(line -> line.startsWith("FAIL  " + agency.job() + ":8: 'paralel' is not known here"))
                .contains("FAIL  " + agency.job() + ":9: 'zone: Mars/Olympus' is no time zone such as Europe/Berlin")
                .noneMatch(line -> line.contains("exports:"));
    }

    @Test
    void whatANightWouldStumbleOverInTheExportsIsSaidBefore() throws Exception {
        for (Path file : agency.filesOf("alder")) {
            Files.delete(file);
        }
        Files.writeString(agency.exports().resolve("alder/notices.csv"), "notice,store,received,reason\n");
        Files.writeString(agency.exports().resolve("birch/milk.txt"), "remember the milk\n");
        FileTimes.set(agency.exports(), Instant.parse("2026-11-23T12:05:00Z"));
        Path early = agency.filesOf("cedar").get(0);
        Files.setLastModifiedTime(early, FileTime.from(Instant.parse("2026-11-23T12:05:01Z")));
        Files.delete(agency.exports().resolve("performance-summary.xlsx"));

        TestAgency.Ran ran = doctor();

        assertThat(ran.exitCode()).as(ran.out()).isZero();
        assertThat(told(ran))
                .contains(
                        "warn  no download yet of accounts alder, olive -> put the downloads into "
                                + agency.exports().resolve("ACCOUNT"),
                        "warn  a night would not use 1 file: birch/milk.txt (its columns are of no export that Redflag"
                                + " knows) -> see what `inspect --job " + agency.job() + "` says of them",
                        "warn  exports of a time to come: "
                                + agency.exports().relativize(early) + " of 2026-11-23 12:05 UTC"
                                + " -> set the clocks of the machines that write them; touch the files");
    }

    @Test
    void aFolderThatCannotBeWrittenToFails() throws Exception {
        Files.writeString(folder.resolve("taken"), "a file");
        agency.with("database: taken/data");

        TestAgency.Ran ran = doctor();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(told(ran))
                .anyMatch(line -> line.startsWith("FAIL  nights and their history can't be written to "
                                + folder.resolve("taken/data") + ": ")
                        && line.endsWith(
                                "-> give the user who runs Redflag the right to write to " + folder.resolve("taken")))
                .noneMatch(line -> line.contains("the database"));
    }

    @Test
    void aDatabaseThatIsHeldIsSaidToBeAndWhoHasIt() throws Exception {
        agency.run();
        try (Closeable lock =
                new H2Database(agency.database()).lock("job test, process 4711").orElseThrow()) {
            assertThat(lock).isNotNull();
            TestAgency.Ran ran = doctor();

            assertThat(ran.exitCode()).isZero();
            assertThat(told(ran))
                    .contains("warn  a run holds the database " + agency.database()
                            + ", so it was not looked into (job test, process 4711) -> look again when it has ended");
        }
    }

    @Test
    void tablesOfAnEarlierVersionStayAsTheyAre() throws Exception {
        Files.createDirectories(agency.database());
        String address = "jdbc:h2:file:" + agency.database().resolve("redflag");
        Flyway.configure()
                .dataSource(address, "sa", "")
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .target("3")
                .load()
                .migrate();

        assertThat(told(doctor()))
                .anyMatch(line -> line.startsWith("ok    the database " + agency.database()
                        + " opens; its tables are of version 3, and the next night brings them to "));

        try (Connection database = DriverManager.getConnection(address, "sa", "")) {
            assertThat(database.getMetaData()
                            .getColumns(null, null, "NIGHT", "FINISHED_AT")
                            .next())
                    .isFalse();
        }
    }

    @Test
    void aDatabaseThatIsNoneFails() throws Exception {
        Files.createDirectories(agency.database());
        Files.writeString(agency.database().resolve("redflag.mv.db"), "no database\n".repeat(2_000));

        TestAgency.Ran ran = doctor();

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(told(ran))
                .anyMatch(line -> line.startsWith("FAIL  can't open the database " + agency.database() + ": "));
    }

    @Test
    void aClockBeforeTheProgramItselfFails() {
        TestAgency.Ran ran = doctor(Clock.fixed(Instant.parse("2006-11-23T12:00:00Z"), ZoneOffset.UTC));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(told(ran))
                .contains(
                        "FAIL  the clock says 2006-11-23 12:00 UTC, and this program was built on 2026-11-22 00:00 UTC"
                                + " -> set the clock of the machine, best by a time server");
    }

    @Test
    void twoJobsOfOneNameInOneDatabaseFail() throws Exception {
        Path copy = Files.copy(agency.with("metrics-file: redflag.prom").job(), folder.resolve("copy.yaml"));

        TestAgency.Ran ran = doctor(copy.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        String both = agency.job() + ", " + copy;
        assertThat(told(ran))
                .contains(
                        "FAIL  " + both + " are all named test and keep their nights in " + agency.database()
                                + ": a night of one is taken for a night of the others -> give each a 'name' of its own",
                        "warn  " + both + " write to " + folder.resolve("reports") + ": the portfolio of one takes the"
                                + " place of the others' -> give each 'reports' of its own",
                        "warn  " + both + " write their figures to " + folder.resolve("redflag.prom") + ": those of one"
                                + " take the place of the others' -> give each a 'metrics-file' of its own");
        Files.writeString(
                copy,
                Files.readString(copy)
                        .replace("name: test", "name: other")
                        .replace("reports: reports", "reports: others")
                        .replace("redflag.prom", "others.prom"));
        assertThat(told(doctor(copy.toString())))
                .contains("ok    no two of the 2 jobs have one name or one reports folder");
    }

    @Test
    void theMachineCopyHasTheSame() {
        TestAgency.Ran ran = doctor("--json");

        JsonNode findings = JsonMapper.shared().readTree(ran.out());
        assertThat(findings.findValuesAsString("level")).contains("OK").doesNotContain("FAIL");
        assertThat(findings.findValuesAsString("found")).contains("job test is valid: 13 stores of 10 accounts");
        assertThat(ran.out()).doesNotContain("null");
    }

    @Test
    void aJobFileThatIsNotThereIsAWrongArgument() {
        TestAgency.Ran ran = doctor(folder.resolve("nowhere.yaml").toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualToNormalizingNewlines("redflag: there is no file " + folder.resolve("nowhere.yaml") + "\n");
    }

    @Test
    void theMailServerIsLoggedInToAndGetsNoMessage() throws Exception {
        Files.writeString(folder.resolve("password.txt"), "sesame");
        try (FaultySmtpServer server = FaultySmtpServer.start().withLogin("redflag", "sesame")) {
            agency.with("mail: {transport: smtp, from: redflag@example.com, server: {host: 127.0.0.1, port: "
                    + server.port() + ", security: none, user: redflag, password-file: password.txt,"
                    + " password-in-plain-text: true}}");
            String place = "the mail server 127.0.0.1:" + server.port();

            assertThat(told(doctor()))
                    .contains("ok    " + place + " lets the job in and takes mail from redflag@example.com");
            Files.writeString(folder.resolve("password.txt"), "another");
            TestAgency.Ran refused = doctor();

            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(told(refused))
                    .anyMatch(line -> line.startsWith("FAIL  " + place + " does not let the job in: 535"))
                    .noneMatch(line -> line.contains("another"));
            assertThat(server.received()).isEmpty();
        }
    }
}
