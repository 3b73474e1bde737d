package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portfolio's page of a whole night beside the machine copies of the same night. */
class PortfolioPageNightTests {

    private static final String DATA = "<script id=\"data\" type=\"application/json\">";

    @TempDir
    private Path folder;

    @Test
    void thePageHasEveryStoreWithTheFiguresOfItsMachineCopyAndLeadsToItsReports() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        assertThat(agency.run().exitCode()).isZero();

        JsonNode page = page(agency.reports().resolve("portfolio-2026-11-22.html"));
        JsonNode run =
                JsonMapper.shared().readTree(Files.readAllBytes(agency.reports().resolve("run.json")));

        assertThat(page.path("stores")).hasSameSizeAs(run.path("stores"));
        int compared = 0;
        for (JsonNode store : page.path("stores")) {
            String id = store.path("id").asString();
            for (JsonNode file : store.path("files")) {
                assertThat(agency.reports().resolve(file.asString())).isRegularFile();
            }
            JsonNode copy = JsonMapper.shared()
                    .readTree(Files.readAllBytes(
                            agency.reports().resolve(id).resolve(id + "-account-health-2026-11-22.json")));
            assertThat(store.path("level")).isEqualTo(copy.path("risk").path("level"));
            assertThat(store.path("headline")).isEqualTo(copy.path("risk").path("headline"));
            compared += compare(store, copy, page);
        }
        assertThat(compared).isGreaterThan(40);
    }

    /** Each reading of the page is one of the copy's, in the same order; the page leaves out quiet counts. */
    private static int compare(JsonNode store, JsonNode copy, JsonNode page) {
        Map<String, Long> shown = new HashMap<>();
        for (JsonNode reading : store.path("readings")) {
            String metric = page.path("texts").path(reading.path(0).asInt()).asString();
            shown.merge(reading.path(1).asString() + " " + reading.path(2).asString(), 1L, Long::sum);
            assertThat(metric).isNotEmpty();
        }
        int compared = 0;
        for (JsonNode reading : copy.path("readings")) {
            if (reading.has("affected")) {
                String counts = "(" + reading.path("affected") + " of " + reading.path("total");
                String status = reading.path("status").asString();
                List<String> same = shown.keySet().stream()
                        .filter(text -> text.startsWith(status + " ") && text.contains(counts))
                        .toList();
                assertThat(same)
                        .as(copy.path("store").path("id") + " " + reading.path("metric"))
                        .isNotEmpty();
                compared++;
            }
        }
        return compared;
    }

    private static JsonNode page(Path file) throws IOException {
        String html = Files.readString(file);
        int from = html.indexOf(DATA) + DATA.length();
        return JsonMapper.shared().readTree(html.substring(from, html.indexOf("</script>", from)));
    }
}
