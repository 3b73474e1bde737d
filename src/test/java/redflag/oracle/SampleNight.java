package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import redflag.cli.RedflagCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The machine copies that a night over the sample wrote, by store. */
record SampleNight(Map<String, JsonNode> reports) {

    private static final List<String> STORES = List.of(
            "alder-us",
            "birch-us",
            "cedar-us",
            "elder-uk",
            "elder-de",
            "elder-fr",
            "elder-it",
            "fuji-jp",
            "hazel-us",
            "juniper-us");

    /** The sample night, as {@code demo} runs it. */
    static SampleNight demo(Path out) {
        run("demo", "--out", out.toString());
        return read(out.resolve("reports/2026-11-22"), STORES);
    }

    /** The night of a job whose reports go to {@code reports}. */
    static SampleNight of(Path job, Path reports) {
        return of(job, reports, STORES);
    }

    /** @param stores whose machine copies are read */
    static SampleNight of(Path job, Path reports, List<String> stores) {
        run("run", job.toString());
        return read(reports.resolve("2026-11-22"), stores);
    }

    private static void run(String... arguments) {
        // early on the day after: the as-of day is over in every marketplace of the sample
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T09:00:00Z"), ZoneOffset.UTC);
        StringWriter said = new StringWriter();
        CommandLine commands = RedflagCommand.commandLine(clock)
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true));
        int exit = commands.execute(arguments);
        assertThat(exit).as(Arrays.toString(arguments) + "\n" + said).isZero();
    }

    private static SampleNight read(Path night, List<String> stores) {
        Map<String, JsonNode> reports = new TreeMap<>();
        for (String store : stores) {
            Path file = night.resolve(store).resolve(store + "-account-health-2026-11-22.json");
            assertThat(Files.exists(file)).as(file.toString()).isTrue();
            reports.put(store, JsonMapper.shared().readTree(file.toFile()));
        }
        return new SampleNight(reports);
    }

    /** Every reading, by store, metric and fulfilment: {@code birch-us orderDefectRate MFN}. */
    Map<String, JsonNode> readings() {
        Map<String, JsonNode> readings = new TreeMap<>();
        reports.forEach((store, report) -> {
            for (JsonNode reading : report.get("readings")) {
                List<String> name =
                        new ArrayList<>(List.of(store, reading.get("metric").asString()));
                for (String part : List.of("fulfilment", "category")) {
                    if (reading.has(part)) {
                        name.add(reading.get(part).asString());
                    }
                }
                readings.put(String.join(" ", name), reading);
            }
        });
        return readings;
    }
}
