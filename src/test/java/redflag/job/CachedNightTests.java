package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that know most of their exports from the night before. */
class CachedNightTests {

    @TempDir
    Path folder;

    @Test
    void aNightThatReadsNothingAgainGivesTheBytesOfOneThatReadsAll() throws IOException {
        TestAgency cold = TestAgency.in(folder.resolve("cold")).with("cache: none");
        TestAgency warm = TestAgency.in(folder.resolve("warm"));
        assertThat(cold.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(warm.run("--as-of", "2026-11-21").exitCode()).isZero();

        TestAgency.Ran read = cold.run();
        TestAgency.Ran known = warm.run();

        assertThat(read.exitCode()).isZero();
        assertThat(read.out()).doesNotContain("unchanged");
        assertThat(known.exitCode()).isZero();
        long files = number(known.out(), "(\\d+) files \\(");
        assertThat(number(known.out(), "\\((\\d+) unchanged, not read again\\)"))
                .isEqualTo(files)
                .isGreaterThan(20);
        Map<String, byte[]> expected = cold.files();
        assertThat(warm.files().keySet()).isEqualTo(expected.keySet());
        warm.files().forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
        assertThat(folder.resolve("cold/cache")).doesNotExist();
    }

    @Test
    void oneChangedExportIsReadAndCounts() throws IOException {
        TestAgency agency = TestAgency.in(folder).of("alder");
        agency.run();
        Path orders = folder.resolve("inbox/exports/alder").resolve(largestOf(folder.resolve("inbox/exports/alder")));
        String text = Files.readString(orders);
        Files.writeString(orders, text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));

        TestAgency.Ran second = agency.run("--again");
        TestAgency.Ran anew = agency.run("--again", "--read-anew");

        long files = number(second.out(), "(\\d+) files \\(");
        assertThat(number(second.out(), "\\((\\d+) unchanged")).isEqualTo(files - 1);
        assertThat(anew.out()).doesNotContain("unchanged");
        assertThat(number(second.out(), ", ([0-9,]+) rows read"))
                .isEqualTo(number(anew.out(), ", ([0-9,]+) rows read"));
    }

    @Test
    void aCacheThatCannotBeMadeIsWarnedOfAndNoFailure() throws IOException {
        Files.writeString(folder.resolve("in-the-way"), "");
        TestAgency agency = TestAgency.in(folder).of("alder").with("cache: in-the-way/cache");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).isZero();
        assertThat(night.out()).contains("Warning: The cache folder can't be used (");
    }

    private static Path largestOf(Path exports) throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .max(java.util.Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow()
                    .getFileName();
        }
    }

    private static long number(String text, String pattern) {
        java.util.regex.Matcher found = java.util.regex.Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern + " in " + text).isTrue();
        return Long.parseLong(found.group(1).replace(",", ""));
    }
}
