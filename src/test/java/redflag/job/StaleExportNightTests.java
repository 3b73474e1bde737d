package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of late shipments that was written thirteen days before the night, beside fresh orders. */
class StaleExportNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void anOldList() throws Exception {
        agency = TestAgency.in(folder);
        Files.setLastModifiedTime(
                agency.exports().resolve("birch/late-shipments.csv"),
                FileTime.from(Instant.parse("2026-11-10T07:59:00Z")));
    }

    private JsonNode birch() throws Exception {
        return JsonMapper.shared()
                .readTree(Files.readAllBytes(
                        agency.reports().resolve("birch-us/birch-us-account-health-2026-11-22.json")));
    }

    @Test
    void theReportSaysSinceWhenAndTheNightIsDone() throws Exception {
        assertThat(agency.run().exitCode()).isZero();

        JsonNode stale = birch().path("dataQuality").path("stale");
        assertThat(stale).hasSize(1);
        assertThat(stale.get(0).path("kind").asString()).isEqualTo("lateShipments");
        assertThat(stale.get(0).path("level").asString()).isEqualTo("STALE");
        assertThat(stale.get(0).path("newest").asString())
                .as("the last minute of the 9th at the store")
                .isEqualTo("2026-11-09");
        for (JsonNode reading : birch().path("readings")) {
            if (reading.path("metric").asString().startsWith("lateShipmentRate")) {
                assertThat(reading.path("basis").asString())
                        .as("the old list decides nothing beside fresh figures of Amazon")
                        .isEqualTo("PRINTED");
                assertThat(reading.path("computed").path("window").path("to").asString())
                        .isEqualTo("2026-11-09");
            }
        }
    }

    @Test
    void aSharedListIsAsOldAsItsFile() throws Exception {
        Path own = agency.exports().resolve("birch/late-shipments.csv");
        Files.createDirectories(folder.resolve("kinds"));
        Files.writeString(folder.resolve("kinds/own-late.yaml"), """
                id: ownLate
                version: 1
                name: Late list of our own
                where: here
                feeds: late-shipment
                columns:
                  - field: store
                    headers: [whose]
                    required: true
                  - field: order
                    headers: [late order]
                    required: true
                """);
        Path shared = agency.exports().resolve("late.csv");
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(own)) {
            rows.add(rows.isEmpty() ? "Late order,Whose" : line.split(",")[1] + ",birch-us");
        }
        Files.write(shared, rows);
        Files.setLastModifiedTime(shared, Files.getLastModifiedTime(own));
        Files.delete(own);

        TestAgency.Ran ran = agency.run();
        assertThat(ran.exitCode()).as(ran.out() + ran.err()).isZero();

        JsonNode stale = birch().path("dataQuality").path("stale");
        assertThat(stale).hasSize(1);
        assertThat(stale.get(0).path("newest").asString()).isEqualTo("2026-11-09");
        for (JsonNode reading : birch().path("readings")) {
            if (reading.path("metric").asString().startsWith("lateShipmentRate")) {
                assertThat(reading.path("computed").path("window").path("to").asString())
                        .as("its rows are the same, and so is what they know")
                        .isEqualTo("2026-11-09");
            }
        }
    }

    @Test
    void theExitCodeIsOneIfTheJobSaysSo() throws Exception {
        agency.with("freshness: {fail-on-stale: true}");

        assertThat(agency.run().exitCode()).isEqualTo(1);
        assertThat(agency.run().exitCode()).as("it is done all the same").isEqualTo(3);
    }
}
