package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import redflag.settings.Problem;
import redflag.settings.Problems;

/** A folder with a job file that is sound, to be changed. */
abstract class JobFileFixture {

    static final String SOUND = """
            name: nightly
            stores: inbox/stores.csv
            exports: inbox/exports
            reports: out/reports
            database: out/data
            as-of: yesterday
            zone: America/Los_Angeles
            schedule: "0 30 5 * * *"
            watch:
              all: 75%
              orderDefectRate: 70%
            peak-season:
              - from: 2026-11-01
                to: 2027-01-15
                watch: {all: 50%, lateShipmentRate10: 40%}
            freshness:
              all: {warn-after: 2, error-after: 4}
              allOrders: {error-after: 1}
              fail-on-stale: true
            absence:
              order-defects: none
            parallel: 3
            expected-broken: [north/broken.xlsx]
            mail:
              transport: none
            """;

    static final Map<String, String> ENVIRONMENT = Map.of("REDFLAG_PASSWORD", "se cret", "EMPTY", "");

    final Problems problems = new Problems();

    @TempDir
    Path dir;

    @BeforeEach
    void inbox() throws IOException {
        Files.createDirectories(dir.resolve("inbox/exports"));
        Files.writeString(
                dir.resolve("inbox/stores.csv"),
                "account,store,marketplace,manager\nnorth,north-us,US,ann@example.com\n");
    }

    final Optional<JobDefinition> read(String text) throws IOException {
        return JobFile.read(Files.writeString(dir.resolve("nightly.yaml"), text), ENVIRONMENT::get, problems);
    }

    final List<String> messages() {
        return problems.list().stream().map(Problem::toString).toList();
    }
}
