package redflag.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of a night as a file for Prometheus. */
class MetricsFileTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Instant END = Instant.parse("2026-11-23T12:00:42Z");
    private static final NightFigures GOOD = new NightFigures(
            "nightly",
            AS_OF,
            0,
            END,
            Optional.of(END),
            Optional.of(new NightFigures.Counts(
                    Duration.ofMillis(42_500),
                    7,
                    1,
                    6_698,
                    8,
                    Map.of("handed_over", 6L, "not_due", 2L),
                    OptionalLong.of(3))));

    @TempDir
    private Path dir;

    @Test
    void everyFigureIsThereWithItsJob() throws Exception {
        Path path = dir.resolve("textfile/redflag.prom");

        new MetricsFile(path).write(GOOD);

        assertThat(MetricsText.read(Files.readString(path)))
                .containsOnly(
                        entry("redflag_night_last_success_timestamp_seconds{redflag_job=\"nightly\"}", 1_795_435_242.0),
                        entry("redflag_night_last_end_timestamp_seconds{redflag_job=\"nightly\"}", 1_795_435_242.0),
                        entry("redflag_night_as_of_timestamp_seconds{redflag_job=\"nightly\"}", 1_795_305_600.0),
                        entry("redflag_night_exit_code{redflag_job=\"nightly\"}", 0.0),
                        entry("redflag_night_duration_seconds{redflag_job=\"nightly\"}", 42.5),
                        entry("redflag_night_accounts{outcome=\"reported\",redflag_job=\"nightly\"}", 7.0),
                        entry("redflag_night_accounts{outcome=\"failed\",redflag_job=\"nightly\"}", 1.0),
                        entry("redflag_night_rows{outcome=\"accepted\",redflag_job=\"nightly\"}", 6_698.0),
                        entry("redflag_night_rows{outcome=\"rejected\",redflag_job=\"nightly\"}", 8.0),
                        entry("redflag_night_mails{redflag_job=\"nightly\",state=\"handed_over\"}", 6.0),
                        entry("redflag_night_mails{redflag_job=\"nightly\",state=\"not_due\"}", 2.0),
                        entry("redflag_night_stale_exports{redflag_job=\"nightly\"}", 3.0));
        assertThat(files()).containsExactly("redflag.prom");
    }

    @Test
    void whatNobodyKnowsIsNotThere() throws Exception {
        Path path = dir.resolve("textfile/redflag.prom");

        new MetricsFile(path).write(new NightFigures("nightly", AS_OF, 1, END, Optional.empty(), Optional.empty()));

        assertThat(MetricsText.read(Files.readString(path)).keySet())
                .containsOnly(
                        "redflag_night_last_end_timestamp_seconds{redflag_job=\"nightly\"}",
                        "redflag_night_as_of_timestamp_seconds{redflag_job=\"nightly\"}",
                        "redflag_night_exit_code{redflag_job=\"nightly\"}");
    }

    @Test
    void theLastSuccessIsReadBackOfTheJobThatHadIt() throws Exception {
        MetricsFile file = new MetricsFile(dir.resolve("redflag.prom"));
        assertThat(file.lastSuccess("nightly")).isEmpty();

        file.write(GOOD);

        assertThat(file.lastSuccess("nightly")).contains(END);
        assertThat(file.lastSuccess("weekly")).isEmpty();
    }

    @Test
    void aFileThatCannotBeReplacedStaysAndNothingLiesBesideIt() throws Exception {
        Path path = dir.resolve("textfile/redflag.prom");
        Files.createDirectories(path.resolve("a folder in its place"));

        assertThatThrownBy(() -> new MetricsFile(path).write(GOOD)).isInstanceOf(IOException.class);

        assertThat(files()).containsExactly("redflag.prom");
    }

    @Test
    void theReaderOfTheseTestsIsStrict() {
        for (String wrong : new String[] {
            "a 1", "a 1\n", "# TYPE a gauge\na 1\na 2\n", "# TYPE a gauge\na{b=\"c} 1\n", "# TYPE a gauge\nb 1\n"
        }) {
            assertThatThrownBy(() -> MetricsText.read(wrong)).as(wrong).isInstanceOf(AssertionError.class);
        }
    }

    private Stream<String> files() throws IOException {
        return Files.list(dir.resolve("textfile"))
                .map(file -> file.getFileName().toString());
    }
}
