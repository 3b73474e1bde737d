package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine copy says of a target what `targets --json` says. */
class TargetJsonTests {

    @Test
    void aReadingHasItsTargetWithAllThatIsUncertainOfIt() throws IOException {
        JsonNode target = reading("unitOnTimeDeliveryRate").get("target");

        assertThat(target.get("condition").asString()).isEqualTo("AT_LEAST");
        assertThat(target.get("level").asString()).isEqualTo("UNIT");
        assertThat(target.get("windowDays").asLong()).isEqualTo(14);
        assertThat(target.get("lagDays").asLong()).isEqualTo(7);
        assertThat(target.get("minimum").asLong()).isEqualTo(20);
        assertThat(target.get("enforced").asBoolean()).isTrue();
        assertThat(target.get("verified").asBoolean()).isFalse();
        assertThat(target.get("note").asString()).startsWith("The minimum is stated for another marketplace");
        assertThat(target.has("repeatLimit"))
                .as("what does not exist is left out")
                .isFalse();
    }

    @Test
    void aRateSaysFromWhichShareOfTheAllowedItIsWatched() throws IOException {
        assertThat(reading("orderDefectRate").get("watchShare").asDouble()).isEqualTo(0.8);
        assertThat(reading("accountHealthRating").has("watchShare")).isFalse();
    }

    private static JsonNode reading(String metric) throws IOException {
        MemorySink sink = new MemorySink();
        String name =
                new StoreReportJson().write(SampleReports.offTarget(), sink).get(0);
        for (JsonNode reading : JsonMapper.shared()
                .readTree(new String(sink.file(name), StandardCharsets.UTF_8))
                .get("readings")) {
            if (reading.get("metric").asString().equals(metric)) {
                return reading;
            }
        }
        throw new AssertionError("no reading of " + metric);
    }
}
