package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of late shipments that was written twelve days before the night, beside fresh orders. */
class StaleExportNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void anOldList() throws Exception {
        agency = TestAgency.in(folder);
        Files.setLastModifiedTime(
                agency.exports().resolve("birch/late-shipments.csv"),
                FileTime.from(Instant.parse("2026-11-09T23:00:00Z")));
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
                .as("the 10th where the day comes first: no store's day is later")
                .isEqualTo("2026-11-10");
        for (JsonNode reading : birch().path("readings")) {
            if (reading.path("metric").asString().startsWith("lateShipmentRate")) {
                assertThat(reading.path("basis").asString())
                        .as("the old list decides nothing beside fresh figures of Amazon")
                        .isEqualTo("PRINTED");
                assertThat(reading.path("computed").path("window").path("to").asString())
                        .isEqualTo("2026-11-10");
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
