package redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What starts a night on other people's machines: the files of jobs/schedule, as far as a machine without them can tell. */
class ScheduleFilesTests {

    private static final Path FOLDER = Path.of("jobs/schedule");

    @TempDir
    private Path dir;

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    @Test
    void eachStartsTheJobByTheJarOfThisVersionAtTheTimeOfTheJob() throws Exception {
        Matcher version = Pattern.compile("<artifactId>redflag</artifactId>\\s+<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        Map<String, Object> job = new Yaml().load(Files.readString(Path.of("jobs/nightly.yaml")));
        assertThat(job).containsEntry("schedule", "0 30 5 * * *").containsEntry("zone", "America/Los_Angeles");

        for (String file : List.of("redflag.service", "redflag.cron", "cronjob.yaml", "redflag-task.xml")) {
            assertThat(text(file))
                    .as(file)
                    .containsPattern(
                            "redflag-" + Pattern.quote(version.group(1)) + "\\.jar run jobs[/\\\\]nightly\\.yaml");
        }
        assertThat(text("redflag-schedule.service"))
                .contains("redflag-" + version.group(1) + ".jar schedule jobs --listen 9464\n");
        assertThat(text("redflag.timer")).contains("\nOnCalendar=*-*-* 05:30:00 America/Los_Angeles\n");
        assertThat(text("redflag.cron")).contains("\n30 5 * * * redflag ");
        assertThat(spec()).containsEntry("schedule", "30 5 * * *").containsEntry("timeZone", "America/Los_Angeles");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(FOLDER.resolve("redflag-task.xml").toFile())
                        .getElementsByTagName("StartBoundary")
                        .item(0)
                        .getTextContent())
                .endsWith("T05:30:00");
    }

    /** {@code jobs/*.yaml} are job files. */
    @Test
    void noneLiesWhereJobsAreLookedFor() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("jobs"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrder("nightly.yaml", "sample.yaml");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "2, true", "3, false", "4, true", "143, true"})
    void cronIsSilentUnlessSomebodyHasToLook(int code, boolean told) throws Exception {
        Files.createDirectories(dir.resolve("data"));
        String line = text("redflag.cron")
                .lines()
                .filter(l -> l.startsWith("30 5"))
                .findFirst()
                .orElseThrow();
        String command = line.substring(line.indexOf("cd ")).replace("/srv/redflag", "'" + dir + "'");
        assertThat(command).as("a percent sign ends a command of cron").doesNotContain("%");

        Ran ran = shell(command, code);

        assertThat(ran.code()).isEqualTo(told ? code : 0);
        assertThat(ran.out()).isEqualTo(told ? "redflag ended with " + code + "\nthe night tells\n" : "");
        assertThat(dir.resolve("data/last-night.txt")).hasContent("the night tells");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 137})
    void aPodEndsAsItsNightDoesAndANightThatIsDoneIsFine(int code) throws Exception {
        Ran ran = shell(podScript(), code);

        assertThat(ran.code()).isEqualTo(code == 3 ? 0 : code);
        assertThat(ran.out()).isEqualTo("the night tells\n");
    }

    @Test
    void aPodThatIsStoppedLetsTheNightEndByItself() throws Exception {
        java(
                "trap 'sleep 0.3; echo the night ended; exit 143' TERM; echo the night tells; while :; do sleep 0.1; done");
        Process pod = start(podScript());
        while (!Files.readString(dir.resolve("out")).contains("tells")) {
            Thread.onSpinWait();
        }

        pod.destroy();

        assertThat(pod.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pod.exitValue()).isEqualTo(143);
        assertThat(Files.readString(dir.resolve("out"))).endsWith("the night ended\n");
    }

    private static Map<String, Object> spec() throws IOException {
        return map(new Yaml().<Map<String, Object>>load(text("cronjob.yaml")), "spec");
    }

    @SuppressWarnings("unchecked")
    private static String podScript() throws IOException {
        Map<String, Object> pod = map(map(map(map(spec(), "jobTemplate"), "spec"), "template"), "spec");
        Map<String, Object> container = ((List<Map<String, Object>>) pod.get("containers")).get(0);
        return ((List<String>) container.get("args")).get(0);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> of, String key) {
        return (Map<String, Object>) of.get(key);
    }

    private record Ran(int code, String out) {}

    /** Runs it where {@code java} is a night that ends with this code. */
    private Ran shell(String script, int code) throws Exception {
        java("echo the night tells; exit " + code);
        Process process = start(script);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), Files.readString(dir.resolve("out")));
    }

    private void java(String script) throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "a machine without a shell");
        Path java = Files.createDirectories(dir.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n", StandardCharsets.UTF_8);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private Process start(String script) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(dir.toFile())
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("out").toFile());
        shell.environment().merge("PATH", dir.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return shell.start();
    }
}
