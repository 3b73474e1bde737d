package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine copy's contract for the days to come. */
class OutlookJsonTests {

    @Test
    void theDaysToComeAreThereByTheirContract() throws IOException {
        JsonNode reading = written(SampleReports.offTarget()).get("readings").get(0);
        JsonNode outlook = reading.get("outlook");

        assertThat(outlook.get("firstDayOnTarget").asString()).isEqualTo("2026-12-05");
        assertThat(outlook.has("firstDayOffTarget")).isFalse();
        assertThat(outlook.get("courses").propertyNames()).containsExactly("noNewDefects", "usualPace", "fewerOrders");
        for (JsonNode course : outlook.get("courses")) {
            assertThat(course.size()).isEqualTo(60);
        }
        JsonNode first = outlook.get("courses").get("noNewDefects").get(0);
        assertThat(first.toString()).isEqualTo("{\"day\":\"2026-11-23\",\"affected\":12,\"total\":850}");
        assertThat(outlook.get("usualVolume").toString())
                .isEqualTo("{\"days\":28,\"to\":\"2026-11-22\",\"total\":392}");
        assertThat(outlook.get("risesWithoutDefect").get(0).toString())
                .isEqualTo("{\"day\":\"2026-11-23\",\"left\":15,\"entered\":14}");
    }

    @Test
    void whatOneSkuDoesIsThereToo() throws IOException {
        JsonNode contributions =
                written(SampleReports.offTarget()).get("readings").get(0).get("contributions");

        assertThat(contributions.get(0).toString())
                .isEqualTo("{\"dimension\":\"SKU\",\"group\":\"TENT-1\",\"affected\":6,\"total\":40,"
                        + "\"rateWithout\":0.007772021,\"onTargetWithout\":true}");
    }

    @Test
    void withoutAnOutlookThereIsNone() throws IOException {
        for (JsonNode reading : written(SampleReports.healthy()).get("readings")) {
            assertThat(reading.has("outlook")).isFalse();
            assertThat(reading.has("contributions")).isFalse();
        }
    }

    private static JsonNode written(RiskReport report) throws IOException {
        MemorySink sink = new MemorySink();
        String name = new StoreReportJson().write(report, sink).get(0);
        return JsonMapper.shared().readTree(sink.file(name));
    }
}
