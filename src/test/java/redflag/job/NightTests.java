package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.history.NightKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night from end to end, by its command. */
class NightTests {

    private static final int STORES = 13;

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    @Test
    void everyStoreGetsItsReportsAndTheRunItsOwn() throws Exception {
        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out()).contains("All 13 stores are reported; exit 0");
        List<String> files = List.copyOf(agency.files().keySet());
        assertThat(files.stream().filter(f -> f.endsWith(".json"))).hasSize(STORES);
        assertThat(files.stream().filter(f -> f.endsWith(".xlsx"))).hasSize(STORES + 1);
        assertThat(files.stream().filter(f -> f.endsWith(".html"))).hasSize(1);
        JsonNode run = json("run.json");
        assertThat(run.path("accounts")).hasSize(10);
        assertThat(run.path("stores")).hasSize(STORES);
        for (JsonNode account : run.path("accounts")) {
            assertThat(account.path("accepted").asLong()
                            + account.path("rejected").asLong())
                    .as(account.path("account").asString())
                    .isEqualTo(account.path("rows").asLong());
        }
        assertThat(folder.resolve("reports/.staging")).doesNotExist();
    }

    @Test
    void aNightThatIsDoneIsNotDoneAgain() {
        assertThat(agency.run().exitCode()).isZero();

        TestAgency.Ran second = agency.run();

        assertThat(second.exitCode()).isEqualTo(3);
        assertThat(second.out())
                .isEqualToNormalizingNewlines("The night of 2026-11-22 of job test is already done (attempt 1);"
                        + " --again runs it once more; exit 3\n");
    }

    @Test
    void againGivesTheSameBytes() throws Exception {
        agency.run();
        Map<String, byte[]> first = agency.files();

        assertThat(agency.run("--again").exitCode()).isZero();

        Map<String, byte[]> again = agency.files();
        assertThat(again.keySet()).isEqualTo(first.keySet());
        again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
        assertThat(json("run.json").path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void aFailedAccountLeavesTheOthersAndARerunRedoesOnlyIt() throws Exception {
        Path inTheWay = agency.reports().resolve("birch-us");
        Files.createDirectories(agency.reports());
        Files.writeString(inTheWay, "a file where the folder of the report should be");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).isEqualTo(1);
        assertThat(night.err()).contains("account birch failed");
        assertThat(night.out())
                .contains("FAILED account birch")
                .contains("12 stores are reported, 1 account failed, 0 files were quarantined unexpectedly; exit 1");
        assertThat(json("run.json").path("stores")).hasSize(STORES - 1);
        assertThat(agency.accountsDone()).hasSize(9).doesNotContain("birch");

        Files.delete(inTheWay);
        TestAgency.Ran rerun = agency.run();

        assertThat(rerun.exitCode()).as(rerun.err()).isZero();
        assertThat(json("run.json").path("stores")).hasSize(STORES);
        assertThat(agency.timesWorkedOn())
                .containsEntry("birch", 2)
                .allSatisfy((account, times) -> assertThat(times).isEqualTo(account.equals("birch") ? 2 : 1));
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    @Test
    void aRunOfOneStoreNeverCompletesANight() throws Exception {
        TestAgency.Ran one = agency.run("--store", "birch-us");

        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(agency.reports().resolve("only-some-stores/birch-us")).isNotEmptyDirectory();
        assertThat(agency.reports().resolve("birch-us")).doesNotExist();
        assertThat(agency.run("--store", "birch-us").exitCode()).isZero();
        assertThat(agency.run().exitCode()).isZero();
        assertThat(json("run.json").path("stores")).hasSize(STORES);
    }

    @Test
    void aDayThatHasNotComeIsAMistakeOfTheArguments() throws Exception {
        agency.with("zone: America/Los_Angeles");

        TestAgency.Ran run = agency.run("--as-of", "2026-11-24");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("redflag: --as-of 2026-11-24 has not come yet:"
                        + " it is 2026-11-23 in zone America/Los_Angeles; exit 2\n");
        assertThat(agency.database()).doesNotExist();
    }

    @Test
    void anUnknownStoreIsAMistakeOfTheArguments() {
        TestAgency.Ran run = agency.run("--store", "oak-us");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualToNormalizingNewlines("redflag: the job has no store oak-us; exit 2\n");
        assertThat(agency.database()).doesNotExist();
    }

    @Test
    void aWrongJobFileWritesNothing() throws Exception {
        agency.with("paralel: 2");

        TestAgency.Ran run = agency.run();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("job.yaml:8: 'paralel' is not known here")
                .endsWith("redflag: 1 problem; nothing was written; exit 2" + System.lineSeparator());
        assertThat(agency.database()).doesNotExist();
        assertThat(folder.resolve("reports")).doesNotExist();
    }

    @Test
    void anUnexpectedlyBrokenFileMakesTheExitCodeOne() throws Exception {
        Files.writeString(agency.exports().resolve("alder/notes.txt"), "remember the milk\n");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).isEqualTo(1);
        assertThat(night.out())
                .contains("Quarantined: alder/notes.txt: its columns are of no export that Redflag knows");
        assertThat(json("alder-us/alder-us-account-health-2026-11-22.json")
                        .path("dataQuality")
                        .path("quarantined")
                        .path(0)
                        .path("file")
                        .asString())
                .isEqualTo("alder/notes.txt");
    }

    @Test
    void anAccountOfWhichEveryFileIsBrokenSaysSo() throws Exception {
        for (Path file : agency.filesOf("alder")) {
            Files.writeString(file, "remember the milk\n");
        }

        agency.run("--store", "alder-us");

        JsonNode quality = json("only-some-stores/alder-us/alder-us-account-health-2026-11-22.json")
                .path("dataQuality");
        assertThat(quality.path("quarantined")).isNotEmpty();
        assertThat(quality.path("warnings").toString())
                .contains("quarantined: nothing could be read.")
                .doesNotContain("There is no file of exports");
    }

    @Test
    void whatOfTheJobIsNotAsAnOperatorThinksIsWarnedOf() throws Exception {
        agency.with("expected-broken: [hazel/orders-with-defects.xlsx, hazel/gone.csv]");
        agency.with("reading: [{files: 'hazle/**', charset: UTF-8}, {files: 'hazel/**', charset: UTF-8}]");
        TestAgency.Ran night = agency.run("--store", "alder-us");

        assertThat(night.exitCode()).as(night.err()).isZero();
        assertThat(night.out())
                .containsOnlyOnce(
                        "Warning: expected-broken names hazel/gone.csv, and the exports folder has no such file.")
                .containsOnlyOnce("Warning: reading names hazle/**, and the exports folder has no such file.")
                .doesNotContain("reading names hazel/**")
                .contains("The one store is reported; exit 0");
        assertThat(json("only-some-stores/run.json").path("warnings")).hasSize(3);
    }

    @Test
    void whatNoReportUsesYetIsSaidOnceAKind() throws Exception {
        for (String month : List.of("10", "11")) {
            Files.writeString(
                    agency.exports().resolve("alder/returns-" + month + ".csv"),
                    "return-date,order-id,sku,quantity,detailed-disposition,reason\n2026-" + month
                            + "-03,111-0000000-0000001,A,1,SELLABLE,UNWANTED_ITEM\n");
        }
        Files.writeString(
                agency.exports().resolve("alder/status.csv"),
                "store,on,account status,banner\nalder-us,2026-11-22,Healthy,Deactivation planned\n");

        agency.run("--store", "alder-us");

        assertThat(json("only-some-stores/alder-us/alder-us-account-health-2026-11-22.json")
                        .path("dataQuality")
                        .path("warnings")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsOnlyOnce("Read and checked, and not used yet: the returns in \"FBA customer returns\".")
                .containsOnlyOnce(
                        "Read and checked, and not used yet: the banner in \"Account status (kept by hand)\".");
    }

    @Test
    void aFileBesideTheAccountFoldersMayHaveItsStoreColumnAlsoWhereTheKindDoesNotAskForIt() throws Exception {
        Files.writeString(
                agency.exports().resolve("status.csv"),
                "store,on,account status,account health rating,document requests\n"
                        + "alder-us,2026-11-22,Suspended,120,1\n,2026-11-22,Healthy,800,0\n");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.out()).isZero();
        assertThat(night.out())
                .contains("alder-us      Deactivated Deactivated: Amazon states the account as Suspended.")
                .contains("Warning: status.csv: 1 row names no store;"
                        + " the file lies beside the account folders, so nobody has it.");
    }

    @Test
    void aFileOfSeveralAccountsCountsOnceInTheRunAndARowOfFiguresIsOneRow() throws Exception {
        Files.writeString(
                agency.exports().resolve("status.csv"),
                "store,on,account status,account health rating,document requests\n"
                        + "alder-us,2026-11-22,Healthy,800,0\nbirch-us,2026-11-22,Healthy,800,0\n");

        TestAgency.Ran night = agency.run();

        long files;
        try (Stream<Path> all = Files.walk(agency.exports())) {
            files = all.filter(Files::isRegularFile).count() - 1;
        }
        JsonNode run = json("run.json");
        assertThat(run.path("files").asLong()).isEqualTo(files);
        assertThat(run.path("accepted").asLong() + run.path("rejected").asLong())
                .isEqualTo(run.path("rows").asLong());
        assertThat(night.out())
                .contains(files + " files, ")
                .containsOnlyOnce("Rejected: 1 of 8 rows of performance-summary.xlsx");
        for (JsonNode file : json("alder-us/alder-us-account-health-2026-11-22.json")
                .path("dataQuality")
                .path("files")) {
            if (file.path("file").asString().equals("status.csv")) {
                assertThat(file.path("rows").asLong()).isOne();
            }
        }
    }

    @Test
    void whoHoldsTheDatabaseIsToldToTheSecond() throws Exception {
        try (RunLock held =
                RunLock.take(agency.database(), "job other, process 4711").orElseThrow()) {
            TestAgency.Ran second = agency.run();

            assertThat(second.exitCode()).isEqualTo(4);
            assertThat(second.err()).contains("job other, process 4711").contains("exit 4");
            assertThat(held).isNotNull();
        }
        assertThat(agency.run().exitCode()).isZero();
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNamedOnOneLine() throws Exception {
        Files.createDirectories(agency.database());
        Files.writeString(agency.database().resolve("redflag.mv.db"), "remember the milk\n".repeat(1000));

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).isEqualTo(1);
        assertThat(night.err())
                .startsWith("redflag: can't open the database " + agency.database() + ": ")
                .hasLineCount(1);
    }

    @Test
    void exportsAreNeverTouched() throws Exception {
        Path export = agency.exports().resolve("birch/all-orders.txt");
        byte[] before = Files.readAllBytes(export);
        FileTime time = FileTime.from(Instant.parse("2026-11-22T10:00:00Z"));
        Files.setLastModifiedTime(export, time);

        agency.run();

        assertThat(Files.readAllBytes(export)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(export)).isEqualTo(time);
    }

    @Test
    void aRedReadingThatCannotBeRenewedStaysRedWithItsDate() throws Exception {
        agency.run();
        for (String file : List.of("all-orders.txt", "orders-with-defects.xlsx", "seller-performance.json")) {
            Files.delete(agency.exports().resolve("birch").resolve(file));
        }

        TestAgency.Ran next = agency.run("--as-of", "2026-11-23");

        JsonNode report = JsonMapper.shared()
                .readTree(folder.resolve("reports/2026-11-23/birch-us/birch-us-account-health-2026-11-22.json"));
        JsonNode reading = reading(report, "orderDefectRate");
        assertThat(next.exitCode()).as(next.out()).isZero();
        // Pacific has not finished the 23rd when this night starts, so the store looks from the 22nd
        assertThat(report.path("asOf").asString()).isEqualTo("2026-11-22");
        assertThat(reading.path("status").asString()).isEqualTo("NOT_MEASURED");
    }

    @Test
    void theHistoryOfANightIsWhatTheNextOneSees() throws Exception {
        agency.run("--as-of", "2026-11-21");
        for (String file : List.of("all-orders.txt", "late-shipments.csv", "seller-performance.json")) {
            Files.delete(agency.exports().resolve("cedar").resolve(file));
        }

        assertThat(agency.run().exitCode()).isZero();

        JsonNode reading = reading(json("cedar-us/cedar-us-account-health-2026-11-22.json"), "lateShipmentRate30");
        assertThat(reading.path("status").asString()).isEqualTo("OFF_TARGET");
        assertThat(reading.path("knownOn").asString()).isEqualTo("2026-11-21");
        assertThat(reading.path("why").asString())
                .isEqualTo("Off target on 21 November 2026, and no newer data:"
                        + " it stays off target until data say otherwise.");
    }

    @Test
    void thePlanOfANightSurvivesItsWayThroughTheDatabase() throws Exception {
        agency.run();
        String stored;
        try (var database = agency.open();
                var rows = database.createStatement().executeQuery("SELECT PLAN FROM NIGHT")) {
            rows.next();
            stored = rows.getString(1);
        }

        NightPlan plan = NightPlan.fromJson(stored);

        assertThat(plan.key()).isEqualTo(new NightKey("test", java.time.LocalDate.of(2026, 11, 22), 1, ""));
        assertThat(plan.accounts()).hasSize(10);
        assertThat(plan.targets().hash())
                .isEqualTo(redflag.rules.TargetFile.shipped().hash());
        assertThat(JsonMapper.shared().readTree(plan.toJson()))
                .isEqualTo(JsonMapper.shared().readTree(stored));
    }

    private static JsonNode reading(JsonNode report, String metric) {
        for (JsonNode reading : report.path("readings")) {
            if (reading.path("metric").asString().equals(metric)) {
                return reading;
            }
        }
        throw new AssertionError("no reading of " + metric);
    }

    private JsonNode json(String name) throws Exception {
        return JsonMapper.shared().readTree(Files.readString(agency.reports().resolve(name), StandardCharsets.UTF_8));
    }
}
