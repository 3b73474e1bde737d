package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import redflag.ooxml.OfficeFile;

/**
 * The sample night by this Java and by another, {@code -Dother-java=/usr/lib/jvm/…/bin/java}: the same files but for
 * run.json, and the same parts of workbooks and documents. Their compression may differ from JVM to JVM.
 */
@EnabledIfSystemProperty(named = "other-java", matches = ".+")
class OtherJavaRenderTests {

    @TempDir
    Path folder;

    private static Map<String, Path> night(String java, Path out) throws IOException {
        Rendering.run(List.of(
                java,
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "redflag.Redflag",
                "demo",
                "--out",
                out.toString()));
        Map<String, Path> files = new TreeMap<>();
        Path reports = out.resolve("reports");
        try (Stream<Path> walk = Files.walk(reports)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("run.json"))
                    .forEach(file -> files.put(reports.relativize(file).toString(), file));
        }
        return files;
    }

    @Test
    void anotherJavaWritesTheSameParts() throws IOException {
        Map<String, Path> these =
                night(Path.of(System.getProperty("java.home"), "bin", "java").toString(), folder.resolve("this"));
        Map<String, Path> others = night(System.getProperty("other-java"), folder.resolve("other"));

        assertThat(others.keySet()).isEqualTo(these.keySet()).hasSizeGreaterThan(20);
        int parts = 0;
        for (String name : these.keySet()) {
            byte[] bytes = Files.readAllBytes(these.get(name));
            byte[] other = Files.readAllBytes(others.get(name));
            if (!name.matches(".*\\.(xlsx|docx)")) {
                assertThat(other).as(name).isEqualTo(bytes);
                continue;
            }
            Map<String, byte[]> expected = new OfficeFile(bytes).parts();
            Map<String, byte[]> found = new OfficeFile(other).parts();
            assertThat(found.keySet()).as(name).containsExactlyElementsOf(expected.keySet());
            found.forEach(
                    (part, content) -> assertThat(content).as(name + " " + part).isEqualTo(expected.get(part)));
            parts += found.size();
        }
        System.out.println(these.size() + " files and " + parts + " parts are the same");
    }
}
