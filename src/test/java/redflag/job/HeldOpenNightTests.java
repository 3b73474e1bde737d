package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report that somebody has open while its night is run again. */
class HeldOpenNightTests {

    @TempDir
    private Path folder;

    /** A folder that is not empty refuses to be replaced, as a file does on Windows that Excel holds open. */
    @Test
    void aReportThatIsHeldOpenIsWrittenBesideAndSaidSo() throws Exception {
        TestAgency agency = TestAgency.in(folder);
        String report = "birch-us/birch-us-account-health-2026-11-22";
        String portfolio = "portfolio-2026-11-22";
        for (String file : List.of(report, portfolio)) {
            Files.createDirectories(agency.reports().resolve(file + ".xlsx/held"));
        }

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        for (String file : List.of(report, portfolio)) {
            String warning = "2026-11-22/" + file
                    + ".xlsx could not be replaced, for a program holds it open: it is the"
                    + " one of an earlier attempt, and the new one lies beside it as 2026-11-22/" + file + "-new.xlsx.";
            assertThat(night.out()).contains("Warning: " + warning);
            assertThat(run(agency).path("warnings").valueStream().map(JsonNode::asString))
                    .contains(warning);
            assertThat(agency.reports().resolve(file + "-new.xlsx")).isNotEmptyFile();
        }
        assertThat(run(agency).path("exitCode").asInt()).isOne();
        assertThat(run(agency).path("stores").toString()).contains("2026-11-22/" + report + "-new.xlsx");
        assertThat(agency.accountsDone()).hasSize(10);

        for (String file : List.of(report, portfolio)) {
            Files.delete(agency.reports().resolve(file + ".xlsx/held"));
            Files.delete(agency.reports().resolve(file + ".xlsx"));
        }
        assertThat(agency.run("--again").exitCode()).isZero();
        assertThat(agency.files().keySet())
                .contains(report + ".xlsx", portfolio + ".xlsx")
                .noneMatch(name -> name.contains("-new"));
    }

    private static JsonNode run(TestAgency agency) throws Exception {
        return JsonMapper.shared().readTree(agency.reports().resolve("run.json"));
    }
}
