package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.stream.Stream;
import picocli.CommandLine;
import redflag.FileTimes;
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

    /** Early on the day after: the as-of day is over in every marketplace of the sample. */
    private static final Instant MORNING_AFTER = Instant.parse("2026-11-23T09:00:00Z");

    /** The sample night, as {@code demo} runs it, over a copy of the exports in {@code out}. */
    static SampleNight demo(Path out) throws IOException {
        copy(Path.of("sample-data/inbox"), inbox(out));
        copy(Path.of("jobs/sample.yaml"), out.resolve("jobs/sample.yaml"));
        FileTimes.set(inbox(out), MORNING_AFTER);
        run("demo", "--job", out.resolve("jobs/sample.yaml").toString(), "--out", out.toString());
        return read(out.resolve("reports/2026-11-22"), STORES);
    }

    /** The exports that {@link #demo} has read. */
    static Path inbox(Path out) {
        return out.resolve("sample-data/inbox");
    }

    /** The night of {@code job.yaml} over a copy of {@code folder} in {@code out}. */
    static SampleNight copied(Path folder, Path out, List<String> stores) throws IOException {
        copy(folder, out);
        FileTimes.set(out, MORNING_AFTER);
        return of(out.resolve("job.yaml"), out.resolve("reports"), stores);
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
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
        Clock clock = Clock.fixed(MORNING_AFTER, ZoneOffset.UTC);
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
