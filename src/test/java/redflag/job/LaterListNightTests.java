package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A night that is run again when its lists have been overtaken: a list of later days has lost the first ones. */
class LaterListNightTests {

    private static final String DECEMBER =
            "Order Date,Order ID,Expected Ship Date,Ship Confirmation Date,Impacts Account Health\n"
                    + "2026-12-01,111-1111111-0000001,2026-12-02T07:59:59Z,2026-12-03T07:59:59Z,Yes\n";

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    private JsonNode lateOf30Days() throws Exception {
        TestAgency.Ran ran = agency.run();
        assertThat(ran.exitCode()).as(ran.err() + ran.out()).isZero();
        JsonNode report = JsonMapper.shared()
                .readTree(Files.readAllBytes(
                        agency.reports().resolve("birch-us/birch-us-account-health-2026-11-22.json")));
        for (JsonNode reading : report.get("readings")) {
            if (reading.get("metric").asString().equals("lateShipmentRate30")) {
                return reading.get("computed");
            }
        }
        throw new AssertionError("no late shipments");
    }

    @Test
    void theListOfTheDayStandsBesideALaterOne() throws Exception {
        Files.writeString(agency.exports().resolve("birch/late-shipments-december.csv"), DECEMBER);

        JsonNode late = lateOf30Days();

        assertThat(late.get("affected").asLong()).isEqualTo(3);
        assertThat(late.get("precision").asString()).isEqualTo("EXACT");
    }

    @Test
    void aLaterListAloneProvesNothing() throws Exception {
        Files.writeString(agency.exports().resolve("birch/late-shipments.csv"), DECEMBER);

        JsonNode late = lateOf30Days();

        assertThat(late.get("affected").asLong()).isZero();
        assertThat(late.get("precision").asString()).isEqualTo("AT_LEAST");
    }
}
