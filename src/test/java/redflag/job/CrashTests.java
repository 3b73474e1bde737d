package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that ends as by {@code kill -9}, at counted places, and the same command again. */
class CrashTests {

    @TempDir
    private Path undisturbed;

    @TempDir
    private Path disturbed;

    @Test
    void killedBetweenFilesAndOutcomeTheAccountIsDoneAgainAndNoOther() throws Exception {
        TestAgency agency = TestAgency.in(disturbed).with("parallel: 1");

        TestAgency.Ran killed = agency.runAsProcess("FILES_MOVED:3");

        assertThat(killed.exitCode()).as(killed.out()).isEqualTo(137);
        assertThat(agency.accountsDone()).hasSize(2);
        assertEndsAsUndisturbed(agency);
        assertThat(agency.timesWorkedOn().values().stream().filter(times -> times == 2))
                .as("only the account that was killed at: " + agency.timesWorkedOn())
                .hasSize(1);
    }

    @Test
    void killedAtTheVeryFirstAccountTheNightStartsWithIt() throws Exception {
        TestAgency agency = TestAgency.in(disturbed).with("parallel: 1");

        assertThat(agency.runAsProcess("FILES_MOVED:1").exitCode()).isEqualTo(137);

        assertThat(agency.accountsDone()).isEmpty();
        assertEndsAsUndisturbed(agency);
    }

    @Test
    void killedBeforeItHadAPlanAFurtherAttemptIsGoneOnWith() throws Exception {
        TestAgency agency = TestAgency.in(disturbed);
        assertThat(agency.run().exitCode()).isZero();

        assertThat(agency.runAsProcess("PLAN:1", "--again").exitCode()).isEqualTo(137);

        TestAgency.Ran rerun = agency.run();
        assertThat(rerun.exitCode()).as(rerun.out()).isZero();
        assertThat(rerun.out()).contains("attempt 2");
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }

    @Test
    void killedInThePortfolioNoAccountIsDoneAgain() throws Exception {
        TestAgency agency = TestAgency.in(disturbed);

        assertThat(agency.runAsProcess("PORTFOLIO:1").exitCode()).isEqualTo(137);

        assertThat(agency.accountsDone()).hasSize(10);
        assertThat(agency.reports().resolve("run.json")).doesNotExist();
        assertEndsAsUndisturbed(agency);
        assertThat(agency.timesWorkedOn().values()).containsOnly(1);
    }

    @Test
    void askedToEndTheNightStopsInAStateThatResumes() throws Exception {
        TestAgency agency = TestAgency.in(disturbed).with("parallel: 1");

        TestAgency.Ran stopped = agency.runAsProcess("FILES_MOVED:2:TERM");

        assertThat(stopped.exitCode()).as(stopped.out()).isEqualTo(143);
        assertThat(agency.accountsDone()).hasSize(2);
        assertThat(stopped.out()).doesNotContain("Exception");
        assertThat(agency.statusOfTheNight()).isEqualTo("STOPPED");
        assertEndsAsUndisturbed(agency);
    }

    private void assertEndsAsUndisturbed(TestAgency agency) throws Exception {
        TestAgency.Ran rerun = agency.run();
        assertThat(rerun.exitCode()).as(rerun.err() + rerun.out()).isZero();
        TestAgency other = TestAgency.in(undisturbed);
        other.run();
        Map<String, byte[]> expected = other.files();
        Map<String, byte[]> found = agency.files();
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
        assertThat(agency.run().exitCode()).isEqualTo(3);
    }
}
